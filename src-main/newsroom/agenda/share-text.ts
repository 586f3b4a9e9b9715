import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Official } from '../../contract/register.ts';

/** The words of the text, in one language; words/id/agenda.ts and words/en/agenda.ts have this shape. */
export interface ShareWords {
  readonly agendaTitle: string;
  readonly eventTitle: string;
  readonly changedTitle: (revision: number) => string;
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
      'time' | 'venue' | 'organizer' | 'dress' | 'companions' | 'delegated' | 'absent' | 'reason' | 'note' | 'newTime',
      string
    >
  >;
}

export interface ShareSetting {
  readonly words: ShareWords;
  /** `rich` has WhatsApp marks and emoji, `plain` neither. */
  readonly style: 'rich' | 'plain';
  /** `public`: no closed events, no telephone numbers, no dress, companions or notes. */
  readonly edition: 'internal' | 'public';
  readonly officials: readonly Official[];
  /** When the text is made, as words: `19/11/2025 20.15 WITA`. */
  readonly madeAt: string;
}

/** What of these events may stand in the text of an edition. */
export function publishable(events: readonly Event[], edition: ShareSetting['edition']): Event[] {
  return edition === 'internal' ? [...events] : events.filter((event) => event.pressAccess !== 'closed');
}

/** A day's agenda by leader (domain.md 1.6). An event of two leaders stands under both. Cancelled and undated events are out. */
export function dayText(day: string, events: readonly Event[], setting: ShareSetting): string {
  const { words } = setting;
  const shown = publishable(events, setting.edition).filter(
    (event) => !['cancelled', 'postponed'].includes(event.state),
  );
  const lines = [bold(words.agendaTitle, setting), bold(words.day(day), setting)];
  if (shown.length === 0) return [...lines, '', words.emptyDay].join('\n');
  for (const [heading, own] of byLeader(shown, setting)) {
    lines.push('', bold(heading.toUpperCase(), setting));
    for (const [index, event] of own.entries()) lines.push(...item(event, index + 1, heading, setting));
  }
  const revision = Math.max(0, ...shown.map((event) => event.revision));
  if (revision > 0) lines.push('', italic(words.revision(revision, setting.madeAt), setting));
  return lines.join('\n');
}

/** One event: as it is, or as notice of its last change when that was one that people must hear of. */
export function eventText(
  event: Event,
  changes: readonly EventChange[],
  setting: ShareSetting,
): { text: string; notice: 'event' | 'changed' | 'postponed' | 'cancelled' } {
  const { words } = setting;
  // a photographer who is on site changes nothing of the event
  const history = changes.filter((change) => change.act !== 'duty');
  const leaders = leaderNames(event, setting).join(', ');
  const heading = [words.day(event.day), leaders].filter((part) => part !== '').join(' – ');
  if (event.state === 'cancelled' || event.state === 'postponed') {
    const title = event.state === 'cancelled' ? words.cancelledTitle : words.postponedTitle;
    const lines = [bold(title, setting), heading, clean(event.title, setting)];
    const moved = history
      .findLast((change) => change.act === 'state')
      ?.changes.find((change) => change.field === 'start');
    if (event.state === 'cancelled') lines.push(`${words.labels.time}: ${struck(words.time(event), setting)}`);
    else {
      lines.push(
        `${words.labels.newTime}: ${moved ? bold(`${words.day(event.day)} ${words.time(event)}`, setting) : bold(words.toFollow, setting)}`,
      );
    }
    if (event.stateReason) lines.push(`${words.labels.reason}: ${clean(event.stateReason, setting)}`);
    return { text: lines.join('\n'), notice: event.state };
  }
  const last = history.at(-1);
  const previous = history.at(-2);
  if (last && previous && last.revision > previous.revision && last.revision > 1) {
    return { text: changeText(event, last, heading, setting), notice: 'changed' };
  }
  const lines = [bold(words.eventTitle, setting), bold(words.day(event.day), setting)];
  if (leaders !== '') lines.push(bold(leaders.toUpperCase(), setting));
  lines.push(...item(event, null, '', setting));
  return { text: lines.join('\n'), notice: 'event' };
}

/** The notice of domain.md 1.6: what changed struck and new, what people ask about said to be as it was. */
function changeText(event: Event, last: EventChange, heading: string, setting: ShareSetting): string {
  const { words } = setting;
  const old = new Map(last.changes.map((change) => [change.field, change.old]));
  const was = { ...event, ...Object.fromEntries(old) } as Event;
  const lines = [bold(words.changedTitle(event.revision), setting), heading, clean(event.title, setting)];
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
  if (last.reason) lines.push(`${words.labels.reason}: ${clean(last.reason, setting)}`);
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
  const { words, edition } = setting;
  const indent = number === null ? '' : '   ';
  const title = clean(event.title, setting);
  const mark = event.state === 'proposed' || event.state === 'tentative' ? ` (${words.tentative})` : '';
  const lines = [`${number === null ? '' : `${number}. `}${bold(words.time(event), setting)} | ${title}${mark}`];
  const add = (emoji: string, label: string | null, value: string) => {
    const text = clean(value, setting);
    if (text === '') return;
    const sign = setting.style === 'rich' ? `${emoji} ` : '';
    const named =
      setting.style === 'plain' ||
      label === words.labels.companions ||
      label === words.labels.delegated ||
      label === words.labels.note;
    lines.push(`${indent}${sign}${named && label ? `${label}: ` : ''}${text}`);
  };
  add('📍', words.labels.venue, event.venue);
  add('🏛', words.labels.organizer, event.organizer);
  if (edition === 'internal') {
    add('👔', words.labels.dress, event.dressCode);
    add('👥', words.labels.companions, event.companions);
  }
  for (const answer of event.attendance) {
    const name = calledOf(answer.officialId, setting);
    if (leader !== '' && name.toLowerCase() !== leader.toLowerCase()) continue;
    const who = leader === '' && event.attendance.length > 1 ? `${name} ` : '';
    if (answer.answer === 'delegated') add('➡', words.labels.delegated, `${who}${delegateOf(answer, setting)}`);
    if (answer.answer === 'absent') add('➡', null, `${who}${words.labels.absent}`);
  }
  if (edition === 'internal' && event.note.trim() !== '')
    add('📝', words.labels.note, event.note.trim().replace(/\s*\n\s*/g, '; '));
  return lines;
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
  const official = setting.officials.find((one) => one.id === officialId);
  return official?.shortPosition || official?.name || '–';
}

function delegateOf(answer: Event['attendance'][number], setting: ShareSetting): string {
  if (answer.delegateId) return calledOf(answer.delegateId, setting);
  return clean(answer.delegateName ?? '', setting);
}

/** Telephone numbers stay inside the office: seven digits or more, however they are grouped. */
function clean(text: string, setting: ShareSetting): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (setting.edition === 'internal') return plain;
  return plain
    .replace(/(?:\+?62|0)[\d\s().-]{7,}\d/g, '')
    .replace(/\s*\((?:\s*(?:hp|wa|telp|no\.?\s*hp)\.?\s*:?\s*)?\)/giu, '')
    .replace(/\s{2,}/g, ' ')
    .trim();
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
