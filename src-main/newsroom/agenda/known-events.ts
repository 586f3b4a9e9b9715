import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../contract/agenda-nouns.ts';
import type { Proposal } from '../../contract/agenda-reading.ts';
import type { Id } from '../../contract/basics.ts';
import { evenTitle, sameWords, titleFit } from './title-fit.ts';

/** How far ahead an event is looked for that a message without a day speaks of (`rapat jam 9 diundur`). */
const DAYS_AHEAD = 14;
/** A likeness below this is none; a candidate must be so much likelier than the next to be taken without asking. */
const LEAST = 0.6;
const CLEARLY = 0.2;
const MOST_CANDIDATES = 6;

/** Days whose events must be looked at, both included; null where no proposal speaks of any. */
export function daysToLookAt(proposals: readonly Proposal[], today: string): { from: string; to: string }[] {
  const days = proposals.flatMap((proposal) =>
    [proposal.day?.value, proposal.was.day?.value].filter((day) => day !== undefined),
  );
  const spans = days.map((day) => ({ from: day, to: day }));
  if (proposals.some((proposal) => proposal.act.value !== 'add')) {
    const now = Temporal.PlainDate.from(today);
    spans.push({ from: now.subtract({ days: 1 }).toString(), to: now.add({ days: DAYS_AHEAD }).toString() });
  }
  spans.sort((one, other) => (one.from < other.from ? -1 : 1));
  const apart: { from: string; to: string }[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    // a year that was misread is no reason to look up all between
    if (last && span.from <= last.to) last.to = span.to > last.to ? span.to : last.to;
    else apart.push(span);
  }
  return apart;
}

/**
 * The proposals with the events of the agenda that they are, or that they change. A new one is known by day and title; one whose time
 * differs too, unless another proposal of this text is that very event: two meetings of one name on one day stay two. A change is looked
 * for by what it says of the event: words of its name, day, old clock, leader, place; where several fit, none is taken.
 * @param events of the days the proposals speak of
 */
export function withKnown(
  proposals: readonly Proposal[],
  events: readonly Event[],
  today: string,
): { proposals: Proposal[]; events: Event[] } {
  const told = knownAdds(proposals, events);
  const found = proposals.map((proposal): Proposal => {
    if (proposal.act.value === 'add') {
      const id = told.get(proposal) ?? null;
      return { ...proposal, knownEventId: id, candidates: id === null ? [] : [id] };
    }
    return target(proposal, events, today, proposals.length > 1);
  });
  const used = new Set(found.flatMap((proposal) => proposal.candidates));
  return { proposals: found, events: events.filter((event) => used.has(event.id)) };
}

function knownAdds(proposals: readonly Proposal[], events: readonly Event[]): Map<Proposal, Id> {
  const told = new Map<Proposal, Id>();
  const adds = proposals.filter((proposal) => proposal.act.value === 'add');
  const alike = Map.groupBy(events, (event) => `${event.day} ${evenTitle(event.title)}`);
  const of = (proposal: Proposal) =>
    alike.get(`${proposal.day?.value} ${evenTitle(proposal.title?.value ?? '')}`) ?? [];
  const atOnce = (proposal: Proposal, event: Event) => event.start.slice(11) === proposal.startClock?.value;
  for (const proposal of adds) {
    const same = of(proposal).find((event) => atOnce(proposal, event));
    if (same) told.set(proposal, same.id);
  }
  for (const proposal of adds) {
    if (told.has(proposal)) continue;
    const taken = new Set(told.values());
    const free = (event: Event) => !taken.has(event.id) && !othersAttend(proposal, event);
    const same =
      of(proposal).find(free) ??
      // another writing of its name, at the same hour
      events.find(
        (event) =>
          event.day === proposal.day?.value &&
          atOnce(proposal, event) &&
          sameWords(event.title, proposal.title?.value ?? '') &&
          free(event),
      );
    if (same) told.set(proposal, same.id);
  }
  return told;
}

