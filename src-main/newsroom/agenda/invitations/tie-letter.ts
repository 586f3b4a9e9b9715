import type { CardLetter } from '../../../contract/agenda-accept.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Invitation } from '../../../contract/invitations.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { isOutside } from '../may-see.ts';
import { type KeptFile, keepFile } from './attachments.ts';
import { addInvitationIn, updateInvitation } from './invitations.ts';

/**
 * Ties a waiting letter to the event that was made of it, inside the transaction that makes the event. Nothing of the letter is
 * overwritten, so it need not stand as it was seen; but it must still wait.
 * Refuses: `not_found`, `letter_answered` ({ title }).
 */
export async function tieLetter(
  stores: Stores,
  caller: Caller,
  invitationId: Id,
  eventId: Id,
): Promise<Outcome<Invitation>> {
  const letter = isOutside(caller) ? null : await stores.invitations.byId(invitationId);
  if (letter === null) return refused('not_found', {}, 'invitationId');
  if (letter.state !== 'waiting') return refused('letter_answered', { title: letter.subject }, 'invitationId');
  return done(await updateInvitation(stores, caller, letter, { ...letter, eventId, state: 'scheduled' }));
}

/** Files of letters by the id they were sent under. Bytes are kept before the transaction that names them. */
type LetterFiles = ReadonlyMap<Id, KeptFile>;

/** A card that is accepted, and the letter it comes from. */
interface LetteredCard {
  readonly key: string;
  readonly letter: CardLetter | null;
}

/** Keeps the files of letters, each once. A refusal names its card. Refuses as `keepFile` does. */
export async function keepLetterFiles(
  ports: Pick<Newsroom, 'read' | 'write' | 'files' | 'ids' | 'clock' | 'readings'>,
  caller: Caller,
  cards: readonly LetteredCard[],
): Promise<Outcome<LetterFiles>> {
  const files = new Map<Id, KeptFile>();
  for (const { key, letter } of cards) {
    if (!letter?.fileId || files.has(letter.fileId)) continue;
    const kept = await keepFile(ports, caller, { fileId: letter.fileId, what: 'letter' });
    if (!kept.ok) return { ok: false, refusal: { code: kept.refusal.code, params: { ...kept.refusal.params, key } } };
    files.set(letter.fileId, kept.value);
  }
  return done(files);
}

/**
 * Keeps the letter of a card with its event. One that was taken in before and still waits is tied instead of being kept twice: the
 * same file, or the same number of the same day.
 */
export async function keepCardLetter(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  { fileId, ...letter }: CardLetter,
  eventId: Id,
  files: LetterFiles,
): Promise<Outcome<{ letter: Invitation; isNew: boolean }>> {
  const kept = files.get(fileId ?? '') ?? null;
  const sha256 = kept?.attachment.sha256;
  const waiting = await stores.invitations.list({ states: ['waiting'] }, 200);
  const known = waiting.find(
    (one) =>
      one.attachments.some((file) => file.sha256 === sha256) ||
      (one.letterNo !== '' && one.letterNo === letter.letterNo && one.letterDay === (letter.letterDay ?? null)),
  );
  if (known) {
    if (kept && !known.attachments.some((file) => file.sha256 === sha256))
      await stores.invitations.attach(withId(ports, kept).attachment, { eventId: null, invitationId: known.id });
    const tied = await tieLetter(stores, caller, known.id, eventId);
    return tied.ok ? done({ letter: tied.value, isNew: false }) : tied;
  }
  const added = await addInvitationIn(ports, stores, caller, { ...letter, eventId }, kept && withId(ports, kept));
  return added.ok ? done({ letter: added.value, isNew: true }) : added;
}

/** A file of several cards is a row of each of their letters. */
function withId(ports: Pick<Newsroom, 'ids'>, kept: KeptFile): KeptFile {
  return { ...kept, attachment: { ...kept.attachment, id: ports.ids.next() } };
}

/**
 * Takes the letters away that came with an event that is being taken back, where nobody has touched them since; all others wait again.
 * @param mine which of these ids this person made by the same accepting
 */
export async function takeBackLetters(
  stores: Stores,
  eventId: Id,
  mine: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>,
): Promise<void> {
  const letters = await stores.invitations.list({ eventId }, 200);
  const made = await mine(letters.map((letter) => letter.id));
  for (const letter of letters)
    if (letter.version === 1 && made.has(letter.id)) await stores.invitations.remove(letter.id);
}
