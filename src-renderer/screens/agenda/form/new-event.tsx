import { useNavigate, useSearch } from '@tanstack/react-router';
import { contract } from '../../../../src-main/contract/index.ts';
import { rpc } from '../../../client.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { inputOf } from '../../../forms/use-form.ts';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { EventForm } from './event-form.tsx';
import type { EventValues } from './values.ts';

/** An event typed by hand, or a whole series of them. A slot of a view says the time and the leader already. */
export function NewEvent() {
  const w = useWords();
  const navigate = useNavigate();
  const { zone } = useOffice();
  const { tanggal, jam, pimpinan } = useSearch({ from: '/agenda/baru' });
  const begin: Partial<EventValues> = {
    ...(tanggal && jam ? { when: { start: `${tanggal}T${jam}`, end: null, openEnd: false, zone } } : {}),
    ...(pimpinan
      ? {
          attendance: [
            { officialId: pimpinan, answer: 'unknown', delegateId: null, delegateName: null, instruction: null },
          ],
        }
      : {}),
  };
  return (
    <>
      <PageHeader title={w.agenda.createTitle} />
      <EventForm
        schema={inputOf(contract.agenda.add)}
        event={null}
        day={tanggal}
        begin={begin}
        asksReason={false}
        submit={w.agenda.create}
        onSave={async (input, { repeat, why }) => {
          if (!repeat) return rpc.agenda.add(input);
          const { answers: _, ...event } = input;
          const added = await rpc.agenda.addSeries({ event, repeat, clashReason: why.trim() || undefined });
          return added.event;
        }}
        onSaved={({ id }) => navigate({ to: '/agenda/$eventId', params: { eventId: id }, replace: true })}
        onCancel={() => void navigate({ to: '/agenda' })}
      />
    </>
  );
}
