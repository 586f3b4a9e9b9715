import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../contract/basics.ts';
import type { Role } from '../../contract/rights.ts';
import { may } from '../access.ts';
import type { ReadStores } from '../ports.ts';

/** In whose place a person may decide now, and until when. */
export interface StandIn {
  readonly userId: Id;
  readonly name: string;
  /** Their own roles: what they could decide themselves. */
  readonly roles: readonly Role[];
  /** RFC 3339 instant. */
  readonly until: string;
}

/** Roles of people inside of the office. Who only hands in, looks, keeps accounts or sets up never decides in anybody's place. */
const inside: readonly Role[] = ['protocol', 'writer', 'documentation', 'editor', 'head', 'final_approver'];

/** Whether somebody with these roles may stand in for one who decides. */
export function mayStandIn(roles: readonly Role[]): boolean {
  return roles.some((role) => inside.includes(role));
}

/** Whether somebody with these roles decides in their own right, and so has something to lend. */
export function mayLend(roles: readonly Role[]): boolean {
  return may({ roles }, 'releases.decide');
}

/** The role somebody decides in: that of the head before that of the final approver. */
export function decidingRole(roles: readonly Role[]): Role {
  return roles.includes('head') ? 'head' : 'final_approver';
}

/**
 * For whom a person stands in at this moment. Asked for at every act and not kept with the session: an entry begins and ends by
 * itself at its hours, and a person who left or lost the role lends nothing any more. Who stands in hands nothing on.
 */
export async function standInsOf(
  stores: Pick<ReadStores, 'roster' | 'users'>,
  person: { readonly id: Id; readonly roles: readonly Role[] },
  now: Temporal.Instant,
): Promise<StandIn[]> {
  if (!mayStandIn(person.roles)) return [];
  const standIns: StandIn[] = [];
  for (const entry of await stores.roster.standIns(person.id, now.toString({ fractionalSecondDigits: 3 }))) {
    const lender = entry.insteadOf === null ? null : await stores.users.byId(entry.insteadOf);
    if (!lender?.active || !mayLend(lender.roles) || lender.id === person.id) continue;
    standIns.push({ userId: lender.id, name: lender.name, roles: lender.roles, until: entry.endsAt });
  }
  return standIns;
}
