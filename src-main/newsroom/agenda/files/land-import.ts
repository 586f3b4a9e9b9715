import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { tellOfChanges } from '../../notices/tell-of-change.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { readPositionHeld } from '../reader/people.ts';
import { findReading } from './find-reading.ts';

/** Variables of one statement have an end. */
const EVENTS_AT_ONCE = 500;

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'readings' | 'files'>;

/**
 * Takes in what a person chose of a file: one transaction, which copies rows that lie in the database already. All of it lands, or
 * nothing does, also when the core is killed; asked again it answers again. Refuses: `not_found`, `changed_meanwhile` when a known event is not as it was seen.
 */
export async function landImport(
  ports: Ports,
  caller: Caller,
  input: { id: Id; except: readonly number[] },
): Promise<Outcome<{ events: number; officials: string[]; first: string | null }>> {
  const reading = await findReading(ports, caller.userId, input.id);
  if (reading?.view.state !== 'ready' && reading?.view.state !== 'landed') return refused('not_found');
  const { name, sha256, report } = reading.view;
  const first = report?.first ?? null;
  const landed = await ports.write(async (stores) => {
    const one = await stores.agendaImports.byId(input.id);
    // the answer to the first ask was lost
    if (one?.state === 'landed')
      return done({ events: await stores.agendaImports.chosen(input.id), officials: [], first });
    if (one?.state !== 'open') return refused('not_found');
    const chosen = await stores.agendaImports.choose(input.id, input.except);
    const events = chosen.added + chosen.changed;
    if (events === 0) return refused('file_empty');
    const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
    const named = await namedOfficials(ports, stores, input.id);
    const lastNews = await stores.notices.lastNews();
    await stores.agendaImports.insertChosen(input.id, {
      at,
      userName: caller.name,
      ...named,
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
    if (named.made.length > 0) stores.happen({ kind: 'register.changed' });
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return done({ events, officials: named.made.map((official) => official.shortPosition), first });
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
