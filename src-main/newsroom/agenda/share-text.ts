import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { DutyRole } from '../../contract/event-parts.ts';
import type { Official } from '../../contract/register.ts';
import { withoutNote } from '../../text/said-inside.ts';
import { staysInside } from '../../text/stays-inside.ts';
import { calledOf as called, speechOf } from './outgoing/day-sheet.ts';
import { forEdition } from './outgoing/edition.ts';
import { withoutPhones } from './outgoing/without-phones.ts';

/** The words of the text, in one language; words/id/agenda.ts and words/en/agenda.ts have this shape. */
export interface ShareWords {
  readonly agendaTitle: string;
  readonly eventTitle: string;
  readonly changedTitle: (revision: number) => string;
  /** Of one that had been called off, or put off, and takes place. */
  readonly onAgainTitle: (revision: number) => string;
  readonly postponedTitle: string;
  readonly cancelledTitle: string;
  readonly emptyDay: string;
  readonly noLeader: string;
  readonly day: (day: string) => string;
  readonly time: (event: Pick<Event, 'start' | 'end' | 'openEnd' | 'zone'>) => string;
  readonly revision: (revision: number, at: string) => string;
  readonly tentative: string;
  readonly toFollow: string;
  readonly same: string;
  readonly dropped: string;
  readonly labels: Readonly<
    Record<
      | 'time'
      | 'venue'
      | 'organizer'
      | 'dress'
      | 'transit'
      | 'companions'
      | 'officer'
      | 'contact'
      | 'speech'
      | 'coverage'
      | 'delegated'
      | 'absent'
      | 'reason'
      | 'note'
      | 'newTime'
      | 'oldTime',
      string
    >
  >;
  /** `Sambutan: ya`, where it is not said who speaks. */
  readonly yes: string;
  readonly untitled: string;
  readonly roles: Readonly<Record<DutyRole, string>>;
}

export interface ShareSetting {
  readonly words: ShareWords;
  /** `rich` has WhatsApp marks and emoji, `plain` neither. */
  readonly style: 'rich' | 'plain';
  /** `public`: what outgoing/edition.ts lets through, and nothing else. */
  readonly edition: 'internal' | 'public';
  readonly officials: readonly Official[];
  /** When the text is made, as words: `19/11/2025 20.15 WITA`. */
  readonly madeAt: string;
}

/** The agenda by day and leader (domain.md 1.6). An event of two leaders stands under both. Cancelled and undated events are out. */
export function agendaText(days: readonly string[], events: readonly Event[], setting: ShareSetting): string {
  const { words } = setting;
  const shown = forEdition(events, setting.edition).filter(
    (event) => !['cancelled', 'postponed'].includes(event.state),
  );
  const lines = [bold(words.agendaTitle, setting)];
  for (const [at, day] of days.entries()) {
    if (at > 0) lines.push('');
    lines.push(bold(words.day(day), setting));
    const today = shown.filter((event) => event.day === day);
    if (today.length === 0) lines.push('', words.emptyDay);
    for (const [heading, own] of byLeader(today, setting)) {
      lines.push('', bold(heading.toUpperCase(), setting));
      for (const [index, event] of own.entries()) lines.push(...item(event, index + 1, heading, setting));
    }
  }
  const revision = Math.max(0, ...shown.filter(({ day }) => days.includes(day)).map((event) => event.revision));
  if (revision > 0) lines.push('', italic(words.revision(revision, setting.madeAt), setting));
  return lines.join('\n');
}

/** One event: as it is, or as notice of its last change when that was one that people must hear of. */
export function eventText(
  given: Event,
  changes: readonly EventChange[],
  setting: ShareSetting,
): { text: string; notice: 'event' | 'changed' | 'postponed' | 'cancelled' } {
  const { words } = setting;
  const [event] = forEdition([given], setting.edition);
  // who asks has looked before whether this edition has it
  if (event === undefined) throw new Error('an event that this edition does not have');
  // a photographer who is on site changes nothing of the event
  const history = changes.filter((change) => change.act !== 'duty');
  const comes = event.attendance.filter(({ answer }) => answer !== 'absent');
  const leaders = leaderNames(comes.length > 0 ? { ...event, attendance: comes } : event, setting).join(', ');
  const headingOn = (day: string) => [words.day(day), leaders].filter((part) => part !== '').join(' – ');
  if (event.state === 'cancelled' || event.state === 'postponed') {
    const title = event.state === 'cancelled' ? words.cancelledTitle : words.postponedTitle;
    const then = known(given, history, setting);
    // people know it by the day on which it was to be
    const day = then?.start.slice(0, 10) ?? event.day;
    const lines = [bold(title, setting), headingOn(day), titleOf(event, setting)];
    if (event.state === 'cancelled') lines.push(`${words.labels.time}: ${struck(words.time(event), setting)}`);
    else lines.push(...postponedTimes(event, then, setting));
    if (then !== null) lines.push(...reasonLines(given.stateReason, setting));
    return { text: lines.join('\n'), notice: event.state };
  }
  const last = history.at(-1);
  const previous = history.at(-2);
  if (last && previous && last.revision > previous.revision && last.revision > 1) {
    const text = changeText(event, last, headingOn(event.day), setting);
    if (text !== null) return { text, notice: 'changed' };
  }
  const lines = [bold(words.eventTitle, setting), bold(words.day(event.day), setting)];
  if (leaders !== '') lines.push(bold(leaders.toUpperCase(), setting));
  lines.push(...item(event, null, '', setting));
  return { text: lines.join('\n'), notice: 'event' };
}

