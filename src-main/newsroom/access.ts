import type { Right, Role } from '../contract/rights.ts';
import type { Caller } from './caller.ts';

/**
 * Who may do what: one table, right by role. The head approves, the admin sets up and approves nothing by that role, the
 * writer never sends, the contributor reaches only what is their own (the verbs look at ownership).
 */
const table: Readonly<Record<Right, readonly Role[]>> = {
  'agenda.read': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'observer',
    'admin',
  ],
  'agenda.write': ['protocol', 'editor', 'head'],
  'agenda.duties': ['protocol', 'writer', 'documentation', 'editor', 'channel_manager', 'head'],
  'holidays.write': ['protocol', 'editor', 'head', 'admin'],
  // the final approver only lends their own right to decide; the verb looks
  'roster.write': ['protocol', 'editor', 'head', 'final_approver', 'admin'],
  'register.read': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'contributor',
    'observer',
    'admin',
  ],
  'register.write': ['protocol', 'writer', 'editor', 'head', 'admin'],
  'releases.read': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'contributor',
    'observer',
  ],
  // Hanya Lihat reads what was approved and nothing before it; a contributor reaches only own drafts
  'releases.drafts': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'contributor',
  ],
  'releases.write': ['writer', 'editor', 'head', 'contributor'],
  'releases.edit': ['editor', 'head'],
  'releases.decide': ['head', 'final_approver'],
  'photos.read': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'contributor',
    'observer',
  ],
  'photos.write': ['documentation', 'writer', 'editor', 'head', 'contributor'],
  'distribution.read': ['writer', 'editor', 'channel_manager', 'head', 'final_approver', 'admin'],
  'distribution.send': ['editor', 'channel_manager', 'head'],
  'partners.read': ['writer', 'editor', 'channel_manager', 'head', 'admin'],
  'partners.write': ['editor', 'channel_manager', 'head', 'admin'],
  // accounts, addresses and folders of channels: who may be from outside the office uses them, and does not set them up
  'channels.manage': ['admin'],
  'people.read': [
    'protocol',
    'writer',
    'documentation',
    'editor',
    'channel_manager',
    'head',
    'final_approver',
    'observer',
    'admin',
  ],
  'people.manage': ['admin'],
  'office.manage': ['admin', 'head'],
  'backup.manage': ['admin'],
  'audit.read': ['admin', 'head', 'final_approver'],
};

/** What a stand-in may of what the one they stand in for may: to decide, and nothing else. */
const lent: readonly Right[] = ['releases.decide'];

type Asking = Pick<Caller, 'roles' | 'standsIn'>;

/** Whether any of the caller's roles holds the right, or it is lent to them at this hour. */
export function may(caller: Asking, right: Right): boolean {
  const holds = (roles: readonly Role[]) => table[right].some((role) => roles.includes(role));
  return holds(caller.roles) || (lent.includes(right) && (caller.standsIn ?? []).some(({ roles }) => holds(roles)));
}

/** All rights this caller has now, for the page to know what to offer. Offering is courtesy; the core checks again. */
export function rightsOf(caller: Asking): Right[] {
  return (Object.keys(table) as Right[]).filter((right) => may(caller, right));
}
