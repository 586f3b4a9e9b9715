import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Event, EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import { contract } from '../../../../src-main/contract/index.ts';
import { client, refusalOf, rpc } from '../../../client.ts';
import { NotThere } from '../../../components/not-there.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { inputOf } from '../../../forms/use-form.ts';
import { useCrumb } from '../../../frame/crumbs.tsx';
import { useWords } from '../../../words/words.tsx';
import { ChangedMeanwhile } from '../views/changed-meanwhile.tsx';
import { EventForm } from './event-form.tsx';
import { type EventValues, fieldsOf, valuesOf } from './values.ts';

/** Every field of an event that is there already. */
export function ChangeEvent() {
  const { eventId } = useParams({ from: '/agenda/$eventId/ubah' });
  const event = useQuery({ ...client.agenda.get.queryOptions({ input: { id: eventId } }), staleTime: 0 });
  const w = useWords();
  // what was typed stays when a later look fails, because the line is down
  if (event.data) return <Change event={event.data} />;
  if (event.error) return <NotThere error={event.error} back={{ to: '/agenda', word: w.frame.agenda }} />;
  return <SkeletonRows rows={8} height={60} />;
}

/** What a person wants to change, and how. */
interface Wanted {
  readonly fields: Partial<EventFields>;
  readonly reason: string | undefined;
  readonly answers: { key: string; reason: string }[];
  readonly newLeaders: { id: string; name: string }[];
  readonly values: EventValues;
}

function Change({ event: newest }: { readonly event: Event }) {
  const w = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useCrumb(newest.title, `/agenda/${newest.id}`);
  // The form keeps the version it began with: what somebody else changed meanwhile must not be overwritten unseen.
  const [event] = useState(newest);
  const [meanwhile, setMeanwhile] = useState<Wanted | null>(null);
  const back = () => navigate({ to: '/agenda/$eventId', params: { eventId: event.id }, replace: true });
  const save = async ({ fields, reason, answers, newLeaders, values }: Wanted, version: number): Promise<Event> => {
    const seen = { id: event.id, version, reason, newLeaders };
    if (event.seriesId === null || values.scope === 'one') return rpc.agenda.change({ ...fields, ...seen, answers });
    const clashReason = values.why.trim() || undefined;
    const repeat = values.repeat ?? undefined;
    const changed = await rpc.agenda.changeFollowing({ ...fields, ...seen, clashReason, repeat });
    return changed.event;
  };
  const shown = async (saved: Event) => {
    queries.setQueryData(client.agenda.get.queryKey({ input: { id: event.id } }), saved);
    await back();
  };
  return (
    <>
      <PageHeader title={w.agenda.changeTitle} about={event.title} />
      <EventForm
        schema={inputOf(contract.agenda.change)}
        event={event}
        asksReason={event.revision > 0}
        submit={w.agenda.save}
        onSave={async (input, values) => {
          const wanted: Wanted = {
            fields: changedFields(event, values),
            reason: input.reason,
            answers: input.answers,
            newLeaders: input.newLeaders,
            values,
          };
          try {
            return await save(wanted, event.version);
          } catch (error) {
            if (refusalOf(error)?.code === 'changed_meanwhile') setMeanwhile(wanted);
            throw error;
          }
        }}
        onSaved={shown}
        onCancel={() => void back()}
      />
      {meanwhile ? (
        <ChangedMeanwhile
          eventId={event.id}
          seen={event}
          mine={meanwhile.fields}
          onKeep={async (now) => shown(await save(meanwhile, now.version))}
          onTake={(now) => void shown(now)}
          onClose={() => setMeanwhile(null)}
        />
      ) : null}
    </>
  );
}

/** Only what differs from what the form began with: changes of others to other fields stay. */
function changedFields(event: Event, values: EventValues): Partial<EventFields> {
  const before = fieldsOf(valuesOf(event, event.zone)) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fieldsOf(values)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
}
