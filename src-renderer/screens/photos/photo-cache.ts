import type { InfiniteData } from '@tanstack/react-query';
import type { Photo } from '../../../src-main/contract/photo-nouns.ts';
import { client, queryClient } from '../../client.ts';

type Page = { photos: Photo[]; total: number; next: string | null };

/** Puts a changed photo into every list that shows it, so that nothing jumps while the lists look again. */
export function putPhoto(photo: Photo): void {
  const withPosition = (old: Photo) => ({ ...photo, position: old.position });
  const inPage = (page: Page): Page => ({
    ...page,
    photos: page.photos.map((old) => (old.id === photo.id ? withPosition(old) : old)),
  });
  queryClient.setQueriesData<Page | InfiniteData<Page>>({ queryKey: client.photos.list.key() }, (list) =>
    list === undefined ? list : 'pages' in list ? { ...list, pages: list.pages.map(inPage) } : inPage(list),
  );
  queryClient.setQueriesData<Photo[]>({ queryKey: client.photos.byIds.key() }, (photos) =>
    photos?.map((old) => (old.id === photo.id ? withPosition(old) : old)),
  );
}

/** The photos of an event in the order the core has just confirmed. */
export function putOrder(eventId: string, photos: Photo[]): void {
  queryClient.setQueryData<Page>(
    client.photos.list.queryKey({ input: { eventId } }),
    (list) => list && { ...list, photos },
  );
}
