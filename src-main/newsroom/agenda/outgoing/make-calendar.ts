import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id, Language } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import { allEvents } from '../all-events.ts';
import { maySee } from '../may-see.ts';
import { daysOf } from '../series/rule.ts';
import { type CalendarFile, calendarEntries } from './calendar.ts';
import { calledOf, daysBetween } from './day-sheet.ts';
import { type Edition, forEdition, officialsFor } from './edition.ts';
import { editionFor } from './make-sheet.ts';

export interface CalendarChoice {
  readonly from: string;
  readonly to: string;
  readonly edition: 'calendar' | 'public';
  readonly leaderId: Id | null;
  /** Only this event of the span. */
  readonly eventId: Id | null;
  readonly alarmMinutes: number | null;
  readonly language: Language;
  /** What calendar programs call it, of whom it is for; words are the caller's. */
  readonly nameOf: (leader: string | null) => string;
}

/**
 * The events of a span for calendar programs. Refuses as `makeSheet` does.
 * Never with telephone numbers or notes, whoever asks: a file like this lies on phones and in the clouds behind them.
 */
export async function makeCalendar(
  ports: Pick<Newsroom, 'read' | 'turn'>,
  caller: Caller,
  choice: CalendarChoice,
): Promise<Outcome<CalendarFile>> {
  // counting ends after 366 days, the longest span of one file
  if (choice.to < choice.from || daysBetween(choice.from, choice.to).at(-1) !== choice.to) {
    return refused('invalid', {}, 'to');
  }
  const edition = editionFor(caller, choice.edition);
  const { from, to, leaderId, eventId } = choice;
  const filter = { from, to, ...(leaderId === null ? {} : { leaderId }) };
  const shown = await allEvents(ports, filter, (some) =>
    forEdition(
      some.filter((event) => maySee(caller, event) && (eventId === null || event.id === eventId)),
      edition,
    ),
  );
  return ports.read(async (stores) => {
    const officials = officialsFor(await stores.officials.all(), edition);
    const leader = officials.find(({ id }) => id === leaderId);
    if (leaderId !== null && leader === undefined) return refused('not_found', {}, 'leaderId');
    return done({
      language: choice.language,
      name: choice.nameOf(leader === undefined ? null : calledOf(leader)),
      ...(await calendarParts(stores, shown, officials, edition)),
      alarmMinutes: choice.alarmMinutes,
      refreshMinutes: null,
    });
  });
}

/**
 * Events as a calendar has them: single ones, and those of a series under its rule. They have passed their edition's gate. A public
 * one says a rule only where nothing is missing in it and nothing was moved: days left out and times overridden would tell when the
 * closed ones are.
 */
export async function calendarParts(
  stores: Pick<ReadStores, 'agendaOut'>,
  events: readonly Event[],
  officials: readonly Official[],
  edition: Edition,
): Promise<Pick<CalendarFile, 'entries' | 'series'>> {
  const changed = await stores.agendaOut.lastChanges(events.map(({ id }) => id));
  const entries = calendarEntries(events, officials, changed);
  const rules = await stores.agendaOut.series([
    ...new Set(
      events.flatMap(({ seriesId, seriesDay }) => (seriesId !== null && seriesDay !== null ? [seriesId] : [])),
    ),
  ]);
  // one occurrence alone needs no rule, which would only say that the others are missing
  const series = rules
    .map((rule) => ({
      series: { ...rule, days: daysOf(rule.rule, rule) },
      entries: entries.filter(({ event }) => event.seriesId === rule.id && event.seriesDay !== null),
    }))
    .filter((one) => one.entries.length > 1 && (edition !== 'public' || saysNothingMore(one)));
  const ruled = new Set(series.flatMap((one) => one.entries));
  return { series, entries: entries.filter((entry) => !ruled.has(entry)) };
}

function saysNothingMore({ series, entries }: CalendarFile['series'][number]): boolean {
  const first = series.days.indexOf(entries[0]?.event.seriesDay ?? '');
  const clock = series.start.slice(10);
  return (
    first >= 0 &&
    entries.every(
      ({ event }, at) =>
        event.seriesDay === series.days[first + at] &&
        event.start === `${event.seriesDay}${clock}` &&
        event.zone === series.zone,
    )
  );
}
