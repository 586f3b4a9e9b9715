import type { AuditStore } from './audit-store.ts';
import type { JobStore } from './job-store.ts';
import type { OfficeStore } from './office/office-store.ts';
import type { OfficialStore } from './people/official-store.ts';
import type { SessionStore } from './people/session-store.ts';
import type { UserStore } from './people/user-store.ts';
import type { Happen } from './ports.ts';
import type { ReleaseStore } from './releases/release-store.ts';

/** Everything that is kept, bound to one transaction. Each area adds its store here and in adapters/database/stores.ts. */
export interface Stores {
  readonly office: OfficeStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly officials: OfficialStore;
  readonly audit: AuditStore;
  readonly jobs: JobStore;
  readonly releases: ReleaseStore;
  /** Tells the pages, after the commit, what has changed. */
  readonly happen: Happen;
}
