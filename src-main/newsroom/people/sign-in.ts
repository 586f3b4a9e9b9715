import type { Newsroom } from '../newsroom.ts';
import { type Outcome, refused } from '../outcome.ts';
import { countTry, sayNo, takeTryBack } from './failed-tries.ts';
import { type Opened, openSession, type Visitor } from './sessions.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'passwords' | 'tokens' | 'addressTries'>;

/**
 * Signs in by name and password. An unknown name, a wrong password and a person who left give the same answer in the same
 * time; after five failures for one name every further try has to wait, and so it has after many from one address, whatever the names.
 */
export async function signIn(
  ports: Ports,
  visitor: Visitor,
  input: { username: string; password: string },
): Promise<Outcome<Opened>> {
  const name = input.username.trim().toLowerCase();
  const wait = ports.addressTries.take(visitor.address);
  if (wait > 0) {
    return refused('sign_in_slowed', { seconds: wait });
  }
  const counted = await countTry(ports, name);
  if (!counted.ok) {
    return counted;
  }
  const user = await ports.read((stores) => stores.users.byUsername(name));
  const right = await ports.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!right.ok) {
    await takeTryBack(ports, name);
    return right;
  }
  if (!right.value || !user?.active) {
    return sayNo(ports, name, counted.value);
  }
  ports.addressTries.giveBack(visitor.address);
  return openSession(ports, visitor, user.id);
}
