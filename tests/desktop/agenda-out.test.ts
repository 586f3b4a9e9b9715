import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasReader, textOfPdf } from '../builders/independent-readers.ts';
import { firstTwoStations } from './first-stations.ts';
import { expect, test } from './test.ts';

test('the day’s sheet is made and saved by the window', async ({ desktop: { app, page } }, info) => {
  test.setTimeout(120_000);
  await firstTwoStations(page);
  const folder = info.outputPath();
  // in earnest the system's own dialog asks where
  await app.evaluate(({ BrowserWindow }, into) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.session.on('will-download', (_event, item) => {
      item.setSavePath(`${into}/${item.getFilename()}`);
    });
  }, folder);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: /Bagikan/ });
  await dialog.getByRole('tab', { name: 'PDF' }).click();
  await dialog.getByRole('button', { name: 'Unduh PDF' }).click();
  const status = dialog.getByRole('status');
  await expect(status).toContainText('(internal).pdf');
  const name = (await status.textContent())?.replace(' sudah jadi.', '') ?? '';
  await expect.poll(() => existsSync(join(folder, name))).toBe(true);
  if (hasReader('pdftotext')) expect(textOfPdf(readFileSync(join(folder, name)))).toContain('Rapat Evaluasi');
});
