import { firstTwoStations, goTo } from './first-stations.ts';
import { expect, test } from './test.ts';

test('a core that is killed: the banner says so, what is typed stays, and it goes on by itself', async ({
  desktop,
}) => {
  const { page } = desktop;
  await firstTwoStations(page);
  await goTo(page, '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Upacara Bendera');
  const banner = page.getByText(/memulai ulang/);
  const first = desktop.corePid();
  process.kill(first, 'SIGKILL');
  await expect(banner).toBeVisible();
  await expect.poll(() => desktop.corePid()).not.toBe(first);
  await expect(banner).toBeHidden();
  await expect(page.getByLabel('Nama acara')).toHaveValue('Upacara Bendera');
  await page.getByLabel('Waktu', { exact: true }).fill('besok 7');
  await page.getByLabel('Tempat').fill('Lapangan Lumintang');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Upacara Bendera' })).toBeVisible();
});
