import type { Refusal, RefusalCode } from '../contract/refusals.ts';

/** What a verb answers: a value, or an expected refusal. Bugs are thrown; refusals never are. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/**
 * An expected refusal.
 * @param params values for the sentence in words/, never secrets
 * @param field path of the input field the sentence stands at
 */
export function refused(
  code: RefusalCode,
  params: Record<string, string | number> = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: field === undefined ? { code, params } : { code, params, field } };
}
