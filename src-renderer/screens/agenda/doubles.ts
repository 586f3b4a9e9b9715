import type { Clash, ClashCode } from '../../../src-main/contract/clashes.ts';

const doubles: ReadonlySet<ClashCode> = new Set(['leader_double', 'crew_double', 'room_double']);

/** Whether somebody or a room is asked for twice, and nobody has said why; what is only to be looked at is none. */
export function isOpenDouble(clash: Clash): boolean {
  return clash.answered === null && doubles.has(clash.code);
}
