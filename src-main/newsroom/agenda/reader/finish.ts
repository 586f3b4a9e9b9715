import type { Proposal, ReadLeader } from '../../../contract/agenda-reading.ts';
import { endDayOf, nextDay } from '../end-day.ts';
import type { Context, Draft, Letter, Piece } from './draft.ts';
import { farDay } from './far-day.ts';
import { kindOfTitle } from './fields.ts';
import { settlePlace } from './place-behind.ts';
import { settleShift } from './settle-shift.ts';
import { settleWords } from './settle-words.ts';
import { readVisit } from './told.ts';

/** The proposal of a draft whose lines are all read, with everything a person should look at. */
export function finish(draft: Draft, key: string, context: Context): Proposal {
  settlePlace(draft);
  settleWords(draft);
  settleShift(draft);
  const act = actOf(draft, context);
  const letter = context.letter;
  const title = named(draft, letter);
  const day = dayOf(draft, context);
  if (title === null) draft.doubt('title_missing');
  if (draft.startClock === null && !draft.timeOpen && act.value === 'add') draft.doubt('time_missing');
  // a zone that is not the office's own, behind times without one, was that item's
  const before = context.zoneUnsaid && context.lastZone?.value !== context.zone ? null : context.lastZone;
  const zone = draft.zone ?? before ?? { value: context.zone, spans: [], assumed: true };
  // One that an earlier line named holds on; where it is not the office's own, a person should look.
  if (draft.startClock && draft.zone === null && (zone.spans.length === 0 || zone.value !== context.zone))
    draft.doubt('zone_assumed', draft.startClock.spans, { zone: zone.value });
  // Which day it is does not matter for whether the clocks make a night.
  const until = draft.day === null ? null : lastDay(draft);
  const endDay =
    draft.startClock && draft.endClock
      ? (until ?? endDayOf(day?.value ?? context.today, draft.startClock.value, draft.endClock.value))
      : null;
  if (draft.startClock && draft.endClock && endDay === null) {
    draft.doubt('end_before_start', [...draft.startClock.spans, ...draft.endClock.spans]);
  }
  const leaders = leadersOf(draft, context);
  for (const leader of leaders) {
    if (leader.officialId === null && leader.called !== '')
      draft.doubt('leader_unknown', leader.spans, { called: leader.called });
    if (leader.delegateName !== null && leader.delegateId === null) {
      draft.doubt('delegate_unknown', leader.delegateSpans, { name: leader.delegateName });
    }
  }
  const { title: shortTitle, visit } = visitOf(draft, title);
  const hit = shortTitle ? kindOfTitle(shortTitle.value) : null;
  return {
    key,
    span: draft.span,
    act,
    was: draft.was,
    reason: cutTo(draft, draft.reason, 500),
    kind: hit && shortTitle ? { value: hit.kind, spans: shortTitle.spans, assumed: true } : null,
    title: cutTo(draft, shortTitle && { ...shortTitle, value: capital(shortTitle.value) }, 300),
    day,
    startClock: draft.startClock,
    shift: draft.shift,
    endClock: draft.endClock,
    endDay: day && endDay,
    openEnd: draft.openEnd,
    zone,
    venue: cutTo(draft, draft.venue ?? (act.value === 'add' ? context.venue : null), 300),
    organizer: cutTo(draft, draft.organizer ?? letter?.organizer ?? null, 300),
    dressCode: cutTo(draft, draft.dressCode, 100),
    companions: cutTo(draft, draft.companions, 500),
    note: cutTo(draft, draft.note, 5000),
    pressAccess: draft.pressAccess,
    releaseNeeded: draft.releaseNeeded,
    tentative: draft.tentative,
    transitRoom: cutTo(draft, draft.transitRoom, 200),
    protocolOfficer: draft.protocolOfficer,
    contact: draft.contact,
    speech: draft.speech,
    rundown: draft.rundown,
    crew: crewOf(draft, context),
    visit,
    letter:
      letter && (letter.number || letter.day || letter.subject)
        ? { number: letter.number, day: letter.day, subject: letter.subject }
        : null,
    leaders,
    doubts: draft.doubts,
    notUnderstood: draft.notUnderstood,
    knownEventId: null,
    candidates: [],
  };
}

/** What it is called. `Acara: Ibadah` in a letter that invites to the `HUT GKI`: which of both is its name, a person should say. */
function named({ title }: Draft, letter: Letter | null): Piece<string> | null {
  if (!title || !letter?.held) return title ?? subjectAsTitle(letter);
  const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const [one, other] = [words(title.value), words(letter.held.value)];
  const shared = one.filter((word) => other.includes(word)).length;
  return shared * 2 > Math.min(one.length, other.length) ? title : { ...title, assumed: true };
}

/** What the item says itself, else what the line above all of them said. */
function actOf({ act }: Draft, context: Context): Proposal['act'] {
  if (act === null) return context.act ?? { value: 'add', spans: [], assumed: false };
  return act.spans.length === 0 && context.act ? { ...act, spans: context.act.spans } : act;
}

