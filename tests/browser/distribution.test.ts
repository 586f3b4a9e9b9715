import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { mailServer, saying } from '../builders/mail-server.ts';
import { approvedRelease } from '../harness/approved-release.ts';
import type { Person } from '../harness/client.ts';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

/** With KULKUL_SCREENS=<folder> each state is kept as a picture. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.KULKUL_SCREENS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const journalists = [
  ['Komang Sari', 'komang@balipagi.example'],
  ['Putu Arya', 'tolak@harianbali.example'],
  ['Made Wirawan', 'putus@radiobali.example'],
] as const;

/** An office that can send: journalists over a real SMTP server on this computer, a site in a folder, two WhatsApp groups. */
async function readyOffice(founder: Person, port: number, dataFolder: string): Promise<void> {
  const { rpc } = founder;
  await rpc.channels.setSmtp({
    host: '127.0.0.1',
    port,
    security: 'plain',
    allowPlain: true,
    user: '',
    connections: 1,
    fromName: 'Prokopim Denpasar',
    fromAddress: 'prokopim@denpasar.example',
    replyTo: '',
    unsubscribeTo: '',
    version: null,
  });
  const memberIds = [];
  for (const [name, email] of journalists) memberIds.push((await rpc.partners.addJournalist({ name, email })).id);
  await rpc.partners.addGroup({ name: 'Forum Wartawan', kind: 'email', memberIds });
  await rpc.partners.addGroup({ name: 'Media Center Prokopim', kind: 'whatsapp', note: 'admin: Bu Ketut' });
  await rpc.partners.addGroup({ name: 'KIM Denpasar', kind: 'whatsapp' });
  await rpc.site.change({
    folder: join(dataFolder, 'Situs'),
    baseUrl: 'https://prokopim.denpasar.example/berita',
    title: 'Ruang Berita Denpasar',
    description: 'Siaran pers Pemerintah Kota Denpasar.',
    version: 0,
  });
}

