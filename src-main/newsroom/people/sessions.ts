import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../contract/basics.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { standInsOf } from '../roster/stand-in.ts';
import { pinTriesOf } from './switch-person.ts';
import type { UserRecord } from './user-store.ts';

/** Who knocks, before it is known who it is. */
export interface Visitor {
  /** `desktop`, `Chrome · Windows`; empty when nobody would recognise it. */
  readonly device: string;
  readonly place: 'desktop' | 'browser';
  /** Came with the secret of this launch, so sits at this computer. */
  readonly trusted: boolean;
  /** Where they come from over the network; nothing at this computer. */
  readonly address?: string | undefined;
  /** SHA-256 of the cookie by which this browser is known again. */
  readonly deviceHash?: string | undefined;
}

/** A session just opened: the token goes into a cookie and nowhere else. */
export interface Opened {
  readonly token: string;
  readonly caller: Caller;
}

/** Sessions nobody used for so long are closed. */
const IDLE_DAYS = 30;
/** Who has not signed in with a browser for so long is a stranger to it again. */
const KNOWN_DAYS = 400;
/** `lastSeenAt` is not written more often than this. */
const SEEN_EVERY_SECONDS = 300;

/** Opens a session for this person and forgets their failed tries. */
export async function openSession(
  ports: Pick<Newsroom, 'write' | 'clock' | 'ids' | 'tokens'>,
  visitor: Visitor,
  userId: Id,
): Promise<Outcome<Opened>> {
  const token = ports.tokens.create();
  const now = ports.clock.now();
  return ports.write(async (stores) => {
    const user = await stores.users.byId(userId);
    if (user === null || !user.active) {
      return refused('sign_in_failed', {}, 'password');
    }
    const id = ports.ids.next();
    await stores.sessions.removeIdle(now.subtract({ hours: IDLE_DAYS * 24 }).toString());
    await stores.sessions.insert({
      id,
      userId,
      tokenHash: ports.tokens.hash(token),
      device: visitor.device,
      place: visitor.place,
      startedAt: now.toString(),
      lastSeenAt: now.toString(),
    });
    await stores.users.setFailures(user.username, null);
    if (visitor.deviceHash !== undefined) {
      await stores.sessions.forgetDevices(now.subtract({ hours: KNOWN_DAYS * 24 }).toString());
      await stores.sessions.rememberOn(visitor.deviceHash, userId, now.toString());
    }
    if ((await stores.users.pinState(userId)) === 'off') {
      await stores.users.setPinState(userId, 'lifted', now.toString());
      await stores.users.forgetFailures(pinTriesOf(user.username));
    }
    const caller = { userId, name: user.name, roles: user.roles, sessionId: id, language: user.language };
    await stores.audit.append({
      caller,
      act: 'people.sign-in',
      subject: { kind: 'user', id: userId },
      details: { device: visitor.device },
    });
    return done({ token, caller });
  });
}

/** Who holds this token, or null. Looked up on every request, so that an ended session ends at once. */
export async function callerOf(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'tokens'>,
  token: string,
): Promise<Caller | null> {
  const found = await ports.read(async (stores) => {
    const session = await stores.sessions.byTokenHash(ports.tokens.hash(token));
    const user = session && (await stores.users.byId(session.userId));
    if (!session || !user?.active) return null;
    return { session, user, standsIn: await standInsOf(stores, user, ports.clock.now()) };
  });
  if (found === null) {
    return null;
  }
  const { session, user, standsIn } = found;
  const now = ports.clock.now();
  const idleSeconds = Temporal.Instant.from(session.lastSeenAt).until(now).total('seconds');
  if (idleSeconds > IDLE_DAYS * 86_400) {
    return null;
  }
  if (idleSeconds > SEEN_EVERY_SECONDS) {
    await ports.write(async (stores) => done(await stores.sessions.seen(session.id, now.toString())));
  }
  return {
    userId: user.id,
    name: user.name,
    roles: user.roles,
    sessionId: session.id,
    language: user.language,
    standsIn,
  };
}

/** Signs in a person who needs no password here (first office on this computer, demo office). */
export async function signInAs(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'tokens' | 'demo'>,
  visitor: Visitor,
  userId: Id,
): Promise<Outcome<Opened>> {
  const user = await ports.read((stores) => stores.users.byId(userId));
  if (user === null || !maybeChosen(user, visitor, ports.demo)) {
    return refused('sign_in_failed', {}, 'password');
  }
  return openSession(ports, visitor, userId);
}

/** Ends a session: one's own, or anyone's with people.manage. */
export async function endSession(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  sessionId: Id,
): Promise<Outcome<undefined>> {
  return ports.write(async (stores) => {
    const session = await stores.sessions.byId(sessionId);
    if (session === null) {
      return done(undefined);
    }
    if (session.userId !== caller.userId && !may(caller, 'people.manage')) {
      return refused('not_allowed');
    }
    await stores.sessions.remove(sessionId);
    await stores.audit.append({
      caller,
      act: 'people.end-session',
      subject: { kind: 'user', id: session.userId },
      details: { device: session.device },
    });
    stores.happen({ kind: 'session.ended', sessionId });
    return done(undefined);
  });
}

/** Whether this person may be chosen by one press: nobody set a password yet and the visitor sits at this computer. */
export function maybeChosen(user: UserRecord, visitor: Pick<Visitor, 'trusted'>, demo: boolean): boolean {
  return user.active && (demo || (visitor.trusted && user.passwordHash === null));
}
