import type { Office } from '../../contract/office-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** First bytes of the formats that every mail program and Word can show in a letterhead. */
const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];

/**
 * Keeps the logo as an attachment and names it in the letterhead; null takes it away. The old one stays on disk, because
 * letters that went out still name it.
 * @param image bytes of a PNG or JPEG
 */
export async function setLogo(
  ports: Pick<Newsroom, 'write' | 'files'>,
  caller: Caller,
  image: Uint8Array | null,
): Promise<Outcome<Office>> {
  let logo: string | null = null;
  if (image !== null) {
    if (![PNG, JPEG].some((head) => head.every((byte, at) => image[at] === byte))) {
      return refused('not_a_picture', {}, 'image');
    }
    const kept = await ports.files.attachments.put(once(image));
    if (!kept.ok) {
      return kept;
    }
    logo = kept.value.sha256;
  }
  return ports.write(async (stores) => {
    const before = await stores.office.get();
    if (before === null) {
      return refused('not_found');
    }
    // no other field and not the version: who is typing the lines beside it loses nothing
    const office: Office = { ...before, letterhead: { ...before.letterhead, logo } };
    await stores.office.set(office);
    await stores.audit.append({
      caller,
      act: 'office.set-logo',
      subject: { kind: 'office', id: 'office' },
      details: { changed: ['letterhead'] },
    });
    stores.happen({ kind: 'office.changed' });
    return done(office);
  });
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
