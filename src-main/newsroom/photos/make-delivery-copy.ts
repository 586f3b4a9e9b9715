import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { DeliveryCopies, DeliveryCopy } from './delivery-copies.ts';
import type { StoredPhoto } from './photo-store.ts';

/** Longest side in pixels of what media get, where nothing else is asked. */
const deliverySide = 2000;
const extension = 'jpg';

/** Delivery copies out of originals, pictures and metadata; see the port for what it promises. */
export function deliveryCopies(ports: Pick<Newsroom, 'read' | 'files' | 'images' | 'photoMetadata'>): DeliveryCopies {
  const { derivatives } = ports.files;

  async function make(photo: StoredPhoto, key: string, ...[wanted, context]: Asked): Promise<Outcome<void>> {
    if ((await ports.files.originals.size(photo.path)) === null) return refused('not_found', { name: photo.fileName });
    const begun = await derivatives.draft(key, extension);
    if (!begun.ok) return begun;
    const draft = begun.value;
    try {
      const picture = await ports.images.deliver(ports.files.originals.pathOf(photo.path), {
        path: draft,
        side: context.side ?? deliverySide,
        crop: wanted.crop,
      });
      if (!picture.ok) return picture;
      const { caption, credit, alt } = wanted;
      const { headline, source, city } = context;
      const words = { caption, credit, alt, headline, source, city, takenAt: photo.takenAt };
      const embedded = await ports.photoMetadata.embed(draft, words);
      if (!embedded.ok) return embedded;
      return await derivatives.keep(draft, key, extension, { flushed: true });
    } finally {
      await derivatives.discard(draft);
    }
  }

  return {
    async copy(...asked) {
      const [wanted, context] = asked;
      const photo = await ports.read(async (stores) => {
        const [byId] = await stores.photos.byIds([wanted.photoId]);
        // what was approved is the picture with this hash, whatever the row is called
        return byId?.sha256 === wanted.sha256 ? byId : await stores.photos.bySha256(wanted.sha256);
      });
      if (photo === null || photo === undefined) return refused('not_found');
      const { sha256, crop, caption, credit, alt } = wanted;
      const { headline, source, city } = context;
      const key = derivatives.keyOf(
        JSON.stringify([
          'delivery 2',
          sha256,
          crop,
          caption,
          credit,
          alt,
          headline,
          source,
          city,
          photo.takenAt,
          context.side ?? deliverySide,
        ]),
      );
      const path = derivatives.pathOf(key, extension);
      const head = await inTurn(`delivery ${key}`, async () => {
        if ((await derivatives.size(key, extension)) !== null) {
          const there = await ports.images.head(path);
          if (there.ok || there.refusal.code === 'disk_full') return there;
          // a bad block, a tool that cleaned up: it is made again from its original
          await derivatives.discard(path);
        }
        const made = await make(photo, key, ...asked);
        return made.ok ? ports.images.head(path) : made;
      });
      if (!head.ok) return head;
      const copy: DeliveryCopy = {
        path,
        fileName: `${String(context.number).padStart(2, '0')}-${slug(caption) || slug(photo.fileName) || 'foto'}.jpg`,
        bytes: (await derivatives.size(key, extension)) ?? 0,
        width: head.value.width,
        height: head.value.height,
      };
      return done(copy);
    },
  };
}

type Asked = Parameters<DeliveryCopies['copy']>;

/** `Wali Kota menyerahkan bantuan…` -> `wali-kota-menyerahkan-bantuan`: at most six words and 50 letters. */
function slug(text: string): string {
  const words = text
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return words.slice(0, 6).join('-').slice(0, 50).replace(/-+$/, '');
}
