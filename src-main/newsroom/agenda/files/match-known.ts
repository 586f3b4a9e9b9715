import type { ImportRow } from '../../../contract/agenda-files.ts';
import type { Attendance } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Comparable, Match, StagedEvent } from './import-store.ts';
import { answersTold, type Named, namedIn, sameAnswers, samePresence } from './leaders-told.ts';
import type { ReadPorts } from './run-reading.ts';

const AT_ONCE = 1_000;

/**
 * Finds the events of the agenda that a file speaks of: by the UID they were imported with, then by day and title. What differs is a
 * change, what was cancelled a cancellation, the rest is there already.
 * @returns how many rows were left out, because they cancel what the agenda does not have
 */
export async function matchKnown(
  ports: Pick<ReadPorts, 'read' | 'write' | 'turn'>,
  id: Id,
  first: string | null,
  last: string | null,
): Promise<Outcome<number>> {
  const known = new Map<number, Comparable>();
  for (let after = 0; ; ) {
    const page = await ports.read((stores) => stores.agendaImports.byUid(id, after, AT_ONCE));
    for (const { n, event } of page) if (!known.has(n)) known.set(n, event);
    const end = page.at(-1);
    if (end === undefined || page.length < AT_ONCE) break;
    after = end.n;
    await ports.turn();
  }
  const taken = new Set([...known.values()].map((event) => event.id));
  const alike = await eventsByTitle(ports, first, last);
  if (known.size > 0 || alike.size > 0) {
    for (let after = 0; ; ) {
      const rows = await ports.read((stores) => stores.agendaImports.staged(id, after, AT_ONCE));
      const pairs: { row: StagedEvent; event: Comparable }[] = [];
      for (const row of rows) {
        const event = known.get(row.n) ?? bestOf(alike.get(keyOf(row.start, row.title)) ?? [], row, taken);
        if (event === undefined) continue;
        taken.add(event.id);
        pairs.push({ row, event });
      }
      const attending = await answersHere(ports, pairs);
      const matches = pairs.map(({ row, event }) => matchOf(row, event, attending));
      const settled = await ports.write(async (stores) => {
        await stores.agendaImports.settle(id, matches);
        return done(undefined);
      });
      if (!settled.ok) return settled;
      const end = rows.at(-1);
      if (end === undefined || rows.length < AT_ONCE) break;
      after = end.n;
      await ports.turn();
    }
  }
  return ports.write(async (stores) => done(await stores.agendaImports.dropUnknownCancelled(id)));
}

async function eventsByTitle(
  ports: Pick<ReadPorts, 'read' | 'turn'>,
  first: string | null,
  last: string | null,
): Promise<Map<string, Comparable[]>> {
  const alike = new Map<string, Comparable[]>();
  if (first === null || last === null) return alike;
  for (let after = ''; ; ) {
    const page = await ports.read((stores) => stores.agendaImports.between(first, last, after, AT_ONCE));
    for (const event of page) {
      const key = keyOf(event.start, event.title);
      const others = alike.get(key);
      if (others) others.push(event);
      else alike.set(key, [event]);
    }
    const end = page.at(-1);
    if (end === undefined || page.length < AT_ONCE) return alike;
    after = end.id;
    await ports.turn();
  }
}

const keyOf = (start: string, title: string) => `${start.slice(0, 10)} ${sameTitle(title)}`;

/** Two meetings of one name on one day stay two: the one of the same hour first, and each only once. */
function bestOf(events: readonly Comparable[], row: StagedEvent, taken: ReadonlySet<Id>): Comparable | undefined {
  // an event that carries another UID is another event, however it is called
  const free = events.filter((event) => !taken.has(event.id) && (event.uid === null || row.uid === null));
  return free.find((event) => event.start === row.start) ?? free[0];
}

/** Two writings of one title: case, marks and spaces do not count. */
export function sameTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What the agenda has of leaders; null where the file names none. */
interface Attending {
  readonly of: ReadonlyMap<Id, readonly Attendance[]>;
  readonly named: Named;
}

/** Calendars name no leaders, and of their events nobody needs to be looked up. */
async function answersHere(
  ports: Pick<ReadPorts, 'read'>,
  pairs: readonly { row: StagedEvent; event: Comparable }[],
): Promise<Attending | null> {
  const ids = pairs.flatMap(({ row, event }) => (row.leaders.length > 0 ? [event.id] : []));
  if (ids.length === 0) return null;
  return ports.read(async (stores) => ({
    of: await stores.agendaImports.attendanceOf(ids),
    named: namedIn(await stores.officials.all()),
  }));
}

/** States in which an event is over for the file: it cannot be changed by one, but be closed. */
const over: ReadonlySet<string> = new Set(['done', 'ongoing']);
const strictness = { open: 0, limited: 1, closed: 2 } as const;
const compared = ['title', 'start', 'end', 'openEnd', 'zone', 'venue', 'organizer', 'dressCode', 'companions'] as const;
/** Those of which everybody who planned with the event must hear. */
const heardOf = ['start', 'end', 'openEnd', 'zone', 'venue', 'dressCode'];

function matchOf(row: StagedEvent, event: Comparable, attending: Attending | null): Match {
  // a file closes what is open here, and never opens what a person closed
  const isStricter = strictness[row.pressAccess] > strictness[event.pressAccess];
  const pressAccess = isStricter ? row.pressAccess : event.pressAccess;
  const closing = isStricter ? [{ field: 'pressAccess', old: event.pressAccess, new: pressAccess }] : [];
  const as = { n: row.n, eventId: event.id, seenVersion: event.version };
  const isOff = row.state === 'cancelled';
  if (over.has(event.state) || (isOff && event.state === 'cancelled')) {
    const act = isStricter ? 'change' : 'same';
    return { ...as, act, revision: event.revision, changes: closing, final: { ...event, note: '', pressAccess } };
  }
  const ends = row.end !== null || row.openEnd;
  const final = {
    ...row,
    title: sameTitle(row.title) === sameTitle(event.title) ? event.title : row.title,
    end: ends ? row.end : event.end,
    openEnd: ends ? row.openEnd : event.openEnd,
    // what the file leaves empty says nothing about the event
    venue: row.venue || event.venue,
    organizer: row.organizer || event.organizer,
    dressCode: row.dressCode || event.dressCode,
    companions: row.companions || event.companions,
    pressAccess,
  };
  if (isOff) {
    const changes = [{ field: 'state', old: event.state, new: 'cancelled' }, ...closing];
    return { ...as, act: 'cancel', revision: event.revision + (event.revision > 0 ? 1 : 0), changes, final };
  }
  const changes: ImportRow['changes'] = [];
  for (const field of compared)
    if (final[field] !== event[field]) changes.push({ field, old: event[field], new: final[field] });
  if (row.note !== '' && row.note !== event.note) changes.push({ field: 'note', old: event.note, new: row.note });
  changes.push(...closing);
  let heard = changes.some(({ field }) => heardOf.includes(field));
  if (attending && row.leaders.length > 0) {
    const was = attending.of.get(event.id) ?? [];
    const told = answersTold(row.leaders, was, attending.named);
    if (!sameAnswers(was, told)) changes.push({ field: 'attendance', old: was, new: told });
    heard ||= !samePresence(was, told);
  }
  if (changes.length === 0) return { ...as, act: 'same', revision: event.revision, changes, final };
  return { ...as, act: 'change', revision: event.revision + (event.revision > 0 && heard ? 1 : 0), changes, final };
}
