import type { Id } from '../contract/basics.ts';

export interface Job {
  readonly id: Id;
  /** Name in jobs/job-list.ts. */
  readonly kind: string;
  /** Together with kind unique among open jobs: asking twice for the same work gives one job. */
  readonly key: string;
  readonly data: unknown;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly attempts: number;
  /** RFC 3339 instant before which it does not run. */
  readonly notBefore: string;
  readonly error: string | null;
}

export interface JobStore {
  /** Queues work in the transaction of the change that needs it. An open job with the same kind and key is kept. */
  add(job: { kind: string; key: string; data: unknown; notBefore?: string }): Promise<void>;
  /** Whether a job of these kinds is due. */
  due(now: string, kinds: readonly string[]): Promise<boolean>;
  /** Takes the oldest due job of these kinds and marks it running, or gives null. */
  take(now: string, kinds: readonly string[]): Promise<Job | null>;
  finish(id: Id): Promise<void>;
  /** Puts it back for `notBefore`, or gives up when that is null. */
  fail(id: Id, error: string, notBefore: string | null): Promise<void>;
  /** At start: what was running when the core died is queued again. Gives how many. */
  requeueRunning(): Promise<number>;
  nextDue(): Promise<string | null>;
}
