import type { Id } from '../../src-main/contract/basics.ts';
import type { Import, ImportFile } from '../../src-main/contract/photo-nouns.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import type { Outcome } from '../../src-main/newsroom/outcome.ts';
import { takePiece } from '../../src-main/newsroom/photos/take-piece.ts';
import type { Client, TestCore } from './core.ts';

/** What somebody drops. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
  readonly lastModified?: number;
}

export type Person = { readonly caller: Caller; readonly client: Client };

export function announced(files: readonly Dropped[]) {
  return files.map(({ name, bytes, lastModified }) => ({
    name,
    size: bytes.byteLength,
    lastModified: lastModified ?? 1_763_600_000_000,
  }));
}

/** Sends one file as the page does: piece by piece, from where the core says. */
export async function sendFile(
  test: TestCore,
  { caller }: Person,
  importId: Id,
  file: Pick<ImportFile, 'id' | 'received' | 'state'>,
  bytes: Buffer,
  pieceBytes = 1_000_000,
): Promise<Outcome<ImportFile>> {
  let offset = file.received;
  for (;;) {
    const piece = bytes.subarray(offset, offset + pieceBytes);
    const outcome = await takePiece(test.core.newsroom, caller, { importId, fileId: file.id, offset, piece });
    if (!outcome.ok || outcome.value.state !== 'waiting') return outcome;
    offset = outcome.value.received;
  }
}

/** Drops files and sends all that must be sent. */
export async function dropPhotos(
  test: TestCore,
  person: Person,
  files: readonly Dropped[],
  eventId: Id | null = null,
): Promise<Import> {
  const begun = await person.client.photos.importBegin({ eventId, files: announced(files) });
  for (const [index, file] of begun.files.entries()) {
    if (file.state !== 'waiting') continue;
    const outcome = await sendFile(test, person, begun.id, file, (files[index] as Dropped).bytes);
    if (!outcome.ok) throw new Error(`${file.name}: ${outcome.refusal.code}`);
  }
  return person.client.photos.importState({ importId: begun.id });
}
