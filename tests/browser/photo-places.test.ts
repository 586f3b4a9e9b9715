import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { makePicture } from '../builders/pictures.ts';
import { writtenRelease } from '../harness/approved-release.ts';
import { expect as atOnce, expectAccessible, laptop, type Office, phone, test } from './test.ts';

// Each test has a core of its own; on a busy machine the first look at a page takes its time.
test.setTimeout(150_000);
test.use({ actionTimeout: 30_000 });
const expect = atOnce.configure({ timeout: 30_000 });
const shots = process.env.KULKUL_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
};

async function pictures(info: TestInfo, count: number, size = { width: 900, height: 600 }): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, index) => info.outputPath(`IMG_${index + 1}.JPG`));
  for (const [index, path] of paths.entries()) writeFileSync(path, await makePicture(200 + index, size));
  return paths;
}

/** A drop from the file manager: a real drop event with files in it. */
async function drop(page: Page, target: Locator, paths: readonly string[]): Promise<void> {
  const files = paths.map((path) => ({ name: basename(path), base64: readFileSync(path).toString('base64') }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given)
      data.items.add(
        new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name, {
          type: 'image/jpeg',
          lastModified: 1_763_600_000_000,
        }),
      );
    return data;
  }, files);
  await target.dispatchEvent('dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Lepaskan untuk menambah foto')).toBeVisible();
  await page.getByText('Lepaskan untuk menambah foto').dispatchEvent('dragover', { dataTransfer: transfer });
  await page.getByText('Lepaskan untuk menambah foto').dispatchEvent('drop', { dataTransfer: transfer });
}

async function anEvent(office: Office): Promise<string> {
  const protocol = await office.person('protocol');
  const event = await protocol.rpc.agenda.add({
    title: 'Peninjauan Pasar Badung',
    start: '2025-11-20T08:00',
    zone: 'Asia/Makassar',
  });
  return event.id;
}

const namesIn = (tiles: Locator) =>
  tiles.evaluateAll((all) => all.map((tile) => /IMG_\d+/.exec(tile.textContent ?? '')?.[0]));

