import type { User } from '../contract/people.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done, type Outcome } from '../newsroom/outcome.ts';
import { addUser, changeUser, setPassword, setPin } from '../newsroom/people/people.ts';
import type { UserRecord } from '../newsroom/people/user-store.ts';
import { answer, entries } from './answer.ts';

export function peopleProcedures(newsroom: Newsroom) {
  const { people } = entries;
  return {
    list: people.list.handler(
      answer(async () => done((await newsroom.read((stores) => stores.users.all())).map(userOf))),
    ),
    add: people.add.handler(answer(async (caller, input) => shown(await addUser(newsroom, caller, input)))),
    change: people.change.handler(answer(async (caller, input) => shown(await changeUser(newsroom, caller, input)))),
    setPassword: people.setPassword.handler(
      answer(async (caller, input) => shown(await setPassword(newsroom, caller, input))),
    ),
    setPin: people.setPin.handler(answer(async (caller, input) => shown(await setPin(newsroom, caller, input)))),
  };
}

function shown(outcome: Outcome<UserRecord>): Outcome<User> {
  return outcome.ok ? done(userOf(outcome.value)) : outcome;
}

/** A person as a page sees them: never a hash. */
function userOf(user: UserRecord): User {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    roles: [...user.roles],
    active: user.active,
    hasPassword: user.passwordHash !== null,
    hasPin: user.pinHash !== null,
  };
}
