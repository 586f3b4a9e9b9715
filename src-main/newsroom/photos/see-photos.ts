import type { Id } from '../../contract/basics.ts';
import type { Photo, PhotoUses } from '../../contract/photo-nouns.ts';
import { may } from '../access.ts';
import { maySee as maySeeEvent } from '../agenda/may-see.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { viewFor } from '../releases/approved-view.ts';
import { mayKnowEvent } from './event-of-photo.ts';
import type { PhotoSight, StoredPhoto } from './photo-store.ts';

/** A contributor from outside the office sees only what they brought; who is only an observer nothing of closed events. */
export function sightOf(caller: Pick<Caller, 'userId' | 'roles'>): PhotoSight {
  return {
    addedById: caller.roles.every((role) => role === 'contributor') ? caller.userId : null,
    openOnly: !maySeeEvent(caller, { pressAccess: 'closed' }),
  };
}

/** Whether this caller may see the photo: their own for contributors, none of closed events for observers. */
export async function maySee(
  stores: Pick<ReadStores, 'events' | 'releases'>,
  caller: Pick<Caller, 'userId' | 'roles'>,
  photo: StoredPhoto,
): Promise<boolean> {
  const { addedById, openOnly } = sightOf(caller);
  if (addedById !== null && photo.addedById !== addedById) return false;
  if (!openOnly) return true;
  for (const eventId of photo.eventIds) if (!(await mayKnowEvent(stores, caller, eventId))) return false;
  // one that came without an event is closed with the release it stands in
  for (const releaseId of await stores.releases.usingPhoto(photo.id)) {
    const eventId = (await stores.releases.get(releaseId))?.eventId ?? null;
    if (eventId !== null && !(await mayKnowEvent(stores, caller, eventId))) return false;
  }
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
    const last = found.at(-1);
    return done({
      photos: found.map(shown),
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

/** The events and releases it stands in, as far as the caller may know of them. Refuses: `not_found`. */
export async function usesOfPhoto(
  { read }: Pick<Newsroom, 'read'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<PhotoUses>> {
  return read(async (stores) => {
    const [photo] = await stores.photos.byIds([id]);
    if (photo === undefined || !(await maySee(stores, caller, photo))) return refused('not_found');
    // a contributor does not look into the agenda; a photo of a closed event is not seen at all, see maySee
    const events = may(caller, 'agenda.read') ? await stores.events.byIds(photo.eventIds) : [];
    const releases = [];
    for (const releaseId of await stores.releases.usingPhoto(id)) {
      const release = await stores.releases.get(releaseId);
      const view = release === null ? null : await viewFor(stores, caller, release);
      if (view?.photoIds.includes(id)) releases.push(view);
    }
    return done({
      events: events
        .map(({ id, title, day }) => ({ id, title, day }))
        .sort((one, other) => other.day.localeCompare(one.day)),
      releases: releases
        .map(({ id, title, state }) => ({ id, title, state }))
        .sort((one, other) => other.id.localeCompare(one.id)),
    });
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
  const { path: _path, addedById: _addedById, ...seen } = photo;
  return seen;
}
