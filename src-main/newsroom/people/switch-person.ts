import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { countTry, sayNo, takeTryBack } from './failed-tries.ts';
import type { Visitor } from './sessions.ts';
import type { UserRecord } from './user-store.ts';

/** Wrong PINs in a row on one device; then it opens nothing until its owner has signed in by password. */
const MOST_WRONG_PINS = 10;

type Place = Pick<Visitor, 'trusted' | 'deviceHash'>;

/**
 * Ganti orang is meant for a computer people share: all of the office at this computer, elsewhere who has signed in with the same
 * browser before. In the sample office everybody may be chosen anyway.
 */
export async function switchable(
  ports: Pick<Newsroom, 'read' | 'demo'>,
  caller: Caller,
  visitor: Place,
): Promise<Outcome<UserRecord[]>> {
  return done(
    await ports.read(async (stores) => {
      const here = await knownHere(stores, visitor, ports.demo);
      return (await stores.users.all()).filter(
        (user) => user.active && user.pinHash !== null && user.id !== caller.userId && here(user.id),
      );
    }),
  );
}

/**
 * Ganti orang: the session of this computer goes on as another person, who gave their PIN.
 * Refuses: `not_allowed` for who is not `switchable` here, `pin_wrong`, `sign_in_slowed`, `pin_off`
 */
export async function switchPerson(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'passwords' | 'demo'>,
  caller: Caller,
  visitor: Place,
  input: { userId: Id; pin: string },
): Promise<Outcome<Caller>> {
  const { user, state } = await ports.read(async (stores) => {
    const here = await knownHere(stores, visitor, ports.demo);
    const found = here(input.userId) ? await stores.users.byId(input.userId) : null;
    return { user: found, state: await stores.users.pinState(input.userId) };
  });
  if (user === null || !user.active || user.pinHash === null) {
    return refused('not_allowed');
  }
  if (state === 'off') {
    return refused('pin_off', {}, 'pin');
  }
  const name = pinTriesOf(user.username) + (visitor.trusted ? 'here' : (visitor.deviceHash ?? ''));
  const counted = await countTry(ports, name);
  if (!counted.ok) {
    return counted;
  }
  const right = await ports.passwords.verify(user.pinHash, input.pin);
  if (!right.ok) {
    await takeTryBack(ports, name);
    return right;
  }
  if (!right.value) {
    const off = await switchOff(ports, caller, user, name);
    if (!off.ok) {
      return off;
    }
    return off.value ? refused('pin_off', {}, 'pin') : sayNo(ports, name, counted.value, 'pin_wrong');
  }
  return ports.write(async (stores) => {
    if ((await stores.users.pinState(user.id)) === 'off') {
      return refused('pin_off', {}, 'pin');
    }
    await stores.sessions.setUser(caller.sessionId, user.id);
    await stores.users.setFailures(name, null);
    // nothing of who sat here before goes on, least of all what was lent to them
    const { sessionId } = caller;
    const next = { userId: user.id, name: user.name, roles: user.roles, sessionId, language: user.language };
    await stores.audit.append({
      caller,
      act: 'people.switch-person',
      subject: { kind: 'user', id: user.id },
      details: { to: user.name },
    });
    return done(next);
  });
}

/**
 * The names under which wrong PINs of a person are counted begin so; the device follows. Apart from password failures, and each
 * device for itself, so that its owner's right entry on one computer gives nobody new tries on another.
 */
export function pinTriesOf(username: string): string {
  return `pin:${username}:`;
}

/** Switches the PIN off when this was one wrong entry too many. @returns whether it is off */
async function switchOff(
  ports: Pick<Newsroom, 'write' | 'clock'>,
  caller: Caller,
  user: UserRecord,
  name: string,
): Promise<Outcome<boolean>> {
  return ports.write(async (stores) => {
    const count = (await stores.users.failures(name))?.count ?? 0;
    if (count < MOST_WRONG_PINS) {
      return done(false);
    }
    await stores.users.setPinState(user.id, 'off', ports.clock.now().toString());
    await stores.audit.append({
      caller,
      act: 'people.pin-off',
      subject: { kind: 'user', id: user.id },
      details: { name: user.name, failures: count },
    });
    return done(true);
  });
}

async function knownHere(
  { sessions }: Pick<ReadStores, 'sessions'>,
  { trusted, deviceHash }: Place,
  demo: boolean,
): Promise<(id: Id) => boolean> {
  if (trusted || demo) {
    return () => true;
  }
  const known = new Set(deviceHash === undefined ? [] : await sessions.knownOn(deviceHash));
  return (id) => known.has(id);
}
