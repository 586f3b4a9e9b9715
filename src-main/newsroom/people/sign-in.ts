import type { Newsroom } from '../newsroom.ts';
import { type Outcome, refused } from '../outcome.ts';
import { noteFailure, waitSeconds } from './failed-tries.ts';
import { type Opened, openSession, type Visitor } from './sessions.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'passwords' | 'tokens'>;

/**
 * Signs in by name and password. An unknown name, a wrong password and a person who left give the same answer in the same
 * time; after five failures for one name every further try has to wait.
 */
export async function signIn(
  ports: Ports,
  visitor: Visitor,
  input: { username: string; password: string },
): Promise<Outcome<Opened>> {
  const name = input.username.trim().toLowerCase();
  const { user, failures } = await ports.read(async (stores) => ({
    user: await stores.users.byUsername(name),
    failures: await stores.users.failures(name),
  }));
  const wait = waitSeconds(failures, ports.clock.now());
  if (wait > 0) {
    return refused('sign_in_slowed', { seconds: wait });
  }
  const right = await ports.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!right || !user?.active) {
    return noteFailure(ports, name);
  }
  return openSession(ports, visitor, user.id);
}
