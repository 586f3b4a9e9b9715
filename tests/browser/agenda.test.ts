import { readFileSync } from 'node:fs';
import { expect, expectAccessible, laptop, phone, test } from './test.ts';

const message = readFileSync('tests/fixtures/agenda/01-whatsapp-one-day.txt', 'utf8');

/** Today at the office in the forms the tests need. */
function today(): { day: string; at: (clock: string) => string } {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());
  return { day, at: (clock) => `${day}T${clock}` };
}

test('a pasted agenda becomes events by the keyboard alone, and Ctrl+Z takes it back', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  const box = page.getByLabel('Pesan agenda dari WhatsApp');
  await box.fill(`${message}\nkode sandi 88 xyzzy`);
  await expect(page.getByRole('heading', { name: '2 usulan acara' })).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole('article', { name: 'Pembukaan Pekan Literasi' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 acara masuk agenda')).toBeVisible();
  const { rpc } = office.founder;
  const days = { from: '2025-11-20', to: '2025-11-20' };
  expect((await rpc.agenda.list(days)).map((event) => event.title)).toEqual([
    'Pembukaan Pekan Literasi',
    'Rapat Paripurna',
  ]);
  // the leader of the heading, and who stands in, are confirmed in one list
  await page.getByLabel('Nama lengkap').first().fill('I Gusti Ngurah Jaya Negara');
  await page.getByLabel('Nama lengkap').last().fill('Ida Bagus Alit');
  await page.getByRole('button', { name: 'Simpan ke daftar pejabat' }).click();
  await expect(page.getByText('Daftar pejabat tersimpan')).toBeVisible();
  expect(await rpc.register.officials({})).toMatchObject([
    { name: 'I Gusti Ngurah Jaya Negara', shortPosition: 'Wali Kota', confirmed: true, leader: true },
    { name: 'Ida Bagus Alit', shortPosition: 'Sekda', confirmed: true, leader: false },
  ]);
  await page.getByRole('button', { name: 'Lihat agenda' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rpc.agenda.list(days)).length).toBe(0);
});

test('a change notice of an event that is there changes it, and makes no second one', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await rpc.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: '2025-11-20T08:00',
    zone: 'Asia/Makassar',
    venue: 'Graha Sewaka Dharma',
    state: 'confirmed',
  });
  await office.open(page, 'founder', '/agenda/tempel');
  await page
    .getByLabel('Pesan agenda dari WhatsApp')
    .fill(
      '*PERUBAHAN AGENDA (Rev. 2)*\nKamis, 20 November 2025 – WALI KOTA\nPembukaan Pekan Literasi\n' +
        'Waktu: ~08.00~ → *09.30 WITA*\nTempat: tetap\nSebab: menyesuaikan kedatangan undangan',
    );
  const card = page.getByRole('article', { name: 'Pembukaan Pekan Literasi' });
  await expect(card).toBeFocused();
  await expect(card.getByText('Ubah', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  await page.getByRole('button', { name: 'Lihat agenda' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/agenda\?tanggal=.?2025-11-20/);
  const events = await rpc.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
  expect(events).toMatchObject([{ id: event.id, start: '2025-11-20T09:30', revision: 2 }]);
  const [line] = await rpc.agenda.history({ id: event.id });
  expect(line?.reason).toBe('menyesuaikan kedatangan undangan');
  // back from a screen that stands: one that still loads when Back comes is left before it was ever in the way
  await expect(page.getByRole('heading', { level: 1, name: 'Agenda' })).toBeVisible();
  await page.goBack();
  await page.getByLabel('Pesan agenda dari WhatsApp').fill('20 November 2025\n1. 09.30 WITA Pembukaan Pekan Literasi');
  await expect(card.getByText('Sudah ada, sama')).toBeVisible();
  await card.getByRole('link', { name: 'Lihat acaranya' }).click();
  await expect(page).toHaveURL(new RegExp(`/agenda/${event.id}$`));
});

test('a date that does not exist is no day: no key accepts it before a day is typed', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/agenda/tempel');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill('Jumat 31 Februari 2026\n08.00 WITA Apel besar');
  const card = page.getByRole('article', { name: 'Apel besar' });
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByText('Tanggal ini tidak ada di kalender. Ketik harinya.')).toBeVisible();
  await expectAccessible(page);
  const when = card.getByLabel('Waktu', { exact: true });
  await expect(when).toHaveValue(' 08.00');
  await when.fill('08.30');
  await expect(card.getByText('Tanggal ini tidak ada di kalender. Ketik harinya.')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Terima', exact: true })).toBeDisabled();
  await when.fill('27 Februari 2026 08.30');
  await expect(card.getByRole('button', { name: 'Terima', exact: true })).toBeEnabled();
  await when.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  expect(await rpc.agenda.list({ from: '2020-01-01', to: '2035-01-01' })).toMatchObject([
    { start: '2026-02-27T08:30' },
  ]);
});

