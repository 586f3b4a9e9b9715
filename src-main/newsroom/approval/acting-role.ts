import type { DecisionAct } from '../../contract/approval-nouns.ts';
import type { Role } from '../../contract/rights.ts';
import type { Caller } from '../caller.ts';

const order: Readonly<Record<DecisionAct, readonly Role[]>> = {
  submitted: ['writer', 'contributor', 'editor', 'head'],
  new_version: ['writer', 'contributor', 'editor', 'head'],
  returned: ['head', 'final_approver', 'editor'],
  approved: ['head', 'final_approver'],
  corrected: ['head', 'final_approver'],
};

/** In which of their roles a person does this; a decision keeps it, also when the person later has other roles. */
export function actingRole(caller: Pick<Caller, 'roles'>, act: DecisionAct): Role {
  return order[act].find((role) => caller.roles.includes(role)) ?? order[act][0] ?? 'head';
}
