import { Button, Group, Loader, Modal, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconBrandWhatsapp, IconShare } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShareTextInput } from '../../../src-main/contract/agenda.ts';
import { dayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Problem } from '../../components/problem.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';

type Subject = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'event'; readonly id: string };
type Style = ShareTextInput['style'];
type Edition = ShareTextInput['edition'];

interface ShareTextProps {
  readonly of: Subject;
  readonly onClose: () => void;
}

/** The text for WhatsApp, greeting first, ready to send: shared by the phone, by wa.me, or copied. Kulkul sends nothing itself. */
export function ShareText({ of, onClose }: ShareTextProps) {
  const w = useWords();
  const language = useLanguage();
  const [style, setStyle] = useState<Style>(() => remembered('style', 'rich') as Style);
  const [edition, setEdition] = useState<Edition>('internal');
  const [greeting, setGreeting] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [edited, setEdited] = useState<{ of: string; text: string } | null>(null);
  const shared = useQuery(
    client.agenda.shareText.queryOptions({
      input: { ...of, style, edition, language },
      placeholderData: keepPreviousData,
    }),
  );
  const notice = shared.data?.notice;
  const key = notice === undefined || notice === 'agenda' || notice === 'event' ? 'greeting' : 'changeGreeting';
  const hello = greeting ?? remembered(key, shared.data?.greeting ?? '');
  const made = shared.data ? [hello.trim(), shared.data.text].filter((part) => part !== '').join('\n\n') : '';
  const text = edited && edited.of === made ? edited.text : made;
  const canShare = typeof navigator !== 'undefined' && typeof navigator.share === 'function';
  const share = async () => {
    setFailed(false);
    try {
      await navigator.share({ text });
    } catch (error) {
      // A person who closes the phone's sheet has not failed at anything.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={of.kind === 'day' ? `${w.agenda.shareTitleDay} ${dayText(of.day, language)}` : w.agenda.shareTitleEvent}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      <Stack gap="md">
        <Group gap="lg" align="flex-start">
          <Choice
            label={w.agenda.edition}
            value={edition}
            onChange={(value) => setEdition(value as Edition)}
            data={[
              { value: 'internal', label: w.agenda.editions.internal },
              { value: 'public', label: w.agenda.editions.public },
            ]}
          />
          <Choice
            label={w.agenda.style}
            value={style}
            onChange={(value) => {
              setStyle(value as Style);
              remember('style', value);
            }}
            data={[
              { value: 'rich', label: w.agenda.styles.rich },
              { value: 'plain', label: w.agenda.styles.plain },
            ]}
          />
        </Group>
        <Text size="xs" c="dimmed">
          {w.agenda.editionAbout[edition]}{' '}
          {shared.data && shared.data.leftOut > 0 ? w.agenda.leftOut(shared.data.leftOut) : ''}
        </Text>
        <TextInput
          label={w.agenda.greeting}
          description={w.agenda.greetingHelp}
          inputWrapperOrder={['label', 'input', 'description']}
          value={hello}
          onChange={(event) => {
            setGreeting(event.currentTarget.value);
            remember(key, event.currentTarget.value);
          }}
        />
        <Problem error={shared.error} />
        {shared.data ? (
          <Textarea
            label={notice ? `${w.agenda.shareText}: ${w.agenda.notice[notice]}` : w.agenda.shareText}
            value={text}
            onChange={(event) => setEdited({ of: made, text: event.currentTarget.value })}
            autosize
            minRows={6}
            maxRows={14}
          />
        ) : shared.error ? null : (
          <Loader size="sm" />
        )}
        {failed ? <Problem>{w.agenda.shareFailed}</Problem> : null}
        <Group justify="flex-end" gap="sm">
          <CopyButton text={text} {...(canShare ? {} : { variant: 'filled' })} data-primary={!canShare || undefined}>
            {w.agenda.copyText}
          </CopyButton>
          <Button
            variant="default"
            component="a"
            href={`https://wa.me/?text=${encodeURIComponent(text)}`}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
          >
            {w.agenda.openWhatsapp}
          </Button>
          {canShare ? (
            <Button
              data-primary
              leftSection={<IconShare size={16} stroke={1.8} aria-hidden />}
              onClick={() => void share()}
            >
              {w.agenda.sharePhone}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly data: { value: string; label: string }[];
}

function Choice({ label, ...rest }: ChoiceProps) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <SegmentedControl size="xs" aria-label={label} {...rest} />
    </div>
  );
}

function remembered(key: string, otherwise: string): string {
  try {
    return localStorage.getItem(`kulkul.share.${key}`) ?? otherwise;
  } catch {
    // A browser that keeps nothing begins as on the first day.
    return otherwise;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`kulkul.share.${key}`, value);
  } catch {
    // Not remembered, that is all.
  }
}
