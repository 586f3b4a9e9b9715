import type { Page } from '@playwright/test';
import type { NewEvent } from '../../src-main/contract/agenda-nouns.ts';
import type { Person } from '../harness/client.ts';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

/** A Thursday with nothing public about it; the views are opened at it by their address. */
const DAY = '2027-03-18';
const at = (clock: string, day = DAY) => `${day}T${clock}`;
const answer = (officialId: string, more: object = {}) => ({
  officialId,
  answer: 'attends' as const,
  delegateId: null,
  delegateName: null,
  instruction: null,
  ...more,
});

/** Adds an event as accepted proposals are: what clashes is let be. */
async function add({ rpc }: Person, event: Partial<NewEvent> & Pick<NewEvent, 'title' | 'start'>) {
  const { events } = await rpc.agenda.accept({
    proposals: [
      {
        key: 'k',
        zone: 'Asia/Makassar',
        state: 'confirmed',
        ...event,
        attendance: (event.attendance ?? []).map((one) => ({ ...one, called: '' })),
      },
    ],
  });
  return rpc.agenda.get({ id: events[0]?.id ?? '' });
}
async function leaders({ rpc }: Person) {
  const of = async (name: string, shortPosition: string, leader = true) =>
    (await rpc.register.addOfficial({ name, shortPosition, position: shortPosition, leader })).id;
  return {
    mayor: await of('Jaya Negara', 'Wali Kota'),
    deputy: await of('Arya Wibawa', 'Wakil Wali Kota'),
    secretary: await of('Alit Wiradana', 'Sekda'),
  };
}
/** An event where it stands among the hours or in a month. */
const block = (page: Page, title: string) => page.locator('[data-event]').filter({ hasText: title }).first();
const linkOf = (page: Page, title: string) => page.getByRole('link', { name: new RegExp(title) }).first();

