import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { contract } from '../../../src-main/contract/index.ts';
import { client, refusalOf, rpc } from '../../client.ts';
import { NotThere } from '../../components/not-there.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { inputOf } from '../../forms/use-form.ts';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useWords } from '../../words/words.tsx';
import { EventForm } from './event-form.tsx';

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

function Change({ event: newest }: { readonly event: Event }) {
  const w = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  useCrumb(newest.title);
  // The form keeps the version it began with: what somebody else changed meanwhile must not be overwritten unseen.
  const [event] = useState(newest);
  const [seen, setSeen] = useState(newest.version);
  const [stale, setStale] = useState(false);
  const back = () => void navigate({ to: '/agenda/$eventId', params: { eventId: event.id }, replace: true });
  return (
    <>
      <PageHeader title={w.agenda.changeTitle} about={event.title} />
      <EventForm
        schema={inputOf(contract.agenda.change)}
        event={event}
        asksReason={event.revision > 0}
        submit={w.agenda.save}
        onSave={async (input) => {
          try {
            // Only what differs from what this form began with: changes of others to other fields stay.
            const changed = Object.fromEntries(
              Object.entries(input).filter(
                ([field, value]) =>
                  ['id', 'reason'].includes(field) ||
                  JSON.stringify(value) !== JSON.stringify((event as Record<string, unknown>)[field]),
              ),
            );
            return await rpc.agenda.change({ ...changed, id: event.id, version: seen });
          } catch (error) {
            if (refusalOf(error)?.code === 'changed_meanwhile') setStale(true);
            throw error;
          }
        }}
        onSaved={(saved) => {
          queries.setQueryData(client.agenda.get.queryKey({ input: { id: event.id } }), saved);
          back();
        }}
        onCancel={back}
        notice={
          stale && newest.version !== seen ? (
            <Problem
              act={
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => {
                    setSeen(newest.version);
                    setStale(false);
                  }}
                >
                  {w.agenda.loadNewest}
                </Button>
              }
            >
              {w.agenda.changedMeanwhile}
            </Problem>
          ) : null
        }
      />
    </>
  );
}
