import { expect, expectAccessible, laptop, phone, test } from './test.ts';

const zone = 'Asia/Makassar' as const;
/** A day two weeks ahead: never today, so no clock of the day plays in. */
const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const answer = (officialId: string) => ({
  officialId,
  answer: 'attends' as const,
  delegateId: null,
  delegateName: null,
  instruction: null,
});

test('a double-booked leader is told while typing; a delegate or a reason lets it be saved', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({ name: 'I Gusti Ngurah', shortPosition: 'Wali Kota', leader: true });
  await rpc.register.addOfficial({ name: 'I Kadek Agus', shortPosition: 'Wakil Wali Kota', leader: true });
  await rpc.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: `${day}T08:00`,
    end: `${day}T10:00`,
    zone,
    state: 'confirmed',
    attendance: [answer(mayor.id)],
  });
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=09:00&pimpinan=${mayor.id}`);
  await page.getByLabel('Nama acara').fill('Rapat anggaran');
  const beside = page.getByRole('complementary', { name: 'Yang perlu diperhatikan' });
  await expect(beside).toContainText('Wali Kota pada waktu itu juga di “Pembukaan Pekan Literasi”');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByText(/Waktu ini bentrok/)).toBeVisible();
  await beside.getByRole('button', { name: 'Wakilkan' }).click();
  await page.getByRole('combobox', { name: 'Diwakili oleh' }).fill('Wakil Wali Kota');
  await expect(beside).not.toContainText('pada waktu itu juga');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rapat anggaran' })).toBeVisible();
  // without a delegate a reason does it, and stands on the event with who gave it
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=09:30&pimpinan=${mayor.id}`);
  await page.getByLabel('Nama acara').fill('Audiensi singkat');
  await page.getByText('Hadir sebentar saja').click();
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audiensi singkat' })).toBeVisible();
  await expect(page.getByText(/Hadir sebentar saja \(/)).toBeVisible();
});

