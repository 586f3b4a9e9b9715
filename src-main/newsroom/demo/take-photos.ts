import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { leadDay } from '../../text/skeleton.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { changePhoto } from '../photos/change-photos.ts';
import { beginPathImport, copyImport } from '../photos/copy-import.ts';
import { demoOffice } from './cast.ts';
import { unwrap } from './sample.ts';
import type { DemoEvent } from './week.ts';

/** The pictures of an event with their words, as a photographer brings them; none where the pictures were not shipped. */
export async function takePhotos(
  newsroom: Newsroom,
  caller: Caller,
  event: Event,
  item: DemoEvent,
  pictures: string | null,
): Promise<Id[]> {
  const taken = item.photos ?? [];
  if (pictures === null || taken.length === 0) {
    return [];
  }
  const paths = taken.map((photo) => `${pictures}/${photo.file}`);
  const begun = unwrap(await beginPathImport(newsroom, caller, { eventId: event.id, paths }));
  await copyImport(newsroom, begun.id, { aborted: false });
  const photos = await newsroom.read((stores) => stores.photos.ofEvent(event.id, { addedById: null, openOnly: false }));
  const ids: Id[] = [];
  for (const words of taken) {
    const photo = photos.find((candidate) => candidate.fileName === words.file);
    if (photo !== undefined) {
      // The day belongs to the first sentence, as papers write it: `..., Kamis (20/11/2025).`
      const caption = words.caption.replace(/\.(?=\s|$)/, `, ${leadDay(event.start)}.`);
      unwrap(
        await changePhoto(newsroom, caller, {
          id: photo.id,
          version: photo.version,
          caption,
          credit: `${demoOffice.credit}/${caller.name.split(' ').at(-1)}`,
          alt: words.alt,
        }),
      );
      ids.push(photo.id);
    }
  }
  return ids;
}
