import { Button, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Again } from '../../../components/again.tsx';
import { Problem } from '../../../components/problem.tsx';
import { useWords } from '../../../words/words.tsx';
import { asTable } from '../files/given-file.ts';
import { example } from './example.ts';
import { firstLines } from './first-lines.ts';
import classes from './paste.module.css';

interface PasteBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly autoFocus: boolean;
  readonly error: unknown;
  readonly onAgain: () => void;
  /** Stands under the box: other ways in. */
  readonly more?: ReactNode;
  /** Cells of a spreadsheet were pasted; they are a table, not a text. */
  readonly onTable?: ((file: File) => void) | undefined;
}

/** The empty box *Tempel apa saja*. */
export function PasteBox({ text, onText, autoFocus, error, onAgain, more, onTable }: PasteBoxProps) {
  const w = useWords();
  return (
    <div className={classes.empty}>
      <Textarea
        label={w.agenda.pasteLabel}
        description={w.paste.anythingHelp}
        placeholder={w.agenda.pastePlaceholder}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onPaste={(event) => {
          // A browser lays out a long text for many seconds while it is inserted; as a value it is there at once.
          const pasted = event.clipboardData.getData('text/plain');
          const table = onTable && text === '' ? asTable(pasted) : null;
          if (table) {
            event.preventDefault();
            onTable?.(table);
            return;
          }
          if (firstLines(pasted).left === 0) return;
          event.preventDefault();
          const { value, selectionStart, selectionEnd } = event.currentTarget;
          onText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
        }}
        autosize
        minRows={10}
        maxRows={18}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        spellCheck={false}
      />
      <Problem error={error} act={<Again onAgain={onAgain} />} />
      {more}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconClipboardText size={16} stroke={1.8} aria-hidden />}
        onClick={() => onText(example(new Date()))}
      >
        {w.agenda.pasteExample}
      </Button>
    </div>
  );
}
