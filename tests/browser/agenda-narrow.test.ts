import { add, at, DAY, linkOf } from './agenda-grid.ts';
import { expect, expectAccessible, test } from './test.ts';

test('what it is narrowed to stands in the address, survives reload and is let go in one press', async ({
  page,
  office,
}) => {
  await add(office.founder, { title: 'Rapat Terbuka', start: at('08:00'), end: at('09:00'), kind: 'rapat' });
  await add(office.founder, {
    title: 'Rapat Rahasia',
    start: at('10:00'),
    end: at('11:00'),
    kind: 'rapat',
    pressAccess: 'closed',
  });
  await add(office.founder, { title: 'Apel', start: at('07:00'), end: at('07:30'), kind: 'apel', state: 'tentative' });
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${DAY}`);
  await linkOf(page, 'Apel').waitFor();
  await page.getByRole('button', { name: 'Saring' }).click();
  const panel = page.getByRole('dialog', { name: 'Saring' });
  await panel.getByRole('combobox', { name: 'Jenis' }).click();
  await panel.getByRole('option', { name: 'Rapat', exact: true }).click();
  await panel.getByRole('combobox', { name: 'Akses media' }).click();
  await panel.getByRole('option', { name: 'Hanya yang tertutup' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/jenis=rapat/);
  await expect(page).toHaveURL(/akses=tertutup/);
  await expect(linkOf(page, 'Rapat Rahasia')).toBeVisible();
  await expect(page.getByRole('link', { name: /Rapat Terbuka|Apel/ })).toHaveCount(0);
  await page.reload();
  await expect(linkOf(page, 'Rapat Rahasia')).toBeVisible();
  await expect(page.getByRole('link', { name: /Rapat Terbuka/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Lepas saringan Hanya yang tertutup' }).click();
  await expect(linkOf(page, 'Rapat Terbuka')).toBeVisible();
  await page.getByRole('button', { name: 'Bersihkan' }).click();
  await expect(linkOf(page, 'Apel')).toBeVisible();
  await expect(page).not.toHaveURL(/jenis/);
});

test('the list goes on by itself over months without events', async ({ page, office }) => {
  await add(office.founder, { title: 'Rapat Awal', start: at('08:00', '2026-10-05') });
  await add(office.founder, { title: 'Rapat Kini', start: at('08:00') });
  await add(office.founder, { title: 'Rapat Jauh', start: at('08:00', '2028-08-17') });
  await office.open(page, 'founder', `/agenda?lihat=daftar&tanggal=${DAY}`);
  await expect(page.getByRole('option', { name: /Rapat Kini/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Kamis, 17 Agustus 2028.*Rapat Jauh/ })).toBeVisible();
  await page.getByRole('button', { name: 'Muat yang lebih awal' }).click();
  await expect(page.getByRole('option', { name: /Rapat Awal/ })).toBeAttached();
  await page.getByRole('option', { name: /Rapat Kini/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Rapat Jauh' })).toBeVisible();
});
