import type { ImportRow } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { Comparable, Match, StagedEvent } from './import-store.ts';
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
      const matches: Match[] = [];
      for (const row of rows) {
        const event = known.get(row.n) ?? bestOf(alike.get(keyOf(row.start, row.title)) ?? [], row, taken);
        if (event === undefined) continue;
        taken.add(event.id);
        matches.push(matchOf(row, event));
      }
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

/** States in which an event is over for the file: it cannot be changed by one. */
const closed: ReadonlySet<string> = new Set(['done', 'ongoing']);

function matchOf(row: StagedEvent & { act: ImportRow['act'] }, event: Comparable): Match {
  const ends = row.end !== null || row.openEnd;
  const title = sameTitle(row.title) === sameTitle(event.title) ? event.title : row.title;
  const final = { title, end: ends ? row.end : event.end, openEnd: ends ? row.openEnd : event.openEnd };
  const as = { n: row.n, eventId: event.id, seenVersion: event.version, final };
  const same = { ...as, act: 'same' as const, revision: event.revision, changes: [] };
  if (closed.has(event.state)) return same;
  if (row.state === 'cancelled') {
    if (event.state === 'cancelled') return same;
    const changes = [{ field: 'state', old: event.state, new: 'cancelled' }];
    return { ...as, act: 'cancel', revision: event.revision + (event.revision > 0 ? 1 : 0), changes };
  }
  const changes: ImportRow['changes'] = [];
  for (const field of ['title', 'start', 'end', 'openEnd', 'zone', 'venue', 'organizer', 'note'] as const) {
    const told = field === 'title' || field === 'end' || field === 'openEnd' ? final[field] : row[field];
    // what the file leaves empty says nothing about the event
    if (told === '' || told === event[field]) continue;
    changes.push({ field, old: event[field], new: told });
  }
  if (changes.length === 0) return same;
  const heard = changes.some(({ field }) => ['start', 'end', 'openEnd', 'zone', 'venue'].includes(field));
  const revision = event.revision + (event.revision > 0 && heard ? 1 : 0);
  return { ...as, act: 'change', revision, changes };
}
