// An office of one that has just begun, one that has not even begun, and one whose disk is small.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePicture } from '../../tests/builders/pictures.ts';
import { canMount, smallDisk } from '../../tests/builders/small-disk.ts';
import { addPeople, firstStart } from '../../tests/harness/client.ts';
import { startCore } from '../../tests/harness/core-process.ts';
import { agendaMessage, open } from './acts.mjs';

export async function begun() {
  const core = await startCore({});
  const founder = await firstStart(core);
  return { core, people: { founder, nobody: null }, close: () => core.dispose() };
}
const empty = (name, path) => [`kosong-${name}`, 'founder', path];
export const begunScenes = [
  empty('beranda', '/'),
  empty('agenda', '/agenda'),
  empty('agenda-pekan', '/agenda?lihat=pekan'),
  empty('siaran-pers', '/siaran-pers'),
  empty('menunggu', '/siaran-pers/menunggu'),
  empty('foto', '/foto'),
  empty('distribusi', '/distribusi'),
  empty('mitra', '/mitra'),
  empty('mitra-media', '/mitra?bagian=media'),
  empty('mitra-grup', '/mitra?bagian=grup'),
  empty('orang', '/pengaturan/orang'),
  empty('surel', '/pengaturan/surel'),
  empty('situs', '/pengaturan/situs'),
  empty('kantor', '/pengaturan/kantor'),
  [
    'naskah-kosong',
    'founder',
    async (place) => `/siaran-pers/${(await place.people.founder.rpc.releases.create({})).id}`,
  ],
  ['mulai-tempel', 'founder', '/mulai'],
  [
    'mulai-usulan',
    'founder',
    '/mulai',
    async (page, w) => {
      await page.getByLabel(w.agenda.pasteLabel).fill(agendaMessage);
      await page.getByRole('article').first().waitFor();
    },
  ],
  [
    'mulai-pimpinan',
    'founder',
    '/mulai',
    async (page, w) => {
      await page.getByLabel(w.agenda.pasteLabel).fill(agendaMessage);
      await page.getByRole('article').first().waitFor();
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(1000);
    },
  ],
  [
    'masuk',
    'nobody',
    async (place) => {
      await addPeople(place.core, place.people.founder, ['writer']);
      return '/';
    },
  ],
  [
    'masuk-salah',
    'nobody',
    '/',
    async (page, w) => {
      await page.getByLabel(w.start.username).fill('writer');
      await page.getByLabel(w.start.password, { exact: true }).fill('bukan ini');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(900);
    },
  ],
  ['masuk-pilih', 'nobody', (place) => place.core.openUrl],
];

export async function fresh() {
  const core = await startCore({});
  return { core, people: { nobody: null }, close: () => core.dispose() };
}
export const freshScenes = [
  ['mulai', 'nobody', (place) => place.core.openUrl],
  ['mulai-salah', 'nobody', (place) => place.core.openUrl, open((w) => w.start.begin)],
];

export async function crammed() {
  if (!canMount) return null;
  const disk = smallDisk(48);
  const core = await startCore({ dataFolder: join(disk.path, 'data') });
  const founder = await firstStart(core);
  return {
    core,
    people: { founder },
    close: async () => {
      await core.dispose();
      disk.unmount();
    },
  };
}
export const crammedScenes = [
  [
    'diska-penuh',
    'founder',
    '/foto',
    async (page, w) => {
      const cards = mkdtempSync(join(tmpdir(), 'kulkul-card-'));
      const files = [];
      for (let seed = 1; seed <= 20; seed++) {
        const picture = await makePicture(seed, { width: 900, height: 600 });
        files.push(join(cards, `IMG_${seed}.JPG`));
        writeFileSync(files.at(-1), Buffer.concat([picture, Buffer.alloc(3_000_000, seed)]));
      }
      await page.locator('input[type=file]').first().setInputFiles(files, { timeout: 30_000 });
      await page.getByRole('button', { name: w.frame.tryAgain }).waitFor({ timeout: 30_000 });
    },
  ],
];
