import type { FileReading } from '../../../contract/agenda-files.ts';
import type { Attendance, Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import type { Caller } from '../../caller.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { tellOfChanges } from '../../notices/tell-of-change.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { readPositionHeld } from '../reader/people.ts';
import { findReading } from './find-reading.ts';
import type { AgendaImport, Landing, Span } from './import-store.ts';
import type { ToldAnswer } from './leaders-told.ts';

/** Variables of one statement have an end. */
const EVENTS_AT_ONCE = 500;
/** What lands in one write: some 20 ms, so that everybody else is answered in between; long notes cost the disk more than rows do. */
const PORTION = { rows: 1_000, bytes: 300_000 };
/** What a file needs in the database: its rows, their history, and the log that holds both for a while. */
const SPACE_FACTOR = 4;
const ALL: Span = { after: 0, to: Number.MAX_SAFE_INTEGER };

/** The job that goes on where a core ended. */
export const LAND_IMPORT = 'land-import';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'readings' | 'files' | 'turn'>;
/** `kept`: events that somebody changed while it landed. */
type Landed = { events: number; kept: number; officials: string[] };

/**
 * Takes in what a person chose of a file. The decision is one small transaction; from there on rows that lie in the database already are
 * copied portion by portion, and after a crash a job does the rest: it rolls forward, nothing stays half-imported. Asked again it goes
 * on, or answers again. Refuses: `not_found`, `changed_meanwhile` when a known event is not as it was seen, `disk_full`.
 */
export async function landImport(
  ports: Ports,
  caller: Caller,
  input: { id: Id; except: readonly number[] },
): Promise<Outcome<Landed & { first: string | null }>> {
  const reading = await findReading(ports, caller.userId, input.id);
  const view = reading?.view;
  if (view?.state !== 'ready' && view?.state !== 'landing' && view?.state !== 'landed') return refused('not_found');
  const room = await ports.files.freeBytes();
  const decided = await ports.write(async (stores) => {
    const one = await stores.agendaImports.byId(input.id);
    // the answer to the first ask was lost
    if (one?.state === 'landing' || one?.state === 'landed') return done(undefined);
    if (one?.state !== 'open') return refused('not_found');
    return decide(ports, stores, caller, { ...input, view, room });
  });
  if (!decided.ok) return decided;
  const landed = await landRest(ports, input.id);
  return landed.ok ? done({ ...landed.value, first: view.report?.first ?? null }) : landed;
}

/** Keeps what a person decided, so that anybody can go on with it. */
async function decide(
  ports: Pick<Ports, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  { id, except, view, room }: { id: Id; except: readonly number[]; view: FileReading; room: number },
): Promise<Outcome<void>> {
  const chosen = await stores.agendaImports.choose(id, except);
  const events = chosen.added + chosen.changed;
  if (events === 0) return refused('file_empty');
  if (chosen.changed > 0 && (await stores.agendaImports.stale(id, ALL)) > 0) return refused('changed_meanwhile');
  // half of it would lie there until somebody made room
  if (room < view.bytes * SPACE_FACTOR) return refused('disk_full');
  const { officials, delegates, made } = await namedOfficials(ports, stores, id);
  const { userId, name, roles, language } = caller;
  await stores.agendaImports.setLanding(id, {
    by: { userId, name, roles, language },
    at: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
    events,
    officials: Object.fromEntries(officials),
    delegates: Object.fromEntries(delegates),
    made: made.map((official) => official.shortPosition),
  });
  // one line for the whole file: what became of each event is in its history
  await stores.audit.append({
    caller,
    act: 'agenda.import',
    subject: { kind: 'import', id },
    details: { name: view.name, sha256: view.sha256, ...chosen },
  });
  await stores.jobs.add({ kind: LAND_IMPORT, key: id, data: { importId: id } });
  if (made.length > 0) stores.happen({ kind: 'register.changed' });
  return done(undefined);
}

/**
 * Takes in what is left of an import that a person has decided on. One at a time for each, so that the person's ask and the job do not
 * meet. Answers at once for one that has landed. Refuses: `not_found`, `disk_full`; asked again it goes on where it ended.
 */
export async function landRest(ports: Ports, id: Id): Promise<Outcome<Landed>> {
  return inTurn(id, async () => {
    const one = await ports.read((stores) => stores.agendaImports.byId(id));
    if (one?.state !== 'landing' && one?.state !== 'landed') return refused('not_found');
    const { landing } = one;
    const answer = async () => {
      const events = await ports.read((stores) => stores.agendaImports.chosen(id));
      // what landed before portions were known has nothing but its rows
      return done({ events, kept: (landing?.events ?? events) - events, officials: [...(landing?.made ?? [])] });
    };
    if (one.state === 'landed' || landing === null) return answer();
    const reading = await findReading(ports, one.userId, id);
    for (let after: number | null = one.landedTo ?? 0; after !== null; ) {
      const from: number = after;
      if (reading !== null) {
        const progress = { step: 'landing' as const, done: Math.min(from, landing.events), of: landing.events };
        reading.view = { ...reading.view, state: 'landing', progress };
      }
      const portion = await ports.write(async (stores) =>
        done(await landPortion(ports, stores, { ...one, landing }, from)),
      );
      if (!portion.ok) return portion;
      after = portion.value;
      await ports.turn();
    }
    if (reading !== null) {
      reading.view = { ...reading.view, state: 'landed' };
      reading.rows = [];
    }
    await ports.files.incoming.drop(id);
    return answer();
  });
}

/** One write. @returns the row up to which all is in the agenda, null when nothing is left */
async function landPortion(
  ports: Pick<Ports, 'ids' | 'clock'>,
  stores: Stores,
  { id, name, landing }: AgendaImport & { readonly landing: Landing },
  after: number,
): Promise<number | null> {
  const to = await stores.agendaImports.nextPortion(id, after, PORTION);
  if (to === null) {
    await stores.agendaImports.setState(id, 'landed');
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return null;
  }
  const span = { after, to };
  const caller: Caller = { ...landing.by, sessionId: '' };
  const lastNews = await stores.notices.lastNews();
  await stores.agendaImports.insertChosen(id, span, landing);
  // what somebody has changed since the decision is theirs
  await stores.agendaImports.leaveStale(id, span);
  await changeAttendance(stores, id, span, landing);
  const how = { at: landing.at, userName: caller.name, reason: name };
  if ((await stores.agendaImports.changeChosen(id, span, how)) > 0)
    await tellConcerned(ports, stores, caller, id, span, name);
  // who took it in is not told of their own import
  await stores.notices.setNewsAuthorBehind(lastNews, caller.userId);
  await stores.agendaImports.setLandedTo(id, to);
  return to;
}

/** Who attends known events from here on: those the file names, by the ids they have since it was decided. */
async function changeAttendance(stores: Stores, id: Id, span: Span, landing: Landing): Promise<void> {
  const found = await stores.agendaImports.attendanceChanges(id, span);
  if (found.length === 0) return;
  const settle = ({ called, ...told }: ToldAnswer): Attendance => {
    const standIn = told.delegateName === null ? undefined : landing.delegates[told.delegateName];
    return {
      ...told,
      officialId: told.officialId || (landing.officials[called.toLowerCase()] ?? ''),
      ...(standIn === undefined ? {} : { delegateId: standIn, delegateName: null }),
    };
  };
  const changed = found.map((row) => ({
    ...row,
    changes: row.changes.map((change) =>
      change.field === 'attendance'
        ? { ...change, new: (change.new as ToldAnswer[]).map(settle).filter(({ officialId }) => officialId !== '') }
        : change,
    ),
  }));
  await stores.agendaImports.changeAttendance(id, changed);
}

/** Known events that changed: their crew is told as of a change by hand, and of a series the changed date keeps what is its own. */
async function tellConcerned(
  ports: Pick<Ports, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  id: Id,
  span: Span,
  reason: string,
): Promise<void> {
  const concerned = await stores.agendaImports.changesThatConcern(id, span);
  const events = new Map<Id, Event>();
  for (let from = 0; from < concerned.length; from += EVENTS_AT_ONCE) {
    const ids = concerned.slice(from, from + EVENTS_AT_ONCE).map(({ eventId }) => eventId);
    for (const event of await stores.events.byIds(ids)) events.set(event.id, event);
  }
  await tellOfChanges(
    ports,
    stores,
    caller,
    concerned.flatMap(({ eventId, changeId, act, changes }) => {
      const event = events.get(eventId);
      const how = act === 'cancel' ? ('state' as const) : ('changed' as const);
      return event ? [{ event, change: { id: changeId, act: how, changes, reason } }] : [];
    }),
  );
  for (const { eventId, act, changes } of concerned)
    if (act === 'change' && events.get(eventId)?.seriesId)
      await stores.series.addOwnFields(
        eventId,
        changes.map(({ field }) => field),
      );
}

/**
 * Leaders, and stand-ins told by their position, whom a table names and the register does not know are proposed for it, unconfirmed, as
 * a pasted agenda does. Who is told by a mere name stays those words.
 */
async function namedOfficials(
  ports: Pick<Ports, 'ids'>,
  stores: Stores,
  id: Id,
): Promise<{ officials: Map<string, Id>; delegates: Map<string, Id>; made: Official[] }> {
  const officials = new Map<string, Id>();
  const delegates = new Map<string, Id>();
  const made: Official[] = [];
  const leaders = await stores.agendaImports.unknownLeaders(id);
  const standIns = await stores.agendaImports.unknownDelegates(id);
  const known = leaders.length + standIns.length === 0 ? [] : await stores.officials.all();
  const officialFor = async (called: string, name: string, leader: boolean): Promise<Id> => {
    const key = called.trim().toLowerCase();
    const before = [...known, ...made].find((one) => one.active && one.shortPosition.trim().toLowerCase() === key);
    if (before) return before.id;
    const official: Official = {
      id: ports.ids.next(),
      name: name || called,
      position: called,
      shortPosition: called,
      shortName: name || called,
      leader,
      confirmed: false,
      active: true,
    };
    await stores.officials.insert(official);
    made.push(official);
    return official.id;
  };
  for (const { called, name } of leaders) officials.set(called.toLowerCase(), await officialFor(called, name, true));
  for (const words of standIns) {
    const held = readPositionHeld(words);
    if (held) delegates.set(words, await officialFor(held.called, held.name, false));
  }
  return { officials, delegates, made };
}
