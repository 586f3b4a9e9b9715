import type { Id } from '../../contract/basics.ts';
import type { Group, Journalist, Outlet } from '../../contract/partners.ts';

/** Media Mitra: outlets, their journalists and desks, and groups that releases go to. */
export interface PartnerStore {
  /** By name. */
  outlets(): Promise<Outlet[]>;
  outlet(id: Id): Promise<Outlet | null>;
  /** Without regard to case. */
  outletByName(name: string): Promise<Outlet | null>;
  insertOutlet(outlet: Outlet): Promise<void>;
  updateOutlet(outlet: Outlet): Promise<void>;
  /** By name. */
  journalists(): Promise<Journalist[]>;
  journalist(id: Id): Promise<Journalist | null>;
  /** Without regard to case: `Redaksi@Media.id` and `redaksi@media.id` are one mailbox to every server in use. */
  journalistByEmail(email: string): Promise<Journalist | null>;
  insertJournalists(journalists: readonly Journalist[]): Promise<void>;
  updateJournalist(journalist: Journalist): Promise<void>;
  /** By name, with their members. */
  groups(): Promise<Group[]>;
  group(id: Id): Promise<Group | null>;
  groupByName(name: string): Promise<Group | null>;
  insertGroup(group: Group): Promise<void>;
  updateGroup(group: Group): Promise<void>;
  removeGroup(id: Id): Promise<void>;
}
