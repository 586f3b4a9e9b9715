import type { Office } from '../../contract/office-nouns.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import type { Outcome } from '../outcome.ts';
import { done } from '../outcome.ts';
import type { DeliveryCopies, DeliveryCopy } from '../photos/delivery-copies.ts';

/** Text, letterhead and headers of a mail with a long release; measured well below this. */
const WORDS_BYTES = 120_000;

/** The photos of a release as media get them, in order; made when first asked for. */
export async function copiesOf(
  copies: DeliveryCopies,
  frozen: FrozenVersion,
  office: Office | null,
): Promise<Outcome<{ photo: FrozenVersion['manifest']['photos'][number]; copy: DeliveryCopy }[]>> {
  const made: { photo: FrozenVersion['manifest']['photos'][number]; copy: DeliveryCopy }[] = [];
  for (const [index, photo] of frozen.manifest.photos.entries()) {
    const copy = await copies.copy(photo, {
      headline: frozen.manifest.title,
      source: office?.unit ?? '',
      city: office?.city ?? '',
      number: index + 1,
    });
    if (!copy.ok) return copy;
    made.push({ photo, copy: copy.value });
  }
  return done(made);
}

/** Octets the mail will have, about: base64 makes 78 characters of 57 bytes. Photos that cannot be made count as nothing. */
export async function letterSize(
  copies: DeliveryCopies,
  frozen: FrozenVersion,
  office: Office | null,
): Promise<number> {
  const made = await copiesOf(copies, frozen, office);
  const photos = made.ok ? made.value.reduce((sum, { copy }) => sum + copy.bytes, 0) : 0;
  return WORDS_BYTES + Math.ceil(photos / 57) * 78;
}
