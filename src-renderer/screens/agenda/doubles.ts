import { type Clash, doubleCodes } from '../../../src-main/contract/clashes.ts';

/** Whether somebody or a room is asked for twice. */
export function isDouble(clash: Clash): boolean {
  return doubleCodes.has(clash.code);
}

/** Whether somebody or a room is asked for twice, and nobody has said why; what is only to be looked at is none. */
export function isOpenDouble(clash: Clash): boolean {
  return clash.answered === null && isDouble(clash);
}

/** How many there are, each counted once: those that cannot be, and those that only may be (an end is not known, one is not confirmed). */
export interface Doubles {
  readonly sure: number;
  readonly maybe: number;
}

/** Counts the open doubles among clashes. */
export function countDoubles(clashes: readonly Clash[]): Doubles {
  const found = new Map(clashes.filter(isOpenDouble).map(({ key, weight }) => [key, weight]));
  const sure = [...found.values()].filter((weight) => weight === 'sure').length;
  return { sure, maybe: found.size - sure };
}
