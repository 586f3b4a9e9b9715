import { useNavigate, useSearch } from '@tanstack/react-router';
import { contract } from '../../../src-main/contract/index.ts';
import { rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { inputOf } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import { EventForm } from './event-form.tsx';

/** An event typed by hand. */
export function NewEvent() {
  const w = useWords();
  const navigate = useNavigate();
  const { tanggal } = useSearch({ from: '/agenda/baru' });
  return (
    <>
      <PageHeader title={w.agenda.createTitle} />
      <EventForm
        schema={inputOf(contract.agenda.add)}
        event={null}
        day={tanggal}
        asksReason={false}
        submit={w.agenda.create}
        onSave={(input) => rpc.agenda.add(input)}
        onSaved={({ id }) => navigate({ to: '/agenda/$eventId', params: { eventId: id }, replace: true })}
        onCancel={() => void navigate({ to: '/agenda' })}
      />
    </>
  );
}
