import { type ImportFile, importFileSchema } from '../../../../src-main/contract/photo-nouns.ts';
import { type Refusal, refusalSchema } from '../../../../src-main/contract/refusals.ts';
import { pieceBytes, rawPath } from '../../../../src-main/contract/routes.ts';
import { lineDown, lineUp } from '../../../house.ts';

/** How sending one file ended. */
export type Sent =
  | { readonly end: 'told'; readonly file: ImportFile }
  | { readonly end: 'refused'; readonly refusal: Refusal }
  | { readonly end: 'unreadable' }
  | { readonly end: 'stopped' };

/** Seconds between tries while the core cannot be reached; the last one repeats. */
const patience = [1, 2, 4, 8];

/**
 * Sends what is missing of one file, piece by piece, each as an ArrayBuffer (a Blob body is lost by some desktop runtimes).
 * A broken line is waited out for as long as it takes: what was acknowledged is on disk, the rest is sent again.
 * @param told hears how many bytes are safe, and whether the line is there
 */
export async function sendFile(
  importId: string,
  file: Pick<ImportFile, 'id' | 'received'>,
  source: File,
  signal: AbortSignal,
  told: (received: number, online: boolean) => void,
): Promise<Sent> {
  let offset = file.received;
  let failures = 0;
  while (!signal.aborted) {
    let piece: ArrayBuffer;
    try {
      piece = await source.slice(offset, offset + pieceBytes).arrayBuffer();
    } catch {
      // the card was pulled, or the file was changed since it was chosen
      return { end: 'unreadable' };
    }
    try {
      const response = await fetch(rawPath('importPiece', { importId, fileId: file.id }, { offset }), {
        method: 'PUT',
        body: piece,
        signal,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/octet-stream' },
      });
      if (response.status >= 500) throw new TypeError('the core is away');
      lineUp();
      failures = 0;
      if (response.ok) {
        const answer = importFileSchema.parse(await response.json());
        told(answer.received, true);
        if (answer.state !== 'waiting') return { end: 'told', file: answer };
        offset = answer.received;
        continue;
      }
      const refusal = refusalSchema.parse(await response.json());
      if (refusal.code === 'piece_out_of_order' && typeof refusal.params.expected === 'number') {
        // an answer was lost on the way: the core says where it stands
        offset = refusal.params.expected;
        continue;
      }
      return { end: 'refused', refusal };
    } catch (error) {
      if (signal.aborted) break;
      if (!(error instanceof TypeError)) throw error;
      lineDown();
      told(offset, false);
      const seconds = patience[Math.min(failures++, patience.length - 1)] ?? 8;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
  return { end: 'stopped' };
}
