import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/index.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Asks } from '../contract/rights.ts';
import { CONTRACT_VERSION } from '../contract/session.ts';
import { may } from '../newsroom/access.ts';
import type { Caller } from '../newsroom/caller.ts';
import { type Outcome, refused } from '../newsroom/outcome.ts';
import type { Context } from './context.ts';

/** Whether this caller may pass an entry, a raw route or a happening that asks this. Null when yes. */
export function stoppedAt(asks: Asks, caller: Caller | null): Refusal | null {
  if (asks === 'nobody') {
    return null;
  }
  if (caller === null) {
    return refused('not_signed_in').refusal;
  }
  return asks === 'session' || may(caller, asks) ? null : refused('not_allowed').refusal;
}

/** What the entry at this path of the contract asks of its caller: `['releases', 'get']`. Undefined where there is none. */
export function asksOf(path: readonly string[]): Asks | undefined {
  let found: unknown = contract;
  for (const name of path)
    found = typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? Reflect.get(found, name) : null;
  return (found as Entry | null)?.['~orpc']?.meta?.asks;
}

interface Entry {
  readonly '~orpc'?: { readonly meta?: { readonly asks?: Asks } };
}

/** The typed error a page understands. */
export function refusalError(refusal: Refusal): ORPCError<'REFUSED', Refusal> {
  return new ORPCError('REFUSED', { status: 422, defined: true, data: refusal });
}

/** All entries of the contract, each of which checks what it asks of the caller before anything else runs. */
export const entries = implement(contract)
  .$context<Context>()
  .use(({ context, next, procedure }) => {
    const asks = (procedure['~orpc'].meta as { asks?: Asks }).asks;
    // an entry that was not begun with `ask` is a mistake in the contract, never an open door
    const stopped =
      asks === undefined
        ? refused('not_allowed').refusal
        : context.contractVersion !== null && context.contractVersion < CONTRACT_VERSION
          ? refused('contract_too_old').refusal
          : stoppedAt(asks, context.caller);
    if (stopped !== null) {
      throw refusalError(stopped);
    }
    return next();
  });

type Given<I> = { readonly context: Context; readonly input: I };

/** A handler of an entry that asks for a session or a right: runs the verb, answers its value or its refusal. */
export function answer<I, O>(verb: (caller: Caller, input: I) => Promise<Outcome<O>>) {
  return async ({ context, input }: Given<I>): Promise<O> => {
    if (context.caller === null) {
      throw refusalError(refused('not_signed_in').refusal);
    }
    return valueOrRefuse(await verb(context.caller, input));
  };
}

/** The value of an outcome, or the typed error. */
export function valueOrRefuse<O>(outcome: Outcome<O>): O {
  if (!outcome.ok) {
    throw refusalError(outcome.refusal);
  }
  return outcome.value;
}