test('one release goes to journalists, the site and WhatsApp groups, and each row says the truth', async ({
  page,
  core,
  office,
}) => {
  test.setTimeout(180_000);
  const smtp = await mailServer({
    onRcptTo: ({ address }, _session, done) =>
      address.startsWith('tolak') ? done(saying(550, '5.1.1 Kotak surat tidak ada')) : done(),
    afterBody: ({ to }, cut) => {
      if (to[0]?.startsWith('putus')) cut();
    },
  });
  try {
    await page.setViewportSize(laptop);
    const { founder } = office;
    await founder.rpc.office.change({ version: 1, selfApproval: true });
    await readyOffice(founder, smtp.port, core.dataFolder);
    const release = await approvedRelease(founder, {
      title: 'Wali Kota Buka Pekan Literasi di Graha Sewaka Dharma',
    });

    await office.open(page, 'founder', `/distribusi/${release.id}`);
    await expect(page.getByRole('heading', { name: /Wali Kota Buka Pekan Literasi/ })).toBeVisible();
    await expect(page.getByText('3 wartawan akan menerima ini sekarang')).toBeVisible();
    const send = page.getByRole('button', { name: 'Kirim ke 6 tujuan' });
    await expect(send).toBeEnabled();
    await expect(send).not.toBeFocused();
    await expectAccessible(page);
    await keep(page, 'kirim-1-sebelum');

    // the numbers follow the choice
    await page.getByRole('checkbox', { name: /KIM Denpasar/ }).uncheck();
    await expect(page.getByRole('button', { name: 'Kirim ke 5 tujuan' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');

    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await expect(row('Komang Sari')).toContainText('Terkirim');
    await expect(row('Komang Sari')).toContainText('2.0.0 Diterima');
    await expect(row('Putu Arya')).toContainText('Ditolak');
    await expect(row('Putu Arya')).toContainText('5.1.1 Kotak surat tidak ada');
    await expect(row('Made Wirawan')).toContainText('Perlu dicek');
    await expect(row('Ruang Berita Denpasar')).toContainText('https://prokopim.denpasar.example/berita/rilis/');
    await expect(row('Media Center Prokopim')).toContainText('Belum dibagikan');
    await expectAccessible(page);
    await keep(page, 'kirim-2-sesudah');

    // what nobody can know is decided by a person
    await row('Made Wirawan')
      .getByRole('button', { name: /Sudah diterima/ })
      .click();
    await expect(row('Made Wirawan')).toContainText('Diterima menurut');

    // the link has come into the text by itself
    const text = page.getByRole('textbox', { name: 'Teks untuk WA' });
    await expect(text).toHaveValue(/\*Wali Kota Buka Pekan Literasi.*\*[\s\S]*https:\/\/prokopim\.denpasar\.example/);
    const opening = page.getByRole('link', { name: 'Buka WhatsApp' });
    expect(decodeURIComponent((await opening.getAttribute('href')) ?? '')).toContain('Wali Kota Buka Pekan Literasi');
    await text.fill('kata '.repeat(2000));
    await expect(page.getByText('teks ini dipendekkan')).toBeVisible();
    expect(((await opening.getAttribute('href')) ?? '').length).toBeLessThan(2000);

    // ticked off by a person, and taken back
    await row('Media Center Prokopim')
      .getByRole('button', { name: /Sudah dibagikan/ })
      .dblclick();
    await expect(row('Media Center Prokopim')).toContainText(/Dibagikan menurut .+, \d\d\.\d\d/);
    await expect(row('Media Center Prokopim').getByRole('alert')).toHaveCount(0);
    await page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click();
    await expect(row('Media Center Prokopim')).toContainText('Belum dibagikan');

    // the kit is a ZIP with everything in it
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: /Unduh paket media/ }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/_wali-kota-buka-pekan-literasi.*\.zip$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');

    await page.goto(`${core.url}/distribusi`);
    await expect(page.getByRole('link', { name: 'Putu Arya' })).toBeVisible();
    await expectAccessible(page);
    await keep(page, 'distribusi');
    for (const [name, path] of [
      ['kirim', `/distribusi/${release.id}`],
      ['distribusi', '/distribusi'],
    ] as const) {
      await page.setViewportSize(phone);
      await page.goto(core.url + path);
      await expect(page.getByText('Putu Arya')).toBeVisible();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${name} is wider than a phone`).toBeLessThanOrEqual(0);
      await expectAccessible(page);
      for (const link of await page.locator('main').getByRole('link').all()) {
        const height = (await link.boundingBox())?.height ?? 44;
        expect(height, `${name}: ${await link.innerText()}`).toBeGreaterThanOrEqual(44);
      }
      await keep(page, `${name}-390`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize(laptop);
      await expectAccessible(page);
      await keep(page, `${name}-gelap`);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  } finally {
    await smtp.close();
  }
});

test('a release that is not approved cannot be sent, and the page says so', async ({ page, office }) => {
  const draft = await office.founder.rpc.releases.create({});
  await office.open(page, 'founder', `/distribusi/${draft.id}`);
  await expect(page.getByText('Belum bisa dikirim')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kirim ke/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('who may only look sees the ledger without acts', async ({ page, office }) => {
  await office.founder.rpc.office.change({ version: 1, selfApproval: true });
  const group = await office.founder.rpc.partners.addGroup({ name: 'Forum Wartawan', kind: 'whatsapp' });
  const release = await approvedRelease(office.founder, { title: 'Pekan Literasi' });
  await office.founder.rpc.distribution.send({
    releaseId: release.id,
    contentHash: release.contentHash,
    to: { emailGroupIds: [], journalistIds: [], site: false, whatsappGroupIds: [group.id] },
  });
  await office.open(page, 'writer', `/distribusi/${release.id}`);
  await expect(page.getByRole('row', { name: /Forum Wartawan/ })).toContainText('Belum dibagikan');
  await expect(page.getByRole('button', { name: /Sudah dibagikan/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Kirim/ })).toHaveCount(0);
});

test.describe('the sample office', () => {
  test.use({ coreSettings: { demo: true } });

  test('keeps its mails inside, and shows them without letting them do anything', async ({ page, core }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(laptop);
    await page.goto(core.openUrl);
    const entered = page.waitForResponse((answer) => answer.url().includes('signInAs'));
    await page
      .getByRole('button', { name: /Kepala$/ })
      .first()
      .click();
    await entered;
    await page.goto(`${core.url}/distribusi`);
    await expect(page.getByText('Kantor contoh: tidak ada yang keluar ke internet.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Sudah dikirim' })).toBeVisible();
    await expectAccessible(page);
    await keep(page, 'contoh-distribusi');
    await page.getByRole('link', { name: 'Lihat surelnya' }).click();
    await page.getByRole('option').first().click();
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('sandbox', '');
    await expect(page.frameLocator('iframe').locator('body')).toContainText(/\w/);
    await expect(page.getByRole('heading', { name: 'Lampiran' })).toBeVisible();
    await expectAccessible(page);
    await keep(page, 'contoh-surel');
    await page.goto(`${core.url}/distribusi`);
    await page.locator('section[aria-labelledby="sent"] a').first().click();
    await expect(page.getByRole('heading', { name: 'Catatan kiriman' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Teks untuk WA' })).toBeVisible();
    await expectAccessible(page);
    await keep(page, 'contoh-kirim');
  });
});

test('the admin sets up the site and the WhatsApp groups', async ({ page, core, office }) => {
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', '/pengaturan/situs');
  const folder = page.getByRole('textbox', { name: /Folder di komputer/ });
  await folder.fill('relatif');
  await page.getByRole('button', { name: 'Simpan situs' }).click();
  await expect(page.getByText(/tidak bisa dipakai/)).toBeVisible();
  await folder.fill(join(core.dataFolder, 'Situs'));
  await page.getByRole('textbox', { name: 'Alamat publik' }).fill('prokopim');
  await page.getByRole('button', { name: 'Simpan situs' }).click();
  await expect(page.getByText(/Tulis lengkap dengan https/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Alamat publik' }).fill('https://prokopim.denpasar.example/berita');
  await page.getByRole('button', { name: 'Simpan situs' }).click();
  await expect(page.getByText('0 halaman terbit')).toBeVisible();
  await page.getByRole('button', { name: 'Tulis ulang situs' }).click();
  await expect(page.getByText(/berkas/).last()).toBeVisible();
  await page.getByRole('textbox', { name: 'Nama grup' }).fill('Forum Wartawan');
  await page.getByRole('button', { name: 'Tambah grup' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Forum Wartawan' })).toBeVisible();
  await expectAccessible(page);
  await keep(page, 'pengaturan-situs');
});

test('a site folder that another copy of the office writes is taken over by a person who was told what that means', async ({
  page,
  core,
  office,
}) => {
  test.setTimeout(120_000);
  const { founder } = office;
  const folder = join(core.dataFolder, 'Situs');
  await readyOffice(founder, 1, core.dataFolder);
  // as an office restored from a backup leaves it: the id here was its own before
  const mark = await markerOf(folder);
  await writeFile(
    join(folder, '.kulkul-situs.json'),
    JSON.stringify({ kulkul: 'situs', siteId: 'lain', formerly: [mark] }),
  );
  const release = await approvedRelease(
    await office.person('editor'),
    { title: 'Pekan Literasi Dibuka' },
    await office.person('head'),
  );
  await founder.rpc.distribution.send({
    releaseId: release.id,
    contentHash: release.contentHash,
    to: { emailGroupIds: [], journalistIds: [], site: true, whatsappGroupIds: [] },
  });

  await page.setViewportSize(laptop);
  await office.open(page, 'founder', '/distribusi');
  const queues = page.getByRole('region', { name: 'Antrian' });
  await expect(queues.getByText(/Folder situs sedang dipakai salinan lain kantor ini/)).toBeVisible();
  await expectAccessible(page);
  await keep(page, 'situs-salinan-lain');
  await page.setViewportSize(phone);
  await keep(page, 'situs-salinan-lain-ponsel');
  await queues.getByRole('button', { name: 'Ambil alih folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tulis situs dari sini?' });
  await expect(dialog.getByText(folder)).toBeVisible();
  await expectAccessible(page);
  await keep(page, 'situs-ambil-alih-ponsel');
  await dialog.getByRole('button', { name: 'Ambil alih folder' }).click();
  await expect(dialog).toBeHidden();
  await expect(queues.getByText(/salinan lain/)).toBeHidden();
  await expect
    .poll(async () => (await founder.rpc.distribution.byRelease({ releaseId: release.id })).deliveries[0]?.state)
    .toBe('sent');
  expect(await markerOf(folder)).toBe(mark);
});

/** Whose site the folder says it is, once the first writing has said so. */
async function markerOf(folder: string): Promise<string> {
  let mark = '';
  await expect(async () => {
    ({ siteId: mark } = JSON.parse(await readFile(join(folder, '.kulkul-situs.json'), 'utf8')));
  }).toPass();
  return mark;
}
