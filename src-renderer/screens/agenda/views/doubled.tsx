import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client } from '../../../client.ts';
import { useMay } from '../../../frame/session.tsx';
import { isOpenDouble } from '../doubles.ts';

/** So long one must look at the same days before their clashes are asked for. */
const REST_MS = 400;

type Weight = Clash['weight'];

const Doubled = createContext<ReadonlyMap<string, Weight>>(new Map());

/**
 * Whether an event asks for somebody, or for a room, that is asked for elsewhere at the same time, and nobody has said why: `sure`
 * when it cannot be, `look` when it may be, null when it is not so.
 */
export function useDoubled(): (event: { readonly id: string }) => Weight | null {
  const found = useContext(Doubled);
  return (event) => found.get(event.id) ?? null;
}

interface DoubledEventsProps {
  /** First and last days of what is shown, each at most 62 days. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly children: ReactNode;
}

/** Marks the events below that clash; only for who keeps the agenda and can answer. It is asked for after the events are there. */
export function DoubledEvents({ spans, children }: DoubledEventsProps) {
  const keeps = useMay()('agenda.write');
  // who steps from month to month is not kept waiting by what is asked about each
  const [rested] = useDebouncedValue(JSON.stringify(spans), REST_MS);
  const found = useQueries({
    queries: (keeps ? (JSON.parse(rested) as typeof spans) : []).map((input) =>
      client.agenda.openClashes.queryOptions({ input }),
    ),
    combine: idsOf,
  });
  // the same events are the same map: a view that is drawn by the hundred is not drawn again for nothing
  const ids = useMemo(() => new Map(JSON.parse(found) as [string, Weight][]), [found]);
  return <Doubled value={ids}>{children}</Doubled>;
}

function idsOf(results: UseQueryResult<readonly (Clash & { eventId: string })[]>[]): string {
  const found = new Map<string, Weight>();
  for (const { eventId, other, weight } of results.flatMap(({ data }) => data ?? []).filter(isOpenDouble))
    for (const id of [eventId, other?.id ?? eventId]) if (found.get(id) !== 'sure') found.set(id, weight);
  return JSON.stringify([...found].sort());
}
