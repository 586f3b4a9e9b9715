import { useMediaQuery } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { contract } from '../../../../src-main/contract/index.ts';
import type { Invitation } from '../../../../src-main/contract/invitations.ts';
import { refusalOf, rpc } from '../../../client.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { inputOf } from '../../../forms/use-form.ts';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { LetterPages } from '../../invitations/letter-pages.tsx';
import { EventForm } from './event-form.tsx';
import { useFromInvitation } from './from-invitation.ts';
import type { EventValues } from './values.ts';

/**
 * An event typed by hand, or a whole series of them. A slot of a view says the time and the leader already; an invitation says what
 * its letter says, and stands beside the fields.
 */
export function NewEvent() {
  const w = useWords();
  const { zone } = useOffice();
  const { tanggal, jam, pimpinan, undangan } = useSearch({ from: '/agenda/baru' });
  const letter = useFromInvitation(undangan);
  const begin: Partial<EventValues> = {
    ...(tanggal && jam ? { when: { start: `${tanggal}T${jam}`, end: null, openEnd: false, zone } } : {}),
    ...(pimpinan
      ? {
          attendance: [
            { officialId: pimpinan, answer: 'unknown', delegateId: null, delegateName: null, instruction: null },
          ],
        }
      : {}),
    ...letter?.begin,
  };
  return (
    <>
      <PageHeader title={w.agenda.createTitle} />
      {undangan && letter === null ? (
        <SkeletonRows rows={8} height={60} />
      ) : (
        <Form begin={begin} day={tanggal} invitation={letter?.invitation ?? null} />
      )}
    </>
  );
}

interface FormProps {
  readonly begin: Partial<EventValues>;
  readonly day: string | undefined;
  /** Is tied to the event when that is saved. */
  readonly invitation: Invitation | null;
}

function Form({ begin, day, invitation }: FormProps) {
  const w = useWords();
  const navigate = useNavigate();
  // as in the form: where there is no room beside the fields
  const isNarrow = useMediaQuery('(max-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const pages = invitation?.attachments.find((one) => one.pages > 0);
  /** The letter was answered by somebody meanwhile: the event is saved without it, once the person has heard of it. */
  const [answered, setAnswered] = useState(false);
  const invitationId = answered ? undefined : invitation?.id;
  return (
    <EventForm
      schema={inputOf(contract.agenda.add)}
      event={null}
      day={day}
      begin={begin}
      asksReason={false}
      submit={w.agenda.create}
      beside={pages ? <LetterPages of={pages} open={!isNarrow} /> : null}
      notice={
        answered && invitation ? (
          <p role="status">
            {w.invitations.saveWithout}{' '}
            <Link to="/undangan/$invitationId" params={{ invitationId: invitation.id }}>
              {w.invitations.openLetter}
            </Link>
          </p>
        ) : null
      }
      onSave={async (input, { repeat, why }) => {
        const { answers: _answers, invitationId: _none, newLeaders, ...event } = input;
        try {
          const clashReason = why.trim() || undefined;
          return repeat
            ? (await rpc.agenda.addSeries({ event, repeat, clashReason, invitationId, newLeaders })).event
            : await rpc.agenda.add({ ...input, invitationId });
        } catch (problem) {
          setAnswered(answered || refusalOf(problem)?.code === 'letter_answered');
          throw problem;
        }
      }}
      onSaved={({ id }) => navigate({ to: '/agenda/$eventId', params: { eventId: id }, replace: true })}
      onCancel={() => void navigate({ to: invitation ? '/undangan' : '/agenda' })}
    />
  );
}
