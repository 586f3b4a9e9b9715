import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { derived } from '../make-event.ts';
import { recordChange } from '../record-change.ts';
import type { AgendaImport } from './import-store.ts';
import { readingOf } from './readings.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'readings' | 'turn'>;
type TakenBack = { removed: number; kept: number };

/** Event ids that are told by name; beyond that every page looks at all it shows. */
const MOST_TOLD = 200;
/** Events that are taken back in one go: some 20 ms, so that everybody else is answered in between. */
const UNDO_AT_ONCE = 500;
/** Changed events, each with its history and its notices. */
const PUT_BACK_AT_ONCE = 20;

/** The job that goes on where a core ended. */
export const UNDO_IMPORT = 'undo-import';

/**
 * Takes a landed import back, by who took it in: what nobody has touched or built on goes, a changed event is as it was, the rest stays
 * and is counted. The decision is one small transaction; from there on it rolls forward portion by portion, by a job after a crash, as
 * landing does. Asked again it goes on, or answers again. Refuses: `not_found`, `disk_full`.
 */
export async function undoImport(ports: Ports, caller: Caller, id: Id): Promise<Outcome<TakenBack>> {
  const one = await ports.read((stores) => stores.agendaImports.byId(id));
  if (one?.userId !== caller.userId) return refused('not_found');
  // never beside its landing, which does not go on once this is written
  const decided = await inTurn(id, () =>
    ports.write(async (stores) => {
      const state = (await stores.agendaImports.byId(id))?.state;
      // the answer to the first ask was lost
      if (state === 'undoing' || state === 'undone') return done(undefined);
      if (state !== 'landing' && state !== 'landed') return refused('not_found');
      await stores.agendaImports.setState(id, 'undoing');
      const { userId, name, roles, language } = caller;
      await stores.jobs.add({
        kind: UNDO_IMPORT,
        key: id,
        data: { importId: id, by: { userId, name, roles, language } },
      });
      return done(undefined);
    }),
  );
  return decided.ok ? undoRest(ports, caller, id) : decided;
}

/**
 * Takes back what is left of an import that a person has decided to undo. One at a time for each. Answers at once for one that is taken
 * back. Refuses: `not_found`, `disk_full`; asked again it goes on where it ended.
 */
export async function undoRest(ports: Ports, caller: Caller, id: Id): Promise<Outcome<TakenBack>> {
  return inTurn(id, async () => {
    const one = await ports.read((stores) => stores.agendaImports.byId(id));
    if (one?.state === 'undone') return done(await ports.read((stores) => stores.agendaImports.takenBack(id)));
    if (one?.state !== 'undoing') return refused('not_found');
    const taken = await takeBack(ports, caller, one);
    const reading = readingOf(ports.readings, one.userId, id);
    if (taken.ok && reading !== null) reading.view = { ...reading.view, state: 'cancelled', report: null };
    return taken;
  });
}

async function takeBack(ports: Ports, caller: Caller, one: AgendaImport): Promise<Outcome<TakenBack>> {
  const { id } = one;
  const of = await ports.read((stores) => stores.agendaImports.chosen(id));
  const tell = (far: number) => {
    const reading = readingOf(ports.readings, one.userId, id);
    if (reading === null) return;
    const progress = { step: 'undoing' as const, done: Math.min(far, of), of };
    reading.view = { ...reading.view, state: 'undoing', progress };
  };
  tell(0);
  for (let after = 0, far = 0; ; ) {
    const portion = await ports.write(async (stores) => {
      const gone = await stores.agendaImports.removeLanded(id, after, UNDO_AT_ONCE);
      if (gone.removed.length > 0)
        stores.happen({ kind: 'agenda.changed', eventIds: gone.removed.length > MOST_TOLD ? [] : gone.removed });
      return done(gone);
    });
    if (!portion.ok) return portion;
    if (portion.value.last === null) break;
    after = portion.value.last;
    far += UNDO_AT_ONCE;
    tell(far);
    await ports.turn();
  }
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    const portion = await ports.write(async (stores) => done(await putBack(ports, stores, caller, one, from)));
    if (!portion.ok) return portion;
    after = portion.value;
    await ports.turn();
  }
  return ports.write(async (stores) => {
    await stores.agendaImports.setState(id, 'undone');
    const { removed, kept, changedBack } = await stores.agendaImports.takenBack(id);
    await stores.audit.append({
      caller,
      act: 'agenda.undo-import',
      subject: { kind: 'import', id },
      details: { name: one.name, removed: removed - changedBack, kept, changedBack },
    });
    return done({ removed, kept });
  });
}

/** Some of the events that the import changed, as they were before; one that somebody changed since stays. @returns the last row it looked at, or null */
async function putBack(
  ports: Pick<Ports, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  one: AgendaImport,
  after: number,
): Promise<number | null> {
  const some = await stores.agendaImports.changed(one.id, after, PUT_BACK_AT_ONCE);
  const put: number[] = [];
  for (const change of some) {
    const event = await stores.events.byId(change.eventId);
    if (event?.version !== change.seenVersion + 1) continue;
    const old = Object.fromEntries(change.changes.map(({ field, old: before }) => [field, before]));
    const again = { ...event, ...old, version: event.version + 1 };
    const start = String(again.start);
    // of what it called off; what was off before keeps its reason
    const stateReason = 'state' in old ? null : event.stateReason;
    const settled = { ...again, ...derived({ start, zone: again.zone }), stateReason };
    await stores.events.update(settled);
    await recordChange(ports, stores, caller, settled, {
      act: 'changed',
      changes: change.changes.map(({ field, old: before, new: now }) => ({ field, old: now, new: before })),
      reason: one.name,
    });
    put.push(change.n);
  }
  if (some.length > 0) {
    const ns = some.map(({ n }) => n);
    await stores.agendaImports.markTakenBack(
      one.id,
      put,
      ns.filter((n) => !put.includes(n)),
    );
  }
  return some.at(-1)?.n ?? null;
}
