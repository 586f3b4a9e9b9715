import type { Attendance } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Id } from '../../../../src-main/contract/basics.ts';
import { rpc } from '../../../client.ts';

/** Leaders that were typed and whom the register does not know: the id they have while the form is open -> name. */
export type NewLeaders = Readonly<Record<Id, string>>;

/** An id for the next of them; no id of the core begins like this for some thousand years. */
export function idOfNew(leaders: NewLeaders): Id {
  return `7ZZZZZZZZZZZZZZZZZZZZZZZ${String(Object.keys(leaders).length).padStart(2, '0')}`;
}

/**
 * Enters into the register those that still stand on the event, now that it is saved.
 * @returns the attendance with the ids of the register
 */
export async function enterNewLeaders(leaders: NewLeaders, attendance: readonly Attendance[]): Promise<Attendance[]> {
  const entered: Attendance[] = [];
  for (const answer of attendance) {
    const name = leaders[answer.officialId];
    if (name === undefined) entered.push(answer);
    else {
      const { id } = await rpc.register.addOfficial({ name, shortPosition: name, position: name, leader: true });
      entered.push({ ...answer, officialId: id });
    }
  }
  return entered;
}
