import type { Id } from '../../contract/basics.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** Longest sides in pixels: the grid, and one photo filling a screen. */
export const previewSides = [1600, 320] as const;
export type PreviewSide = (typeof previewSides)[number];

export const previewExtension = 'jpg';

/** The key of a preview; a change of how previews are made is a new number here, and all are made anew when asked for. */
export function previewKey({ files }: Pick<Newsroom, 'files'>, sha256: string, side: PreviewSide): string {
  return files.derivatives.keyOf(`preview 1 ${sha256} ${side}`);
}

/**
 * Decodes a photo once, strictly, and keeps its previews. This is also the full check of its data: a picture that does not decode
 * cleanly is kept and marked `damaged`. Run twice, the second time finds everything done.
 * Refuses: `not_found` (the original is not at its place: unplugged disk, perhaps back later), `disk_full`.
 */
export async function makeDerivatives(
  ports: Pick<Newsroom, 'read' | 'write' | 'files' | 'images'>,
  photoId: Id,
): Promise<Outcome<void>> {
  const [photo] = await ports.read((stores) => stores.photos.byIds([photoId]));
  if (photo === undefined) return done(undefined);
  const { derivatives, originals } = ports.files;
  const wanted = previewSides.map((side) => ({ side, key: previewKey(ports, photo.sha256, side) }));
  if (photo.state !== 'copied') {
    const sizes = await Promise.all(wanted.map(({ key }) => derivatives.size(key, previewExtension)));
    if (!photo.preview || sizes.every((size) => size !== null)) return done(undefined);
  }
  if ((await originals.size(photo.path)) === null) return refused('not_found');
  // a core killed between the commit and this left it open
  await originals.protect(photo.path);

  const outputs: { side: (typeof wanted)[number]['side']; key: string; path: string }[] = [];
  for (const { side, key } of wanted) {
    const draft = await derivatives.draft(key, previewExtension);
    if (!draft.ok) return draft;
    outputs.push({ side, key, path: draft.value });
  }
  try {
    const derived = await ports.images.derive(
      originals.pathOf(photo.path),
      outputs.map(({ side, path }) => ({ side, path })),
    );
    if (!derived.ok) return derived;
    if (derived.value.written)
      for (const { path, key } of outputs) {
        const kept = await derivatives.keep(path, key, previewExtension);
        if (!kept.ok) return kept;
      }
    const state = derived.value.condition === 'sound' ? 'ready' : 'damaged';
    return await ports.write(async (stores) => {
      await stores.photos.setState(photoId, state, derived.value.written);
      if (state === 'damaged' && photo.state !== 'damaged')
        await stores.audit.append({
          caller: 'system',
          act: 'photos.damaged',
          subject: { kind: 'photo', id: photoId },
          details: { name: photo.fileName, path: photo.path },
        });
      stores.happen({ kind: 'photos.changed', photoIds: [photoId], eventIds: photo.eventIds });
      return done(undefined);
    });
  } finally {
    for (const { path } of outputs) await derivatives.discard(path);
  }
}

/** Queues the making of previews that should be there and are not (a power cut emptied them, somebody cleaned up). */
export async function remakeDerivatives({ write }: Pick<Newsroom, 'write'>, photoId: Id): Promise<void> {
  await write(async (stores) => {
    await stores.jobs.add({ kind: 'make-derivatives', key: photoId, data: { photoId } });
    return done(undefined);
  });
}
