import type { Id } from '../../contract/basics.ts';
import type { DeliveryState } from '../../contract/delivery-nouns.ts';

/** A release version that somebody sent to the site. */
export interface SiteRow {
  readonly releaseId: Id;
  readonly version: number;
  readonly state: DeliveryState;
  /** When Kirim was pressed; never changes, so pages made of it do not either. */
  readonly createdAt: string;
  /** The release as a whole was taken back. */
  readonly withdrawn: boolean;
}

/** The ledger as the site reads it. */
export interface SiteRowStore {
  /** By release and version. */
  all(): Promise<SiteRow[]>;
  ofRelease(releaseId: Id): Promise<SiteRow[]>;
}
