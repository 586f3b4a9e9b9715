import { Button, Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Invitation } from '../../../src-main/contract/invitations.ts';
import { shortDayText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { NotThere } from '../../components/not-there.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { InvitationForm } from './invitation-form.tsx';
import classes from './invitations.module.css';
import { LetterPages } from './letter-pages.tsx';

/** One letter: what it says, the letter itself, and what becomes of it. */
export function InvitationPage() {
  const { invitationId } = useParams({ from: '/undangan/$invitationId' });
  const found = useQuery(client.invitations.get.queryOptions({ input: { id: invitationId } }));
  const w = useWords();
  useCrumb(found.data?.subject);
  if (found.data) return <Shown key={`${found.data.id} ${found.data.version}`} of={found.data} />;
  if (found.error) return <NotThere error={found.error} back={{ to: '/undangan', word: w.invitations.title }} />;
  return <SkeletonRows rows={8} />;
}

function Shown({ of }: { readonly of: Invitation }) {
  const w = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const may = useMay()('agenda.write');
  const [asking, setAsking] = useState<'decline' | 'link' | null>(null);
  const kept = (next: Invitation) =>
    queries.setQueryData(client.invitations.get.queryKey({ input: { id: of.id } }), next);
  const again = useAct({
    mutationFn: () => rpc.invitations.setState({ id: of.id, version: of.version, state: 'waiting' }),
    onSuccess: kept,
  });
  const letter = of.attachments.find((one) => one.pages > 0);
  const { letterNo, letterDay, organizer, subject, venue, note } = of;
  return (
    <>
      <PageHeader
        title={of.subject}
        state={<StateChip of="invitation" state={of.state} />}
        about={
          <>
            {w.invitations.received(of.receivedBy)} <When at={of.receivedAt} />
          </>
        }
        acts={
          may && of.state === 'waiting' ? (
            <Button
              data-primary
              renderRoot={(props) => <Link to="/agenda/baru" search={{ undangan: of.id }} {...props} />}
            >
              {w.invitations.schedule}
            </Button>
          ) : of.eventId ? (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/agenda/$eventId" params={{ eventId: of.eventId ?? '' }} {...props} />}
            >
              {w.invitations.openEvent}
            </Button>
          ) : null
        }
      />
      {may ? (
        <div className={classes.bar}>
          {of.state === 'waiting' ? (
            <>
              <Button variant="default" size="xs" onClick={() => setAsking('link')}>
                {w.invitations.link}
              </Button>
              <Button variant="default" size="xs" onClick={() => setAsking('decline')}>
                {w.invitations.decline}
              </Button>
            </>
          ) : (
            <Button variant="default" size="xs" loading={again.isPending} onClick={() => again.mutate()}>
              {of.state === 'scheduled' ? w.invitations.unlink : w.invitations.waitAgain}
            </Button>
          )}
        </div>
      ) : null}
      <Problem error={again.error} />
      <div className={classes.layout}>
        <InvitationForm
          initial={{ letterNo, letterDay, organizer, subject, venue, note }}
          onSave={(fields) => rpc.invitations.change({ id: of.id, version: of.version, ...fields })}
          onSaved={kept}
          onCancel={() => void navigate({ to: '/undangan' })}
          keepWord={w.invitations.save}
        />
        <div className={classes.letter}>{letter ? <LetterPages of={letter} /> : null}</div>
      </div>
      {asking === 'decline' ? <Decline of={of} onDone={kept} onClose={() => setAsking(null)} /> : null}
      {asking === 'link' ? <LinkToEvent of={of} onDone={kept} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

interface AskProps {
  readonly of: Invitation;
  readonly onDone: (next: Invitation) => void;
  readonly onClose: () => void;
}

/** Does it instead of what a browser does with a form. */
const pressed = (act: () => void) => (event: FormEvent) => {
  event.preventDefault();
  act();
};

function Decline({ of, onDone, onClose }: AskProps) {
  const w = useWords();
  const [note, setNote] = useState('');
  const decline = useAct({
    mutationFn: () =>
      rpc.invitations.setState({ id: of.id, version: of.version, state: 'declined', note: note.trim() || undefined }),
    onSuccess: (next) => {
      onDone(next);
      onClose();
    },
  });
  return (
    <AskDialog
      title={w.invitations.decline}
      onClose={onClose}
      submit={w.invitations.decline}
      onSubmit={pressed(() => decline.mutate())}
      busy={decline.isPending}
      problem={{ error: decline.error }}
    >
      <Textarea
        label={w.invitations.declineReason}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        autosize
        minRows={2}
        data-autofocus
      />
    </AskDialog>
  );
}

/** Events around today that a letter may speak of: a month back, a year ahead. */
function LinkToEvent({ of, onDone, onClose }: AskProps) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const [chosen, setChosen] = useState<string | null>(null);
  const shift = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim().slice(0, 200), 200);
  const span = { from: shift(-30), to: shift(365) };
  const events = useQuery(client.agenda.span.queryOptions({ input: span }));
  // of so many only the first are here: the others are found by their words
  const isMore = events.data?.truncated === true;
  const found = useQuery(
    client.agenda.span.queryOptions({ input: { ...span, text: asked }, enabled: isMore && asked !== '' }),
  );
  const link = useAct({
    mutationFn: () => rpc.invitations.link({ id: of.id, version: of.version, eventId: chosen }),
    onSuccess: (next) => {
      onDone(next);
      onClose();
    },
  });
  return (
    <AskDialog
      title={w.invitations.link}
      onClose={onClose}
      submit={w.frame.save}
      onSubmit={pressed(() => link.mutate())}
      busy={link.isPending}
      disabled={chosen === null}
      problem={{ error: events.error ?? link.error }}
    >
      <Select
        label={w.invitations.linkHelp}
        searchable
        limit={30}
        description={isMore ? w.invitations.linkMore : undefined}
        onSearchChange={setWords}
        data={((found.data ?? events.data)?.events ?? []).map((event) => ({
          value: event.id,
          label: `${shortDayText(event.day, language)} · ${event.title}`,
        }))}
        value={chosen}
        onChange={setChosen}
        data-autofocus
      />
    </AskDialog>
  );
}
