import { Temporal } from 'temporal-polyfill';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Failures } from './user-store.ts';

/** Free tries before waiting begins; then 2, 4, 8 … seconds, at most 15 minutes. */
const FREE_TRIES = 5;
const LONGEST_WAIT_SECONDS = 900;
/** Failures are forgotten so long after the last: a row is written for any name that is tried, also one that nobody has. */
const FORGOTTEN_AFTER_HOURS = 24;

/**
 * Counts a try before its secret is looked at, so that tries which come at the same moment are slowed as well; a right one is
 * taken back by `setFailures(name, null)`. Refuses `sign_in_slowed` while one has to wait.
 * @returns seconds the next try has to wait
 */
export async function countTry(ports: Pick<Newsroom, 'write' | 'clock'>, name: string): Promise<Outcome<number>> {
  return ports.write(async (stores) => {
    const now = ports.clock.now();
    await stores.users.sweepFailures(now.subtract({ hours: FORGOTTEN_AFTER_HOURS }).toString());
    const before = await stores.users.failures(name);
    const wait = waitSeconds(before, now);
    if (wait > 0) {
      return refused('sign_in_slowed', { seconds: wait });
    }
    const count = (before?.count ?? 0) + 1;
    const seconds = count < FREE_TRIES ? 0 : Math.min(2 ** (count - FREE_TRIES + 1), LONGEST_WAIT_SECONDS);
    await stores.users.setFailures(name, { count, until: now.add({ seconds }).toString() });
    return done(seconds);
  });
}

/** Takes a counted try back whose secret was not looked at. */
export async function takeTryBack(ports: Pick<Newsroom, 'write'>, name: string): Promise<void> {
  await ports.write(async (stores) => {
    const failures = await stores.users.failures(name);
    const count = (failures?.count ?? 0) - 1;
    await stores.users.setFailures(name, failures === null || count <= 0 ? null : { ...failures, count });
    return done(undefined);
  });
}

/** Says no to a counted try that was wrong, or tells how long to wait. */
export async function sayNo(
  ports: Pick<Newsroom, 'write'>,
  name: string,
  seconds: number,
  code: 'sign_in_failed' | 'pin_wrong' = 'sign_in_failed',
): Promise<Outcome<never>> {
  if (seconds === 0) {
    return refused(code, {}, code === 'pin_wrong' ? 'pin' : 'password');
  }
  await ports.write(async (stores) => {
    const failures = await stores.users.failures(name);
    await stores.audit.append({
      caller: 'system',
      act: 'people.sign-in-slowed',
      // whose PIN, not on which device
      subject: { kind: 'sign-in', id: name.split(':').slice(0, 2).join(':') },
      details: { failures: failures?.count ?? 0 },
    });
    return done(undefined);
  });
  return refused('sign_in_slowed', { seconds });
}

/** Seconds until the next try is looked at; 0 when one may try now. */
function waitSeconds(failures: Failures | null, now: Temporal.Instant): number {
  if (failures === null || failures.count < FREE_TRIES) {
    return 0;
  }
  const left = Temporal.Instant.from(failures.until).epochMilliseconds - now.epochMilliseconds;
  return Math.max(0, Math.ceil(left / 1000));
}