/** A name that begins with a small word begins with a capital; the rest stays as it was written. */
const capital = (name: string): string =>
  name.replace(/^\p{Ll}(?=\p{Ll}*(?:[\s,]|$))/u, (letter) => letter.toUpperCase());

/** `20-22 November` of the item itself; a heading over several days does not make each of its events last so long. */
function lastDay({ doubts }: Draft): string | null {
  const until = doubts.find(({ code }) => code === 'several_days')?.params.until;
  return typeof until === 'string' ? until : null;
}

/** The crew with the people of the office that are meant: by the whole name, else by a part of it that only one of them has. */
function crewOf(draft: Draft, { staff }: Context): Proposal['crew'] {
  if (draft.crew === null) return null;
  let assumed = false;
  const value = draft.crew.value.map(({ role, name }) => {
    const plain = name.toLowerCase();
    const exact = staff.filter((person) => person.name.toLowerCase() === plain);
    const near = staff.filter((person) => person.name.toLowerCase().split(/\s+/u).includes(plain));
    const [person] = exact.length > 0 ? exact : near;
    const only = (exact.length > 0 ? exact : near).length === 1;
    if (only && exact.length === 0) assumed = true;
    return { role, name: only && person ? person.name : name, userId: only && person ? person.id : null };
  });
  return { value, spans: draft.crew.spans, assumed };
}

function dayOf(draft: Draft, context: Context): Piece<string> | null {
  if (draft.dayImpossible || (draft.day === null && context.dayImpossible)) {
    if (!draft.dayImpossible) draft.doubts.push(...context.dayDoubts);
    return null;
  }
  const told = draft.day ?? context.day ?? draft.was.day;
  if (draft.day === null) draft.doubts.push(...context.dayDoubts);
  const day = told ?? { value: context.today, spans: [], assumed: true };
  if (day.spans.length === 0 && context.dayDoubts.length === 0) draft.doubt('day_assumed', [], { day: day.value });
  const far = farDay(day.value, context.today);
  if (far) draft.doubt(far, day.spans);
  return draft.midnight ? { ...day, value: nextDay(day.value) } : day;
}

const unnamed =
  /^(?:(?:permohonan|mohon|undangan|kesediaan|kehadiran|perkenan|untuk|membuka|menutup|menghadiri|menjadi|memberi(?:kan)?|mengisi|sebagai|acara|kegiatan|sambutan|arahan|narasumber|pembicara|pemateri|keynote|speaker|dan|secara|resmi|bapak|ibu|wali ?kota|bupati|gubernur|wakil|sekda|audiensi|rapat)[\s.,]*)+$/iu;

function subjectAsTitle(letter: Letter | null): Piece<string> | null {
  if (!letter?.subject) return letter?.held ?? null;
  const value = letter.subject.value.replace(
    /^(?:undangan|permohonan (?:kehadiran|menghadiri)|mohon kehadiran)\s+(?:untuk\s+|menghadiri\s+|pada\s+)*/iu,
    '',
  );
  // "Permohonan Kesediaan Membuka Acara" names nothing
  if (value === '' || unnamed.test(value))
    return (
      letter.held ?? (value === '' || /^undangan$/iu.test(value) ? null : { ...letter.subject, value, assumed: true })
    );
  return { ...letter.subject, value, assumed: true };
}

/** Guests that the title names; how many they are leaves the title. */
function visitOf(draft: Draft, title: Piece<string> | null): { title: Piece<string> | null; visit: Proposal['visit'] } {
  const read = title ? readVisit(title.value) : null;
  if (!read || !title) return { title, visit: draft.visitors };
  const [from, to] = read.sizeAt ?? [title.value.length, title.value.length];
  const value = `${title.value.slice(0, from)}${title.value.slice(to)}`.trim();
  return {
    title: { ...title, value },
    visit: {
      value: {
        delegation: draft.visitors?.value.delegation || read.delegation,
        size: draft.visitors?.value.size ?? read.size,
      },
      spans: draft.visitors ? [...draft.visitors.spans, ...title.spans] : title.spans,
      assumed: false,
    },
  };
}

/** The item's own leaders, else the heading's with what the item says about who stands in, else whom the letter is for. */
function leadersOf(draft: Draft, context: Context): ReadLeader[] {
  if (draft.ownLeaders) return draft.leaders;
  const { standIn } = context;
  if (standIn && context.leaders.length > 0 && draft.leaders.length === 0)
    return context.leaders.map((leader) => ({ ...leader, ...standIn }));
  const heading = context.leaders.length > 0 ? context.leaders : (context.letter?.leaders ?? []);
  const copies = heading.map((leader) => ({ ...leader }));
  for (const leader of draft.leaders) {
    const same = copies.find((copy) => copy.called === leader.called);
    if (same) Object.assign(same, leader);
    else copies.push(leader);
  }
  return copies;
}

function cutTo(draft: Draft, piece: Piece<string> | null, max: number): Piece<string> | null {
  if (piece === null || piece.value.length <= max) return piece;
  draft.doubt('too_long', piece.spans, { max });
  return { ...piece, value: piece.value.slice(0, max).trimEnd() };
}
