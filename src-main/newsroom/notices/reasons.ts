import { staysInside } from '../../text/stays-inside.ts';
import { withoutPhones } from '../agenda/outgoing/without-phones.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';

/** Reasons of the last half year are offered again. */
const LOOKS_BACK_DAYS = 180;
/** What was said once fitted one event; given for a second one it begins to be usual. */
const FEWEST_EVENTS = 2;
/** So many stand behind the standing ones, and so many are looked at to find them. */
const MOST = 3;
const LOOKED_AT = 60;
/** An "x" is no reason, and a sentence that fitted one event alone is no usual one; so many characters stand on one line of a phone. */
const SHORTEST = 4;
const LONGEST = 36;

/**
 * Reasons this office gives again and again, so that the usual one is a press and not a sentence. They come behind the standing ones,
 * which the page has in its own language, and are neutral: one press brings them into a notice that leaves the office.
 */
export async function usualReasons(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  standing: readonly string[],
): Promise<Outcome<string[]>> {
  const since = ports.clock.now().subtract({ hours: LOOKS_BACK_DAYS * 24 });
  return done(
    await ports.read(async (stores) => {
      const given = await stores.notices.reasonsSince(since.toString(), FEWEST_EVENTS, LOOKED_AT);
      const people = [...(await stores.users.all()), ...(await stores.officials.all())];
      const names = new Set(people.flatMap(({ name }) => namesOf(name)));
      const known = new Set(standing.map((reason) => reason.trim().toLowerCase()));
      return given.filter((reason) => !known.has(reason.toLowerCase()) && isNeutral(reason, names)).slice(0, MOST);
    }),
  );
}

function isNeutral(reason: string, names: ReadonlySet<string>): boolean {
  return (
    reason.length >= SHORTEST &&
    reason.length <= LONGEST &&
    !staysInside(reason) &&
    withoutPhones(reason) === reason &&
    !namesOf(reason).some((word) => names.has(word))
  );
}

/** The words by which somebody may be called; short ones (`I`, `Ni`, `SH`) name nobody. */
function namesOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}
