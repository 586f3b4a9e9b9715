import type { Id, Language } from '../../contract/basics.ts';
import type { Role } from '../../contract/rights.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { countTry, takeTryBack } from './failed-tries.ts';
import { pinTriesOf } from './switch-person.ts';
import type { UserRecord } from './user-store.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'passwords'>;

/** Adds a person. Without a password they can only be chosen at this computer. */
export async function addUser(
  ports: Ports,
  caller: Caller | 'system',
  input: { username: string; name: string; roles: Role[]; password?: string | undefined },
): Promise<Outcome<UserRecord>> {
  const passwordHash = input.password === undefined ? null : await ports.passwords.hash(input.password);
  return ports.write(async (stores) => {
    if ((await stores.users.byUsername(input.username)) !== null) {
      return refused('name_taken', { name: input.username }, 'username');
    }
    const user: UserRecord = {
      id: ports.ids.next(),
      username: input.username,
      name: input.name,
      roles: input.roles,
      active: true,
      language: caller === 'system' ? 'id' : caller.language,
      passwordHash,
      pinHash: null,
    };
    await stores.users.insert(user);
    await stores.audit.append({
      caller,
      act: 'people.add',
      subject: { kind: 'user', id: user.id },
      details: { name: user.name, username: user.username, roles: user.roles },
    });
    stores.happen({ kind: 'people.changed' });
    return done(user);
  });
}

/** Changes name, roles or whether the person still works here. The last active admin stays one. */
export async function changeUser(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { id: Id; name?: string | undefined; roles?: Role[] | undefined; active?: boolean | undefined },
): Promise<Outcome<UserRecord>> {
  return ports.write(async (stores) => {
    const before = await stores.users.byId(input.id);
    if (before === null) {
      return refused('not_found');
    }
    const user: UserRecord = {
      ...before,
      name: input.name ?? before.name,
      roles: input.roles ?? before.roles,
      active: input.active ?? before.active,
    };
    await stores.users.update(user);
    const all = await stores.users.all();
    if (!all.some((other) => other.active && other.roles.includes('admin'))) {
      return refused('last_admin', {}, input.active === false ? 'active' : 'roles');
    }
    if (!user.active) {
      for (const sessionId of await stores.sessions.removeOfUser(user.id, null)) {
        stores.happen({ kind: 'session.ended', sessionId });
      }
      // an address that somebody still has must not come to life again with the person
      for (const { id } of await stores.agendaOut.subscriptions(user.id)) await stores.agendaOut.removeSubscription(id);
    }
    await stores.audit.append({
      caller,
      act: 'people.change',
      subject: { kind: 'user', id: user.id },
      details: { from: visible(before), to: visible(user) },
    });
    stores.happen({ kind: 'people.changed' });
    return done(user);
  });
}

/** Sets a password: one's own (with the old one where there is one) or anyone's with people.manage. Other sessions of that person end. */
export async function setPassword(
  ports: Ports,
  caller: Caller | 'system',
  input: { id: Id; oldPassword?: string | undefined; password: string },
): Promise<Outcome<UserRecord>> {
  const user = await ports.read((stores) => stores.users.byId(input.id));
  if (user === null) {
    return refused('not_found');
  }
  const own = caller !== 'system' && caller.userId === user.id;
  if (caller !== 'system' && !own && !may(caller, 'people.manage')) {
    return refused('not_allowed');
  }
  if (own) {
    const proven = await provePassword(ports, caller, input.oldPassword ?? '', 'oldPassword');
    if (!proven.ok) {
      return proven;
    }
  }
  const passwordHash = await ports.passwords.hash(input.password);
  return ports.write(async (stores) => {
    // hashing took a while: what an admin changed meanwhile stays changed
    const now = await stores.users.byId(user.id);
    if (now === null) {
      return refused('not_found');
    }
    const changed = { ...now, passwordHash };
    await stores.users.update(changed);
    await stores.users.setFailures(user.username, null);
    const kept = own ? caller.sessionId : null;
    for (const sessionId of await stores.sessions.removeOfUser(user.id, kept)) {
      stores.happen({ kind: 'session.ended', sessionId });
    }
    await stores.audit.append({ caller, act: 'people.set-password', subject: { kind: 'user', id: user.id } });
    stores.happen({ kind: 'people.changed' });
    return done(changed);
  });
}

/** Whether the caller knows their own password, where they have one; guesses are slowed as at the door. */
async function provePassword(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'passwords'>,
  caller: Caller,
  password: string,
  field: string,
): Promise<Outcome<undefined>> {
  const user = await ports.read((stores) => stores.users.byId(caller.userId));
  if (user === null || user.passwordHash === null) {
    return user === null ? refused('not_found') : done(undefined);
  }
  const counted = await countTry(ports, user.username);
  if (!counted.ok) {
    return counted;
  }
  const right = await ports.passwords.verify(user.passwordHash, password);
  if (!right.ok) {
    await takeTryBack(ports, user.username);
    return right;
  }
  if (!right.value) {
    return refused('sign_in_failed', {}, field);
  }
  return ports.write(async (stores) => {
    await stores.users.setFailures(user.username, null);
    return done(undefined);
  });
}

/** Sets the caller's own PIN for Ganti orang. Who has a password gives it, or whoever finds an open session could come back by PIN. */
export async function setPin(
  ports: Ports,
  caller: Caller,
  input: { pin: string; password?: string | undefined },
): Promise<Outcome<UserRecord>> {
  const proven = await provePassword(ports, caller, input.password ?? '', 'password');
  if (!proven.ok) {
    return proven;
  }
  const pinHash = await ports.passwords.hash(input.pin);
  return ports.write(async (stores) => {
    const user = await stores.users.byId(caller.userId);
    if (user === null) {
      return refused('not_found');
    }
    const changed = { ...user, pinHash };
    await stores.users.update(changed);
    await stores.users.setPinState(user.id, 'on', ports.clock.now().toString());
    await stores.users.forgetFailures(pinTriesOf(user.username));
    await stores.audit.append({ caller, act: 'people.set-pin', subject: { kind: 'user', id: user.id } });
    stores.happen({ kind: 'people.changed' });
    return done(changed);
  });
}

/** The language this person reads, kept with the person and not with the computer. */
export async function setLanguage(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  language: Language,
): Promise<Outcome<UserRecord>> {
  return ports.write(async (stores) => {
    const user = await stores.users.byId(caller.userId);
    if (user === null) {
      return refused('not_found');
    }
    await stores.users.update({ ...user, language });
    return done({ ...user, language });
  });
}

function visible(user: UserRecord) {
  return { name: user.name, roles: user.roles, active: user.active };
}
