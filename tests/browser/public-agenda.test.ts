import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

/** Always ahead, and within the fourteen days of the page. */
const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

/** A picture to look at; only where somebody wants them. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.KULKUL_SCREENS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

test('Agenda publik is turned on in the settings, read by anybody, and follows a change by itself', async ({
  page,
  core,
  office,
}) => {
  test.setTimeout(150_000);
  const { rpc } = office.founder;
  const open = await rpc.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: `${day}T08:00`,
    end: `${day}T10:00`,
    zone: 'Asia/Makassar',
    venue: 'Graha Sewaka Dharma (HP 0812-3456-7890)',
    organizer: 'Dinas Perpustakaan',
    state: 'confirmed',
    note: 'pesan dalam',
  });
  await rpc.agenda.add({
    title: 'Rapat Tertutup',
    start: `${day}T13:00`,
    zone: 'Asia/Makassar',
    state: 'confirmed',
    pressAccess: 'closed',
  });
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', '/pengaturan/situs');
  const folder = join(core.dataFolder, 'Situs');
  await page.getByRole('textbox', { name: /Folder di komputer/ }).fill(folder);
  const toggle = page.getByRole('switch', { name: 'Halaman Agenda publik' });
  await expect(toggle).not.toBeChecked();
  await toggle.press('Space');
  await page.getByRole('button', { name: 'Simpan situs' }).click();
  await expect(page.getByText(/^1 acara, .+ sampai .+\. Ditulis/)).toBeVisible();
  await expect(toggle).toBeChecked();
  await expectAccessible(page);
  await keep(page, 'agenda-publik-pengaturan');
  await page.setViewportSize(phone);
  await keep(page, 'agenda-publik-pengaturan-ponsel');

  const place = pathToFileURL(join(folder, 'agenda.html')).href;
  await page.goto(place);
  await expect(page.getByRole('heading', { name: 'Pembukaan Pekan Literasi' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(/3456|pesan dalam|Tertutup/);
  await expectAccessible(page);
  await keep(page, 'agenda-publik-ponsel');
  await page.setViewportSize(laptop);
  await page.getByRole('link', { name: 'Siaran pers' }).click();
  await page.getByRole('link', { name: 'Agenda publik' }).click();
  await expectAccessible(page);
  await keep(page, 'agenda-publik');

  // the agenda is left to settle for some seconds before its page is written
  await rpc.agenda.change({ id: open.id, version: open.version, start: `${day}T09:30`, reason: 'tamu terlambat' });
  await expect
    .poll(() => readFileSync(join(folder, 'agenda.html'), 'utf8'), { timeout: 60_000, intervals: [1000] })
    .toContain('semula 08.00–10.00 WITA');
  await page.reload();
  await expect(page.getByText('Berubah, semula 08.00–10.00 WITA')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('tamu terlambat');
});
