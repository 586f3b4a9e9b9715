import type { Refusal } from '../../contract/refusals.ts';
import { inTurn } from '../in-turn.ts';
import { done } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { type FinishPorts, finishFile } from './finish-file.ts';

/**
 * At start, after a crash or a power cut: files whose bytes had all arrived are finished (their sender may be gone), parts that belong to
 * nothing are removed, path imports go on, and every photo without previews has its job. A file that cannot be finished or removed
 * (an I/O error, a lock of a virus scanner) stays as it is for the next start: it never keeps the office closed.
 * @param bug told of what such a file threw
 * @param again told of a refused write (a full disk); resolves when it may be tried again, false when the core is ending
 */
export async function sweepImports(
  ports: FinishPorts,
  again: (refusal: Refusal) => Promise<boolean>,
  bug: (error: unknown) => void,
): Promise<void> {
  // listed before the imports are read: what pages begin to send meanwhile is not among them
  const parts = await ports.files.incoming.list();
  const open = await ports.read((stores) => stores.imports.open(null));
  const waiting = new Set<string>();
  const pathImports: string[] = [];
  for (const one of open) {
    const files = await ports.read((stores) => stores.imports.files(one.id));
    for (const file of files) {
      if (file.state !== 'waiting') continue;
      waiting.add(file.id);
      if (file.sourcePath !== null || file.size === 0 || one.state !== 'open') continue;
      try {
        if ((await ports.files.incoming.received(file.id)) === file.size)
          await inTurn(file.id, () => finishFile(ports, one, file));
      } catch (error) {
        bug(error);
      }
    }
    if (one.state === 'open' && files.some((file) => file.state === 'waiting' && file.sourcePath !== null))
      pathImports.push(one.id);
  }
  for (const id of parts) if (!waiting.has(id)) await ports.files.incoming.drop(id).catch(bug);
  const unfinished = await ports.read((stores) => stores.photos.unfinished());
  if (pathImports.length === 0 && unfinished.length === 0) return;
  const queue = async ({ jobs }: Stores) => {
    for (const importId of pathImports) await jobs.add({ kind: 'copy-import', key: importId, data: { importId } });
    for (const photoId of unfinished) await jobs.add({ kind: 'make-derivatives', key: photoId, data: { photoId } });
    return done(undefined);
  };
  for (;;) {
    const written = await ports.write(queue);
    if (written.ok || !(await again(written.refusal))) return;
  }
}
