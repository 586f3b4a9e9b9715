import type { Id } from '../../contract/basics.ts';
import type { ImportFile } from '../../contract/photo-nouns.ts';
import type { Caller } from '../caller.ts';
import { inTurn } from '../in-turn.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { type FinishPorts, finishFile, pauseImport, refuseFile } from './finish-file.ts';
import { importFileOf } from './imports.ts';
import { refusalOfKind } from './sniff.ts';

/**
 * Takes one piece of a file; with the last one the file is checked and goes into the library before the answer. A piece that is sent
 * again after a lost answer does no harm. What is no picture is refused with its first piece, not after the whole of it was sent.
 * Refuses: `not_found`, `import_closed`, `piece_out_of_order` ({ expected }), `disk_full` (the import is paused then), `invalid`.
 */
export async function takePiece(
  ports: FinishPorts,
  caller: Caller,
  input: { importId: Id; fileId: Id; offset: number; piece: Uint8Array },
): Promise<Outcome<ImportFile>> {
  return inTurn(input.fileId, () => take(ports, caller, input));
}

async function take(
  ports: FinishPorts,
  caller: Caller,
  { importId, fileId, offset, piece }: { importId: Id; fileId: Id; offset: number; piece: Uint8Array },
): Promise<Outcome<ImportFile>> {
  const found = await ports.read(async (stores) => {
    const one = await stores.imports.byId(importId);
    const file = one === null ? null : await stores.imports.file(importId, fileId);
    return one === null || file === null || one.startedById !== caller.userId ? null : { one, file };
  });
  if (found === null) return refused('not_found');
  const { one, file } = found;
  if (file.state === 'cancelled' || one.state === 'cancelled') return refused('import_closed');
  if (file.state !== 'waiting') return done(await importFileOf(ports, file));
  if (one.state === 'paused') return refused('disk_full');
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + piece.byteLength > file.size) return refused('invalid');

  if (offset === 0) {
    const refusal = refusalOfKind(piece);
    if (refusal !== null) return refuseFile(ports, one, file, refusal);
  }
  const taken = await ports.files.incoming.append(fileId, offset, piece);
  if (!taken.ok) {
    if (taken.refusal.code === 'disk_full') await pauseImport(ports, importId);
    return taken;
  }
  if (taken.value.received < file.size) return done(await importFileOf(ports, file));
  return finishFile(ports, one, file);
}
