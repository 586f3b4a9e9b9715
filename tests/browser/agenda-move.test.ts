import { add, answer, at, DAY, drag, hourHeight, leaders, linkOf } from './agenda-grid.ts';
import { expect, expectAccessible, test } from './test.ts';

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
  // to a Wednesday: the Friday is a holiday, and that is asked about
  await drag(page, 'Kunjungan', { x: -(cell?.width ?? 0), y: cell?.height ?? 0 });
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe('2027-03-24T10:15');
  await linkOf(page, 'Kunjungan').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await rpc.agenda.get({ id: event.id })).start).toBe(at('10:15'));
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

test('taking back a move that nobody was told of leaves no revision; one the crew knows of says so before', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const photographer = await office.person('documentation');
  const { me } = await photographer.rpc.session.status();
  const quiet = await add(office.founder, { title: 'Rapat Sunyi', start: at('09:00'), end: at('10:00') });
  const told = await rpc.agenda.add({
    title: 'Peresmian Taman',
    start: at('13:00'),
    end: at('14:00'),
    zone: 'Asia/Makassar',
    state: 'confirmed',
    crew: [{ role: 'photographer', userId: me?.userId ?? '', name: 'Made' }],
  });
  await office.open(page, 'founder', `/agenda?tanggal=${DAY}`);
  const move = async (title: string) => {
    await linkOf(page, title).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Pindahkan acara?' });
    await dialog.getByText('Permintaan penyelenggara').click();
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await expect(dialog).toBeHidden();
  };
  await move('Rapat Sunyi');
  await expect(page.getByText('jika diurungkan')).toHaveCount(0);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect
    .poll(() => rpc.agenda.get({ id: quiet.id }))
    .toMatchObject({ start: at('09:00'), revision: 1, version: 3 });
  await move('Peresmian Taman');
  await expect(page.getByText(/sudah diberi tahu; jika diurungkan, ia mendapat kabar lagi/)).toBeVisible();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect.poll(() => rpc.agenda.get({ id: told.id })).toMatchObject({ start: at('13:00'), revision: 3 });
});
