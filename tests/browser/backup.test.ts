import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectAccessible, phone, test } from './test.ts';

test('a backup goes on without the page, is seen by whoever looks, and can be cancelled', async ({
  page,
  core,
  office,
}) => {
  const into = mkdtempSync(join(tmpdir(), 'kulkul-cadangan-'));
  // large enough to be looked at while it is copied, made of holes so that it costs this disk nothing
  const large = join(core.dataFolder, 'besar.bin');
  writeFileSync(large, '');
  truncateSync(large, 1_500_000_000);

  await office.open(page, 'founder', '/pengaturan/cadangan');
  await page.getByRole('textbox', { name: 'Folder tujuan' }).fill('/proc/tidak-bisa');
  await page.getByRole('button', { name: 'Buat cadangan sekarang' }).click();
  await expect(page.getByText('tidak bisa dipakai', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'Folder tujuan' }).fill(into);
  // by keyboard: the button goes, and the focus goes on to what can be done now
  await page.getByRole('button', { name: 'Buat cadangan sekarang' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Batalkan' })).toBeFocused();
  await expect(page.getByText(/Menyalin dan memeriksa: .* dari 1\.500/)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('berjalan.png') });

  // the page is closed; another one finds it under way
  await page.goto('about:blank');
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/pengaturan/cadangan');
  await expect(page.getByRole('progressbar', { name: 'Membuat cadangan' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('berjalan-ponsel.png') });
  // whoever only looks keeps the focus where it was
  await expect(page.getByRole('button', { name: 'Batalkan' })).not.toBeFocused();
  await page.getByRole('button', { name: 'Batalkan' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Buat cadangan sekarang' })).toBeFocused();
  await expect(page.getByText('Pembuatan cadangan dibatalkan.', { exact: false })).toBeVisible();
  await expect.poll(() => readdirSync(into)).toEqual([]);

  truncateSync(large, 1_000_000);
  await page.getByRole('textbox', { name: 'Folder tujuan' }).fill(into);
  await page.getByRole('button', { name: 'Buat cadangan sekarang' }).click();
  await expect(page.getByText('Cadangan jadi:', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('jadi.png') });
  rmSync(into, { recursive: true, force: true });
});
