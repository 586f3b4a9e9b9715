import { expect, expectAccessible, phone, test } from './test.ts';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());
const title = 'Pameran Ruang Tertutup dan Terbuka';

test('an event whose words sound closed says that it will not be public, and one press decides', async ({
  page,
  office,
}) => {
  await page.setViewportSize(phone);
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add({
    title,
    start: `${day}T10:00`,
    zone: 'Asia/Makassar',
    venue: 'Taman Budaya',
    state: 'confirmed',
  });
  await office.open(page, 'protocol', `/agenda/${event.id}`);
  const box = page.getByText(/Tertulis “Tertutup”, maka acara ini tidak ikut edisi publik/);
  await expect(box).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('tertulis-tertutup.png') });
  await page.getByRole('button', { name: 'Tetap terbuka' }).click();
  await expect(box).toHaveCount(0);
  expect((await rpc.agenda.get({ id: event.id })).openDespite).toBe(title);
  await expect(page.getByText('Tetap terbuka meski tertulis')).toBeVisible();
  // other words are another matter: said in the share dialog of the day, and closed there
  await rpc.agenda.change({ id: event.id, version: 2, note: 'tdk u/ media' });
  await office.open(page, 'protocol', '/agenda');
  await page.getByRole('button', { name: 'Bagikan' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Tertulis “')).toHaveCount(0);
  await dialog.getByText('Publik', { exact: true }).click();
  await expect(dialog.getByText(`${title}: Tertulis`)).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('bagikan-tertutup.png') });
  await dialog.getByRole('button', { name: 'Tutup acara' }).click();
  await expect(dialog.getByText('Tertulis “')).toHaveCount(0);
  expect((await rpc.agenda.get({ id: event.id })).pressAccess).toBe('closed');
});

test('the form says so beside the field while it is typed', async ({ page, office }) => {
  await office.open(page, 'protocol', '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Rapat mutasi (tertutup)');
  await expect(page.getByText(/Tertulis “tertutup”/)).toBeVisible();
  await page.getByRole('button', { name: 'Tutup acara' }).click();
  await expect(page.getByText(/Tertulis “tertutup”/)).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Tertutup', exact: true })).toBeChecked();
});

test('Ctrl+K knows the words of the agenda', async ({ page, office }) => {
  await office.open(page, 'protocol', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [typed, found] of [
    ['diundur', /Tempel agenda/],
    ['ubah jadwal', /Tempel agenda/],
    ['matriks', /Matriks/],
    ['piket', /Piket/],
    ['surat tugas', /Surat Tugas/],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Ke mana', { exact: false }).fill(typed);
    await expect(page.getByRole('dialog').getByRole('button', { name: found }).first(), typed).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Ke mana', { exact: false }).fill('surat tugas');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Surat Tugas/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: 'Surat Tugas' })).toHaveAttribute('aria-selected', 'true');
});