test('photos are dropped on an event, put in order by keys and by dragging, and lead to where they stand', async ({
  page,
  office,
}, info) => {
  const eventId = await anEvent(office);
  await office.open(page, 'writer', `/agenda/${eventId}`);
  await expect(page.getByText('Seret foto ke sini')).toBeVisible();
  await expectAccessible(page);
  await drop(page, page.getByText('Seret foto ke sini'), await pictures(info, 4));
  await expect(page.getByText('4 foto aman di arsip')).toBeVisible();
  await expect(page.getByText(/^Dibaca ulang dari diska|^Dicocokkan satu per satu/)).toBeVisible();
  await page.getByRole('button', { name: 'Tutup' }).click();
  const tiles = page.getByRole('listbox', { name: 'Foto' }).getByRole('option');
  await expect(tiles).toHaveCount(4);
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_1', 'IMG_2', 'IMG_3', 'IMG_4']);

  await tiles.first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_2', 'IMG_1', 'IMG_3', 'IMG_4']);
  await expect(tiles.nth(1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_1', 'IMG_2', 'IMG_3', 'IMG_4']);
  await tiles.nth(3).dragTo(tiles.first());
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_4', 'IMG_1', 'IMG_2', 'IMG_3']);
  await tiles.first().dragTo(tiles.nth(2));
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_1', 'IMG_2', 'IMG_4', 'IMG_3']);
  await page.reload();
  await expect.poll(() => namesIn(tiles)).toEqual(['IMG_1', 'IMG_2', 'IMG_4', 'IMG_3']);
  await expectAccessible(page);
  await shoot(page, 'acara-foto');

  // into a release of this event, and from the photo to it
  const writer = await office.person('writer');
  const { photos } = await writer.rpc.photos.list({ eventId });
  const { id } = await writtenRelease(writer, { title: 'Wali Kota Tinjau Pasar Badung', eventId });
  await tiles.nth(1).focus();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Pakai di siaran pers' }).click();
  await page.getByRole('menuitem', { name: 'Wali Kota Tinjau Pasar Badung' }).click();
  await expect(page.getByText('1 foto dipasang di "Wali Kota Tinjau Pasar Badung"')).toBeVisible();
  expect((await writer.rpc.releases.get({ releaseId: id })).photoIds).toEqual([photos[1]?.id]);
  await page.keyboard.press('Escape');
  await tiles.nth(1).click();
  const panel = page.getByRole('complementary', { name: 'Keterangan foto' });
  await expect(panel.getByRole('link', { name: 'Wali Kota Tinjau Pasar Badung' })).toBeVisible();
  await expect(panel.getByText(/^Sama persis, dibaca ulang dari/)).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'acara-foto-keterangan');
  await panel.getByRole('button', { name: 'Layar penuh' }).first().click();
  const full = page.getByRole('dialog');
  await expect(full.getByRole('link', { name: 'Wali Kota Tinjau Pasar Badung' })).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'acara-foto-penuh');
  await full.getByRole('link', { name: 'Wali Kota Tinjau Pasar Badung' }).click();
  await expect(page).toHaveURL(new RegExp(`/siaran-pers/${id}$`));
  await expect(full).toHaveCount(0);

  // and from the release back to the event
  await page.getByRole('button', { name: /^Layar penuh: IMG_2/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Peninjauan Pasar Badung' }).click();
  await expect(page).toHaveURL(new RegExp(`/agenda/${eventId}$`));
});

test('photos of a release are attached, put in order, taken out, and locked with its approval', async ({
  page,
  office,
}, info) => {
  const eventId = await anEvent(office);
  const writer = await office.person('writer');
  await office.open(page, 'writer', `/agenda/${eventId}`);
  await drop(page, page.getByText('Seret foto ke sini'), await pictures(info, 4));
  await expect(page.getByText('4 foto aman di arsip')).toBeVisible();
  const { id } = await writtenRelease(writer, { title: 'Wali Kota Tinjau Pasar Badung', eventId });

  await office.open(page, 'writer', `/siaran-pers/${id}`);
  const section = page.getByRole('region', { name: 'Foto siaran pers' });
  await section.getByRole('button', { name: 'Tambah foto' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tambah foto' });
  await expect(dialog.getByRole('option')).toHaveCount(4);
  for (const place of [0, 1, 3]) await dialog.getByRole('option').nth(place).click();
  await expectAccessible(page);
  await shoot(page, 'rilis-foto-pilih');
  await dialog.getByRole('button', { name: 'Pasang 3 foto' }).click();
  await expect(dialog).toHaveCount(0);
  const rows = section.getByRole('listitem');
  const names = () =>
    rows.evaluateAll((all) =>
      all.map((row) => /IMG_\d/.exec(row.querySelector('button')?.getAttribute('aria-label') ?? '')?.[0]),
    );
  await expect.poll(names).toEqual(['IMG_1', 'IMG_2', 'IMG_4']);
  await section.getByRole('textbox', { name: 'Keterangan foto: IMG_1.JPG' }).fill('Wali Kota di Pasar Badung.');
  await page.keyboard.press('Enter');

  await section.getByRole('button', { name: 'Turunkan urutan: IMG_1.JPG' }).press('Enter');
  await expect.poll(names).toEqual(['IMG_2', 'IMG_1', 'IMG_4']);
  await expect(section.getByRole('button', { name: 'Turunkan urutan: IMG_1.JPG' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(names).toEqual(['IMG_2', 'IMG_4', 'IMG_1']);
  const picture = section.getByRole('button', { name: 'Layar penuh: IMG_1.JPG' });
  await expect(picture).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(names).toEqual(['IMG_2', 'IMG_1', 'IMG_4']);
  await expect(picture).toBeFocused();
  await section.getByRole('button', { name: 'Layar penuh: IMG_4.JPG' }).dragTo(rows.first());
  await expect.poll(names).toEqual(['IMG_4', 'IMG_2', 'IMG_1']);
  await page.reload();
  await expect.poll(names).toEqual(['IMG_4', 'IMG_2', 'IMG_1']);
  await expect(section.getByText('Wali Kota di Pasar Badung.')).toBeVisible();

  await section.getByRole('button', { name: 'Lepas dari siaran pers: IMG_2.JPG' }).click();
  await expect.poll(names).toEqual(['IMG_4', 'IMG_1']);
  await expectAccessible(page);
  await section.scrollIntoViewIfNeeded();
  await shoot(page, 'rilis-foto');

  await section.getByRole('textbox', { name: 'Keterangan foto: IMG_4.JPG' }).fill('Pedagang menyambut Wali Kota.');
  await page.keyboard.press('Enter');
  for (const name of ['IMG_4', 'IMG_1']) {
    await section.getByRole('textbox', { name: `Kredit: ${name}.JPG` }).fill('Prokopim Denpasar/Made');
    await page.keyboard.press('Enter');
  }
  const whole = async () =>
    (await writer.rpc.photos.list({ eventId })).photos.filter(({ caption, credit }) => caption !== '' && credit !== '');
  await expect.poll(async () => (await whole()).length).toBe(2);

  await writer.rpc.approval.submit({ releaseId: id });
  const head = await office.person('head');
  const { contentHash } = await head.rpc.approval.sheet({ releaseId: id });
  await expect(section.getByText('Terkunci selama menunggu keputusan.')).toBeVisible();
  await head.rpc.approval.approve({ releaseId: id, seenHash: contentHash });
  await expect(section.getByText('Terkunci: foto ikut disetujui bersama naskah.')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Tambah foto' })).toHaveCount(0);
  await expect(section.getByRole('button', { name: /urutan|Lepas/ })).toHaveCount(0);
  await expect.poll(names).toEqual(['IMG_4', 'IMG_1']);
});

test('a batch is cancelled in the dock; one cut off by a reload is offered again and goes on', async ({
  page,
  office,
}, info) => {
  await office.open(page, 'documentation', '/foto');
  const many = await pictures(info, 30);
  // as over a slow line, so that there is something left to cancel
  await page.route('**/raw/**', async (route) => {
    if (route.request().method() === 'PUT') await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue().catch(() => {});
  });
  const dock = page.getByRole('region', { name: 'Foto', exact: true });
  await page.locator('input[type=file][multiple]').first().setInputFiles(many.slice(0, 15));
  await expect(dock.getByText(/Menambah foto: [1-9]/)).toBeVisible();
  await dock.getByRole('button', { name: 'Batalkan' }).click();
  await expect(dock.getByText(/^Dibatalkan; \d+ foto yang sudah sampai tetap tersimpan$/)).toBeVisible();
  const person = await office.person('documentation');
  const { total } = await person.rpc.photos.list({ limit: 1 });
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(15);
  await expectAccessible(page);
  await shoot(page, 'dok-batal');
  await dock.getByRole('button', { name: 'Tutup' }).click();
  await expect(dock).toHaveCount(0);

  await page.locator('input[type=file][multiple]').first().setInputFiles(many.slice(15));
  await expect(dock.getByText(/Menambah foto: [1-9]/)).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(dock.getByText(/^\d+ foto belum selesai dikirim$/)).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'dok-tersisa');
  await page.setViewportSize(phone);
  await shoot(page, 'dok-tersisa-ponsel');
  await page.setViewportSize(laptop);
  // elsewhere it can be put off, so that it covers nothing; where the photos are it stays in sight
  const photos = page.url();
  await expect(dock.getByRole('button', { name: 'Nanti saja' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Agenda', exact: true }).first().click();
  await dock.getByRole('button', { name: 'Nanti saja' }).click();
  await expect(dock).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(photos);
  await expect(dock.getByText(/^\d+ foto belum selesai dikirim$/)).toBeVisible();
  await page.unroute('**/raw/**');
  await dock.locator('input[type=file][multiple]').setInputFiles(many.slice(15));
  await expect(dock.getByText(/foto aman di arsip/)).toBeVisible();
  await expect
    .poll(async () => (await person.rpc.photos.list({ limit: 1 })).total, {
      message: 'all of the second batch are there',
    })
    .toBe(total + 15);
});
