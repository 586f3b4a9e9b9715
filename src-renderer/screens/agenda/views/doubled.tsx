import { useDebouncedValue } from '@mantine/hooks';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DoubledEvent } from '../../../../src-main/contract/clashes.ts';
import { client } from '../../../client.ts';
import { useMay } from '../../../frame/session.tsx';

/** So long one must look at the same days before their clashes are asked for. */
const REST_MS = 400;

type Weight = DoubledEvent['weight'];

/** The marks of all events shown. Each event listens for its own, so that marks which come draw again only what they are about. */
class Marks {
  #weights: ReadonlyMap<string, Weight> = new Map();
  readonly #listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(id: string): Weight | null {
    return this.#weights.get(id) ?? null;
  }

  set(weights: ReadonlyMap<string, Weight>): void {
    this.#weights = weights;
    for (const listener of this.#listeners) listener();
  }
}

const Doubled = createContext(new Marks());

/**
 * Whether an event asks for somebody, or for a room, that is asked for elsewhere at the same time, and nobody has said why: `sure`
 * when it cannot be, `look` when it may be, null when it is not so.
 */
export function useDoubled({ id }: { readonly id: string }): Weight | null {
  const marks = useContext(Doubled);
  return useSyncExternalStore(marks.listen, () => marks.of(id));
}

/** The heaviest mark among these events. */
export function useDoubledAmong(events: readonly { readonly id: string }[]): Weight | null {
  const marks = useContext(Doubled);
  return useSyncExternalStore(marks.listen, () => {
    const found = events.map(({ id }) => marks.of(id));
    return found.includes('sure') ? 'sure' : found.includes('look') ? 'look' : null;
  });
}

interface DoubledEventsProps {
  /** First and last days of what is shown, each at most 62 days. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly children: ReactNode;
}

/** Marks the events below that clash; only for who keeps the agenda and can answer. It is asked for after the events are there. */
export function DoubledEvents({ spans, children }: DoubledEventsProps) {
  const keeps = useMay()('agenda.write');
  const marks = useMemo(() => new Marks(), []);
  // who steps from month to month is not kept waiting by what is asked about each
  const [rested] = useDebouncedValue(JSON.stringify(spans), REST_MS);
  const found = useQueries({
    queries: (keeps ? (JSON.parse(rested) as typeof spans) : []).map((input) =>
      client.agenda.doubledEvents.queryOptions({ input }),
    ),
    combine: marksOf,
  });
  // an effect, so that the events are painted before their marks are drawn
  useEffect(() => marks.set(new Map(JSON.parse(found) as [string, Weight][])), [marks, found]);
  return <Doubled value={marks}>{children}</Doubled>;
}

function marksOf(results: UseQueryResult<readonly DoubledEvent[]>[]): string {
  const found = new Map<string, Weight>();
  for (const { id, weight } of results.flatMap(({ data }) => data ?? []))
    if (found.get(id) !== 'sure') found.set(id, weight);
  return JSON.stringify([...found].sort());
}
