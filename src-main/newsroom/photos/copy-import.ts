import type { Id } from '../../contract/basics.ts';
import type { Import } from '../../contract/photo-nouns.ts';
import type { Caller } from '../caller.ts';
import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Outcome, refused } from '../outcome.ts';
import { type FinishPorts, finishFile, pauseImport, refuseFile } from './finish-file.ts';
import type { StoredImport, StoredImportFile } from './import-store.ts';
import { beginImport } from './imports.ts';

/**
 * Begins an import of files that lie in the core's own computer (a card in the reader of this desktop); a durable job copies them.
 * Refuses as beginImport does, and `not_found` with the name when a path is no file.
 */
export async function beginPathImport(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'files'>,
  caller: Caller,
  input: { eventId: Id | null; paths: readonly string[] },
): Promise<Outcome<Import>> {
  const files = [];
  for (const path of input.paths) {
    const found = await ports.files.incoming.look(path);
    if (found === null) return refused('not_found', { name: path }, 'paths');
    files.push({ ...found, sourcePath: path });
  }
  return beginImport(ports, caller, { eventId: input.eventId, files });
}

/** How many files are copied at once: one is read while the other is flushed and read back. */
const copiesAtOnce = 2;

/**
 * Copies what still waits. Run again after a crash it begins with the first file that is not in the library yet; a half-copied one
 * is copied anew. Gives whether all of it ended; false when it was paused, cancelled or told to stop.
 */
export async function copyImport(ports: FinishPorts, importId: Id, signal: AbortSignalLike): Promise<boolean> {
  const one = await ports.read((stores) => stores.imports.byId(importId));
  if (one?.state !== 'open') return false;
  const waiting = (await ports.read((stores) => stores.imports.files(importId))).filter(
    (file) => file.state === 'waiting' && file.sourcePath !== null,
  );
  let goes = true;
  const lanes = Array.from({ length: copiesAtOnce }, async () => {
    while (goes && !signal.aborted) {
      const file = waiting.shift();
      if (file === undefined) return;
      goes = await inTurn(file.id, () => copyOne(ports, one, file));
    }
  });
  await Promise.all(lanes);
  return goes && !signal.aborted;
}

/** The part of AbortSignal this needs; newsroom knows no DOM. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/** Gives whether to go on with the next. */
async function copyOne(ports: FinishPorts, one: StoredImport, file: StoredImportFile): Promise<boolean> {
  const state = await ports.read((stores) => stores.imports.byId(one.id));
  if (state?.state !== 'open') return false;
  const copied = await ports.files.incoming.copyFrom(file.id, file.sourcePath ?? '', file);
  if (!copied.ok) {
    if (copied.refusal.code === 'disk_full') {
      await pauseImport(ports, one.id);
      return false;
    }
    // pulled or changed card, deleted file: this one is told, the others may still be there
    await refuseFile(ports, one, file, copied.refusal);
    return true;
  }
  const finished = await finishFile(ports, one, file);
  return finished.ok;
}