/**
 * The event as it was before it was called off or put off; null where this edition did not know of it then: one may have been opened
 * since, and the public is told neither when it was to be nor why it is not.
 */
function known(given: Event, history: readonly EventChange[], setting: ShareSetting): Event | null {
  const said = history.findLastIndex(({ changes }) =>
    changes.some((change) => change.field === 'state' && change.new === given.state),
  );
  if (said < 0) return setting.edition === 'internal' ? given : null;
  const undone = history.slice(said).reverse();
  const old = undone.flatMap(({ changes }) => changes.map((change) => [change.field, change.old]));
  const then = { ...given, ...Object.fromEntries(old) } as Event;
  return forEdition([then], setting.edition)[0] ?? null;
}

/** When it was to be and when it will be: people look for the one to change it into the other. */
function postponedTimes(event: Event, then: Event | null, setting: ShareSetting): string[] {
  const { words } = setting;
  const saying = (one: Event) => `${words.day(one.start.slice(0, 10))}, ${words.time(one)}`;
  const isMoved = then !== null && saying(then) !== saying(event);
  const lines = then === null ? [] : [`${words.labels.oldTime}: ${struck(saying(then), setting)}`];
  return [...lines, `${words.labels.newTime}: ${bold(isMoved ? saying(event) : words.toFollow, setting)}`];
}

/** The notice of domain.md 1.6: what changed struck and new, what people ask about said to be as it was. Null where this edition had none before. */
function changeText(event: Event, last: EventChange, heading: string, setting: ShareSetting): string | null {
  const { words } = setting;
  const old = new Map(last.changes.map((change) => [change.field, change.old]));
  // what it was passes the same gate; one that was closed then has nothing to say about before
  const [was] = forEdition([{ ...event, ...Object.fromEntries(old) } as Event], setting.edition);
  if (was === undefined) return null;
  // who heard that it is off, or that its time would follow, is told all of it anew
  if (old.get('state') === 'cancelled' || old.get('state') === 'postponed')
    return [
      bold(words.onAgainTitle(event.revision), setting),
      heading,
      ...item(event, null, '', setting),
      ...reasonLines(last.reason, setting),
    ].join('\n');
  const lines = [bold(words.changedTitle(event.revision), setting), heading, titleOf(event, setting)];
  const timeChanged = ['start', 'end', 'openEnd', 'zone'].some((field) => old.has(field));
  const otherDay = was.start.slice(0, 10) !== event.day;
  const saying = (one: Event) =>
    otherDay ? `${words.day(one.start.slice(0, 10))}, ${words.time(one)}` : words.time(one);
  lines.push(`${words.labels.time}: ${timeChanged ? arrow(saying(was), saying(event), setting) : words.same}`);
  lines.push(
    `${words.labels.venue}: ${old.has('venue') ? arrow(clean(was.venue, setting), clean(event.venue, setting), setting) : words.same}`,
  );
  if (old.has('dressCode') && setting.edition === 'internal') {
    lines.push(`${words.labels.dress}: ${arrow(was.dressCode, event.dressCode, setting)}`);
  }
  if (old.has('attendance')) lines.push(...attendanceNews(was, event, setting));
  lines.push(...reasonLines(last.reason, setting));
  return lines.join('\n');
}

function attendanceNews(was: Event, event: Event, setting: ShareSetting): string[] {
  const { words } = setting;
  const lines: string[] = [];
  for (const answer of event.attendance) {
    const before = was.attendance.find((other) => other.officialId === answer.officialId);
    if (before && JSON.stringify(before) === JSON.stringify(answer)) continue;
    const name = calledOf(answer.officialId, setting);
    if (answer.answer === 'delegated')
      lines.push(`${name}: ${words.labels.delegated} ${bold(delegateOf(answer, setting), setting)}`);
    else if (answer.answer === 'absent') lines.push(`${name}: ${bold(words.labels.absent, setting)}`);
    else if (before?.answer !== 'unknown') lines.push(bold(name, setting));
  }
  for (const before of was.attendance) {
    if (event.attendance.some((answer) => answer.officialId === before.officialId)) continue;
    lines.push(`${struck(calledOf(before.officialId, setting), setting)}: ${words.dropped}`);
  }
  return lines;
}

