import type { Id } from '../../contract/basics.ts';
import type { Photo } from '../../contract/photo-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PhotoSight } from './photo-store.ts';
import { maySee, shown, sightOf } from './see-photos.ts';

/** Caption, credit and alternative text of one photo. What was approved keeps its own words. */
export async function changePhoto(
  { write }: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: {
    id: Id;
    version: number;
    caption?: string | undefined;
    credit?: string | undefined;
    alt?: string | undefined;
  },
): Promise<Outcome<Photo>> {
  return write(async (stores) => {
    const [photo] = await stores.photos.byIds([input.id]);
    if (photo === undefined || !(await maySee(stores, caller, photo))) return refused('not_found');
    const words = {
      caption: input.caption ?? photo.caption,
      credit: input.credit ?? photo.credit,
      alt: input.alt ?? photo.alt,
    };
    const before = { caption: photo.caption, credit: photo.credit, alt: photo.alt };
    // leaving a field without having changed it is no change
    if (words.caption === before.caption && words.credit === before.credit && words.alt === before.alt)
      return done(shown(photo));
    if (!(await stores.photos.changeWords(photo.id, input.version, words))) return refused('changed_meanwhile');
    await stores.audit.append({
      caller,
      act: 'photos.words',
      subject: { kind: 'photo', id: photo.id },
      details: { name: photo.fileName, from: before, to: words },
    });
    stores.happen({ kind: 'photos.changed', photoIds: [photo.id], eventIds: photo.eventIds });
    return done(shown({ ...photo, ...words, version: photo.version + 1 }));
  });
}

/** The same credit for many photos in one act. */
export async function creditPhotos(
  { write }: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { ids: readonly Id[]; credit: string },
): Promise<Outcome<Photo[]>> {
  return write(async (stores) => {
    const photos = await stores.photos.byIds(input.ids);
    const changed: Photo[] = [];
    const credited = photos.filter((photo) => photo.credit !== input.credit);
    for (const photo of photos) {
      if (!(await maySee(stores, caller, photo))) return refused('not_found');
      const { caption, alt, version } = photo;
      if (photo.credit === input.credit) {
        changed.push(shown(photo));
        continue;
      }
      await stores.photos.changeWords(photo.id, version, { caption, credit: input.credit, alt });
      changed.push(shown({ ...photo, credit: input.credit, version: version + 1 }));
    }
    if (photos.length === 0) return refused('not_found');
    const [first] = credited;
    if (first === undefined) return done(changed);
    await stores.audit.append({
      caller,
      act: 'photos.credit',
      subject: { kind: 'photo', id: first.id },
      details: { name: first.fileName, credit: input.credit, photos: credited.map((photo) => photo.id) },
    });
    stores.happen({
      kind: 'photos.changed',
      photoIds: credited.map((photo) => photo.id),
      eventIds: [...new Set(credited.flatMap((photo) => photo.eventIds))],
    });
    return done(changed);
  });
}

const everything: PhotoSight = { addedById: null, openOnly: false };

/** The order of all photos of an event. Refuses with `changed_meanwhile` when others came or went in between. */
export async function orderPhotos(
  { write }: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { eventId: Id; photoIds: readonly Id[] },
): Promise<Outcome<Photo[]>> {
  return write(async (stores) => {
    // who sees only their own cannot know the whole order
    if (sightOf(caller).addedById !== null) return refused('not_allowed');
    const there = await stores.photos.ofEvent(input.eventId, everything);
    const wanted = new Set(input.photoIds);
    if (
      wanted.size !== there.length ||
      wanted.size !== input.photoIds.length ||
      there.some(({ id }) => !wanted.has(id))
    )
      return refused('changed_meanwhile');
    await stores.photos.setOrder(input.eventId, input.photoIds);
    await stores.audit.append({
      caller,
      act: 'photos.order',
      subject: { kind: 'event', id: input.eventId },
      details: {
        title: (await stores.events.byId(input.eventId))?.title ?? '',
        order: (await stores.photos.byIds(input.photoIds)).map((photo) => photo.fileName),
      },
    });
    stores.happen({ kind: 'photos.changed', photoIds: [], eventIds: [input.eventId] });
    return done((await stores.photos.ofEvent(input.eventId, everything)).map(shown));
  });
}
