import { expect, expectAccessible, test } from './test.ts';

const zone = 'Asia/Makassar' as const;
/** A day two weeks ahead: never today, so no clock of the day plays in. */
const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

test('arrows and Enter take a leader of the list; a new name is an official only once the event is saved', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  await rpc.register.addOfficial({ name: 'I Gusti Ngurah', shortPosition: 'Wali Kota', leader: true });
  await rpc.register.addOfficial({ name: 'I Kadek Agus', shortPosition: 'Wakil Wali Kota', leader: true });
  const officials = async () =>
    (await rpc.register.officials({})).map((one) => one.shortPosition).sort((a, b) => a.localeCompare(b));
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=09:00`);
  await page.getByLabel('Nama acara').fill('Rapat anggaran');
  const field = page.getByRole('combobox', { name: 'Tambah pimpinan' });
  const leader = (name: string) => page.getByRole('radiogroup', { name: `Kehadiran: ${name}`, exact: true });

  await field.pressSequentially('Wakil');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(leader('Wakil Wali Kota')).toBeVisible();
  await expect(field).toHaveValue('');
  // what fits one name of the list is that one, and never a new one
  await page.keyboard.press('Escape');
  await field.pressSequentially('gusti');
  await page.keyboard.press('Enter');
  await expect(leader('Wali Kota')).toBeVisible();
  // letters of somebody who is in the list, or on the event already, make nobody
  await field.fill('Wali');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup', { name: /^Kehadiran/ })).toHaveCount(2);
  expect(await officials()).toEqual(['Wakil Wali Kota', 'Wali Kota']);

  await field.fill('Pj. Sekda');
  await page.keyboard.press('Enter');
  await expect(leader('Pj. Sekda')).toBeVisible();
  await expect(page.getByText('Baru: masuk daftar pejabat saat acara disimpan')).toBeVisible();
  await expectAccessible(page);
  expect(await officials()).toEqual(['Wakil Wali Kota', 'Wali Kota']);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapat anggaran' })).toBeVisible();
  expect(await officials()).toEqual(['Pj. Sekda', 'Wakil Wali Kota', 'Wali Kota']);
  const [event] = await rpc.agenda.list({ from: day, to: day });
  expect(event?.attendance).toHaveLength(3);
});

test('Enter in the name of a stand-in or of crew takes the one that fits, and does not save the form', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({ name: 'I Gusti Ngurah', shortPosition: 'Wali Kota', leader: true });
  const secretary = await rpc.register.addOfficial({ name: 'Ida Bagus Alit', shortPosition: 'Sekda' });
  await office.person('documentation');
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=09:00&pimpinan=${mayor.id}`);
  await page.getByLabel('Nama acara').fill('Rapat anggaran');
  await page.getByRole('radiogroup', { name: 'Kehadiran: Wali Kota' }).getByText('Diwakili').click();
  const delegate = page.getByRole('combobox', { name: 'Diwakili oleh' });
  await delegate.fill('alit');
  await page.keyboard.press('Enter');
  await expect(delegate).toHaveValue('Sekda – Ida Bagus Alit');
  await page.getByRole('button', { name: 'Tambah petugas' }).click();
  const crew = page.getByRole('combobox', { name: 'Siapa' });
  await crew.fill('ang documentation');
  await page.keyboard.press('Enter');
  await expect(crew).toHaveValue('Orang documentation');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapat anggaran' })).toBeVisible();
  const [event] = await rpc.agenda.list({ from: day, to: day });
  expect(event?.attendance).toMatchObject([{ delegateId: secretary.id, delegateName: null }]);
  expect(event?.crew).toMatchObject([{ name: 'Orang documentation' }]);
  expect(event?.crew[0]?.userId).not.toBeNull();
});

test('what the time field reads back is what is saved: an open end or a zone of before does not stick', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Rapat');
  const when = page.getByLabel('Waktu', { exact: true });
  await when.fill(`${day} 13.30 wib s.d. selesai`);
  await expect(page.getByText('13.30 WIB – selesai')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Sampai selesai' })).toBeChecked();
  await when.fill(`${day} 14.00`);
  await expect(page.getByText(/14\.00 WITA$/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Sampai selesai' })).not.toBeChecked();
  // what is ticked below is read back above
  await page.getByRole('checkbox', { name: 'Sampai selesai' }).check();
  await expect(when).toHaveValue(/14\.00 WITA – selesai$/);
  await page.getByRole('checkbox', { name: 'Sampai selesai' }).uncheck();
  await expect(when).toHaveValue(/14\.00 WITA$/);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapat' })).toBeVisible();
  expect(await rpc.agenda.list({ from: day, to: day })).toMatchObject([
    { start: `${day}T14:00`, end: null, openEnd: false, zone },
  ]);
});

test('an end before the start is said while it is typed', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/baru');
  const when = page.getByLabel('Waktu', { exact: true });
  await when.fill(`${day} 10-9`);
  await expect(page.getByText('Jam selesai (09.00) harus sesudah jam mulai (10.00).')).toBeVisible();
  await expectAccessible(page);
  await when.fill(`${day} malam 7`);
  await expect(page.getByText(/19\.00 WITA$/)).toBeVisible();
});

test('a day alone is understood, and the hour asked for', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/baru');
  const field = page.getByLabel('Waktu', { exact: true });
  await field.fill('25 November 2030');
  await expect(page.getByText('Senin, 25 November 2030: tambahkan jamnya, misalnya 9 atau 08.00–10.00.')).toBeVisible();
  await expectAccessible(page);
  await field.fill('25 November 2030 9');
  await expect(page.getByText('Senin, 25 November 2030, 09.00 WITA')).toBeVisible();
});

test('a new name stays out of the register when its event is refused', async ({ page, office }) => {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({ name: 'I Gusti Ngurah', shortPosition: 'Wali Kota', leader: true });
  const attendance = [
    { officialId: mayor.id, answer: 'attends' as const, delegateId: null, delegateName: null, instruction: null },
  ];
  const at = { start: `${day}T09:00`, end: `${day}T10:00`, zone, state: 'confirmed' as const };
  await rpc.agenda.add({ title: 'Sidang', ...at, attendance });
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=09:00&pimpinan=${mayor.id}`);
  await page.getByLabel('Nama acara').fill('Rapat anggaran');
  await page.getByRole('combobox', { name: 'Tambah pimpinan' }).fill('Pj. Sekda');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup', { name: 'Kehadiran: Pj. Sekda' })).toBeVisible();
  await expect(page.getByText(/Sidang/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acara baru' })).toBeVisible();
  expect((await rpc.register.officials({})).map((one) => one.shortPosition)).toEqual(['Wali Kota']);
  await page.getByRole('combobox', { name: 'Mengapa tetap begitu?' }).fill('Dibagi dua jam');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapat anggaran' })).toBeVisible();
  expect(await rpc.register.officials({})).toHaveLength(2);
});
