import { type FileReading, fileReadingSchema } from '../../../../src-main/contract/agenda-files.ts';
import { type Refusal, refusalSchema } from '../../../../src-main/contract/refusals.ts';
import { pieceBytes, rawPath } from '../../../../src-main/contract/routes.ts';
import { rpc } from '../../../client.ts';

/** A refusal of the raw route, as the page says it. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Sends a file piece by piece, each as an ArrayBuffer (a Blob body is lost by some desktop runtimes).
 * @param told hears how much of it is there
 * @throws Refused, and what `fetch` throws
 */
export async function sendFile(
  file: File,
  signal: AbortSignal,
  told: (view: FileReading) => void,
): Promise<FileReading> {
  let view = await rpc.agendaFiles.begin({ name: file.name.slice(0, 300), bytes: file.size });
  told(view);
  for (let offset = 0; offset < file.size && !signal.aborted; ) {
    const piece = await file.slice(offset, offset + pieceBytes).arrayBuffer();
    const response = await fetch(rawPath('agendaFile', { fileId: view.id }, { offset }), {
      method: 'PUT',
      body: piece,
      signal,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Refused(refusalSchema.parse(answer));
    view = fileReadingSchema.parse(answer);
    told(view);
    if (view.state !== 'receiving') return view;
    offset = view.progress.done;
  }
  return view;
}
