import { digestTextJob } from './digest-text.ts';
import type { JobKind } from './job.ts';

/** Every kind of durable work. The runner refuses to start when two have one name. */
export const jobKinds: readonly JobKind[] = [digestTextJob];
