import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { client, queryClient } from '../../client.ts';

/** Puts a changed photo into every list that shows it, so that nothing jumps while the lists look again. */
export function putPhoto(photo: Photo): void {
  const withPosition = (old: Photo) => ({ ...photo, position: old.position });
  queryClient.setQueriesData<{ photos: Photo[]; total: number; next: string | null }>(
    { queryKey: client.photos.list.key() },
    (list) => list && { ...list, photos: list.photos.map((old) => (old.id === photo.id ? withPosition(old) : old)) },
  );
  queryClient.setQueriesData<Photo[]>({ queryKey: client.photos.byIds.key() }, (photos) =>
    photos?.map((old) => (old.id === photo.id ? withPosition(old) : old)),
  );
}
