import type { FileReading } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { AgendaImport } from './import-store.ts';
import { type Reading, readingOf, Stopper } from './readings.ts';

type Ports = Pick<Newsroom, 'read' | 'readings' | 'clock'>;

/**
 * The reading of this person's file, or null. After a restart it is found again as far as its rows lie in the database: ready, landed,
 * or, where the core ended while it was being read, failed with `reading_interrupted`.
 */
export async function findReading(ports: Ports, userId: Id, id: Id): Promise<Reading | null> {
  const held = readingOf(ports.readings, userId, id);
  if (held !== null) return held;
  const kept = await ports.read((stores) => stores.agendaImports.byId(id));
  if (kept?.userId !== userId || kept.state === 'undone') return null;
  // two asks may come at once
  const meanwhile = readingOf(ports.readings, userId, id);
  if (meanwhile !== null) return meanwhile;
  const reading: Reading = {
    userId,
    view: viewOf(kept),
    stopper: new Stopper(),
    running: Promise.resolve(),
    rows: [],
    span: null,
    touched: ports.clock.now().epochMilliseconds,
  };
  ports.readings.set(id, reading);
  return reading;
}

/** Imports of this person that were read, or begun to be, before the core ended or they went away, and that have not landed, or are not taken back, whole; newest first. */
export async function waitingImports(ports: Ports, caller: Caller): Promise<FileReading[]> {
  const open = await ports.read((stores) => stores.agendaImports.openOf(caller.userId));
  const views: FileReading[] = [];
  for (const { id } of open) {
    const view = (await findReading(ports, caller.userId, id))?.view;
    const over =
      view?.state === 'ready' ||
      view?.state === 'landing' ||
      view?.state === 'undoing' ||
      (view?.state === 'failed' && view.refusal?.code === 'reading_interrupted');
    if (view && over) views.push(view);
  }
  return views;
}

function viewOf({ id, name, state, view, landing, landedTo }: AgendaImport): FileReading {
  const step = { step: 'events' as const, done: 0, of: null };
  const none = { id, name, bytes: 0, kind: null, progress: step, text: null, table: null, report: null, sha256: null };
  if (view === null)
    return { ...none, state: 'failed', refusal: { code: 'reading_interrupted', params: {}, field: undefined } };
  // its file, and the cells that were not taken, are gone with the core that read it
  const kept = { ...view, table: null };
  if (state === 'landing')
    return { ...kept, state, progress: { step: 'landing', done: landedTo ?? 0, of: landing?.events ?? null } };
  if (state === 'undoing')
    return { ...kept, state, progress: { step: 'undoing', done: 0, of: landing?.events ?? null } };
  return { ...kept, state: state === 'open' ? 'ready' : 'landed' };
}
