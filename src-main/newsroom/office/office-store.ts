import type { Office } from '../../contract/office-nouns.ts';

/** Settings of the office. A setting is one named value, so that each area can keep its own without a column here. */
export interface OfficeStore {
  /** Null before the first start. */
  get(): Promise<Office | null>;
  set(office: Office): Promise<void>;
  /** A setting of another area, e.g. `site`; null when never set. Its shape is that area's business. */
  setting(key: string): Promise<unknown | null>;
  setSetting(key: string, value: unknown): Promise<void>;
}
