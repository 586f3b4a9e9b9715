import { expect, expectAccessible, phone, test } from './test.ts';

/** Today and days around it at the office. */
function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(Date.now() + days * 86_400_000);
}

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('a photographer takes a duty from assigned to done with one thumb, and mends a wrong tap', async ({
    page,
    office,
  }) => {
    const { rpc } = await office.person('protocol');
    const photographer = await office.person('documentation');
    const { me } = await photographer.rpc.session.status();
    const crew = [{ role: 'photographer' as const, userId: me?.userId ?? '', name: 'Made' }];
    const add = (title: string, days: number) =>
      rpc.agenda.add({
        title,
        start: `${dayFromNow(days)}T08:00`,
        end: `${dayFromNow(days)}T10:00`,
        zone: 'Asia/Makassar',
        venue: `Ruang ${title}`,
        state: 'confirmed',
        crew,
      });
    const event = await add('Peresmian Taman', 0);
    await add('Upacara Lampau', -2);
    await add('Rapat Besok', 1);
    await office.open(page, 'documentation', '/');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Tugas saya/ })
      .last()
      .click();
    await expect(page.getByText('3 tugas menunggu jawaban Anda')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Menunggu bahan' })).toContainText('Upacara Lampau');
    await expect(page.getByRole('region', { name: /^Besok, / })).toContainText('Rapat Besok');
    await expectAccessible(page);
    const today = page.getByRole('region', { name: /^Hari ini, / });
    for (const [button, state] of [
      ['Terima tugas', 'accepted'],
      ['Saya di lokasi', 'on_site'],
      ['Bahan sudah masuk', 'material_in'],
    ] as const) {
      const next = today.getByRole('button', { name: `${button}: Peresmian Taman` });
      expect((await next.boundingBox())?.height).toBeGreaterThanOrEqual(48);
      await next.click();
      await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).crew[0]?.state).toBe(state);
    }
    await page.getByRole('button', { name: 'Urungkan' }).click();
    await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).crew[0]?.state).toBe('on_site');
    await today.getByRole('button', { name: /Bahan sudah masuk/ }).click();
    await today.getByRole('button', { name: /Tugas selesai/ }).click();
    await expect(today.getByRole('button')).toHaveCount(0);
    await expect(page.getByText('2 tugas menunggu jawaban Anda')).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
  });
});

test('only the next step that is due asks for a press; what is over is not asked to be accepted', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  const photographer = await office.person('documentation');
  const { me } = await photographer.rpc.session.status();
  const add = async (title: string, days: number) =>
    rpc.agenda.add({
      title,
      start: `${dayFromNow(days)}T08:00`,
      zone: 'Asia/Makassar',
      state: 'confirmed',
      crew: [{ role: 'photographer', userId: me?.userId ?? '', name: 'Made' }],
    });
  await add('Upacara Lampau', -2);
  await add('Rapat Hari Ini', 0);
  const tomorrow = await add('Rapat Besok', 1);
  await add('Rapat Lusa', 2);
  await photographer.rpc.agenda.setDutyState({ dutyId: tomorrow.crew[0]?.id ?? '', state: 'accepted' });
  await office.open(page, 'documentation', '/tugas');
  const look = (name: string) => page.getByRole('button', { name }).getAttribute('data-variant');
  await page.getByRole('button', { name: /Rapat Lusa/ }).waitFor();
  expect(await look('Bahan sudah masuk: Upacara Lampau')).toBe('filled');
  expect(await look('Terima tugas: Rapat Hari Ini')).toBe('filled');
  const early = page.getByRole('button', { name: 'Saya di lokasi: Rapat Besok' });
  await expect(early).toBeDisabled();
  await expect(early).toHaveAccessibleDescription(/^Dapat dicatat mulai /);
  expect(await look('Terima tugas: Rapat Lusa')).toBe('filled');
  await expectAccessible(page);
});

test('the roster is one press from the duties, and found by its name', async ({ page, office }) => {
  await office.open(page, 'documentation', '/tugas');
  await page.getByRole('link', { name: 'Piket', exact: true }).click();
  await expect(page).toHaveURL(/\/piket$/);
  await office.open(page, 'documentation', '/');
  await page.getByRole('button', { name: 'Cari atau lakukan' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('piket');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/piket$/);
});

test('who has no duty is told how one comes', async ({ page, office }) => {
  await office.open(page, 'writer', '/tugas');
  await expect(page.getByText('Belum ada tugas untuk Anda')).toBeVisible();
  await expectAccessible(page);
});
