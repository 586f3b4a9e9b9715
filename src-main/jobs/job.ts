import type { Newsroom } from '../newsroom/newsroom.ts';

/** How a piece of durable work ended. */
export type JobEnd =
  | { readonly end: 'done' }
  /** Again at this RFC 3339 instant, for this reason. */
  | { readonly end: 'later'; readonly at: string; readonly reason: string }
  /** Not again by itself, for this reason. */
  | { readonly end: 'failed'; readonly reason: string };

/**
 * One kind of durable work: one small file. `run` may be cut off anywhere by a power cut and is then run again from the
 * start, so it looks at the state it finds and does what is missing.
 */
export interface JobKind {
  readonly kind: string;
  /** How many of this kind run at the same time. */
  readonly atOnce: number;
  /** One that throws is tried again and again, ever later, instead of being given up. */
  readonly neverGivenUp?: boolean;
  /** @param failed told of what broke while the work goes on all the same */
  run(newsroom: Newsroom, data: unknown, signal: AbortSignal, failed?: (error: unknown) => void): Promise<JobEnd>;
}

export const jobDone: JobEnd = { end: 'done' };
