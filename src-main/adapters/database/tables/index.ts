import type { AgendaTables } from './agenda.ts';
import type { AgendaImportTables } from './agenda-imports.ts';
import type { AgendaOutTables } from './agenda-out.ts';
import type { ApprovalTables } from './approval.ts';
import type { DistributionTables } from './distribution.ts';
import type { NoticeTables } from './notices.ts';
import type { PeopleTables } from './people.ts';
import type { PhotoTables } from './photos.ts';
import type { ReleaseTables } from './releases.ts';
import type { TrailTables } from './trail.ts';

/** Every table, by area. An area adds its interface here. */
export interface Tables
  extends AgendaTables,
    AgendaImportTables,
    AgendaOutTables,
    NoticeTables,
    PeopleTables,
    TrailTables,
    ReleaseTables,
    ApprovalTables,
    DistributionTables,
    PhotoTables {}
