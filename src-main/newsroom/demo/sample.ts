import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Outcome } from '../outcome.ts';

/** Setting that marks a data folder as the sample office for good: its mail never leaves, nobody needs a password. */
export const SAMPLE_OFFICE = 'demo';
/** The value of that setting from the first commit of the filling to its last; `true` once it is whole. */
export const SAMPLE_FILLING = 'filling';

export type Cast = ReadonlyMap<string, Caller>;
export type Officials = ReadonlyMap<string, { id: Id; name: string; position: string; shortName: string }>;

export function as(cast: Cast, key: string): Caller {
  const caller = cast.get(key);
  if (caller === undefined) {
    throw new Error(`nobody in the sample office is ${key}`);
  }
  return caller;
}

/** The sample is ours: a refusal here is a mistake in it, never a person's. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Error(`the sample office was refused: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.params)}`);
  }
  return outcome.value;
}
