import { useMutation } from '@tanstack/react-query';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { rpc } from '../../client.ts';
import { putPhoto } from './photo-cache.ts';

type Change = Pick<Photo, 'id' | 'version'> & Partial<Pick<Photo, 'caption' | 'credit' | 'alt'>>;

/** By photo and version: the version this page's own change made of it. */
const madeHere = new Map<string, number>();

function latestOf(id: string, version: number): number {
  const next = madeHere.get(`${id} ${version}`);
  return next === undefined ? version : latestOf(id, next);
}

/**
 * Changes words of one photo, one change after the other: who leaves a field while the one before is still being saved has
 * not been overtaken by somebody else.
 */
export function useChangePhoto(photoId: string) {
  return useMutation({
    scope: { id: `words of ${photoId}` },
    mutationFn: async ({ version, ...words }: Change) => {
      const latest = latestOf(words.id, version);
      const photo = await rpc.photos.change({ ...words, version: latest });
      if (photo.version !== latest) madeHere.set(`${photo.id} ${latest}`, photo.version);
      return photo;
    },
    onSuccess: putPhoto,
  });
}