/** Takes hold in the middle of an event and lets go so many pixels further. */
async function drag(page: Page, title: string, by: { x?: number; y?: number }, { cancel = false, end = false } = {}) {
  const place = block(page, title);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error(`${title} is not in sight`);
  const from = { x: box.x + box.width / 2, y: end ? box.y + box.height - 1 : box.y + Math.min(14, box.height / 2) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + (by.x ?? 0) / 2, from.y + (by.y ?? 0) / 2, { steps: 3 });
  await page.mouse.move(from.x + (by.x ?? 0), from.y + (by.y ?? 0), { steps: 3 });
  if (cancel) await page.keyboard.press('Escape');
  await page.mouse.up();
}
const hourHeight = (page: Page) =>
  page
    .locator('[data-column]')
    .first()
    .evaluate((one) => one.clientHeight / 24);

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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const viewport of [laptop, phone]) {
      await page.setViewportSize(viewport);
      for (const view of ['hari', 'pekan', 'bulan', 'matriks', 'daftar']) {
        await office.open(page, 'founder', `/agenda?lihat=${view}&tanggal=${DAY}`);
        await expect(
          page.getByText(view === 'daftar' || view === 'matriks' ? 'Apel Disiplin' : /Bimtek|Apel Disiplin/).first(),
        ).toBeAttached();
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

test('with the mouse to another day and hour; a tentative event lands at once and can be taken back', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const event = await add(office.founder, {
    title: 'Audiensi KNPI',
    start: at('09:00'),
    end: at('10:00'),
    state: 'tentative',
  });
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${DAY}`);
  await linkOf(page, 'Audiensi KNPI').waitFor();
  const column = await page.locator('[data-column]').first().boundingBox();
  await drag(page, 'Audiensi KNPI', { x: column?.width ?? 0, y: 1.5 * (await hourHeight(page)) });
  await expect(page.getByText('Audiensi KNPI dipindahkan ke Jumat, 19 Maret 2027, 10.30–11.30').first()).toBeVisible();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({
    start: '2027-03-19T10:30',
    end: '2027-03-19T11:30',
    version: 2,
  });
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('09:00'));
  // a press without moving still opens
  await linkOf(page, 'Audiensi KNPI').click();
  await expect(page.getByRole('heading', { name: 'Audiensi KNPI' })).toBeVisible();
});

test('a confirmed event asks why before it lands; Esc and Batal leave it where it was', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await add(office.founder, { title: 'Pembukaan Pekan', start: at('09:00'), end: at('10:00') });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  await linkOf(page, 'Pembukaan Pekan').waitFor();
  const hour = await hourHeight(page);
  await drag(page, 'Pembukaan Pekan', { y: 2 * hour }, { cancel: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await drag(page, 'Pembukaan Pekan', { y: 2 * hour });
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await expect(dialog).toContainText('09.00–10.00');
  await expect(dialog).toContainText('11.00–12.00');
  await expect(dialog.getByRole('button', { name: 'Simpan' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Batal' }).click();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({ start: at('09:00'), version: 1 });
  await drag(page, 'Pembukaan Pekan', { y: 2 * hour });
  await dialog.getByText('Permintaan penyelenggara').click();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog).toBeHidden();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({ start: at('11:00'), end: at('12:00'), revision: 2 });
  await page.getByRole('button', { name: 'Bagikan perubahan' }).click();
  await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/PERUBAHAN AGENDA \(Rev\. 2\)[\s\S]*11\.00/);
});

test('its end is drawn longer, a quarter of an hour at a time', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await add(office.founder, { title: 'Rapat', start: at('09:00'), end: at('10:00'), state: 'tentative' });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  await linkOf(page, 'Rapat').waitFor();
  await drag(page, 'Rapat', { y: 0.8 * (await hourHeight(page)) }, { end: true });
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).end).toBe(at('10:45'));
  expect((await rpc.agenda.get({ id: event.id })).start).toBe(at('09:00'));
});

test('by keyboard alone: found, moved, made longer, saved, and a new one at a free hour', async ({ page, office }) => {
  const { rpc } = office.founder;
  const first = await add(office.founder, { title: 'Apel Pagi', start: at('07:30'), end: at('08:00') });
  await add(office.founder, { title: 'Rapat Staf', start: at('09:00'), end: at('10:00', '2027-03-18') });
  await office.open(page, 'founder', '/agenda');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/lihat=pekan/);
  await page.keyboard.press('3');
  await expect(page).toHaveURL(/lihat=bulan/);
  await page.keyboard.press('t');
  await page.keyboard.press('1');
  await page.goto(`${page.url().split('/agenda')[0]}/agenda?lihat=pekan&tanggal=${DAY}`);
  await linkOf(page, 'Apel Pagi').waitFor();
  await page.keyboard.press('ArrowDown');
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('j');
  await expect(linkOf(page, 'Rapat Staf')).toBeFocused();
  await page.keyboard.press('k');
  // Alt with an arrow begins, arrows go on, Shift makes it longer
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'Jumat, 19 Maret 2027, 08.00–08.45' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: '08.00–08.45' })).toHaveCount(0);
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await expect(dialog.getByLabel('Alasan')).toBeFocused();
  await page.keyboard.type('Menyesuaikan');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  expect(await rpc.agenda.get({ id: first.id })).toMatchObject({ start: '2027-03-19T07:30', revision: 2 });
  // the focus came along; from here to a free half hour, where a new one begins
  await expect(linkOf(page, 'Apel Pagi')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Jumat, 19 Maret 2027, 08.00: acara baru' })).toBeFocused();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/agenda\/baru\?.*tanggal=.?2027-03-19.*jam=.?08(:|%3A)00/);
  await page.goBack();
  await page.keyboard.press(']');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('22–28 Maret 2027');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('15–21 Maret 2027');
  // no single key while one types
  await page.keyboard.press('/');
  await page.keyboard.type('t3n');
  await expect(page).toHaveURL(/lihat=pekan.*cari=t3n|cari=t3n.*lihat=pekan/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').getByText('Geser 15 menit atau satu hari')).toBeVisible();
  await expectAccessible(page);
});

test('in the month: by mouse and by keys to another day, the hour kept', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await add(office.founder, {
    title: 'Kunjungan',
    start: at('10:15'),
    end: at('11:00'),
    state: 'tentative',
  });
  await office.open(page, 'founder', `/agenda?lihat=bulan&tanggal=${DAY}`);
  await expect(page.getByRole('columnheader').first()).toHaveText('Senin');
  await linkOf(page, 'Kunjungan').waitFor();
  const cell = await page.locator(`[data-day="${DAY}"]`).boundingBox();
  await drag(page, 'Kunjungan', { x: cell?.width ?? 0, y: cell?.height ?? 0 });
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe('2027-03-26T10:15');
  await linkOf(page, 'Kunjungan').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('10:15'));
});

test('a full day says how many more, and leads there', async ({ page, office }) => {
  for (let n = 0; n < 9; n += 1)
    await add(office.founder, { title: `Rapat ${n}`, start: at(`${String(8 + n).padStart(2, '0')}:00`) });
  await office.open(page, 'founder', `/agenda?lihat=bulan&tanggal=${DAY}`);
  await page.getByRole('button', { name: /\+\d lainnya pada Kamis, 18 Maret 2027/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kamis, 18 Maret 2027');
  await expect(linkOf(page, 'Rapat 8')).toBeVisible();
});

test('the matrix shows who leads and who stands in, and hands over by dragging', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { mayor, deputy, secretary } = await leaders(office.founder);
  const event = await add(office.founder, {
    title: 'Peresmian Taman',
    start: at('09:00'),
    end: at('10:00'),
    attendance: [answer(mayor)],
  });
  await add(office.founder, {
    title: 'Peninjauan',
    start: at('13:00'),
    end: at('14:00'),
    attendance: [answer(secretary, { answer: 'delegated', delegateId: deputy })],
  });
  await add(office.founder, { title: 'Donor Darah', start: at('11:00'), end: at('12:00') });
  await office.open(page, 'founder', `/agenda?lihat=matriks&tanggal=${DAY}`);
  const column = (name: string) => page.getByRole('group', { name: new RegExp(`^${name}:`) });
  await expect(column('Sekda').getByRole('link', { name: /Peninjauan.*diwakili Wakil Wali Kota/ })).toBeVisible();
  await expect(column('Wakil Wali Kota').getByRole('link', { name: /Peninjauan.*mewakili Sekda/ })).toBeVisible();
  await expect(column('Tanpa pimpinan').getByRole('link', { name: /Donor Darah/ })).toBeVisible();
  const width = (await page.locator('[data-column]').first().boundingBox())?.width ?? 0;
  await drag(page, 'Peresmian Taman', { x: width });
  const dialog = page.getByRole('dialog', { name: 'Ubah pimpinan acara?' });
  await expect(dialog.getByRole('radio', { name: 'Wali Kota diwakili Wakil Wali Kota' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(
    column('Wakil Wali Kota').getByRole('link', { name: /Peresmian Taman.*mewakili Wali Kota/ }),
  ).toBeVisible();
  expect((await rpc.agenda.get({ id: event.id })).attendance).toMatchObject([
    { officialId: mayor, answer: 'delegated', delegateId: deputy },
  ]);
  // the same by keys, and now to be moved altogether
  await column('Wali Kota')
    .getByRole('link', { name: /Peresmian Taman/ })
    .focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await dialog.getByRole('radio', { name: 'Pindahkan dari Wali Kota ke Sekda' }).check();
  await dialog.getByText('Permintaan penyelenggara').click();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect
    .poll(async () => (await rpc.agenda.get({ id: event.id })).attendance.map((one) => one.officialId))
    .toEqual([secretary]);
});

test('what clashes is said before it lands and needs a word', async ({ page, office }) => {
  const { rpc } = office.founder;
  const { mayor } = await leaders(office.founder);
  await add(office.founder, {
    title: 'Rapat Paripurna',
    start: at('13:00'),
    end: at('15:00'),
    venue: 'Gedung DPRD',
    attendance: [answer(mayor)],
  });
  const event = await add(office.founder, {
    title: 'Audiensi KONI',
    start: at('09:00'),
    end: at('10:00'),
    attendance: [answer(mayor)],
  });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  await linkOf(page, 'Audiensi KONI').waitFor();
  await drag(page, 'Audiensi KONI', { y: 4.5 * (await hourHeight(page)) });
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await expect(dialog.getByText(/Wali Kota pada waktu itu juga di “Rapat Paripurna”, 13\.00–15\.00/)).toBeVisible();
  await dialog.getByText('Permintaan penyelenggara').click();
  await expect(dialog.getByRole('button', { name: 'Simpan' })).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByText('Hadir sebentar saja').click();
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('13:30'));
});

test('two people move the same event: the second sees both and chooses', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  const event = await add(office.founder, { title: 'Upacara', start: at('08:00'), end: at('09:00') });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  await linkOf(page, 'Upacara').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await dialog.getByText('Cuaca').click();
  await rpc.agenda.change({
    id: event.id,
    version: 1,
    start: at('10:00'),
    end: at('11:00'),
    venue: 'Lapangan Puputan',
    reason: 'Permintaan penyelenggara',
  });
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  const both = page.getByRole('dialog', { name: 'Acara ini baru saja diubah' });
  const row = both.getByRole('row', { name: /^Mulai/ });
  await expect(row).toContainText('08.00');
  await expect(row).toContainText('10.00');
  await expect(row).toContainText('08.15');
  await expect(both.getByRole('row', { name: /^Tempat/ })).toContainText('Lapangan Puputan');
  await expect(both.getByRole('button', { name: 'Biarkan seperti sekarang' })).toBeFocused();
  await expectAccessible(page);
  await both.getByRole('button', { name: 'Tetap pakai pilihan saya' }).click();
  await expect(both).toBeHidden();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({
    start: at('08:15'),
    end: at('09:15'),
    venue: 'Lapangan Puputan',
  });
});

test('what it is narrowed to stands in the address, survives reload and is let go in one press', async ({
  page,
  office,
}) => {
  await add(office.founder, { title: 'Rapat Terbuka', start: at('08:00'), end: at('09:00'), kind: 'rapat' });
  await add(office.founder, {
    title: 'Rapat Rahasia',
    start: at('10:00'),
    end: at('11:00'),
    kind: 'rapat',
    pressAccess: 'closed',
  });
  await add(office.founder, { title: 'Apel', start: at('07:00'), end: at('07:30'), kind: 'apel', state: 'tentative' });
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${DAY}`);
  await linkOf(page, 'Apel').waitFor();
  await page.getByRole('button', { name: 'Saring' }).click();
  const panel = page.getByRole('dialog', { name: 'Saring' });
  await panel.getByRole('combobox', { name: 'Jenis' }).click();
  await panel.getByRole('option', { name: 'Rapat', exact: true }).click();
  await panel.getByRole('combobox', { name: 'Akses media' }).click();
  await panel.getByRole('option', { name: 'Hanya yang tertutup' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/jenis=rapat/);
  await expect(page).toHaveURL(/akses=tertutup/);
  await expect(linkOf(page, 'Rapat Rahasia')).toBeVisible();
  await expect(page.getByRole('link', { name: /Rapat Terbuka|Apel/ })).toHaveCount(0);
  await page.reload();
  await expect(linkOf(page, 'Rapat Rahasia')).toBeVisible();
  await expect(page.getByRole('link', { name: /Rapat Terbuka/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Lepas saringan Hanya yang tertutup' }).click();
  await expect(linkOf(page, 'Rapat Terbuka')).toBeVisible();
  await page.getByRole('button', { name: 'Bersihkan' }).click();
  await expect(linkOf(page, 'Apel')).toBeVisible();
  await expect(page).not.toHaveURL(/jenis/);
});

test('the list goes on by itself over months without events', async ({ page, office }) => {
  await add(office.founder, { title: 'Rapat Awal', start: at('08:00', '2026-10-05') });
  await add(office.founder, { title: 'Rapat Kini', start: at('08:00') });
  await add(office.founder, { title: 'Rapat Jauh', start: at('08:00', '2028-08-17') });
  await office.open(page, 'founder', `/agenda?lihat=daftar&tanggal=${DAY}`);
  await expect(page.getByRole('option', { name: /Rapat Kini/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /Kamis, 17 Agustus 2028.*Rapat Jauh/ })).toBeVisible();
  await page.getByRole('button', { name: 'Muat yang lebih awal' }).click();
  await expect(page.getByRole('option', { name: /Rapat Awal/ })).toBeAttached();
  await page.getByRole('option', { name: /Rapat Kini/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Rapat Jauh' })).toBeVisible();
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

  test('the matrix scrolls aside with its hours in sight, and a long press takes hold', async ({ page, office }) => {
    const { rpc } = office.founder;
    const { mayor } = await leaders(office.founder);
    const event = await add(office.founder, {
      title: 'Peninjauan',
      start: at('08:00'),
      end: at('09:00'),
      state: 'tentative',
      attendance: [answer(mayor)],
    });
    await office.open(page, 'founder', `/agenda?lihat=matriks&tanggal=${DAY}`);
    const place = block(page, 'Peninjauan');
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    const hour = await hourHeight(page);
    const from = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 12 };
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x, y }] });
    // a short touch that moves scrolls
    await touch('touchStart', from.y);
    await touch('touchMove', from.y - 60);
    await touch('touchEnd');
    await page.waitForTimeout(300);
    expect((await rpc.agenda.get({ id: event.id })).version).toBe(1);
    await place.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(700);
    const again = await place.boundingBox();
    from.y = (again?.y ?? 0) + 12;
    await touch('touchStart', from.y);
    await page.waitForTimeout(450);
    await touch('touchMove', from.y + hour / 2);
    await touch('touchMove', from.y + hour);
    await page.screenshot({ path: test.info().outputPath('ghost.png') });
    await touch('touchEnd');
    await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('09:00'));
    const scroller = page.locator('[data-leaders]').first();
    expect(await scroller.evaluate((one) => one.scrollWidth > one.clientWidth)).toBe(true);
    await scroller.evaluate((one) => {
      one.scrollLeft = 200;
    });
    await expect(page.getByText('09.00', { exact: true })).toBeInViewport();
  });
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