test('an event keeps its crew, contacts, order, photos and guests, by keyboard', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Kunjungan kerja DPRD');
  await page.getByLabel('Waktu', { exact: true }).fill('besok 10-12');
  await page.getByRole('combobox', { name: 'Jenis' }).click();
  await page.getByRole('option', { name: 'Kunjungan / studi tiru' }).click();
  await page.getByRole('button', { name: 'Tambah petugas' }).click();
  await page.getByRole('combobox', { name: 'Siapa' }).fill('Made dari OPD');
  await page.keyboard.press('Escape');
  await page.getByRole('switch', { name: 'Ada tamu atau rombongan' }).click();
  await page.getByLabel('Rombongan dari').fill('DPRD Kabupaten Badung');
  await page.getByLabel('Jumlah tamu').fill('25');
  await page.getByRole('button', { name: 'Protokol', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Narahubung penyelenggara: Nama' }).fill('Bu Sri');
  await page.getByLabel('Narahubung penyelenggara: No. HP').fill('0812 3456 7890');
  await page.getByRole('button', { name: /Susunan Acara/ }).click();
  await page.getByRole('button', { name: 'Pakai susunan lazim (Kunjungan / studi tiru)' }).click();
  await page.getByLabel('Jam 1', { exact: true }).fill('10');
  await page.getByRole('button', { name: 'Pakai daftar lazim (Kunjungan / studi tiru)' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kunjungan kerja DPRD' })).toBeVisible();
  await expect(page.getByText('DPRD Kabupaten Badung')).toBeVisible();
  await expect(page.getByRole('link', { name: '0812 3456 7890' })).toHaveAttribute('href', 'tel:081234567890');
  await expect(page.getByText('Penyambutan rombongan')).toBeVisible();
  await expect(page.getByText('10.00', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Tandai diterima: Made dari OPD' }).click();
  await expect(page.getByRole('button', { name: 'Tandai di lokasi: Made dari OPD' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await page.setViewportSize(laptop);
});

test('an event repeats; one is changed alone, then all that follow, and the series ends', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', `/agenda/baru?tanggal=${day}&jam=07:30`);
  await page.getByLabel('Nama acara').fill('Apel pagi');
  await page.getByRole('button', { name: 'Berulang' }).click();
  await page.getByRole('switch', { name: 'Acara ini berulang' }).click();
  await page.getByRole('combobox', { name: 'Berakhir' }).click();
  await page.getByRole('option', { name: 'Setelah beberapa kali' }).click();
  await page.getByLabel('Berapa kali').fill('5');
  await expect(page.getByText('5 tanggal')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByText('Bagian dari rangkaian 5 acara')).toBeVisible();
  const all = async () => rpc.agenda.list({ from: day, to: '2100-01-01' });
  const [, second, third] = await all();
  await office.open(page, 'founder', `/agenda/${third?.id}/ubah`);
  await page.getByLabel('Tempat').fill('Aula');
  await page.getByRole('combobox', { name: 'Alasan' }).fill('hujan');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(page.getByText('diubah sendiri')).toBeVisible();
  await office.open(page, 'founder', `/agenda/${second?.id}/ubah`);
  await page.getByLabel('Tempat').fill('Lapangan Lumintang');
  await page.getByText('Acara ini dan seterusnya').click();
  await page.getByRole('combobox', { name: 'Alasan' }).fill('lapangan dipakai');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(page.getByText('Bagian dari rangkaian 4 acara')).toBeVisible();
  expect((await all()).map((event) => event.venue)).toEqual([
    '',
    'Lapangan Lumintang',
    'Aula',
    'Lapangan Lumintang',
    'Lapangan Lumintang',
  ]);
  await page.getByRole('button', { name: 'Batalkan ini dan seterusnya' }).click();
  await expectAccessible(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Alasan' }).fill('diganti senam');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Batalkan ini dan seterusnya' }).click();
  await expect.poll(async () => (await all()).filter((event) => event.state === 'cancelled').length).toBe(4);
});

test('a letter is read, waits, becomes an event beside its pages, and stays with it', async ({ page, office }) => {
  await office.open(page, 'founder', '/undangan');
  await expect(page.getByText('Tidak ada undangan yang menunggu')).toBeVisible();
  await page.getByRole('link', { name: 'Terima undangan' }).first().click();
  await page.locator('input[data-file-input]').setInputFiles('tests/fixtures/agenda/files/undangan.pdf');
  await expect(page.getByLabel('Nomor surat')).toHaveValue('005/123/2026', { timeout: 20_000 });
  await expect(page.getByRole('img', { name: /halaman 1/i })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan, belum dijadwalkan' }).click();
  await page.locator('[data-row]').first().click();
  await page.getByRole('link', { name: 'Jadikan acara' }).click();
  await expect(page.getByLabel('Nama acara')).toHaveValue('Pembukaan Pekan Literasi Kota Denpasar');
  await expect(page.getByRole('img', { name: /halaman 1/i })).toBeVisible();
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Undangan & berkas' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Unduh' }).click();
  expect((await download).suggestedFilename()).toBe('undangan.pdf');
  const [letter] = await office.founder.rpc.invitations.list({});
  expect(letter).toMatchObject({ state: 'scheduled', letterNo: '005/123/2026' });
  await page.getByRole('button', { name: 'undangan.pdf', exact: true }).click();
  // what the letter says of itself stands beside its file, with the way to it
  const files = page.getByRole('region', { name: 'Undangan & berkas' });
  await expect(files.getByRole('link', { name: '005/123/2026' })).toHaveAttribute('href', `/undangan/${letter?.id}`);
  await expectAccessible(page);
  // the same letter by another way is noticed before it is an event once more
  await office.open(page, 'founder', '/undangan/baru');
  await page.locator('input[data-file-input]').setInputFiles('tests/fixtures/agenda/files/undangan.pdf');
  await expect(page.getByText('Surat ini sudah diterima:')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Sudah menjadi acara; jangan dibuat dua kali.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lihat acaranya' })).toHaveAttribute(
    'href',
    `/agenda/${letter?.eventId}`,
  );
  await expectAccessible(page);
});

test('a letter that a colleague answers meanwhile keeps the event waiting for a second word, and nothing half done', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const { id } = await rpc.invitations.add({ subject: 'Undangan Lomba Pidato', venue: 'Gedung Dharma' });
  await office.open(page, 'founder', `/agenda/baru?undangan=${id}`);
  await expect(page.getByLabel('Nama acara')).toHaveValue('Undangan Lomba Pidato');
  await page.getByLabel('Waktu', { exact: true }).fill('besok 9');
  const protocol = await office.person('protocol');
  await protocol.rpc.invitations.setState({ id, version: 1, state: 'declined' });
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByText('Surat "Undangan Lomba Pidato" sudah dijawab', { exact: false })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Buka surat' })).toBeVisible();
  await expectAccessible(page);
  const all = { from: '2020-01-01', to: '2100-01-01' };
  expect(await rpc.agenda.list(all)).toEqual([]);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Undangan Lomba Pidato' })).toBeVisible();
  expect(await rpc.agenda.list(all)).toHaveLength(1);
  expect(await rpc.invitations.get({ id })).toMatchObject({ state: 'declined', eventId: null });
});

test('holidays are there by themselves, corrected by the admin too, and warned of', async ({ page, office }) => {
  await office.open(page, 'admin', '/pengaturan/agenda');
  const names = page.getByRole('textbox', { name: 'Nama hari libur' });
  await expect(names.first()).toHaveValue('Tahun Baru Masehi');
  await expect(page.getByText(/menurut perhitungan, belum dicocokkan dengan SKB/)).toBeVisible();
  await expectAccessible(page);
  // what is taken away is not filled in again
  const count = await names.count();
  await page.getByRole('button', { name: 'Hapus Tahun Baru Masehi' }).click();
  await page.getByRole('button', { name: 'Isi dari kalender' }).click();
  await expect(names).toHaveCount(count);
  await page.getByRole('button', { name: 'Hapus Tahun Baru Masehi' }).click();
  await page.getByRole('button', { name: 'Semua sudah cocok' }).click();
  await page.getByRole('button', { name: 'Simpan hari libur' }).click();
  await expect(page.getByRole('button', { name: 'Simpan hari libur' })).toBeDisabled();
  await page.getByRole('button', { name: 'Isi dari kalender' }).click();
  await expect(names).toHaveCount(count - 1);
  await expect(page.getByText(/menurut perhitungan, belum dicocokkan/)).toHaveCount(0);
  await page.setViewportSize(phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
  await expectAccessible(page);
  await page.setViewportSize(laptop);
  const year = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(new Date());
  await office.open(page, 'founder', `/agenda/baru?tanggal=${year}-08-17&jam=08:00`);
  await page.getByLabel('Nama acara').fill('Upacara');
  await expect(page.getByText(/Hari libur: .*Kemerdekaan/)).toBeVisible();
});
