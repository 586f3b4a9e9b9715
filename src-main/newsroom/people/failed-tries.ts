import { Temporal } from 'temporal-polyfill';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Failures } from './user-store.ts';

/** Free tries before waiting begins; then 2, 4, 8 … seconds, at most 15 minutes. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 900;

/** Seconds until the next try is looked at; 0 when one may try now. */
export function waitSeconds(failures: Failures | null, now: Temporal.Instant): number {
  if (failures === null || failures.count < FREE_TRIES) {
    return 0;
  }
  const left = Temporal.Instant.from(failures.until).epochMilliseconds - now.epochMilliseconds;
  return Math.max(0, Math.ceil(left / 1000));
}

/** Counts a failed try for this name and says no, or tells how long to wait. */
export async function noteFailure(
  ports: Pick<Newsroom, 'write' | 'clock'>,
  name: string,
  code: 'sign_in_failed' | 'pin_wrong' = 'sign_in_failed',
): Promise<Outcome<never>> {
  const now = ports.clock.now();
  const counted = await ports.write(async (stores) => {
    const before = await stores.users.failures(name);
    const count = (before?.count ?? 0) + 1;
    const seconds = count < FREE_TRIES ? 0 : Math.min(2 ** (count - FREE_TRIES + 1), LONGEST_WAIT_SECONDS);
    await stores.users.setFailures(name, { count, until: now.add({ seconds }).toString() });
    if (count >= FREE_TRIES) {
      await stores.audit.append({
        caller: 'system',
        act: 'people.sign-in-slowed',
        subject: { kind: 'sign-in', id: name },
        details: { failures: count },
      });
    }
    return done(seconds);
  });
  return counted.ok && counted.value > 0
    ? refused('sign_in_slowed', { seconds: counted.value })
    : refused(code, {}, code === 'pin_wrong' ? 'pin' : 'password');
}
