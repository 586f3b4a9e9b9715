import type { Id } from '../../contract/basics.ts';
import type { Agency, Official } from '../../contract/register.ts';

export interface OfficialStore {
  all(): Promise<Official[]>;
  byId(id: Id): Promise<Official | null>;
  byIds(ids: readonly Id[]): Promise<Official[]>;
  insert(official: Official): Promise<void>;
  update(official: Official): Promise<void>;
  /** Only for officials that were proposed and never confirmed. */
  remove(id: Id): Promise<void>;
  agencies(): Promise<Agency[]>;
  insertAgency(agency: Agency): Promise<void>;
}
