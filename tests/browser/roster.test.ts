import { expect, expectAccessible, laptop, phone, test } from './test.ts';

const day = (days = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date(Date.now() + days * 86_400_000));

for (const [name, viewport] of [
  ['a laptop', laptop],
  ['a phone', phone],
] as const)
  test(`piket on ${name}: a name is one choice, a week is one press, tonight stands on Beranda`, async ({
    page,
    office,
  }) => {
    await page.setViewportSize(viewport);
    const { rpc } = await office.person('protocol');
    await office.person('documentation');
    const today = day();
    await office.founder.rpc.agendaSettings.setHolidays({
      year: Number(today.slice(0, 4)),
      holidays: [{ day: today, name: 'Hari Raya Uji' }],
    });
    await office.open(page, 'protocol', '/piket');
    await expect(page.getByText('Hari Raya Uji')).toBeVisible();
    // a holiday wants somebody by day, too
    const row = page.getByRole('row').filter({ hasText: 'Hari Raya Uji' });
    await row.getByLabel(/Protokol/).selectOption({ label: 'Orang protocol' });
    await expect(row.getByText('07.30–16.00')).toBeVisible();
    const night = page
      .locator('tr[data-today]')
      .filter({ hasText: 'Malam' })
      .getByLabel(/Liputan/);
    await night.selectOption({ label: 'Orang documentation' });
    await expect.poll(async () => (await rpc.roster.list({ from: today, to: today })).length).toBe(2);
    await row.getByRole('button', { name: /Jam dan pengganti: Protokol/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Sampai').fill('15');
    await dialog.getByLabel('Menggantikan').selectOption({ label: 'Orang documentation' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(row.getByText('menggantikan Orang documentation')).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath('piket.png'), fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    await page
      .getByRole('navigation', { name: 'Bagian Kulkul' })
      .filter({ visible: true })
      .getByRole('link', { name: /Beranda/ })
      .click();
    // by day it is the day's, too: whoever is on duty now or soon
    const tonight = page.locator('section', { hasText: /Piket (malam|hari) ini/ });
    await expect(tonight).toContainText('Orang documentation');
    // the next week as this one
    const added = await rpc.roster.repeatWeek({ from: day(7 - ((new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7)) });
    expect(added.length).toBe(2);
    await office.open(page, 'observer', '/piket');
    await expect(page.getByText('Orang protocol').first()).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });

test('a stand-in is named by the head, decides in their name, and it is said everywhere', async ({ page, office }) => {
  await page.setViewportSize(laptop);
  const writer = await office.person('writer');
  await office.person('editor');
  await office.open(page, 'head', '/piket');
  await page.getByRole('button', { name: 'Tetapkan pengganti' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Orang head')).toBeVisible();
  await dialog.getByLabel('Pengganti').selectOption({ label: 'Orang editor' });
  const said = (ahead: number) =>
    new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day(ahead)));
  await expect(dialog.getByLabel('Mulai', { exact: true })).toHaveValue(said(0));
  await dialog.getByLabel('Mulai pukul').fill('0');
  await dialog.getByLabel('Sampai', { exact: true }).fill(said(2));
  await expectAccessible(page);
  await dialog.getByLabel('Sampai pukul').click();
  await expect(dialog.getByLabel('Sampai', { exact: true })).toHaveValue(said(2));
  await dialog.getByLabel('Sampai pukul').fill('23.00');
  await expect(dialog.getByText('Orang editor akan boleh memutuskan naskah atas nama Orang head')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Tetapkan' }).click();
  await expect(page.getByText('Sedang berjalan')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('plh.png') });
  const { id: releaseId } = await writer.rpc.releases.create({ eventId: null, kind: 'rilis_kegiatan' });
  await office.open(page, 'writer', `/siaran-pers/${releaseId}`);
  await page.getByRole('textbox', { name: 'Judul' }).fill('Wali Kota Tinjau Pasar');
  await page.locator('.tiptap').last().click();
  await page.keyboard.type('Wali Kota meninjau Pasar Badung pada hari ini.');
  await page.getByRole('button', { name: 'Ajukan ke Kabag' }).click();
  await expect.poll(async () => (await writer.rpc.releases.get({ releaseId })).state).toBe('submitted');
  await office.open(page, 'editor', '/');
  await expect(page.getByText('Plh. Kepala (Orang head)').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Menunggu keputusan Anda' })).toBeVisible();
  await office.open(page, 'editor', `/siaran-pers/${releaseId}/acc`);
  await expect(page.getByText('Anda memutuskan sebagai Plh. Kepala, menggantikan Orang head.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tahan untuk ACC' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tekan sekali lagi untuk ACC' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await writer.rpc.releases.get({ releaseId })).state).toBe('approved');
  await office.open(page, 'writer', `/siaran-pers/${releaseId}`);
  await expect(page.getByText(/Plh\. Kepala \(Orang head\)/).first()).toBeVisible();
  // the one who lent it ends it at once
  await office.open(page, 'head', '/piket');
  await page.getByRole('button', { name: 'Akhiri pengganti: Orang editor' }).click();
  await expect(page.getByText('Tidak ada pengganti bulan ini.')).toBeVisible();
  const editor = await office.person('editor');
  expect((await editor.rpc.session.status()).me?.rights).not.toContain('releases.decide');
});
