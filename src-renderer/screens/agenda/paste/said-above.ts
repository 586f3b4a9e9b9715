import type { AgendaReading, Doubt } from '../../../../src-main/contract/agenda-reading.ts';

/** What a whole message leaves out, and not one item of it. */
const shared: readonly Doubt['code'][] = ['closed_above', 'zone_assumed', 'year_assumed'];

/** Doubts that several proposals have, and all of them the same: said once, they are read; on every card they are not. */
export function saidAbove(reading: AgendaReading | null): Doubt[] {
  const all = (reading?.proposals ?? []).flatMap(({ doubts }) => doubts);
  return shared.flatMap((code) => {
    const found = all.filter((doubt) => doubt.code === code);
    const [first] = found;
    const said = (doubt: Doubt) => JSON.stringify(doubt.params);
    return first && found.length > 1 && found.every((doubt) => said(doubt) === said(first)) ? [first] : [];
  });
}
