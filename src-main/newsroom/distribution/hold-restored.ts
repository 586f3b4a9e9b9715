import type { Refusal } from '../../contract/refusals.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import { stamp } from './deliver-channel.ts';

/** Setting a restore leaves in the database: `{ madeAt }` of the backup. Gone once the first start has held the mails. */
export const RESTORED = 'restored';

/**
 * At the first start after a restore, before any job runs: holds the e-mail channel until a person goes on. What waited when the
 * backup was made may have left since, from the office the backup was made of, and nobody can be asked whether it did. The site goes
 * on: writing it twice harms nobody.
 * @param again told of a refused write; resolves when it may be tried again, false when the core is ending
 * @returns false when the core ended before it could be written; then nothing may be sent, and the next start finds the same
 */
export async function holdRestored(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock'>,
  again: (refusal: Refusal) => Promise<boolean>,
): Promise<boolean> {
  if ((await ports.read((stores) => stores.office.setting(RESTORED))) === null) return true;
  for (;;) {
    const written = await ports.write(async (stores) => {
      const record = await stores.deliveries.channel('email');
      await stores.deliveries.setChannel({
        ...record,
        pausedAt: stamp(ports.clock.now()),
        pausedBecause: 'restored',
        pausedWords: '',
      });
      await stores.audit.append({
        caller: 'system',
        act: 'distribution.pause',
        subject: { kind: 'channel', id: 'email' },
        details: { because: 'restored' },
      });
      await stores.office.setSetting(RESTORED, null);
      stores.happen({ kind: 'channels.changed' });
      return done(undefined);
    });
    if (written.ok) return true;
    if (!(await again(written.refusal))) return false;
  }
}
