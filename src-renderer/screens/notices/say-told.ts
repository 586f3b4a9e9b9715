import type { Attendance } from '../../../src-main/contract/agenda-nouns.ts';
import type { Language } from '../../../src-main/contract/basics.ts';
import type { Notice, ToldChange, ToldEvent } from '../../../src-main/contract/notices.ts';
import { dayOf, relativeDayText, shortDayText, timeRangeText } from '../../../src-main/words/when.ts';
import { useNow } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords, type Words } from '../../words/words.tsx';
import { useOfficials } from '../agenda/use-officials.ts';

/** One change in words. */
export interface SaidChange {
  readonly label: string;
  readonly old: string;
  readonly new: string;
}

/** Old -> new in the reader's words; a state is no pair but one word: `Batal`. */
export function useSayTold(): (change: ToldChange) => SaidChange {
  const w = useWords();
  const language = useLanguage();
  const leaders = useSayLeaders(w);
  return (change) => {
    const label = w.notices.what[change.what];
    const text = (value: string) => value || w.notices.nothing;
    if (change.what === 'time') return { label, ...sayTimes(change, language) };
    if (change.what === 'leaders') return { label, old: leaders(change.old), new: leaders(change.new) };
    if (change.what === 'state') return { label, old: w.states.event[change.old], new: w.states.event[change.new] };
    return { label, old: text(change.old), new: text(change.new) };
  };
}

/** The day only where it is another one; the zone only where it is another, or at the end. */
function sayTimes(change: Extract<ToldChange, { what: 'time' }>, language: Language): { old: string; new: string } {
  const sameDay = change.old.start.slice(0, 10) === change.new.start.slice(0, 10);
  const say = (time: typeof change.old) =>
    sameDay
      ? timeRangeText(time, language)
      : `${shortDayText(time.start.slice(0, 10), language)} ${timeRangeText(time, language)}`;
  return { old: say(change.old), new: say(change.new) };
}

function useSayLeaders(w: Words): (attendance: readonly Attendance[]) => string {
  const { called, delegate } = useOfficials();
  return (attendance) =>
    attendance
      .map((answer) =>
        answer.answer === 'delegated'
          ? `${called(answer.officialId)} (${w.agenda.delegatedTo(delegate(answer))})`
          : answer.answer === 'absent'
            ? `${called(answer.officialId)} (${w.states.attendance.absent.toLowerCase()})`
            : called(answer.officialId),
      )
      .join(', ') || w.notices.nothing;
}

/** `besok 08.00–10.00 WITA`, `Kamis, 20 November 2025 08.00 WITA`. */
export function useSayWhen(): (event: ToldEvent) => string {
  const language = useLanguage();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  return (event) => `${relativeDayText(event.day, today, language)} ${timeRangeText(event, language)}`;
}

/** The one sentence of a notice: what it is, and as what. */
export function sayNotice(notice: Notice, w: Words): string {
  const roles = notice.roles.map((role) => w.eventParts.roles[role].toLowerCase()).join(', ');
  const sentence = w.notices.kinds[notice.kind];
  if (notice.kind === 'on_roster' && notice.insteadOf) return w.notices.standsInFor(notice.insteadOf);
  if (notice.kind === 'unconfirmed_tomorrow') return w.notices.unconfirmed(notice.count);
  return notice.kind === 'assigned' && roles !== '' ? `${sentence} ${w.notices.asRoles(roles)}` : sentence;
}
