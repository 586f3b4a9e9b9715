import type { Newsroom } from '../newsroom.ts';
import type { Outcome } from '../outcome.ts';
import { countTry, sayNo } from './failed-tries.ts';
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
  const counted = await countTry(ports, name);
  if (!counted.ok) {
    return counted;
  }
  const user = await ports.read((stores) => stores.users.byUsername(name));
  const right = await ports.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!right || !user?.active) {
    return sayNo(ports, name, counted.value);
  }
  return openSession(ports, visitor, user.id);
}
