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
