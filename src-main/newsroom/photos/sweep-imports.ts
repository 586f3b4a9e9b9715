import { inTurn } from '../in-turn.ts';
import { done } from '../outcome.ts';
import { type FinishPorts, finishFile } from './finish-file.ts';

/**
 * At start, after a crash or a power cut: files whose bytes had all arrived are finished (their sender may be gone), parts that belong to
 * nothing are removed, path imports go on, and every photo without previews has its job.
 */
export async function sweepImports(ports: FinishPorts): Promise<void> {
  const open = await ports.read((stores) => stores.imports.open(null));
  const waiting = new Set<string>();
  for (const one of open) {
    const files = await ports.read((stores) => stores.imports.files(one.id));
    for (const file of files) {
      if (file.state !== 'waiting') continue;
      waiting.add(file.id);
      const complete = file.sourcePath === null && (await ports.files.incoming.received(file.id)) === file.size;
      if (complete && file.size > 0 && one.state === 'open') await inTurn(file.id, () => finishFile(ports, one, file));
    }
    if (one.state === 'open' && files.some((file) => file.state === 'waiting' && file.sourcePath !== null))
      await ports.write(async (stores) => {
        await stores.jobs.add({ kind: 'copy-import', key: one.id, data: { importId: one.id } });
        return done(undefined);
      });
  }
  for (const id of await ports.files.incoming.list()) if (!waiting.has(id)) await ports.files.incoming.drop(id);
  const unfinished = await ports.read((stores) => stores.photos.unfinished());
  if (unfinished.length === 0) return;
  await ports.write(async (stores) => {
    for (const photoId of unfinished)
      await stores.jobs.add({ kind: 'make-derivatives', key: photoId, data: { photoId } });
    return done(undefined);
  });
}
