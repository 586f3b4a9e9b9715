import { ActionIcon, Button } from '@mantine/core';
import { IconMail, IconPaperclip, IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { Attachment } from '../../../src-main/contract/event-parts.ts';
import type { Invitation } from '../../../src-main/contract/invitations.ts';
import { rawPath } from '../../../src-main/contract/routes.ts';
import { dayText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../frame/session.tsx';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import agenda from '../agenda/agenda.module.css';
import { Refused, sendFile } from '../agenda/files/send-file.ts';
import classes from './invitations.module.css';
import { LetterPages } from './letter-pages.tsx';

/** Letters, the speech and other files of an event, to be opened, added and taken off. */
export function EventFiles({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const may = useMay()('agenda.write');
  const asked = client.invitations.attachments.queryOptions({ input: { eventId: event.id } });
  const files = useQuery(asked);
  const letters = useQuery(client.invitations.list.queryOptions({ input: { eventId: event.id } })).data ?? [];
  const ofFile = (id: string) => letters.find((letter) => letter.attachments.some((file) => file.id === id));
  const again = () => void queries.invalidateQueries({ queryKey: asked.queryKey });
  const input = useRef<HTMLInputElement>(null);
  const what = useRef<Attachment['what']>('other');
  const add = useAct({ mutationFn: (file: File) => attach(event.id, what.current, file), onSuccess: again });
  const remove = useAct({ mutationFn: (id: string) => rpc.invitations.detach({ id }), onSuccess: again });
  const [open, setOpen] = useState<string | null>(null);
  const shown = files.data ?? [];
  const hasSpeech = shown.some((one) => one.what === 'speech');
  const refusal = add.error instanceof Refused ? add.error.refusal : null;
  const alone = letters.filter((letter) => letter.attachments.length === 0);
  if (shown.length === 0 && alone.length === 0 && !may) return null;
  const choose = (kind: Attachment['what']) => {
    what.current = kind;
    input.current?.click();
  };
  return (
    <section className={agenda.section} aria-label={w.invitations.files}>
      <h2 className={agenda.sectionHead}>{w.invitations.files}</h2>
      <ul className={classes.files}>
        {shown.map((one) => (
          <li key={one.id}>
            <IconPaperclip size={16} stroke={1.8} aria-hidden />
            <div className={classes.grow}>
              {one.pages > 0 ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  px={0}
                  aria-expanded={open === one.id}
                  onClick={() => setOpen(open === one.id ? null : one.id)}
                >
                  {one.name}
                </Button>
              ) : (
                one.name
              )}{' '}
              <span className={classes.soft}>{w.invitations.what[one.what]}</span>
              <LetterLine letter={ofFile(one.id)} />
            </div>
            <a className={classes.link} href={rawPath('attachment', { attachmentId: one.id })} download={one.name}>
              {w.invitations.openFile}
            </a>
            {may ? (
              <ActionIcon aria-label={w.invitations.detach(one.name)} onClick={() => remove.mutate(one.id)}>
                <IconX size={16} stroke={1.8} aria-hidden />
              </ActionIcon>
            ) : null}
            {open === one.id ? <LetterPages of={one} /> : null}
          </li>
        ))}
        {alone.map((letter) => (
          <li key={letter.id}>
            <IconMail size={16} stroke={1.8} aria-hidden />
            <div className={classes.grow}>
              <LetterLine letter={letter} />
            </div>
          </li>
        ))}
      </ul>
      {may ? (
        <div className={classes.bar}>
          {event.speech.needed && !hasSpeech ? (
            <Button variant="default" size="xs" loading={add.isPending} onClick={() => choose('speech')}>
              {w.invitations.attachSpeech}
            </Button>
          ) : null}
          <Button variant="default" size="xs" loading={add.isPending} onClick={() => choose('other')}>
            {w.invitations.attach}
          </Button>
        </div>
      ) : null}
      <Problem error={refusal ? null : (add.error ?? remove.error)}>
        {refusal ? sayRefusal(refusal, language) : undefined}
      </Problem>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.docx,.txt,image/jpeg,image/png,image/webp"
        aria-label={w.invitations.attach}
        onChange={(change) => {
          const file = change.currentTarget.files?.[0];
          change.currentTarget.value = '';
          if (file) add.mutate(file);
        }}
      />
    </section>
  );
}

/** What the letter says of itself, and the way to it. */
function LetterLine({ letter }: { readonly letter: Invitation | undefined }) {
  const w = useWords();
  const language = useLanguage();
  if (!letter) return null;
  const { letterNo, letterDay, organizer } = letter;
  return (
    <div>
      <Link to="/undangan/$invitationId" params={{ invitationId: letter.id }} className={classes.link}>
        {[letterNo, letterDay ? dayText(letterDay, language) : ''].filter(Boolean).join(' · ') || letter.subject}
      </Link>{' '}
      <span className={classes.soft}>
        {[letterNo || letterDay ? letter.subject : '', organizer ? w.invitations.letterFrom(organizer) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** Sends the file, waits until the core has looked at it, and keeps it with the event. */
async function attach(eventId: string, what: Attachment['what'], file: File): Promise<Attachment> {
  let view = await sendFile(file, new AbortController().signal, () => {});
  while (view.state === 'reading') {
    await new Promise((later) => setTimeout(later, 200));
    view = await rpc.agendaFiles.look({ id: view.id });
  }
  if (view.refusal) throw new Refused(view.refusal);
  return rpc.invitations.attach({ fileId: view.id, what, eventId });
}
