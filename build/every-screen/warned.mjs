// An office with everything on Beranda and Distribusi that somebody has to be told.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { approvedRelease } from '../../tests/harness/approved-release.ts';
import { changeDatabase, cutTrail } from '../../tests/harness/behind-the-core.ts';
import { firstStart } from '../../tests/harness/client.ts';
import { startCore } from '../../tests/harness/core-process.ts';
import { dialog, press } from './acts.mjs';

export async function warned() {
  const core = await startCore({});
  const founder = await firstStart(core);
  const { rpc } = founder;
  await rpc.office.change({ selfApproval: true, version: 1 });
  const folder = join(core.dataFolder, 'Situs');
  await rpc.site.change({
    folder,
    baseUrl: 'https://prokopim.denpasar.example/berita',
    title: 'Ruang Berita Denpasar',
    description: 'Siaran pers Pemerintah Kota Denpasar.',
    version: 0,
  });
  const mark = join(folder, '.kulkul-situs.json');
  while (!existsSync(mark)) await pause(100);
  const release = await approvedRelease(founder, { title: 'Wali Kota Buka Pekan Literasi di Graha Sewaka Dharma' });
  const { me } = await rpc.session.status();
  await cutTrail(core);
  await core.stop();
  changeDatabase(core, `insert into pin_off values ('${me.userId}', '2026-01-02T03:04:05Z', '2026-01-02T07:00:00Z')`);
  const { siteId } = JSON.parse(readFileSync(mark, 'utf8'));
  writeFileSync(mark, JSON.stringify({ kulkul: 'situs', siteId: 'lain', formerly: [siteId] }));
  await core.restart();
  const to = { emailGroupIds: [], journalistIds: [], site: true, whatsappGroupIds: [] };
  await rpc.distribution.send({ releaseId: release.id, contentHash: release.contentHash, to });
  const draft = await rpc.releases.create({});
  return { core, draft, people: { founder }, close: () => core.dispose() };
}

/** Types what no core takes, so that it is put aside, and goes to Beranda. */
async function putAside(page, w, place) {
  await page.route('**/rpc/releaseText/append', async (route) => {
    const sent = JSON.parse(route.request().postData());
    const bytes = Buffer.from(sent.json.update, 'base64').toString('latin1').replace('paragraph', 'paragrapx');
    sent.json.update = Buffer.from(bytes, 'latin1').toString('base64');
    await route.continue({ postData: JSON.stringify(sent) });
  });
  await page.getByRole('textbox', { name: w.releases.body, exact: true }).click();
  await page.keyboard.type('Wali Kota mengajak warga menanam pohon di bantaran Tukad Badung.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Kegiatan diikuti dua ratus siswa.');
  await page.locator('[data-save="refused"]').waitFor({ timeout: 20_000 });
  await page.goto(place.core.url);
  await page.getByRole('button', { name: w.home.showKept }).waitFor();
}
const draft = (place) => `/siaran-pers/${place.draft.id}`;

export const warnedScenes = [
  ['beranda-peringatan', 'founder', draft, putAside],
  [
    'kata-tersimpan',
    'founder',
    draft,
    async (page, w, place) => {
      await putAside(page, w, place);
      await press(page, w.home.showKept);
      await dialog(page).waitFor();
      await page.waitForTimeout(600);
    },
    { floats: true },
  ],
  ['jejak-audit-terpotong', 'founder', '/pengaturan/jejak-audit'],
  [
    'jejak-audit-akui',
    'founder',
    '/pengaturan/jejak-audit',
    async (page, w) => press(page, w.settings.endBeginAnew),
    { floats: true },
  ],
  ['situs-salinan-lain', 'founder', '/distribusi'],
  ['situs-ambil-alih', 'founder', '/distribusi', async (page, w) => press(page, w.distribution.takeOver)],
  [
    'tinggalkan-naskah',
    'founder',
    '/',
    async (page, w, place) => {
      // a browser that keeps nothing, and a core that is away: the words are in this window alone
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'UnknownError');
        };
      });
      await page.goto(place.core.url + draft(place));
      await page.getByRole('textbox', { name: w.releases.body, exact: true }).click();
      await place.core.kill();
      await page.keyboard.type('Hanya di sini.');
      await page.locator('[data-save="kept"]').waitFor({ timeout: 20_000 });
      await page.getByRole('link', { name: w.frame.home }).first().click();
      await dialog(page).waitFor();
    },
    { after: (place) => place.core.restart(), floats: true },
  ],
];
