import { useNavigate, useSearch } from '@tanstack/react-router';
import { contract } from '../../../../src-main/contract/index.ts';
import type { Invitation } from '../../../../src-main/contract/invitations.ts';
import { rpc } from '../../../client.ts';
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
  const pages = invitation?.attachments.find((one) => one.pages > 0);
  return (
    <EventForm
      schema={inputOf(contract.agenda.add)}
      event={null}
      day={day}
      begin={begin}
      asksReason={false}
      submit={w.agenda.create}
      beside={pages ? <LetterPages of={pages} /> : null}
      onSave={async (input, { repeat, why }) => {
        const { answers: _, ...event } = input;
        const added = repeat
          ? (await rpc.agenda.addSeries({ event, repeat, clashReason: why.trim() || undefined })).event
          : await rpc.agenda.add(input);
        if (invitation) {
          // the event stands; a letter that somebody tied elsewhere meanwhile stays where they tied it
          await rpc.invitations
            .link({ id: invitation.id, version: invitation.version, eventId: added.id })
            .catch(() => null);
        }
        return added;
      }}
      onSaved={({ id }) => navigate({ to: '/agenda/$eventId', params: { eventId: id }, replace: true })}
      onCancel={() => void navigate({ to: invitation ? '/undangan' : '/agenda' })}
    />
  );
}
