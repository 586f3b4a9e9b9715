import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';

/** Reasons of the last half year are offered again. */
const LOOKS_BACK_DAYS = 180;
const MOST = 6;

/** Reasons this office gave lately, so that the usual one is a press and not a sentence. */
export async function usualReasons(ports: Pick<Newsroom, 'read' | 'clock'>): Promise<Outcome<string[]>> {
  const since = ports.clock.now().subtract({ hours: LOOKS_BACK_DAYS * 24 });
  return done(await ports.read((stores) => stores.notices.reasonsSince(since.toString(), MOST)));
}
