import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { readingOf, Stopper } from './readings.ts';

/** Changes when the same page would come out differently. */
const RECIPE = 'page 1';
/** Pixels: sharp on a laptop beside a form, and on a phone. */
export const pageWidth = 1_200;
const extension = 'jpg';

type Ports = Pick<Newsroom, 'files' | 'documents'>;

/**
 * A page of a letter as a picture (JPEG), made once and kept as a derivative. Pages count from 0; a picture is its own only page.
 * Refuses: `not_found`, `file_broken`, `file_locked`, `file_unreadable`, `disk_full`.
 * @param source where the bytes lie and their hash; for an attachment `files.attachments.pathOf(sha256)`
 */
export async function pagePicture(
  ports: Ports,
  source: { readonly path: string; readonly sha256: string },
  page: number,
  width: number = pageWidth,
): Promise<Outcome<{ key: string; extension: string }>> {
  const { derivatives } = ports.files;
  const key = derivatives.keyOf(`${RECIPE} ${source.sha256} ${page} ${width}`);
  return inTurn(key, async () => {
    if ((await derivatives.size(key, extension)) !== null) return done({ key, extension });
    const draft = await derivatives.draft(key, extension);
    if (!draft.ok) return draft;
    const work = { signal: new Stopper(), told: () => {} };
    const made = await ports.documents.picture(source.path, page, width, draft.value, work);
    if (!made.ok) {
      await derivatives.discard(draft.value);
      return made;
    }
    const kept = await derivatives.keep(draft.value, key, extension);
    return kept.ok ? done({ key, extension }) : kept;
  });
}

/** A page of a file that this person has sent and not yet taken in. */
export async function pageOfReading(
  ports: Ports & Pick<Newsroom, 'readings'>,
  caller: Caller,
  id: Id,
  page: number,
): Promise<Outcome<{ key: string; extension: string }>> {
  const view = readingOf(ports.readings, caller.userId, id)?.view;
  if (!view?.sha256 || (view.kind !== 'pdf' && view.kind !== 'picture') || page < 0) return refused('not_found');
  return pagePicture(ports, { path: ports.files.incoming.pathOf(id), sha256: view.sha256 }, page);
}
