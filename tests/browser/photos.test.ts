import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestInfo } from '@playwright/test';
import { bomb, damage, makePicture, photographs } from '../builders/pictures.ts';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

const shots = process.env.KULKUL_SHOTS;

/** Paths of real photographs, made ones, a damaged one and two that are no photos. */
async function someFiles(info: TestInfo): Promise<string[]> {
  const write = (name: string, bytes: Buffer) => {
    const path = info.outputPath(name);
    writeFileSync(path, bytes);
    return path;
  };
  const made = [1, 2, 3, 4, 5].map(async (seed) =>
    write(`DSC_000${seed}.JPG`, await makePicture(seed, { width: 1200, height: seed % 3 === 0 ? 1500 : 800 })),
  );
  return [
    photographs.sony,
    photographs.turned,
    photographs.canon,
    ...(await Promise.all(made)),
    write('rusak.jpg', damage(await makePicture(40, { width: 1200, height: 900 }))),
    write('catatan.jpg', Buffer.from('Ini bukan gambar')),
    write('bom.png', bomb()),
  ];
}

test('photos are dropped, captioned by Enter, put in order, and survive a restart', async ({
  page,
  core,
  office,
}, info) => {
  await office.open(page, 'documentation', '/foto');
  await expect(page.getByText('Seret foto ke sini')).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: join(shots, 'foto-kosong.png') });

  await page
    .locator('input[type=file][multiple]')
    .first()
    .setInputFiles(await someFiles(info));
  await expect(page.getByText('9 foto aman di arsip')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('2 berkas tidak diterima')).toBeVisible();
  await expect(page.getByText(/"catatan.jpg" bukan foto/)).toBeVisible();
  const tiles = page.getByRole('option');
  await expect(tiles).toHaveCount(9);
  await expect(page.locator('img[src*="/preview/320"]')).toHaveCount(9, { timeout: 30_000 });
  await expect(page.getByText('Rusak', { exact: true })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: join(shots, 'foto-selesai.png') });
  await page.getByRole('button', { name: 'Tutup' }).click();

  // arrows, Enter to write, Enter for the next one
  await tiles.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tiles.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  const caption = page.getByLabel('Keterangan foto').last();
  await expect(caption).toBeFocused();
  await page.keyboard.type('Wali Kota meninjau pasar.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Foto 3 dari 9', { exact: true })).toBeVisible();
  await expect(caption).toBeFocused();
  await page.keyboard.type('Warga menyambut.');
  await page.keyboard.press('Enter');
  await expect(tiles.nth(1)).toContainText('Wali Kota meninjau pasar.');
  await expect(tiles.nth(2)).toContainText('Warga menyambut.');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: join(shots, 'foto-keterangan.png') });

  // several at once
  await tiles.nth(4).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('2 foto dipilih')).toBeVisible();
  await page.getByRole('textbox', { name: 'Kredit' }).first().fill('Prokopim Denpasar/Made');
  await page.getByRole('button', { name: 'Beri kredit ke 2 foto' }).click();
  if (shots) await page.screenshot({ path: join(shots, 'foto-terpilih.png') });
  await page.getByRole('button', { name: 'Batal pilih' }).click();

  await tiles.nth(1).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog')).toContainText('Wali Kota meninjau pasar.');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: join(shots, 'foto-penuh.png') });
  await page.keyboard.press('Escape');

  await core.kill();
  await core.restart();
  await page.reload();
  await expect(tiles).toHaveCount(9);
  await expect(tiles.nth(1)).toContainText('Wali Kota meninjau pasar.');
});

test('a batch goes on over a killed core', async ({ page, core, office }, info) => {
  await office.open(page, 'documentation', '/foto');
  const files: string[] = [];
  for (let seed = 100; seed < 116; seed++) {
    const path = info.outputPath(`K_${seed}.JPG`);
    writeFileSync(path, await makePicture(seed, { width: 1600, height: 1100 }));
    files.push(path);
  }
  await page.locator('input[type=file][multiple]').first().setInputFiles(files);
  await expect(page.getByText(/Menambah foto: [1-9]/)).toBeVisible();
  await core.kill();
  await core.restart();
  await expect(page.getByText('16 foto aman di arsip')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('option')).toHaveCount(16);
});

test('a phone adds photos and writes a caption', async ({ page, office }, info) => {
  await page.setViewportSize(phone);
  await office.open(page, 'documentation', '/foto');
  await page
    .locator('input[type=file][multiple]')
    .first()
    .setInputFiles((await someFiles(info)).slice(3, 8));
  await expect(page.getByText('5 foto aman di arsip')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('img[src*="/preview/320"]')).toHaveCount(5, { timeout: 30_000 });
  if (shots) await page.screenshot({ path: join(shots, 'foto-ponsel.png') });
  await page.getByRole('button', { name: 'Tutup' }).click();
  await page.getByRole('option').nth(1).click();
  await page.getByLabel('Keterangan foto').last().fill('Ditulis di ponsel');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: join(shots, 'foto-ponsel-keterangan.png') });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Foto 3 dari 5', { exact: true })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide, 'no sideways scrolling').toBe(false);
  await page.setViewportSize(laptop);
});
