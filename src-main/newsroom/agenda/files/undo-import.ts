import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { derived } from '../make-event.ts';
import { recordChange } from '../record-change.ts';
import type { AgendaImport } from './import-store.ts';
import { readingOf } from './readings.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'readings' | 'turn'>;

/** Event ids that are told by name; beyond that every page looks at all it shows. */
const MOST_TOLD = 200;
/** Events that are taken back in one go. */
const UNDO_AT_ONCE = 500;

/**
 * Takes a landed import back, by who took it in: what nobody has touched or built on goes, a changed event is as it was, the rest stays
 * and is counted. In portions; who presses again after a crash goes on where it ended.
 */
export async function undoImport(
  ports: Ports,
  caller: Caller,
  id: Id,
): Promise<Outcome<{ removed: number; kept: number }>> {
  const one = await ports.read((stores) => stores.agendaImports.byId(id));
  if (one?.userId !== caller.userId || !['landing', 'landed', 'undoing'].includes(one.state))
    return refused('not_found');
  // never beside its landing, which does not go on once this is written
  return inTurn(id, () => takeBack(ports, caller, one));
}

async function takeBack(
  ports: Ports,
  caller: Caller,
  one: AgendaImport,
): Promise<Outcome<{ removed: number; kept: number }>> {
  const { id } = one;
  const begun = await ports.write(async (stores) => done(await stores.agendaImports.setState(id, 'undoing')));
  if (!begun.ok) return begun;
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
