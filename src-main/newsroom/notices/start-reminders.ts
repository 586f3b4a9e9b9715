import type { Refusal } from '../../contract/refusals.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import { REMIND } from './reminder-settings.ts';

/**
 * Sees to it that somebody looks for reminders as long as the core lives: one job that is never done. One that is there already stays.
 * @param again told of a refused write (a full disk); resolves when it may be tried again, false when the core is ending
 */
export async function startReminders(
  { write }: Pick<Newsroom, 'write'>,
  again: (refusal: Refusal) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const queued = await write(async (stores) =>
      done(await stores.jobs.add({ kind: REMIND, key: 'usual', data: 'usual' })),
    );
    if (queued.ok || !(await again(queued.refusal))) return;
  }
}
