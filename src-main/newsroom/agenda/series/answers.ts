import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Clash } from '../../../contract/clashes.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Stores } from '../../stores.ts';

/** Clashes that must be answered for, each once. */
export type SureClashes = readonly Clash[];

export function sureOnes(found: readonly Clash[], had: ReadonlySet<string> = new Set()): SureClashes {
  const open = found.filter((clash) => clash.weight === 'sure' && clash.answered === null && !had.has(clash.key));
  return [...new Map(open.map((clash) => [clash.key, clash])).values()];
}

/** One reason for every clash of a series; the audit trail tells it once. */
export async function keepAnswers(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  caller: Caller,
  event: Event,
  clashes: SureClashes,
  reason: string | undefined,
): Promise<void> {
  if (clashes.length === 0 || reason === undefined) return;
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  for (const clash of clashes) await stores.clashes.answer(clash.key, { reason, userName: caller.name, at });
  await stores.audit.append({
    caller,
    act: 'agenda.clash-answered',
    subject: { kind: 'event', id: event.id },
    details: { title: event.title, clashes: clashes.length, reason },
  });
}
