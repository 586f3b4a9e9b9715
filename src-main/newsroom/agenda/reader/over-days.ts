import type { AgendaReading } from '../../../contract/agenda-reading.ts';

/**
 * A form or letter about one event names its days in a line of its own, above the clocks: `20 s.d. 22 Desember`, `09.00 - 21.00`. It ends
 * on the last of them. Where several events stand below such a line it heads them all, and none of them lasts so long.
 */
export function overItsDays(reading: AgendaReading): AgendaReading {
  const [only, another] = reading.proposals;
  if (!only || another) return reading;
  const { day, endClock, endDay, doubts } = only;
  const until = doubts.find(({ code }) => code === 'several_days')?.params.until;
  if (typeof until !== 'string' || !day || !endClock || endDay !== day.value || until <= endDay) return reading;
  return { ...reading, proposals: [{ ...only, endDay: until }] };
}