test('a chat of thousands of lines is read as far as it is said, and the screen stays quick', async ({
  page,
  office,
}) => {
  await office.open(page, 'founder', '/agenda/tempel');
  const line = (n: number) => `[20/11/25 07.12] Made: 0${n % 9}.30 WITA Rapat nomor ${n}`;
  const chat = Array.from({ length: 6000 }, (_, n) => (n % 3 === 0 ? line(n) : `[20/11/25 07.13] Ayu: siap ${n}`));
  await page.getByLabel('Pesan agenda dari WhatsApp').evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, chat.join('\n'));
  await expect(page.getByText('Kulkul membaca 500 baris pertama. 5.500 baris sesudahnya belum dibaca')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Rapat nomor 0', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
});

test('a line under one event that is another becomes a card of its own, and never a note of the wrong one', async ({
  page,
  office,
}) => {
  const { rpc } = await office.person('protocol');
  await office.open(page, 'protocol', '/agenda/tempel');
  await page
    .getByLabel('Pesan agenda dari WhatsApp')
    .fill('25 November 2030\n08.00 Apel pagi di Lapangan\nsore ziarah ke taman makam\n10.00 rapat di Aula');
  const first = page.getByRole('article', { name: 'Apel pagi' });
  await expect(first.getByText('“sore ziarah ke taman makam”')).toBeVisible();
  await first.getByRole('button', { name: 'Jadikan acara sendiri' }).click();
  const own = page.getByRole('article', { name: 'sore ziarah ke taman makam' });
  await expect(own).toBeFocused();
  await expect(first.getByText('sore ziarah')).toHaveCount(0);
  await expectAccessible(page);
  // its hour is not known, so nothing accepts it before somebody types one
  await expect(own.getByRole('button', { name: 'Terima', exact: true })).toBeDisabled();
  await own.getByLabel('Waktu', { exact: true }).fill('25 November 2030 16.00');
  await expect(own.getByRole('button', { name: 'Terima', exact: true })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 acara masuk agenda')).toBeVisible();
  const events = await rpc.agenda.list({ from: '2030-11-25', to: '2030-11-25' });
  expect(events.map(({ title, start, note }) => [title, start.slice(11), note])).toEqual([
    ['Apel pagi', '08:00', ''],
    ['Rapat', '10:00', ''],
    ['sore ziarah ke taman makam', '16:00', ''],
  ]);
});

test('what was not understood is red on both sides', async ({ page, office }) => {
  await office.open(page, 'protocol', '/agenda/tempel');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill('1. 08.00 WITA Apel\nkode sandi 88 xyzzy');
  const original = page.getByRole('region', { name: 'Pesan asli' });
  await expect(original.locator('[data-mark="missed"]', { hasText: 'kode sandi 88 xyzzy' })).toBeVisible();
  await expect(page.getByRole('article').getByText('kode sandi 88 xyzzy')).toBeVisible();
});

test('an event is typed in, with its time as one says it', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  await office.open(page, 'protocol', '/agenda/baru');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByLabel('Nama acara')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Nama acara').fill('Rapat Evaluasi');
  await page.getByLabel('Waktu', { exact: true }).fill('besok 9');
  await expect(page.getByText(/09\.00 WITA/)).toBeVisible();
  await page.getByLabel('Tempat').fill('Ruang Praja');
  const leader = page.getByRole('combobox', { name: 'Tambah pimpinan' });
  await leader.fill('Wali Kota');
  await page.getByRole('option').first().click();
  // the field waits for the next leader
  await expect(leader).toHaveValue('');
  await page
    .getByRole('radiogroup', { name: /Kehadiran/ })
    .getByText('Diwakili')
    .click();
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  // the refusal stands at the delegate, and what was typed is still there
  await expect(page.getByPlaceholder('Pilih pejabat, atau ketik namanya.')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Tempat')).toHaveValue('Ruang Praja');
  await page.getByPlaceholder('Pilih pejabat, atau ketik namanya.').fill('Kadis Kominfo');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Rapat Evaluasi' })).toBeVisible();
  await expect(page.getByText('Kadis Kominfo')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('time, stand-in and cancelling take few taps, and the notice is ready', async ({ page, office }) => {
    const { at } = today();
    const { rpc } = await office.person('protocol');
    const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
    for (const place of ['I', 'II', 'III'])
      await rpc.register.addOfficial({ name: `Pejabat ${place}`, shortPosition: `Asisten ${place}` });
    for (const body of ['Kominfo', 'Sosial', 'Kesehatan', 'Pariwisata'])
      await rpc.register.addOfficial({ name: `Kepala ${body}`, shortPosition: `Kadis ${body}` });
    const event = await rpc.agenda.add({
      title: 'Pembukaan Pekan Literasi',
      start: at('08:00'),
      zone: 'Asia/Makassar',
      venue: 'Graha Sewaka Dharma',
      state: 'confirmed',
      attendance: [
        { officialId: mayor.id, answer: 'unknown', delegateId: null, delegateName: null, instruction: null },
      ],
    });
    // a phone whose share sheet refuses
    await page.addInitScript(() => {
      navigator.share = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await office.open(page, 'protocol', '/agenda');
    await expectAccessible(page);
    await page.getByRole('option', { name: /Pembukaan Pekan Literasi/ }).click();
    await page.getByRole('button', { name: 'Ubah waktu' }).click();
    await page.getByLabel('Waktu', { exact: true }).fill('09.30');
    await page.getByText('Cuaca').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Simpan & bagikan' }).click();
    await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(
      /PERUBAHAN AGENDA \(Rev\. 2\)[\s\S]*09\.30 WITA[\s\S]*Sebab: Cuaca/,
    );
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Bagikan…' }).click();
    await expect(page.getByText('Salin teksnya, lalu tempel di WhatsApp.', { exact: false })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup' }).click();

    // who stands in: the whole list stands in the dialog and covers nothing of it
    await page.getByRole('button', { name: 'Diwakili' }).click();
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Simpan', exact: true });
    await expect(dialog.getByRole('option')).toHaveCount(7);
    const isOnTop = (button: Element) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    };
    for (const button of await dialog.getByRole('button').all()) expect(await button.evaluate(isOnTop)).toBe(true);
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath('mewakili.png') });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Diwakili' }).click();
    const before = await save.boundingBox();
    await dialog.getByRole('option', { name: /Kadis Sosial/ }).click();
    expect(await save.boundingBox(), 'nothing moves away under the finger').toEqual(before);
    const who = page.getByPlaceholder('Pilih pejabat, atau ketik namanya.');
    await expect(who).toHaveValue('Kadis Sosial – Kepala Sosial');
    await who.fill('asisten');
    await expect(dialog.getByRole('option')).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(who).toHaveValue('Asisten II – Pejabat II');
    await save.click();
    await expect(page.getByText('Asisten II').first()).toBeVisible();
    await page.getByRole('button', { name: 'Batalkan' }).click();
    await page.getByText('Permintaan penyelenggara').click();
    await page.getByRole('button', { name: 'Batalkan & bagikan' }).click();
    await expect(page.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/\*BATAL\*/);
    expect(await rpc.agenda.get({ id: event.id })).toMatchObject({ state: 'cancelled', revision: 4 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
  });
});

test('the views lead to the event and to nothing an observer may not see', async ({ page, office }) => {
  await page.setViewportSize(laptop);
  const { at } = today();
  const { rpc } = await office.person('protocol');
  const add = (title: string, pressAccess: 'open' | 'closed') =>
    rpc.agenda.add({ title, start: at('10:00'), zone: 'Asia/Makassar', pressAccess, state: 'confirmed' });
  await add('Rapat Terbuka', 'open');
  await add('Rapat Rahasia', 'closed');
  await office.open(page, 'observer', '/agenda');
  await expect(page.getByText('Rapat Terbuka')).toBeVisible();
  await expect(page.getByText('Rapat Rahasia')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Acara baru' })).toHaveCount(0);
  await page.getByText('Pekan', { exact: true }).click();
  await expect(page).toHaveURL(/lihat=pekan/);
  await expect(page.getByRole('link', { name: /Rapat Terbuka/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByText('Daftar', { exact: true }).click();
  await expect(page.getByRole('option', { name: /Rapat Terbuka/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('option', { name: /Rapat Terbuka/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Rapat Terbuka' })).toBeVisible();
  await expectAccessible(page);
});

test('somebody else changes the event while it is open: the page follows', async ({ page, office }) => {
  const { at } = today();
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add({ title: 'Apel', start: at('07:00'), zone: 'Asia/Makassar', state: 'confirmed' });
  await office.open(page, 'writer', `/agenda/${event.id}`);
  await expect(page.getByRole('heading', { name: 'Apel' })).toBeVisible();
  await rpc.agenda.change({ id: event.id, version: 1, title: 'Apel Gabungan' });
  await expect(page.getByRole('heading', { name: 'Apel Gabungan' })).toBeVisible();
});

test('the menu of further acts is as readable to a screen reader as the page', async ({ page, office }) => {
  const { day } = today();
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add({ title: 'Apel pagi', start: `${day}T07:30`, zone: 'Asia/Makassar' });
  await office.open(page, 'protocol', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Lainnya' }).click();
  await expect(page.getByRole('menuitem', { name: 'Ubah acara' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role="menuitem"]:focus')).toHaveCount(1);
});

test('a time typed a moment before saving is the time that is saved', async ({ page, office }) => {
  const { rpc } = await office.person('protocol');
  await office.open(page, 'protocol', '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Rapat mendadak');
  await page.getByLabel('Waktu', { exact: true }).fill('20 Desember 2030 pukul 07.15');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Rapat mendadak' })).toBeVisible();
  const [event] = await rpc.agenda.list({ from: '2030-12-20', to: '2030-12-20' });
  expect(event?.start).toBe('2030-12-20T07:15');
});

test('who leaves an event form with changed fields is asked first', async ({ page, office }) => {
  const { day } = today();
  const { rpc } = await office.person('protocol');
  const event = await rpc.agenda.add({ title: 'Apel pagi', start: `${day}T07:30`, zone: 'Asia/Makassar' });
  const dialog = page.getByRole('dialog', { name: 'Tinggalkan isian ini?' });
  const stay = dialog.getByRole('button', { name: 'Tetap di sini' });
  const cancel = page.getByRole('button', { name: 'Batal', exact: true });
  const elsewhere = page.getByRole('link', { name: 'Beranda' }).first();

  await office.open(page, 'protocol', '/agenda/baru');
  const name = page.getByLabel('Nama acara');
  // untouched, or as it began: nothing to ask
  await name.fill('Rapat');
  await name.fill('');
  await elsewhere.click();
  await expect(name).toBeHidden();
  await page.getByRole('link', { name: 'Agenda' }).first().click();
  await page.getByRole('link', { name: 'Acara baru' }).first().click();
  await page.getByLabel('Waktu', { exact: true }).fill('entah kapan');
  await elsewhere.click();
  await expect(stay).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Waktu', { exact: true })).toHaveValue('entah kapan');
  await page.getByLabel('Waktu', { exact: true }).fill('20 Desember 2030 pukul 07.15');
  await name.fill('Rapat');
  await page.goBack();
  await expect(stay).toBeFocused();
  await page.keyboard.press('Enter');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(name).toHaveValue('Rapat');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Rapat' })).toBeVisible();
  await expect(dialog).toBeHidden();

  await office.open(page, 'protocol', `/agenda/${event.id}/ubah`);
  await expect(name).toHaveValue('Apel pagi');
  await page.getByLabel('Tempat').fill('Lapangan Puputan');
  await cancel.click();
  await expect(stay).toBeFocused();
  await stay.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Tempat')).toHaveValue('Lapangan Puputan');
  await cancel.click();
  await dialog.getByRole('button', { name: 'Tinggalkan tanpa menyimpan' }).click();
  await expect(page.getByRole('heading', { name: 'Apel pagi' })).toBeVisible();
});