function item(event: Event, number: number | null, leader: string, setting: ShareSetting): string[] {
  const { words } = setting;
  const indent = number === null ? '' : '   ';
  const title = titleOf(event, setting);
  const mark = event.state === 'proposed' || event.state === 'tentative' ? ` (${words.tentative})` : '';
  const lines = [`${number === null ? '' : `${number}. `}${bold(words.time(event), setting)} | ${title}${mark}`];
  // what speaks for itself in WhatsApp needs no word beside its picture
  const add = (emoji: string, label: string, value: string, named = true) => {
    const text = clean(value, setting);
    if (text === '') return;
    const sign = setting.style === 'rich' ? `${emoji} ` : '';
    lines.push(`${indent}${sign}${named || setting.style === 'plain' ? `${label}: ` : ''}${text}`);
  };
  const { labels } = words;
  add('📍', labels.venue, event.venue, false);
  add('🏛', labels.organizer, event.organizer, false);
  add('👔', labels.dress, event.dressCode, false);
  add('🚪', labels.transit, event.transitRoom);
  add('👥', labels.companions, event.companions);
  add('☎', labels.officer, `${event.protocolOfficer.name} ${event.protocolOfficer.phone}`);
  add('☎', labels.contact, `${event.contact.name} ${event.contact.phone}`);
  for (const answer of event.attendance) {
    const name = calledOf(answer.officialId, setting);
    if (leader !== '' && name.toLowerCase() !== leader.toLowerCase()) continue;
    const who = leader === '' && event.attendance.length > 1 ? `${name} ` : '';
    if (answer.answer === 'delegated') add('➡', labels.delegated, `${who}${delegateOf(answer, setting)}`);
    if (answer.answer === 'absent') add('➡', '', `${who}${labels.absent}`, false);
  }
  add('🎤', labels.speech, speechOf(event, setting.officials) ?? words.yes);
  add('📷', labels.coverage, event.crew.map(({ name, role }) => `${name} (${words.roles[role]})`).join(', '));
  add('📝', labels.note, event.note.trim().replace(/\s*\n\s*/g, '; '));
  return lines;
}

function titleOf(event: Event, setting: ShareSetting): string {
  return clean(event.title, setting) || setting.words.untitled;
}

function byLeader(events: readonly Event[], setting: ShareSetting): [string, Event[]][] {
  const groups = new Map<string, Event[]>();
  const order = setting.officials.map((official) => official.shortPosition || official.name);
  for (const event of events) {
    const names = leaderNames(event, setting);
    for (const name of names.length > 0 ? names : [setting.words.noLeader]) {
      groups.set(name, [...(groups.get(name) ?? []), event]);
    }
  }
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...groups].sort(([a], [b]) => place(a) - place(b));
}

function leaderNames(event: Event, setting: ShareSetting): string[] {
  return event.attendance.map((answer) => calledOf(answer.officialId, setting));
}

function calledOf(officialId: string, setting: ShareSetting): string {
  return called(setting.officials.find((one) => one.id === officialId));
}

function delegateOf(answer: Event['attendance'][number], setting: ShareSetting): string {
  if (answer.delegateId) return calledOf(answer.delegateId, setting);
  return clean(answer.delegateName ?? '', setting);
}

/** Why, as this edition may say it: what was said among colleagues is told to nobody outside. */
function reasonLines(reason: string | null, setting: ShareSetting): string[] {
  if (!reason || (setting.edition === 'public' && staysInside(reason))) return [];
  const told = clean(reason, setting);
  const said = setting.edition === 'public' ? withoutNote(told) : told;
  return said === '' ? [] : [`${setting.words.labels.reason}: ${said}`];
}

/** One line of an output. What was typed just now (a reason) has not passed the gate of the events, so it is looked at here. */
function clean(text: string, setting: ShareSetting): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return setting.edition === 'internal' ? plain : withoutPhones(plain);
}

/** WhatsApp's marks need their text without spaces at the edges and without the mark itself inside. */
function bold(text: string, setting: ShareSetting): string {
  return mark('*', text, setting);
}

function italic(text: string, setting: ShareSetting): string {
  return mark('_', text, setting);
}

function struck(text: string, setting: ShareSetting): string {
  return mark('~', text, setting);
}

function mark(sign: string, text: string, setting: ShareSetting): string {
  const inner = text.trim();
  return setting.style === 'plain' || inner === '' ? inner : `${sign}${inner.replaceAll(sign, '')}${sign}`;
}

function arrow(old: string, now: string, setting: ShareSetting): string {
  if (old.trim() === '') return bold(now, setting);
  if (now.trim() === '') return struck(old, setting);
  return `${struck(old, setting)} → ${bold(now, setting)}`;
}
