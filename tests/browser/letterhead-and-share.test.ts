import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { makePicture } from '../builders/pictures.ts';
import { approvedRelease } from '../harness/approved-release.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test('the emblem is chosen, stands in the letterhead, is changed and taken off', async ({ page, office }) => {
  const { rpc } = office.founder;
  await rpc.office.change({ version: 1, letterhead: { lines: ['PEMERINTAH KOTA DENPASAR'] } });
  await office.open(page, 'founder', '/pengaturan/kantor');
  const preview = page.getByRole('region', { name: 'Pratinjau kop' });
  await expect(preview.getByText('PEMERINTAH KOTA DENPASAR')).toBeVisible();
  await expect(preview.locator('img')).toHaveCount(0);

  const emblem = await sharp({ create: { width: 300, height: 360, channels: 4, background: '#0b6b57' } })
    .png()
    .toBuffer();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: 'lambang.png', mimeType: 'image/png', buffer: emblem });
  const shown = preview.locator('img');
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Lepas lambang' })).toBeVisible();
  await expectAccessible(page);
  const first = (await rpc.office.get()).letterhead.logo;
  expect(first).toMatch(/^[0-9a-f]{64}$/);

  // it is kept without pressing Simpan, as its own act
  await page.reload();
  await expect(shown).toBeVisible();

  // what is no picture is refused with its reason, and the emblem before it stays
  await choose.setInputFiles({ name: 'lambang.png', mimeType: 'image/png', buffer: Buffer.from('bukan gambar') });
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  expect((await rpc.office.get()).letterhead.logo).toBe(first);
  const heavy = Buffer.concat([emblem, Buffer.alloc(1_100_000)]);
  await choose.setInputFiles({ name: 'besar.png', mimeType: 'image/png', buffer: heavy });
  await expect(page.getByText('Gambar ini lebih dari 1 MB.', { exact: false })).toBeVisible();

  await choose.setInputFiles({ name: 'baru.jpg', mimeType: 'image/jpeg', buffer: await makePicture(3) });
  await expect.poll(async () => (await rpc.office.get()).letterhead.logo).not.toBe(first);
  await page.getByRole('button', { name: 'Lepas lambang' }).click();
  await expect(shown).toHaveCount(0);
  expect((await rpc.office.get()).letterhead.logo).toBeNull();
});

/** A phone's share sheet in the place of the one this browser does not have. `how` is what the person does with it. */
async function withShareSheet(page: Page, how: 'shares' | 'closes' | 'fails') {
  await page.addInitScript((what) => {
    const shared: { text: string; files: number }[] = [];
    Object.assign(window, { shared });
    Object.assign(Navigator.prototype, {
      canShare: () => true,
      share: async ({ text, files }: { text: string; files?: File[] }) => {
        shared.push({ text, files: files?.length ?? 0 });
        if (what === 'closes') throw new DOMException('closed', 'AbortError');
        if (what === 'fails') throw new DOMException('no', 'NotAllowedError');
      },
    });
  }, how);
}
const sharedBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { shared: { text: string; files: number }[] }).shared);

async function anEvent(page: Page, office: import('./test.ts').Office) {
  const event = await office.founder.rpc.agenda.add({
    title: 'Peninjauan Pasar Badung',
    start: '2030-12-20T09:00',
    zone: 'Asia/Makassar',
    state: 'confirmed',
  });
  await page.setViewportSize(phone);
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bagikan acara' });
  await expect(dialog.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Peninjauan Pasar Badung/);
  return dialog;
}

test('a phone shares an event by its own sheet; closing the sheet is no failure', async ({ page, office }) => {
  await withShareSheet(page, 'closes');
  const dialog = await anEvent(page, office);
  await dialog.getByRole('button', { name: 'Bagikan…' }).click();
  await expect.poll(() => sharedBy(page)).toHaveLength(1);
  expect((await sharedBy(page))[0]?.text).toContain('Peninjauan Pasar Badung');
  await expect(dialog.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  await expectAccessible(page);
});

test('without a sheet the text is copied whole or opened in WhatsApp', async ({ page, office }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'share', { value: undefined });
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const dialog = await anEvent(page, office);
  await expect(dialog.getByRole('button', { name: 'Bagikan…' })).toHaveCount(0);
  const text = await dialog.getByLabel(/Teks untuk WhatsApp/).inputValue();
  await dialog.getByRole('button', { name: 'Salin teks' }).click();
  await expect(dialog.getByRole('button', { name: 'Tersalin' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  const address = new URL((await dialog.getByRole('link', { name: 'Buka WhatsApp' }).getAttribute('href')) ?? '');
  expect(address.origin).toBe('https://wa.me');
  expect(address.searchParams.get('text')).toBe(text);
});

test('two people at the settings: who saves second is told, takes the newest and keeps what they typed', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/pengaturan/kantor');
  await page.getByLabel('Narahubung media').fill('Made, 0361 1');
  await rpc.office.change({ version: 1, credit: 'Prokopim Denpasar' });
  await page.getByRole('button', { name: 'Simpan kantor' }).click();
  await expect(page.getByRole('alert').getByText('baru saja mengubahnya')).toBeVisible();
  await page.getByRole('button', { name: 'Muat yang terbaru, isian saya tetap' }).click();
  await expect(page.getByLabel('Kredit foto')).toHaveValue('Prokopim Denpasar');
  await page.getByRole('button', { name: 'Simpan kantor' }).click();
  await expect.poll(async () => (await rpc.office.get()).contact).toBe('Made, 0361 1');
  expect((await rpc.office.get()).credit).toBe('Prokopim Denpasar');
  await expect(page.getByRole('button', { name: 'Simpan kantor' })).toBeDisabled();
});

test('a phone shares a release with its photos; what it cannot share is said', async ({ page, core, office }) => {
  const { founder } = office;
  await founder.rpc.office.change({ version: 1, selfApproval: true });
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/foto');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer: await makePicture(7) }]);
  await expect(page.getByText('1 foto aman di arsip')).toBeVisible({ timeout: 30_000 });
  const { photos } = await founder.rpc.photos.list({});
  const photo = photos[0];
  if (photo === undefined) throw new Error('no photo');
  await founder.rpc.photos.change({ id: photo.id, version: photo.version, caption: 'Pasar.', credit: 'Made' });
  await expect
    .poll(async () => (await founder.rpc.photos.list({})).photos[0]?.state, { timeout: 30_000 })
    .toBe('ready');
  const release = await approvedRelease(founder, { title: 'Wali Kota Tinjau Pasar Badung', photoIds: [photo.id] });

  for (const how of ['shares', 'fails'] as const) {
    const tab = await page.context().newPage();
    await withShareSheet(tab, how);
    await tab.setViewportSize(phone);
    await tab.goto(`${core.url}/distribusi/${release.id}`);
    await tab.getByRole('button', { name: 'Bagikan dengan foto' }).click();
    await expect.poll(() => sharedBy(tab)).toMatchObject([{ files: 1 }]);
    expect((await sharedBy(tab))[0]?.text).toContain('Wali Kota Tinjau Pasar Badung');
    const said = tab.getByText('Ponsel ini tidak bisa membagikan berkasnya.', { exact: false });
    if (how === 'fails') await expect(said).toBeVisible();
    else await expect(said).toHaveCount(0);
    await tab.close();
  }
});
