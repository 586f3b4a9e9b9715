import type { RosterEntry } from '../../../src-main/contract/roster.ts';
import { clockText, shortDayText, zoneShort } from '../../../src-main/words/when.ts';
import { useLanguage } from '../../words/words.tsx';

/** `Kam, 20 Nov 16.00 – Jum, 21 Nov 07.30 WITA`. */
export function useSaySpan(): (entry: RosterEntry) => string {
  const language = useLanguage();
  const say = (local: string) => `${shortDayText(local.slice(0, 10), language)} ${clockText(local, language)}`;
  return ({ start, end, zone }) => {
    const sameDay = start.slice(0, 10) === end.slice(0, 10);
    return `${say(start)} – ${sameDay ? clockText(end, language) : say(end)} ${zoneShort(zone)}`;
  };
}
