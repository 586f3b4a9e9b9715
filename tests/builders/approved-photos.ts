import { readFile } from 'node:fs/promises';
import type { ManifestPhoto } from '../../src-main/contract/release-nouns.ts';
import type { TestCore } from './core.ts';
import { dropPhotos } from './photo-import.ts';
import { photographs } from './pictures.ts';

/** Real photographs, imported by a photographer and ready, as a manifest would name them, with these words. */
export async function approvedPhotos(
  test: TestCore,
  words: readonly Pick<ManifestPhoto, 'caption' | 'credit' | 'alt'>[],
): Promise<ManifestPhoto[]> {
  const person = await test.as('documentation');
  const sources = [photographs.sony, photographs.turned, photographs.withGps];
  await test.core.start();
  const dropped = await dropPhotos(
    test,
    person,
    await Promise.all(
      words.map(async (_, index) => ({ name: `foto-${index + 1}.jpg`, bytes: await readFile(sources[index] ?? '') })),
    ),
  );
  await test.core.runner.idle();
  const { files } = await person.client.photos.importState({ importId: dropped.id });
  const ids = files.map((file) => file.photoId).filter((id) => id !== null);
  const photos = await test.core.newsroom.read((stores) => stores.photos.byIds(ids));
  return words.map((one, index) => {
    const photo = photos.find((candidate) => candidate.id === ids[index]);
    return { photoId: photo?.id ?? '', sha256: photo?.sha256 ?? '', crop: null, ...one };
  });
}
