import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { tellOfChanges } from '../../notices/tell-of-change.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import type { FoundLeader } from './documents.ts';
import { readingOf } from './readings.ts';

/** Variables of one statement have an end. */
const EVENTS_AT_ONCE = 500;

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'readings' | 'files'>;

/**
 * Takes in what a person chose of a file: one transaction, which copies rows that lie in the database already. All of it lands, or
 * nothing does, also when the core is killed. Refuses: `not_found`, `changed_meanwhile` when a known event is not as it was seen.
 */
export async function landImport(
  ports: Ports,
  caller: Caller,
  input: { id: Id; except: readonly number[] },
): Promise<Outcome<{ events: number; officials: string[]; first: string | null }>> {
  const reading = readingOf(ports.readings, caller.userId, input.id);
  if (reading?.view.state !== 'ready') return refused('not_found');
  const { name, sha256, report } = reading.view;
  const first = report?.first ?? null;
  const landed = await ports.write(async (stores) => {
    const one = await stores.agendaImports.byId(input.id);
    if (one?.state !== 'open') return refused('not_found');
    const chosen = await stores.agendaImports.choose(input.id, input.except);
    const events = chosen.added + chosen.changed;
    if (events === 0) return refused('file_empty');
    const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
    const officials = await officialsFor(ports, stores, await stores.agendaImports.unknownLeaders(input.id));
    const lastNews = await stores.notices.lastNews();
    await stores.agendaImports.insertChosen(input.id, {
      at,
      userName: caller.name,
      officials: new Map(officials.map(({ called, official }) => [called, official.id])),
    });
    if (chosen.changed > 0) {
      const changed = await stores.agendaImports.changeChosen(input.id, { at, userName: caller.name, reason: name });
      if (changed !== chosen.changed) return refused('changed_meanwhile');
      await tellConcerned(ports, stores, caller, input.id, name);
    }
    // who took it in is not told of their own import
    await stores.notices.setNewsAuthorBehind(lastNews, caller.userId);
    await stores.agendaImports.setState(input.id, 'landed');
    // one line for the whole file: what became of each event is in its history
    await stores.audit.append({
      caller,
      act: 'agenda.import',
      subject: { kind: 'import', id: input.id },
      details: { name, sha256, ...chosen },
    });
    const made = officials.filter((one) => one.made);
    if (made.length > 0) stores.happen({ kind: 'register.changed' });
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return done({ events, officials: made.map(({ official }) => official.shortPosition), first });
  });
  if (landed.ok) {
    reading.view = { ...reading.view, state: 'landed' };
    reading.rows = [];
    await ports.files.incoming.drop(input.id);
  }
  return landed;
}

/** Known events that changed: their crew is told as of a change by hand, and of a series the changed date keeps what is its own. */
async function tellConcerned(
  ports: Pick<Ports, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  id: Id,
  reason: string,
): Promise<void> {
  const concerned = await stores.agendaImports.changesThatConcern(id);
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

/** Leaders that a table names and the register does not know are proposed for it, unconfirmed, as a pasted agenda does. */
async function officialsFor(
  ports: Pick<Ports, 'ids'>,
  stores: Stores,
  leaders: readonly FoundLeader[],
): Promise<{ called: string; official: Official; made: boolean }[]> {
  if (leaders.length === 0) return [];
  const all = await stores.officials.all();
  const officials = [];
  for (const { called, name } of leaders) {
    const key = called.trim().toLowerCase();
    const before = all.find((one) => one.active && one.shortPosition.trim().toLowerCase() === key);
    const official: Official = before ?? {
      id: ports.ids.next(),
      name: name || called,
      position: called,
      shortPosition: called,
      shortName: name || called,
      leader: true,
      confirmed: false,
      active: true,
    };
    if (before === undefined) await stores.officials.insert(official);
    officials.push({ called: called.toLowerCase(), official, made: before === undefined });
  }
  return officials;
}
