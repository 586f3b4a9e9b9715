import type { DecisionAct } from '../../contract/approval-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Role } from '../../contract/rights.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { decidingRole, standInsOf } from '../roster/stand-in.ts';

const order: Readonly<Record<DecisionAct, readonly Role[]>> = {
  submitted: ['writer', 'contributor', 'editor', 'head'],
  new_version: ['writer', 'contributor', 'editor', 'head'],
  returned: ['head', 'final_approver', 'editor'],
  approved: ['head', 'final_approver'],
  corrected: ['head', 'final_approver'],
};

/** In which role a person decides, and in whose place; a decision keeps both, also when the roster later says something else. */
export interface Acting {
  readonly role: Role;
  readonly insteadOf: { readonly id: Id; readonly name: string } | null;
}

/** In which of their own roles a person does this. */
export function actingRole(caller: Pick<Caller, 'roles'>, act: DecisionAct): Role {
  return ownRole(caller, act) ?? order[act][0] ?? 'head';
}

/**
 * In which role a person decides now: one of their own, else that of the one they stand in for. Looked up in the transaction of the
 * decision, so that hours which end while a long text is being read have ended. Refuses: `not_allowed`
 */
export async function decidingAs(
  ports: Pick<Newsroom, 'clock'>,
  stores: Pick<ReadStores, 'roster' | 'users'>,
  caller: Pick<Caller, 'userId' | 'roles'>,
  act: 'returned' | 'approved' | 'corrected',
): Promise<Outcome<Acting>> {
  const own = ownRole(caller, act);
  if (own !== undefined) return done({ role: own, insteadOf: null });
  const [standIn] = await standInsOf(stores, { id: caller.userId, roles: caller.roles }, ports.clock.now());
  if (standIn === undefined) return refused('not_allowed');
  const { userId, name, roles } = standIn;
  // what is lent is the right to decide, not the one to edit
  return done({ role: decidingRole(roles), insteadOf: { id: userId, name } });
}

/**
 * Whose words a person may not approve: their own, and while they stand in for somebody those of that one too, who could not have
 * approved them either.
 */
export function handsOf(caller: Pick<Caller, 'userId' | 'roles' | 'standsIn'>): Id[] {
  if (ownRole(caller, 'approved') !== undefined) return [caller.userId];
  const [standIn] = caller.standsIn ?? [];
  return standIn ? [caller.userId, standIn.userId] : [caller.userId];
}

function ownRole(caller: Pick<Caller, 'roles'>, act: DecisionAct): Role | undefined {
  return order[act].find((role) => caller.roles.includes(role));
}
