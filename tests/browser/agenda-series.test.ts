import type { Repeat } from '../../src-main/contract/event-parts.ts';
import type { Person } from '../harness/client.ts';
import { add, at, DAY, drag, hourHeight, linkOf } from './agenda-grid.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

const weekly: Repeat = { every: 'week', interval: 1, weekdays: [4], monthly: 'date', until: null, count: 5 };
const NEXT = '2027-03-25';

/** Apel on five Thursdays from the day that is looked at. */
async function apel({ rpc }: Person, state: 'tentative' | 'confirmed' = 'confirmed') {
  const { event } = await rpc.agenda.addSeries({
    event: { title: 'Apel Kamis', start: at('07:30'), end: at('08:15'), zone: 'Asia/Makassar', state },
    repeat: weekly,
  });
  return event;
}
const starts = async ({ rpc }: Person) =>
  (await rpc.agenda.list({ from: '2027-03-01', to: '2027-05-31', text: 'Apel' })).map(({ start }) => start.slice(5));

test('one date of a series that is dragged asks how far that goes; only this one leaves the others', async ({
  page,
  office,
}) => {
  await apel(office.founder, 'tentative');
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${NEXT}`);
  await linkOf(page, 'Apel Kamis').waitFor();
  await drag(page, 'Apel Kamis', { y: await hourHeight(page) });
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await expect(dialog.getByRole('radio', { name: 'Hanya acara ini' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog).toBeHidden();
  expect(await starts(office.founder)).toEqual([
    '03-18T07:30',
    '03-25T08:30',
    '04-01T07:30',
    '04-08T07:30',
    '04-15T07:30',
  ]);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(async () => (await starts(office.founder))[1]).toBe('03-25T07:30');
});

test('from here on, by keys: the clash of a later date is said before it lands, and all can be taken back', async ({
  page,
  office,
}) => {
  await apel(office.founder);
  await office.founder.rpc.agenda.add({
    title: 'Senam',
    start: at('08:30', '2027-04-08'),
    end: at('09:00', '2027-04-08'),
    zone: 'Asia/Makassar',
    state: 'confirmed',
    venue: 'Ruang Praja',
  });
  const [first] = await office.founder.rpc.agenda.list({ from: DAY, to: DAY });
  await office.founder.rpc.agenda.changeFollowing({
    id: first?.id ?? '',
    version: 1,
    venue: 'Ruang Praja',
    reason: 'Pindah tempat',
  });
  await office.open(page, 'founder', `/agenda?lihat=pekan&tanggal=${NEXT}`);
  await linkOf(page, 'Apel Kamis').focus();
  // longer by an hour: now it reaches into the hour of another event of a later date
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Alt+Shift+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
  await dialog.getByRole('radio', { name: 'Acara ini dan seterusnya' }).check();
  await expect(dialog.getByText('4 acara berubah')).toBeVisible();
  await expect(dialog.getByText('1 tanggal bentrok')).toBeVisible();
  await expect(dialog.getByText(/Kam, 8 Apr/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByText('Permintaan penyelenggara').click();
  await expect(dialog.getByRole('button', { name: 'Simpan' })).toBeDisabled();
  await dialog.getByText('Sudah disepakati').click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Apel Kamis: 4 acara dipindahkan mulai Kamis, 25 Maret 2027/).first()).toBeVisible();
  expect(await starts(office.founder)).toEqual([
    '03-18T07:30',
    '03-25T07:45',
    '04-01T07:45',
    '04-08T07:45',
    '04-15T07:45',
  ]);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(async () => new Set((await starts(office.founder)).map((one) => one.slice(6))).size).toBe(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('time, place and calling off of one date offer both; what is put off is of one date', async ({
    page,
    office,
  }) => {
    const event = await apel(office.founder);
    const [, second] = await office.founder.rpc.agenda.list({ from: '2027-03-01', to: '2027-05-31' });
    await office.open(page, 'founder', `/agenda/${second?.id}`);
    await page.getByRole('button', { name: 'Tunda' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Acara ini dan seterusnya' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ubah tempat' }).click();
    const place = page.getByRole('dialog');
    await place.getByLabel('Tempat').fill('Halaman Sewaka Dharma');
    await place.getByRole('radio', { name: 'Acara ini dan seterusnya' }).check();
    await place.getByText('Permintaan penyelenggara').click();
    await expectAccessible(page);
    await place.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(place).toBeHidden();
    const venues = async () =>
      (await office.founder.rpc.agenda.list({ from: '2027-03-01', to: '2027-05-31' })).map(({ venue }) => venue);
    expect(await venues()).toEqual(['', ...Array(4).fill('Halaman Sewaka Dharma')]);
    await page.getByRole('button', { name: 'Ubah waktu' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '+30 menit' }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Acara ini dan seterusnya' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    expect((await starts(office.founder)).map((start) => start.slice(6))).toEqual(['07:30', ...Array(4).fill('08:00')]);
    await page.getByRole('button', { name: 'Batalkan', exact: true }).click();
    await page.getByRole('dialog').getByRole('radio', { name: 'Acara ini dan seterusnya' }).check();
    await page.getByRole('dialog').getByText('Cuaca').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Batalkan ini dan seterusnya' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    const states = (await office.founder.rpc.agenda.list({ from: '2027-03-01', to: '2027-05-31' })).map(
      ({ state }) => state,
    );
    expect(states).toEqual(['confirmed', ...Array(4).fill('cancelled')]);
    expect((await office.founder.rpc.agenda.get({ id: event.id })).state).toBe('confirmed');
  });
});

test('a pasted change of one date asks how far it goes; from here on is counted, and taken back', async ({
  page,
  office,
}) => {
  await apel(office.founder);
  const paste = async (text: string) => {
    await office.open(page, 'founder', '/agenda/tempel');
    await page.getByLabel('Pesan agenda dari WhatsApp').fill(text);
    return page.getByRole('article', { name: 'Apel Kamis' });
  };
  const clocks = async () => (await starts(office.founder)).map((start) => start.slice(6));
  const one = await paste('Apel Kamis, Kamis 25 Maret 2027, dimajukan jam 07.00');
  await expect(one.getByRole('radio', { name: 'Hanya acara ini' })).toBeChecked();
  await one.getByRole('button', { name: 'Ubah acara' }).click();
  await expect.poll(clocks).toEqual(['07:30', '07:00', '07:30', '07:30', '07:30']);
  const following = await paste('Apel Kamis, Kamis 1 April 2027, diundur jam 08.00');
  await following.getByRole('radio', { name: 'Acara ini dan seterusnya' }).check();
  await expect(following.getByText('3 acara berubah')).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('seterusnya.png') });
  await following.getByRole('button', { name: 'Ubah acara' }).click();
  await expect.poll(clocks).toEqual(['07:30', '07:00', '08:00', '08:00', '08:00']);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(clocks).toEqual(['07:30', '07:00', '07:30', '07:30', '07:30']);
});

test('an event that stands alone is not asked about', async ({ page, office }) => {
  const event = await add(office.founder, { title: 'Rapat', start: at('09:00'), end: at('10:00') });
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Ubah waktu' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Hanya acara ini' })).toHaveCount(0);
});
