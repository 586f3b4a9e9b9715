import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Event, newEventSchema } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { repeatSchema } from '../../../../src-main/contract/event-parts.ts';
import { client } from '../../../client.ts';
import { type EventValues, fieldsOf } from './values.ts';

interface FormClashes {
  readonly clashes: readonly Clash[];
  /** Those that need an answer: sure, and not there before this form was opened. */
  readonly toAnswer: readonly Clash[];
  /** Dates of the rule, where it repeats. */
  readonly days: readonly string[];
}

/** What clashes while the form is being filled; asked for when typing rests. */
export function useFormClashes(event: Event | null, values: EventValues): FormClashes {
  const state = event ? (event.revision > 0 ? 'confirmed' : 'tentative') : values.state;
  const parsed = newEventSchema.safeParse({ ...fieldsOf(values), title: values.title || '–', state });
  const repeat = event === null && values.repeat ? repeatSchema.safeParse(values.repeat) : null;
  const asked = parsed.success ? { event: parsed.data, repeat: repeat?.success ? repeat.data : null } : null;
  const [settled] = useDebouncedValue(JSON.stringify(asked), 300);
  const wanted =
    settled === undefined || settled === 'null' ? null : (JSON.parse(settled) as NonNullable<typeof asked>);
  const nothing = { event: { title: '–', start: '2000-01-01T00:00', zone: values.zone } } as const;
  const one = useQuery({
    ...client.agenda.checkClashes.queryOptions({
      input: { ...(event ? { id: event.id } : {}), event: wanted?.event ?? nothing.event },
    }),
    enabled: wanted !== null && wanted.repeat === null,
    placeholderData: (before) => before,
  });
  const many = useQuery({
    ...client.agenda.checkSeries.queryOptions({
      input: {
        event: wanted?.event ?? nothing.event,
        repeat: wanted?.repeat ?? { every: 'week', until: null, count: 2 },
      },
    }),
    enabled: wanted !== null && wanted.repeat !== null,
    placeholderData: (before) => before,
  });
  const before = useQuery({
    ...client.agenda.clashes.queryOptions({ input: { id: event?.id ?? '' } }),
    enabled: event !== null,
  });
  const repeats = event === null && values.repeat !== null;
  const clashes = wanted === null ? [] : repeats ? (many.data?.clashes ?? []) : (one.data ?? []);
  const had = new Set((before.data ?? []).filter((clash) => clash.weight === 'sure').map((clash) => clash.key));
  const toAnswer = clashes.filter((clash) => clash.weight === 'sure' && clash.answered === null && !had.has(clash.key));
  return { clashes, toAnswer, days: repeats ? (many.data?.days ?? []) : [] };
}
