import type { Role } from '../../src-main/contract/rights.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { addUser } from '../../src-main/newsroom/people/people.ts';
import { openSession } from '../../src-main/newsroom/people/sessions.ts';
import type { Client, TestCore } from './core.ts';

/** A person whose caller is looked up anew at each call, as the door does. */
export interface SignedIn {
  readonly userId: string;
  readonly name: string;
  caller(): Promise<Caller>;
  client(): Promise<Client>;
}

/** Adds a person with these roles and signs them in; survives `reopen`. */
export async function signedIn(test: TestCore, username: string, ...roles: Role[]): Promise<SignedIn> {
  const user = await addUser(test.core.newsroom, 'system', { username, name: `Orang ${username}`, roles });
  if (!user.ok) throw new Error(user.refusal.code);
  const visitor = { device: 'uji', place: 'browser', trusted: false } as const;
  const opened = await openSession(test.core.newsroom, visitor, user.value.id);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const caller = async () => {
    const found = await test.core.callerOf(opened.value.token);
    if (found === null) throw new Error(`${username} is not signed in any more`);
    return found;
  };
  return {
    userId: user.value.id,
    name: user.value.name,
    caller,
    client: async () => test.clientOf(await caller()),
  };
}
