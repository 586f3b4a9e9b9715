import { ORPCError } from '@orpc/client';
import { refusalSchema } from '../../../../src-main/contract/refusals.ts';

/** A file as the core made it. */
export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Has the core make a file. Throws as a call does: what the core refuses has its sentence, a broken line is one.
 * @param path of a raw route
 */
export async function makeFile(path: string): Promise<MadeFile> {
  const answer = await fetch(path, { credentials: 'same-origin' });
  if (answer.status >= 502) throw new TypeError('the core is away');
  if (!answer.ok) {
    const refusal = refusalSchema.safeParse(await answer.json().catch(() => null));
    if (!refusal.success) throw new Error('no file and no refusal');
    throw new ORPCError('REFUSED', { status: 422, defined: true, data: refusal.data });
  }
  return { name: nameIn(answer.headers.get('content-disposition') ?? ''), blob: await answer.blob() };
}

/** Puts it where this browser or window puts downloads. */
export function saveFile({ name, blob }: MadeFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // the download has its own hold on it by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Whether this device hands files of this kind to other programs (phones do). */
export function canShareFiles(type: string): boolean {
  if (typeof navigator === 'undefined' || typeof navigator.canShare !== 'function') return false;
  try {
    return navigator.canShare({ files: [new File([''], 'a', { type })] });
  } catch {
    return false;
  }
}

/** Opens the phone's own sheet with the file; one that is closed again is no failure. */
export async function shareFile({ name, blob }: MadeFile): Promise<void> {
  try {
    await navigator.share({ files: [new File([blob], name, { type: blob.type })] });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    // the press is too long ago, or the file too large: it is kept instead
    saveFile({ name, blob });
  }
}

/** `filename*` of RFC 6266, which has every letter. */
function nameIn(disposition: string): string {
  const whole = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  try {
    if (whole !== undefined) return decodeURIComponent(whole);
  } catch {
    // falls through
  }
  return /filename="([^"]*)"/.exec(disposition)?.[1] ?? 'agenda';
}
