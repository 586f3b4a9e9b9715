import { expect, expectAccessible, laptop, phone, test } from './test.ts';

function inDays(days: number, clock: string): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(at)}T${clock}`;
}

for (const [name, viewport] of [
  ['a laptop', laptop],
  ['a phone', phone],
] as const)
  test(`on ${name}: what others changed stands on Beranda until it is read, for the person and not the browser`, async ({
    page,
    office,
    browser,
  }) => {
    await page.setViewportSize(viewport);
    const { rpc } = await office.person('protocol');
    const base = { zone: 'Asia/Makassar', state: 'confirmed', venue: 'Graha' } as const;
    const one = await rpc.agenda.add({
      ...base,
      title: 'Pekan Literasi',
      start: inDays(5, '08:00'),
      end: inDays(5, '10:00'),
    });
    const two = await rpc.agenda.add({ ...base, title: 'Rapat Anggaran', start: inDays(6, '09:00') });
    await office.open(page, 'writer', '/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Berubah sejak terakhir Anda buka')).toHaveCount(0);
    // live: while the page is open
    await rpc.agenda.change({
      id: one.id,
      version: 1,
      start: inDays(5, '09:30'),
      end: inDays(5, '11:30'),
      reason: 'Menunggu tamu',
    });
    await rpc.agenda.setState({ id: two.id, version: 1, state: 'cancelled', reason: 'Cuaca' });
    const part = page.locator('section', { hasText: 'Berubah sejak terakhir Anda buka' });
    // on a phone today's events must stay in sight
    if (viewport === phone) await part.getByRole('button', { name: /^Berubah sejak.* 2/, expanded: false }).click();
    await expect(part.getByRole('listitem')).toHaveCount(2);
    const literasi = part.getByRole('listitem').filter({ hasText: 'Pekan Literasi' });
    await expect(literasi.locator('del')).toHaveText('08.00–10.00 WITA');
    await expect(literasi.locator('ins')).toHaveText('09.30–11.30 WITA');
    await expect(literasi).toContainText('Menunggu tamu');
    await expect(part.getByRole('listitem').filter({ hasText: 'Rapat Anggaran' })).toContainText('Batal');
    const bar = page.getByRole('navigation', { name: 'Bagian Kulkul' }).filter({ visible: true });
    await expect(bar.getByRole('link', { name: /Beranda/ })).toContainText('2');
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath('berubah.png') });
    await literasi.getByRole('button', { name: 'Sudah saya baca: Pekan Literasi' }).click();
    await expect(part.getByRole('listitem')).toHaveCount(1);
    // the same person in another browser
    const other = await browser.newContext();
    const elsewhere = await other.newPage();
    await office.open(elsewhere, 'writer', '/');
    const there = elsewhere.locator('section', { hasText: 'Berubah sejak terakhir Anda buka' });
    await expect(there.getByRole('listitem')).toHaveCount(1);
    await there.getByRole('link', { name: 'Rapat Anggaran' }).click();
    await expect(elsewhere.getByRole('heading', { name: 'Rapat Anggaran' })).toBeVisible();
    await other.close();
    await expect(part).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });

test('the crew is told in the app, by a bell with a number, and by the device where it may', async ({
  page,
  office,
}) => {
  const documentation = await office.person('documentation');
  const { rpc } = await office.person('protocol');
  const me = (await documentation.rpc.session.status()).me?.userId ?? '';
  // the browser's own notifications, kept instead of shown
  await page.addInitScript(() => {
    const shown: { title: string; body: string | undefined; open: () => void }[] = [];
    Object.assign(window, { shown });
    class Kept {
      static permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | null = null;
      constructor(title: string, options?: NotificationOptions) {
        shown.push({ title, body: options?.body, open: () => this.onclick?.() });
      }
      close() {}
    }
    Object.assign(window, { Notification: Kept });
    document.hasFocus = () => false;
  });
  const shown = () =>
    page.evaluate(() =>
      (window as unknown as { shown: { title: string; body: string }[] }).shown.map(({ title, body }) => [title, body]),
    );
  await office.open(page, 'documentation', '/pengaturan/akun');
  await expect(page.getByRole('link', { name: 'Untuk Anda: tidak ada yang baru' })).toBeVisible();
  const crew = [{ role: 'photographer', userId: me, name: '' } as const];
  const base = { zone: 'Asia/Makassar', state: 'confirmed', crew } as const;
  const first = await rpc.agenda.add({ ...base, title: 'Apel Gabungan', start: inDays(3, '07:00'), venue: 'Lapangan' });
  await expect(page.getByRole('link', { name: 'Untuk Anda: 1 baru' })).toBeVisible();
  // not before the person has allowed it in the settings
  expect(await shown()).toEqual([]);
  await page.getByRole('switch', { name: 'Tampilkan pemberitahuan' }).click({ force: true });
  await expectAccessible(page);
  await rpc.agenda.change({ id: first.id, version: 1, venue: 'Ruang Sewaka', reason: 'Hujan' });
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]?.[0]).toBe('Acara tugas Anda berubah');
  expect((await shown())[0]?.[1]).toContain('Apel Gabungan');
  expect((await shown())[0]?.[1]).toContain('Ruang Sewaka');
  // anybody may read a locked screen
  await rpc.agenda.add({
    ...base,
    title: 'Rapat Rahasia',
    start: inDays(4, '07:00'),
    venue: 'Ruang Wali Kota',
    pressAccess: 'closed',
  });
  await expect.poll(shown).toHaveLength(2);
  expect((await shown())[1]?.join(' ')).not.toMatch(/Rahasia|Wali Kota|07/);
  await page.evaluate(() => (window as unknown as { shown: { open: () => void }[] }).shown[0]?.open());
  await expect(page.getByRole('heading', { name: 'Apel Gabungan' })).toBeVisible();
  await page.getByRole('link', { name: /Untuk Anda: 3 baru/ }).click();
  await expect(page.getByRole('option')).toHaveCount(3);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('untuk-anda.png') });
  await page.getByRole('option', { name: /ditugaskan.*Apel Gabungan/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Apel Gabungan' })).toBeVisible();
  // all that was told of that event is read with it
  await expect(page.getByRole('link', { name: 'Untuk Anda: 1 baru' })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Tandai semua sudah dibaca' }).click();
  await expect(page.getByRole('link', { name: 'Untuk Anda: tidak ada yang baru' })).toBeVisible();
});

test('reminders are set where the office is set, and what is wrong is said at its field', async ({ page, office }) => {
  await office.open(page, 'founder', '/pengaturan/pengingat');
  const clock = page.getByLabel('Pukul');
  await expect(clock).toHaveValue('18.00');
  await clock.fill('sore');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(clock).toHaveAttribute('aria-invalid', 'true');
  await clock.fill('17.30');
  await page.getByLabel('Jam sebelum acara').fill('3');
  await page.getByRole('switch', { name: 'Ingatkan: Siaran pers belum ada' }).click({ force: true });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Pengingat tersimpan')).toBeVisible();
  expect(await office.founder.rpc.notices.settings()).toEqual({
    dutyHours: 3,
    unconfirmedAt: '17:30',
    releaseHours: null,
  });
});
