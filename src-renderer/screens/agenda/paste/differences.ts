import type { ChangeToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Event, EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import type { ReadLeader } from '../../../../src-main/contract/agenda-reading.ts';
import type { When } from '../when.ts';
import { type Card, textFields, whenOf } from './card.ts';

export interface Difference {
  readonly field: 'when' | 'attendance' | 'state' | keyof EventFields;
  readonly old: string;
  readonly new: string;
  /** It follows from something else, and was not said. */
  readonly assumed: boolean;
}

/** What the page needs to say an event in words. */
export interface Says {
  readonly when: (when: Pick<Event, 'start' | 'end' | 'openEnd' | 'zone'>) => string;
  readonly called: (id: string) => string;
  readonly press: (access: Event['pressAccess']) => string;
  readonly yes: (yes: boolean) => string;
  readonly states: Readonly<Record<Event['state'], string>>;
  readonly leader: (leader: Pick<ReadLeader, 'answer' | 'delegateName'>) => string;
}

export interface Change {
  readonly differences: readonly Difference[];
  /** What the core is asked to do. */
  readonly input: Omit<ChangeToAccept, 'reason' | 'key'>;
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What accepting the card would change of the event, old -> new. Only what the text or the person said counts. */
export function changeOf(card: Card, event: Event, says: Says): Change {
  const differences: Difference[] = [];
  const fields: NonNullable<ChangeToAccept['fields']> = {};
  const note = (field: Difference['field'], old: string, now: string, assumed = false) =>
    differences.push({ field, old, new: now, assumed });
  const ends = card.act === 'cancel' || card.act === 'postpone';
  const when = newWhen(card, event);
  const moved = when !== null && !sameWhen(when.value, event);
  if (moved && card.act !== 'cancel') {
    if (card.act !== 'postpone') Object.assign(fields, when.value);
    note('when', says.when(event), says.when(when.value), when.assumed);
  }
  for (const field of textFields) {
    const now = card[field].trim();
    if (now === '' || (ends && field === 'venue' && card.act === 'cancel')) continue;
    if (field === 'note') {
      if (plain(event.note).includes(plain(now))) continue;
      fields.note = [event.note, now].filter((part) => part !== '').join('\n');
      note('note', '', now);
    } else if (plain(now) !== plain(event[field])) {
      fields[field] = now;
      note(field, event[field], now);
    }
  }
  takeParts(card, event, says, fields, note);
  const attendance = answers(card, event, says, note);
  const state = card.act === 'cancel' ? 'cancelled' : card.act === 'postpone' ? 'postponed' : null;
  if (state !== null && event.state !== state) note('state', says.states[event.state], says.states[state]);
  return {
    differences,
    input: {
      eventId: event.id,
      version: event.version,
      fields,
      attendance,
      state: state !== null && event.state !== state ? state : null,
      start: state === 'postponed' && moved ? when.value.start : null,
    },
  };
}

function takeParts(
  card: Card,
  event: Event,
  says: Says,
  fields: NonNullable<ChangeToAccept['fields']>,
  note: (field: Difference['field'], old: string, now: string, assumed?: boolean) => void,
): void {
  for (const field of ['protocolOfficer', 'contact'] as const) {
    const now = card[field]?.value;
    const was = event[field];
    if (!now || (plain(now.name) === plain(was.name) && (now.phone === '' || digits(now.phone) === digits(was.phone))))
      continue;
    fields[field] = { name: now.name || was.name, phone: now.phone || was.phone };
    note(field, `${was.name} ${was.phone}`.trim(), `${now.name} ${now.phone}`.trim());
  }
  const speech = card.speech?.value;
  if (
    speech &&
    (speech.needed !== event.speech.needed ||
      (speech.speaker !== '' && plain(speech.speaker) !== plain(event.speech.speaker)))
  ) {
    fields.speech = { needed: speech.needed, officialId: null, speaker: speech.speaker };
    note('speech', says.yes(event.speech.needed), [says.yes(speech.needed), speech.speaker].filter(Boolean).join(', '));
  }
  const more = (card.crew?.value ?? []).filter(
    (one) =>
      !event.crew.some(
        (duty) =>
          duty.role === one.role &&
          (duty.userId === one.userId || plain(duty.name) === plain(one.name)) &&
          plain(duty.name) === plain(one.name),
      ),
  );
  if (more.length > 0) {
    fields.crew = [...event.crew.map(({ role, userId, name }) => ({ role, userId, name })), ...more];
    note(
      'crew',
      event.crew.map((duty) => duty.name).join(', '),
      [...event.crew, ...more].map((one) => one.name).join(', '),
    );
  }
  const rundown = card.rundown?.value;
  if (rundown && JSON.stringify(rundown) !== JSON.stringify(event.rundown)) {
    fields.rundown = rundown;
    note('rundown', event.rundown.map((one) => one.what).join('; '), rundown.map((one) => one.what).join('; '));
  }
  const visit = card.visit?.value;
  if (
    visit &&
    visit.delegation !== '' &&
    (plain(visit.delegation) !== plain(event.visit?.delegation ?? '') ||
      (visit.size ?? event.visit?.size) !== event.visit?.size)
  ) {
    fields.visit = {
      receiverId: null,
      receiverName: '',
      topics: '',
      souvenir: '',
      ...event.visit,
      delegation: visit.delegation,
      size: visit.size ?? event.visit?.size ?? null,
    };
    note('visit', event.visit?.delegation ?? '', visit.delegation);
  }
  if (card.pressAccess && card.pressAccess.value !== event.pressAccess) {
    fields.pressAccess = card.pressAccess.value;
    note('pressAccess', says.press(event.pressAccess), says.press(card.pressAccess.value));
  }
  if (card.releaseNeeded && card.releaseNeeded.value !== event.releaseNeeded) {
    fields.releaseNeeded = card.releaseNeeded.value;
    note('releaseNeeded', says.yes(event.releaseNeeded), says.yes(card.releaseNeeded.value));
  }
}

const digits = (phone: string): string => phone.replace(/\D+/g, '').replace(/^62/, '0');

/** Leaders whose answer is another now, and those that the event does not name yet. */
function answers(
  card: Card,
  event: Event,
  says: Says,
  note: (field: Difference['field'], old: string, now: string) => void,
): NonNullable<ChangeToAccept['attendance']> {
  const found: NonNullable<ChangeToAccept['attendance']> = [];
  for (const leader of card.leaders) {
    // the text names nobody: whoever was to come
    const meant =
      leader.called === '' && leader.officialId === null
        ? event.attendance.filter((one) => one.answer === 'unknown' || one.answer === 'attends')
        : [event.attendance.find((one) => one.officialId === leader.officialId) ?? null];
    for (const before of meant) {
      if (before === null && card.act === 'cancel') continue;
      if (before && (leader.answer === 'unknown' || sameAnswer(before, leader, says))) continue;
      const officialId = before?.officialId ?? leader.officialId;
      const name = officialId ? says.called(officialId) : leader.called;
      found.push({
        officialId,
        called: name,
        answer: leader.answer,
        delegateId: leader.delegateId,
        delegateName: leader.delegateId ? null : leader.delegateName,
        instruction: before?.instruction ?? null,
      });
      const was = before
        ? says.leader({
            answer: before.answer,
            delegateName: before.delegateId ? says.called(before.delegateId) : before.delegateName,
          })
        : '';
      note('attendance', was === '' ? '' : `${name}: ${was}`, [name, says.leader(leader)].filter(Boolean).join(': '));
    }
  }
  return found;
}

function sameAnswer(before: Event['attendance'][number], leader: ReadLeader, says: Says): boolean {
  if (before.answer !== leader.answer) return false;
  if (leader.answer !== 'delegated') return true;
  if (before.delegateId !== null && before.delegateId === leader.delegateId) return true;
  const was = before.delegateId ? says.called(before.delegateId) : (before.delegateName ?? '');
  return plain(was) === plain(leader.delegateName ?? '');
}

/** The time that the event has when the card is accepted. */
export function whenAfter(card: Card, event: Event): When {
  return (
    newWhen(card, event)?.value ?? { start: event.start, end: event.end, openEnd: event.openEnd, zone: event.zone }
  );
}

/**
 * The time after the change: as typed, else the event's with what the text says. Where it says only a new start, the end moves along,
 * which is an assumption.
 */
function newWhen(card: Card, event: Event): { value: When; assumed: boolean } | null {
  if (card.when) return { value: card.when, assumed: false };
  const { proposal } = card;
  const day = proposal.day && proposal.day.spans.length > 0 ? proposal.day.value : null;
  const zone = proposal.zone.spans.length > 0 && !proposal.zone.assumed ? proposal.zone.value : event.zone;
  const date = day ?? event.day;
  // "diundur 1 jam", and a person has said of which event
  if (!proposal.startClock && proposal.shift && card.act !== 'cancel') {
    const by = proposal.shift.value;
    const start = moveBy(`${date}${event.start.slice(10)}`, by);
    const end = event.end ? moveBy(event.end, minutesBetween(event.start, start)) : null;
    return { value: { start, end, openEnd: event.openEnd, zone: event.zone }, assumed: true };
  }
  if (!proposal.startClock) {
    if (day === null || day === event.day || (card.act !== 'change' && card.act !== 'postpone')) return null;
    const end = event.end ? shifted(event.end, event.day, day) : null;
    return {
      value: { start: `${day}${event.start.slice(10)}`, end, openEnd: event.openEnd, zone: event.zone },
      assumed: false,
    };
  }
  const said = whenOf({ ...proposal, day: { value: date, spans: [], assumed: false } });
  if (!said) return null;
  if (said.end !== null || said.openEnd) return { value: { ...said, zone }, assumed: false };
  const start = said.start;
  if (event.end === null) return { value: { start, end: null, openEnd: event.openEnd, zone }, assumed: false };
  const end = moveBy(event.end, minutesBetween(event.start, start));
  return { value: { start, end, openEnd: false, zone }, assumed: start !== event.start };
}

function sameWhen(when: When, event: Event): boolean {
  return (
    when.start === event.start && when.end === event.end && when.openEnd === event.openEnd && when.zone === event.zone
  );
}

const asDate = (local: string): number => Date.parse(`${local}:00Z`);
const minutesBetween = (from: string, to: string): number => (asDate(to) - asDate(from)) / 60_000;
const moveBy = (local: string, minutes: number): string =>
  new Date(asDate(local) + minutes * 60_000).toISOString().slice(0, 16);
const shifted = (end: string, from: string, to: string): string =>
  moveBy(end, minutesBetween(`${from}T00:00`, `${to}T00:00`));
