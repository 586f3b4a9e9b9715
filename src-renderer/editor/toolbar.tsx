import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { safeAddress } from '../../src-main/text/link-address.ts';
import { useWords } from '../words/words.tsx';
import classes from './editor.module.css';
import { intoBody } from './into-body.ts';
import { useToolbarState } from './use-toolbar-state.ts';

interface ToolbarProps {
  readonly editor: Editor;
  /** Turns the paragraphs at the caret into a quote and asks who said it, or turns a quote back. */
  readonly onQuote: () => void;
}

export function Toolbar({ editor, onQuote }: ToolbarProps) {
  const w = useWords().releases;
  const at = useToolbarState(editor);
  const act = () => intoBody(editor);
  return (
    <div role="toolbar" aria-label={w.toolbar} className={classes.toolbar} onKeyDown={moveAlong}>
      <Tool icon={IconBold} name={w.bold} keys="Ctrl+B" on={at?.bold} onPress={() => act().toggleBold().run()} />
      <Tool
        icon={IconItalic}
        name={w.italic}
        keys="Ctrl+I"
        on={at?.italic}
        onPress={() => act().toggleItalic().run()}
      />
      <span className={classes.gap} />
      <Tool
        icon={IconHeading}
        name={w.heading}
        keys="Ctrl+Alt+2"
        on={at?.heading}
        onPress={() => act().toggleHeading({ level: 2 }).run()}
      />
      <Tool
        icon={IconList}
        name={w.bulletList}
        keys="Ctrl+Shift+8"
        on={at?.bulletList}
        onPress={() => act().toggleBulletList().run()}
      />
      <Tool
        icon={IconListNumbers}
        name={w.orderedList}
        keys="Ctrl+Shift+7"
        on={at?.orderedList}
        onPress={() => act().toggleOrderedList().run()}
      />
      <span className={classes.gap} />
      <Tool icon={IconBlockquote} name={w.quote} keys="Ctrl+Shift+K" on={at?.quote} onPress={onQuote} word />
      <LinkTool editor={editor} href={at?.link ?? null} />
      <span className={classes.gap} />
      <Tool
        icon={IconArrowBackUp}
        name={w.undo}
        keys="Ctrl+Z"
        off={at?.canUndo === false}
        onPress={() => act().undo().run()}
      />
      <Tool
        icon={IconArrowForwardUp}
        name={w.redo}
        keys="Ctrl+Y"
        off={at?.canRedo === false}
        onPress={() => act().redo().run()}
      />
    </div>
  );
}

interface ToolProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly keys?: string;
  readonly on?: boolean | undefined;
  readonly off?: boolean | undefined;
  /** Shows the name beside the icon. */
  readonly word?: boolean;
  readonly onPress: () => void;
}

function Tool({ icon: Icon, name, keys, on, off, word, onPress }: ToolProps) {
  const shared = {
    'aria-pressed': on,
    'aria-disabled': off,
    onClick: () => {
      if (!off) onPress();
    },
    // The caret stays in the text.
    onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
  };
  return (
    <Tooltip label={keys === undefined ? name : `${name} (${keys})`}>
      {word ? (
        <Button
          {...shared}
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={34}
          px={8}
          className={classes.tool ?? ''}
          data-on={on || undefined}
          leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
        >
          {name}
        </Button>
      ) : (
        <ActionIcon {...shared} aria-label={name} className={classes.tool ?? ''} data-on={on || undefined}>
          <Icon size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </Tooltip>
  );
}

function LinkTool({ editor, href }: { readonly editor: Editor; readonly href: string | null }) {
  const words = useWords();
  const w = words.releases;
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = () => {
    setAddress(href ?? '');
    setWrong(false);
    setOpened(true);
  };
  const close = () => {
    setOpened(false);
    intoBody(editor);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const safe = safeAddress(address);
    if (safe === null) return setWrong(true);
    const chain = intoBody(editor).extendMarkRange('link');
    // Without chosen words the address itself is what one reads.
    if (editor.state.selection.empty && href === null)
      chain
        .insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href: safe } }] })
        .run();
    else chain.setLink({ href: safe }).run();
    setOpened(false);
  };
  const remove = () => {
    intoBody(editor).extendMarkRange('link').unsetLink().run();
    setOpened(false);
  };
  return (
    <Popover
      opened={opened}
      onClose={close}
      trapFocus
      withRoles={false}
      position="bottom-start"
      width={320}
      shadow="md"
    >
      <Popover.Target>
        <span>
          <Tool icon={IconLink} name={w.link} on={href !== null} onPress={open} />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            label={w.linkAddress}
            placeholder="denpasarkota.go.id"
            value={address}
            onChange={(event) => {
              setAddress(event.currentTarget.value);
              setWrong(false);
            }}
            error={wrong ? w.linkRefused : null}
            data-autofocus
          />
          <Group justify="flex-end" gap="xs" mt="sm">
            {href === null ? null : (
              <Button size="xs" variant="subtle" color="gray" onClick={remove} mr="auto">
                {w.unlink}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={close}>
              {words.frame.cancel}
            </Button>
            <Button size="xs" type="submit">
              {w.setLink}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Arrows move along the tools, as a toolbar is expected to. */
function moveAlong(event: React.KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement)) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const next = tools[(tools.indexOf(event.target) + step + tools.length) % tools.length];
  next?.focus();
  // on a phone the row is wider than the screen, and the focus alone shows only a piece of it
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  event.preventDefault();
}
