import { add, answer, at, block, DAY, drag, leaders, linkOf } from './agenda-grid.ts';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

test('every view in both themes: nothing to object to, nothing wider than the window', async ({ page, office }) => {
  const { mayor, deputy, secretary } = await leaders(office.founder);
  const more = [
    { title: 'Apel Disiplin', start: at('07:30'), end: at('08:15'), attendance: [answer(mayor), answer(secretary)] },
    { title: 'Pembukaan Pekan Literasi', start: at('08:30'), end: at('10:00'), attendance: [answer(mayor)] },
    { title: 'Rapat Inflasi', start: at('09:00'), end: at('10:30'), state: 'tentative' as const },
    { title: 'Rapat Pusat', start: at('09:00'), end: at('11:00'), zone: 'Asia/Jakarta' as const },
    {
      title: 'Rapat Paripurna',
      start: at('13:30'),
      openEnd: true,
      attendance: [answer(mayor, { answer: 'delegated', delegateId: deputy })],
    },
    { title: 'Bimtek', start: at('08:00', '2027-03-17'), end: at('16:00', '2027-03-19') },
  ];
  for (const event of more) await add(office.founder, event);
  for (const viewport of [laptop, phone]) {
    await page.setViewportSize(viewport);
    for (const view of ['hari', 'pekan', 'bulan', 'matriks', 'daftar']) {
      await office.open(page, 'founder', `/agenda?lihat=${view}&tanggal=${DAY}`);
      await expect(
        page.getByText(view === 'daftar' || view === 'matriks' ? 'Apel Disiplin' : /Bimtek|Apel Disiplin/).first(),
      ).toBeAttached();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        await expectAccessible(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${view} ${viewport.width}`).toBeLessThanOrEqual(viewport.width);
      }
    }
  }
});

test('office hours are seen without scrolling, and the title says the day', async ({ page, office }) => {
  await add(office.founder, { title: 'Rapat Pagi', start: at('07:00'), end: at('08:00') });
  await add(office.founder, { title: 'Rapat Sore', start: at('16:00'), end: at('16:45') });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agenda Pimpinan: Kamis, 18 Maret 2027');
  await expect(linkOf(page, 'Rapat Pagi')).toBeInViewport({ ratio: 0.9 });
  await expect(linkOf(page, 'Rapat Sore')).toBeInViewport({ ratio: 0.9 });
});

test('a grid opens at the earliest hour that is needed, and marks lead to what stands above and below', async ({
  page,
  office,
}) => {
  await add(office.founder, { title: 'Safari Subuh', start: at('05:30'), end: at('06:15') });
  await add(office.founder, { title: 'Malam Resepsi', start: at('20:00'), end: at('22:00') });
  await add(office.founder, { title: 'Doa Tengah Malam', start: at('00:30'), end: at('01:30') });
  for (const view of ['hari', 'pekan', 'matriks']) {
    await office.open(page, 'founder', `/agenda?lihat=${view}&tanggal=${DAY}`);
    await expect(linkOf(page, 'Safari Subuh')).toBeInViewport({ ratio: 0.9 });
    await expect(linkOf(page, 'Malam Resepsi')).not.toBeInViewport();
    const later = page.getByRole('button', { name: /^1 lebih akhir pada / });
    await later.focus();
    await page.keyboard.press('Enter');
    await expect(linkOf(page, 'Malam Resepsi')).toBeFocused();
    await expect(linkOf(page, 'Malam Resepsi')).toBeInViewport({ ratio: 0.9 });
    await expect(later).toHaveCount(0);
    await page.getByRole('button', { name: /^2 lebih awal pada / }).click();
    await expect(linkOf(page, 'Doa Tengah Malam')).toBeFocused();
    await expect(linkOf(page, 'Doa Tengah Malam')).toBeInViewport({ ratio: 0.9 });
    await expect(linkOf(page, 'Safari Subuh')).toBeInViewport({ ratio: 0.9 });
    await expectAccessible(page);
  }
});

test('a crowded hour of a narrow column says how many more there are, and opens the day', async ({ page, office }) => {
  for (const title of ['Satu', 'Dua', 'Tiga', 'Empat'])
    await add(office.founder, { title: `Rapat ${title}`, start: at('09:00'), end: at('10:00') });
  const off = await add(office.founder, { title: 'Rapat Nol', start: at('08:45'), end: at('10:00') });
  await office.founder.rpc.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'Cuaca' });
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${DAY}`);
  const more = page.getByRole('button', { name: /^\+4 lagi pada Kamis, 18 Maret 2027/ });
  await expect(more).toBeVisible();
  // what is left to be seen is wide enough to be read, and takes place
  const box = await block(page, 'Rapat').boundingBox();
  expect(box?.width).toBeGreaterThan(60);
  await expect(page.locator('[data-event]')).toHaveCount(1);
  await expect(linkOf(page, 'Rapat Nol')).toHaveCount(0);
  await expectAccessible(page);
  await linkOf(page, 'Rapat Satu').focus();
  await page.keyboard.press('k');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kamis, 18 Maret 2027');
  for (const title of ['Nol', 'Satu', 'Dua', 'Tiga', 'Empat'])
    await expect(linkOf(page, `Rapat ${title}`)).toBeVisible();
});

test('an event of another zone stands at the hour of the office and says its own clock', async ({ page, office }) => {
  await add(office.founder, { title: 'Rapat Pusat', start: at('09:00'), end: at('11:00'), zone: 'Asia/Jakarta' });
  await add(office.founder, { title: 'Rapat Daerah', start: at('10:00'), end: at('12:00') });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  const far = linkOf(page, 'Rapat Pusat');
  await expect(far).toContainText('09.00–11.00 WIB');
  await expect(far).toContainText('10.00 WITA');
  const y = async (title: string) => (await block(page, title).boundingBox())?.y;
  expect(await y('Rapat Pusat')).toBe(await y('Rapat Daerah'));
});

test('a full day says how many more, and leads there', async ({ page, office }) => {
  for (let n = 0; n < 9; n += 1)
    await add(office.founder, { title: `Rapat ${n}`, start: at(`${String(8 + n).padStart(2, '0')}:00`) });
  await office.open(page, 'founder', `/agenda?lihat=bulan&tanggal=${DAY}`);
  await page.getByRole('button', { name: /\+\d lainnya pada Kamis, 18 Maret 2027/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kamis, 18 Maret 2027');
  await expect(linkOf(page, 'Rapat 8')).toBeVisible();
});

test('an empty day says what to do; who may not write moves nothing', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda?tanggal=2031-01-01');
  await expect(page.getByText('Belum ada agenda pada hari ini')).toBeVisible();
  await expectAccessible(page);
  await add(office.founder, { title: 'Rapat', start: at('09:00'), end: at('10:00') });
  await office.open(page, 'observer', `/agenda?tanggal=${DAY}`);
  await linkOf(page, 'Rapat').waitFor();
  await drag(page, 'Rapat', { y: 120 });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await linkOf(page, 'Rapat').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('days under the thumb: a strip for the week, dots for the month', async ({ page, office }) => {
    await add(office.founder, { title: 'Rapat Kamis', start: at('08:00') });
    await add(office.founder, { title: 'Rapat Jumat', start: at('08:00', '2027-03-19') });
    await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${DAY}`);
    await expect(page.getByRole('option', { name: /Rapat Kamis/ })).toBeVisible();
    await page.getByRole('button', { name: /Jumat, 19 Maret 2027/ }).tap();
    await expect(page.getByRole('option', { name: /Rapat Jumat/ })).toBeVisible();
    await page.getByText('Bulan', { exact: true }).tap();
    const day = page.getByRole('button', { name: 'Kamis, 18 Maret 2027, 1 acara' });
    const box = await day.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await day.tap();
    await page.getByRole('option', { name: /Rapat Kamis/ }).tap();
    await expect(page.getByRole('heading', { name: 'Rapat Kamis' })).toBeVisible();
  });
});
