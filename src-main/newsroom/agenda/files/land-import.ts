import type { Id } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { derived } from '../make-event.ts';
import { recordChange } from '../record-change.ts';
import type { FoundLeader } from './documents.ts';
import { readingOf } from './readings.ts';

/** Event ids that are told by name; beyond that every page looks at all it shows. */
const MOST_TOLD = 200;

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
  const { name, sha256 } = reading.view;
  const landed = await ports.write(async (stores) => {
    const one = await stores.agendaImports.byId(input.id);
    if (one?.state !== 'open') return refused('not_found');
    const chosen = await stores.agendaImports.choose(input.id, input.except);
    const events = chosen.added + chosen.changed;
    if (events === 0) return refused('file_empty');
    const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
    const officials = await officialsFor(ports, stores, await stores.agendaImports.unknownLeaders(input.id));
    await stores.agendaImports.insertChosen(input.id, {
      at,
      userName: caller.name,
      officials: new Map(officials.map(({ called, official }) => [called, official.id])),
    });
    const changed = await stores.agendaImports.changeChosen(input.id, { at, userName: caller.name, reason: name });
    if (changed !== chosen.changed) return refused('changed_meanwhile');
    await stores.notices.setNewsAuthorOfImport(input.id, caller.userId);
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
    const { first } = await stores.agendaImports.counts(input.id);
    return done({ events, officials: made.map(({ official }) => official.shortPosition), first });
  });
  if (landed.ok) {
    reading.view = { ...reading.view, state: 'landed' };
    reading.rows = [];
    await ports.files.incoming.drop(input.id);
  }
  return landed;
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

/** Events that are taken back in one go. */
const UNDO_AT_ONCE = 500;

/**
 * Takes a landed import back, by who took it in: what nobody has touched or built on goes, a changed event is as it was, the rest stays
 * and is counted. In portions; who presses again after a crash goes on where it ended.
 */
export async function undoImport(
  ports: Ports & Pick<Newsroom, 'turn'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<{ removed: number; kept: number }>> {
  const one = await ports.read((stores) => stores.agendaImports.byId(id));
  if (one === null || one.userId !== caller.userId || one.state !== 'landed') return refused('not_found');
  let removed = 0;
  let kept = 0;
  for (let after = 0; ; ) {
    const portion = await ports.write(async (stores) => {
      const gone = await stores.agendaImports.removeLanded(id, after, UNDO_AT_ONCE);
      if (gone.removed.length > 0)
        stores.happen({ kind: 'agenda.changed', eventIds: gone.removed.length > MOST_TOLD ? [] : gone.removed });
      return done(gone);
    });
    if (!portion.ok) return portion;
    removed += portion.value.removed.length;
    kept += portion.value.kept;
    if (portion.value.last === null) break;
    after = portion.value.last;
    await ports.turn();
  }
  const back = await ports.write(async (stores) => {
    let put = 0;
    let left = 0;
    for (const change of await stores.agendaImports.changed(id)) {
      const event = await stores.events.byId(change.eventId);
      if (event?.version !== change.seenVersion + 1) {
        left++;
        continue;
      }
      const old = Object.fromEntries(change.changes.map(({ field, old: before }) => [field, before]));
      const again = { ...event, ...old, version: event.version + 1 };
      const start = String(again.start);
      const settled = { ...again, ...derived({ start, zone: again.zone }), stateReason: null };
      await stores.events.update(settled);
      await recordChange(ports, stores, caller, settled, {
        act: 'changed',
        changes: change.changes.map(({ field, old: before, new: now }) => ({ field, old: now, new: before })),
        reason: one.name,
      });
      put++;
    }
    await stores.agendaImports.setState(id, 'undone');
    await stores.audit.append({
      caller,
      act: 'agenda.undo-import',
      subject: { kind: 'import', id },
      details: { name: one.name, removed, kept: kept + left, changedBack: put },
    });
    return done({ removed: removed + put, kept: kept + left });
  });
  const reading = readingOf(ports.readings, caller.userId, id);
  if (back.ok && reading !== null) reading.view = { ...reading.view, state: 'cancelled', report: null };
  return back;
}
