import type { FileReading } from '../../../contract/agenda-files.ts';
import { pieceBytes } from '../../../contract/routes.ts';
import type { Caller } from '../../caller.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { beginFile, takeFilePiece } from './receive-file.ts';
import type { ReadPorts } from './run-reading.ts';

/** A message is longer than this only by mistake. */
const MOST_TEXT = 200_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
const control = /[\u0000-\u001f\u007f]/g;

/**
 * Takes what somebody shared from a phone: nothing of it is kept longer than any file that was sent, nobody else sees it, and it becomes
 * an event only when its owner takes it in. Refuses what `beginFile` refuses.
 */
export async function takeShared(
  ports: ReadPorts,
  caller: Caller,
  shared: { readonly name: string; readonly bytes: Uint8Array } | { readonly text: string },
): Promise<Outcome<FileReading>> {
  if ('text' in shared) {
    const text = shared.text.slice(0, MOST_TEXT);
    const begun = await beginFile(ports, caller, { name: '', bytes: text.length });
    if (!begun.ok) return begun;
    const reading = ports.readings.get(begun.value.id);
    if (reading === undefined) return refused('not_found');
    const read = { text, pages: 1, pagesRead: 1, fromPicture: false };
    reading.view = { ...reading.view, kind: 'text', state: 'ready', text: read };
    return done(reading.view);
  }
  const name = shared.name.replace(control, '').trim().slice(0, 300);
  const begun = await beginFile(ports, caller, { name, bytes: shared.bytes.byteLength });
  if (!begun.ok) return begun;
  const { id } = begun.value;
  let last: Outcome<FileReading> = begun;
  for (let offset = 0; offset < shared.bytes.byteLength && last.ok; offset += pieceBytes) {
    const piece = shared.bytes.subarray(offset, offset + pieceBytes);
    last = await takeFilePiece(ports, caller, { id, offset, piece });
  }
  return last;
}
