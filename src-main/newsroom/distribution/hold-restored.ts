import type { Refusal } from '../../contract/refusals.ts';
import { holdFolder } from '../agenda/outgoing/evening-folder.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import { closePathImports } from '../photos/close-path-imports.ts';
import { stamp } from './deliver-channel.ts';
import { keptSite } from './site-settings.ts';

/** Setting a restore leaves in the database: `{ madeAt }` of the backup. Gone once the first start has held the mails. */
export const RESTORED = 'restored';

/**
 * At the first start after a restore, before any job runs: holds e-mail and site until a person goes on. What waited when the backup
 * was made may have left since, from the office the backup was made of, and nobody can be asked whether it did. That office may still
 * run and write the same site folder, so these data get a `siteId` of their own: the folder is then refused until it is taken over.
 * Imports from paths of this computer end: what lies there now is not what was chosen.
 * @param again told of a refused write; resolves when it may be tried again, false when the core is ending
 * @returns false when the core ended before it could be written; then nothing may be sent, and the next start finds the same
 */
export async function holdRestored(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids'>,
  again: (refusal: Refusal) => Promise<boolean>,
): Promise<boolean> {
  if ((await ports.read((stores) => stores.office.setting(RESTORED))) === null) return true;
  for (;;) {
    const written = await ports.write(async (stores) => {
      const site = await keptSite(stores);
      for (const channel of site === null ? (['email'] as const) : (['email', 'site'] as const)) {
        await stores.deliveries.setChannel({
          ...(await stores.deliveries.channel(channel)),
          pausedAt: stamp(ports.clock.now()),
          pausedBecause: 'restored',
          pausedWords: '',
        });
        await stores.audit.append({
          caller: 'system',
          act: 'distribution.pause',
          subject: { kind: 'channel', id: channel },
          details: { because: 'restored' },
        });
      }
      if (site !== null) {
        const formerly = [...(site.formerly ?? []), site.siteId];
        await stores.office.setSetting('site', { ...site, siteId: ports.ids.next(), formerly });
      }
      await holdFolder(ports, stores);
      await closePathImports(stores);
      await stores.office.setSetting(RESTORED, null);
      stores.happen({ kind: 'channels.changed' });
      return done(undefined);
    });
    if (written.ok) return true;
    if (!(await again(written.refusal))) return false;
  }
}