/** The event that a change speaks of, or the candidates. */
function target(proposal: Proposal, events: readonly Event[], today: string, several: boolean): Proposal {
  const scored = events
    .map((event) => ({ event, score: likeness(proposal, event, today) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || a.event.start.localeCompare(b.event.start))
    .slice(0, MOST_CANDIDATES);
  const [first, second] = scored;
  const clear = first && (!second || first.score - second.score >= CLEARLY);
  const candidates = scored.map(({ event }) => event.id);
  if (clear) return { ...moved(proposal, first.event), knownEventId: first.event.id, candidates };
  const spans = proposal.act.spans;
  const asNew = several && proposal.act.value === 'change' && proposal.startClock !== null && saysNothingOld(proposal);
  if (!first && asNew) {
    // A whole agenda under PERUBAHAN AGENDA: what is not there yet is new.
    const doubts = [...proposal.doubts, { code: 'target_missing' as const, spans, params: {} }];
    return { ...proposal, act: { ...proposal.act, value: 'add', assumed: true }, doubts };
  }
  const code = first ? ('target_unclear' as const) : ('target_missing' as const);
  return { ...proposal, candidates, doubts: [...proposal.doubts, { code, spans, params: {} }] };
}

/** `diundur 1 jam` of an event that is known has its hour, and its day where that is another. */
function moved(proposal: Proposal, event: Event): Proposal {
  const { shift, startClock, notUnderstood } = proposal;
  if (!shift || startClock) return proposal;
  const said = proposal.day && proposal.day.spans.length > 0 ? proposal.day.value : event.day;
  const from = Temporal.PlainDateTime.from(`${said}${event.start.slice(10)}`);
  const to = from.add({ minutes: shift.value });
  const day = to.toPlainDate().toString();
  const spans = new Set(shift.spans.map(({ start }) => start));
  return {
    ...proposal,
    startClock: { ...shift, value: to.toPlainTime().toString().slice(0, 5) },
    day: day === said ? proposal.day : { ...shift, value: day },
    notUnderstood: notUnderstood.filter(({ start }) => !spans.has(start)),
  };
}

const saysNothingOld = ({ was }: Proposal): boolean => !was.day && !was.startClock && !was.venue;

function likeness(proposal: Proposal, event: Event, today: string): number {
  const name = proposal.title ? titleFit(proposal.title.value, event.title) : 0;
  if (name === 0) return 0;
  let score = name + dayFit(proposal, event, today);
  const clock = event.start.slice(11);
  const old = proposal.was.startClock?.value ?? null;
  if (old !== null) score += old === clock ? 0.5 : -0.6;
  // a cancellation names the hour it was to be; a notice may say the new one only
  else if (proposal.startClock && ['cancel', 'delegate', 'postpone'].includes(proposal.act.value))
    score += proposal.startClock.value === clock ? 0.4 : -0.4;
  if (othersAttend(proposal, event)) score -= 0.4;
  else if (proposal.leaders.some((leader) => event.attendance.some((one) => one.officialId === leader.officialId)))
    score += 0.15;
  const place = proposal.was.venue?.value ?? (proposal.act.value === 'cancel' ? proposal.venue?.value : undefined);
  if (place && sameWords(place, event.venue)) score += 0.2;
  if (event.state === 'cancelled' || event.state === 'done') score -= 0.5;
  return score;
}

function dayFit({ act, day, was }: Proposal, event: Event, today: string): number {
  if (was.day) return event.day === was.day.value ? 0.5 : -1;
  const said = day !== null && day.spans.length > 0;
  if (said && event.day === day.value) return 0.4;
  if (said && (act.value === 'cancel' || act.value === 'delegate')) return -1;
  if (event.day === today) return 0.3;
  const ahead = Temporal.PlainDate.from(today).until(event.day).days;
  if (ahead < 0) return -1;
  return ahead === 1 ? 0.2 : 0.05;
}

/** Both name leaders, all of them known, and none is the same. */
function othersAttend(proposal: Proposal, event: Event): boolean {
  const named = proposal.leaders.map((leader) => leader.officialId);
  if (named.length === 0 || event.attendance.length === 0 || named.includes(null)) return false;
  return !event.attendance.some((answer) => named.includes(answer.officialId));
}
