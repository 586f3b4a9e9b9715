import type { DistributionTables } from './distribution.ts';
import type { PeopleTables } from './people.ts';
import type { ReleaseTables } from './releases.ts';
import type { TrailTables } from './trail.ts';

/** Every table, by area. An area adds its interface here. */
export interface Tables extends PeopleTables, TrailTables, ReleaseTables, DistributionTables {}
