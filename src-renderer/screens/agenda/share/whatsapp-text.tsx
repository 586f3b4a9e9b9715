import { Button, Group, Loader, Text, Textarea, TextInput } from '@mantine/core';
import { IconBrandWhatsapp, IconShare } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../../client.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Problem } from '../../../components/problem.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { Choice } from './choice.tsx';
import { Panel } from './panel.tsx';
import { remember, remembered, rememberedOf } from './remembered.ts';
import classes from './share.module.css';
import type { Shared } from './subject.ts';

/** The text for WhatsApp, greeting first, ready to send: shared by the phone, by wa.me, or copied. Kulkul sends nothing itself. */
export function WhatsappText({ of, edition, to, leaderId, choose }: Shared) {
  const w = useWords();
  const language = useLanguage();
  const [style, setStyle] = useState(() => rememberedOf('style', ['rich', 'plain']));
  const [greeting, setGreeting] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [edited, setEdited] = useState<{ of: string; text: string } | null>(null);
  const days =
    of.kind === 'day' ? { ...(to === null ? {} : { until: to }), ...(leaderId === null ? {} : { leaderId }) } : {};
  const shared = useQuery(
    client.agenda.shareText.queryOptions({
      input: { ...of, ...days, style, edition, language },
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
    <Panel
      foot={
        <>
          {failed ? <Problem>{w.agenda.shareFailed}</Problem> : null}
          <Group justify="flex-end" gap="sm">
            {canShare ? <CopyButton text={text}>{w.agenda.copyText}</CopyButton> : null}
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
            {canShare ? null : (
              <CopyButton text={text} variant="filled" data-primary>
                {w.agenda.copyText}
              </CopyButton>
            )}
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
        </>
      }
    >
      {choose(
        <Choice
          label={w.agenda.style}
          value={style}
          onChange={(value) => {
            setStyle(value);
            remember('style', value);
          }}
          data={[
            { value: 'rich', label: w.agenda.styles.rich },
            { value: 'plain', label: w.agenda.styles.plain },
          ]}
        />,
      )}
      {shared.data && shared.data.leftOut > 0 ? (
        <Text size="xs" c="dimmed">
          {w.agendaOut.leftOut(shared.data.leftOut)}
        </Text>
      ) : null}
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
          className={classes.text ?? ''}
        />
      ) : shared.error ? null : (
        <Loader size="sm" />
      )}
    </Panel>
  );
}
