import { appendFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePicture } from '../builders/pictures.ts';
import { canMount, smallDisk } from '../builders/small-disk.ts';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

test.setTimeout(120_000);

test('a full disk pauses the photos, says what is safe, and goes on when there is room', async ({ page }, info) => {
  test.skip(!canMount, 'this computer lets nobody make a small disk');
  const disk = smallDisk(160);
  if (disk === null) throw new Error('no small disk');
  const ballast = join(disk.path, 'lain');
  writeFileSync(ballast, Buffer.alloc(110_000_000));
  const core = await startCore({ dataFolder: join(disk.path, 'data') });
  try {
    const { cookies } = await firstStart(core);
    await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, url: core.url })));
    const files: string[] = [];
    for (let seed = 1; seed <= 12; seed += 1) {
      const picture = await makePicture(seed, { width: 900, height: 600 });
      files.push(info.outputPath(`IMG_${seed}.JPG`));
      writeFileSync(files.at(-1) as string, Buffer.concat([picture, Buffer.alloc(4_000_000, seed)]));
    }
    await page.goto(`${core.url}/foto`);
    await page.locator('input[type=file][multiple]').first().setInputFiles(files);

    // no room for all of them: nothing is begun, and what was chosen stays
    const full = page.getByText(/Ruang penyimpanan habis; masih perlu \d+ MB/);
    await expect(full).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('penuh.png') });
    await page.setViewportSize(phone);
    await page.screenshot({ path: info.outputPath('penuh-ponsel.png') });
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await expect(full).toBeVisible();

    // room for all of them, until somebody else takes it in the middle
    rmSync(ballast);
    await page.route('**/raw/**', async (route) => {
      await new Promise((wake) => setTimeout(wake, 300));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await expect(page.getByText(/Menambah foto: [2-9] dari 12/)).toBeVisible({ timeout: 30_000 });
    fill(disk.path, ballast);
    const paused = page.getByText(/foto sudah aman/).first();
    await expect(page.getByRole('button', { name: 'Lanjutkan' })).toBeVisible({ timeout: 30_000 });
    await expect(paused).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: info.outputPath('jeda-ponsel.png') });

    rmSync(ballast);
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await expect(page.getByText('12 foto aman di arsip')).toBeVisible({ timeout: 60_000 });
  } finally {
    await core.dispose();
    disk.unmount();
  }
});

/** Takes the disk piece by piece, because the core takes of it at the same time, until hardly a picture fits. */
function fill(folder: string, ballast: string): void {
  const piece = Buffer.alloc(1_000_000);
  for (;;) {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < 3_000_000) return;
    appendFileSync(ballast, piece);
  }
}
