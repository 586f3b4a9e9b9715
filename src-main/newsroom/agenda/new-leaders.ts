import type { Attendance } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { addOfficialIn } from '../people/register.ts';
import type { Stores } from '../stores.ts';

/** A leader typed on an event whom the register does not know: what stands for them in the attendance, and their name. */
export interface NewLeader {
  readonly id: Id;
  readonly name: string;
}

/**
 * Gives those who still stand on the event their ids, before anything is kept: what clashes is then reckoned with the ids they will have.
 * @returns them with these ids, and the attendance that names them so; undefined where none was given
 */
export function nameNewLeaders<A extends readonly Attendance[] | undefined>(
  ports: Pick<Newsroom, 'ids'>,
  newLeaders: readonly NewLeader[],
  attendance: A,
): { leaders: NewLeader[]; attendance: A extends undefined ? undefined : Attendance[] } {
  const standing = newLeaders.filter(({ id }) => attendance?.some(({ officialId }) => officialId === id));
  const ids = new Map(standing.map(({ id }) => [id, ports.ids.next()]));
  const named = attendance?.map((answer) => ({
    ...answer,
    officialId: ids.get(answer.officialId) ?? answer.officialId,
  }));
  return {
    leaders: standing.map(({ id, name }) => ({ id: ids.get(id) ?? id, name })),
    attendance: named as A extends undefined ? undefined : Attendance[],
  };
}

/** Enters them into the register, in the transaction of the event: a refused event leaves no official behind. */
export async function enterNewLeaders(stores: Stores, caller: Caller, leaders: readonly NewLeader[]): Promise<void> {
  for (const { id, name } of leaders)
    await addOfficialIn(stores, caller, id, { name, shortPosition: name, position: name, leader: true });
}
