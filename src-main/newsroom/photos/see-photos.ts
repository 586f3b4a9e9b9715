import type { Id } from '../../contract/basics.ts';
import type { Photo } from '../../contract/photo-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { mayKnowEvent } from './event-of-photo.ts';
import type { PhotoSight, StoredPhoto } from './photo-store.ts';

/** A contributor from outside the office sees only what they brought. */
export function sightOf(caller: Caller): PhotoSight {
  return { addedById: caller.roles.every((role) => role === 'contributor') ? caller.userId : null };
}

/** Whether this caller may see the photo: their own for contributors, none of closed events for observers. */
export async function maySee(stores: ReadStores, caller: Caller, photo: StoredPhoto): Promise<boolean> {
  const { addedById } = sightOf(caller);
  if (addedById !== null && photo.addedById !== addedById) return false;
  for (const eventId of photo.eventIds) if (!(await mayKnowEvent(stores, caller, eventId))) return false;
  return true;
}

/** Photos of one event in its order, or the whole library, newest first. */
export async function listPhotos(
  { read }: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { eventId?: Id | undefined; cursor?: Id | undefined; limit: number },
): Promise<Outcome<{ photos: Photo[]; total: number; next: Id | null }>> {
  const sight = sightOf(caller);
  return read(async (stores) => {
    if (input.eventId !== undefined) {
      if (!(await mayKnowEvent(stores, caller, input.eventId))) return refused('not_found');
      const photos = (await stores.photos.ofEvent(input.eventId, sight)).map(shown);
      return done({ photos, total: photos.length, next: null });
    }
    const found = await stores.photos.newest(sight, { cursor: input.cursor ?? null, limit: input.limit });
    const photos = [];
    for (const photo of found) if (await maySee(stores, caller, photo)) photos.push(shown(photo));
    const last = found.at(-1);
    return done({
      photos,
      total: await stores.photos.count(sight),
      next: found.length === input.limit && last !== undefined ? last.id : null,
    });
  });
}

/** Some photos by id, in that order; those that are gone or not for this caller are left out. */
export async function photosByIds(
  { read }: Pick<Newsroom, 'read'>,
  caller: Caller,
  ids: readonly Id[],
): Promise<Outcome<Photo[]>> {
  return read(async (stores) => {
    const photos = [];
    for (const photo of await stores.photos.byIds(ids))
      if (await maySee(stores, caller, photo)) photos.push(shown(photo));
    return done(photos);
  });
}

/** One photo for its bytes. Refuses: `not_found`, also where the caller may not see it. */
export async function photoFor(
  { read }: Pick<Newsroom, 'read'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<StoredPhoto>> {
  return read(async (stores) => {
    const [photo] = await stores.photos.byIds([id]);
    return photo !== undefined && (await maySee(stores, caller, photo)) ? done(photo) : refused('not_found');
  });
}

/** What pages see: without where it lies on disk. */
export function shown(photo: StoredPhoto): Photo {
  const { path: _path, verified: _verified, addedById: _addedById, ...seen } = photo;
  return seen;
}
