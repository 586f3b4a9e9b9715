import { expect, expectAccessible, phone, test } from './test.ts';

test('an import that was left is offered again, and can be put away', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await page.locator('[data-file-input]').setInputFiles('tests/fixtures/agenda/files/dinas.ics');
  await expect(page.getByText('5 acara di berkas ini')).toBeVisible();
  await office.open(page, 'founder', '/agenda/tempel');
  await expect(page.getByText('sudah dibaca, 5 acara, belum dimasukkan ke agenda.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lanjutkan' }).click();
  await expect(page.getByText('5 acara di berkas ini')).toBeVisible();
  await office.open(page, 'founder', '/agenda/tempel');
  await page.getByRole('button', { name: 'Singkirkan' }).click();
  await expect(page.getByText('sudah dibaca, 5 acara')).toHaveCount(0);
});

test('the same file waits once, and more than two are one line', async ({ page, office }) => {
  const calendar = (title: string) => ({
    name: `${title}.ics`,
    mimeType: 'text/calendar',
    buffer: Buffer.from(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        `UID:${title}@dinas`,
        `SUMMARY:${title}`,
        'DTSTART;TZID=Asia/Makassar:20271120T080000',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ),
  });
  for (const title of ['Apel', 'Apel', 'Rapat', 'Kunjungan']) {
    await office.open(page, 'founder', '/agenda/tempel');
    await page.locator('[data-file-input]').setInputFiles(calendar(title));
    await expect(page.getByText('1 acara di berkas ini')).toBeVisible();
  }
  await office.open(page, 'founder', '/agenda/tempel');
  await expect(page.getByText('3 berkas sudah dibaca dan menunggu dimasukkan ke agenda.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(page.getByText('Apel.ics')).toHaveCount(1);
  await page.getByRole('button', { name: 'Singkirkan' }).last().click();
  await expect(page.getByText('Apel.ics')).toHaveCount(0);
  await expect(page.getByText('Rapat.ics')).toHaveCount(1);
});
