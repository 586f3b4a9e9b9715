import { day, pasteAnywhere } from './pasting.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

const zone = 'Asia/Makassar' as const;
const change = 'rapat inflasi besok jam 9 diundur jam 10 di ruang Sewaka';

test('a change pasted on Beranda shows old and new, is accepted by Enter and taken back by Ctrl+Z', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const event = await rpc.agenda.add({
    title: 'Rapat Koordinasi Inflasi',
    start: `${day(1)}T09:00`,
    end: `${day(1)}T11:00`,
    zone,
    venue: 'Ruang Praja',
    state: 'confirmed',
  });
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('button', { name: 'Tempel apa saja' })).toBeVisible();
  await pasteAnywhere(page, change);
  const card = page.getByRole('article', { name: 'Rapat Koordinasi Inflasi' });
  await expect(card).toBeFocused();
  await expect(card.getByText('Ubah', { exact: true })).toBeVisible();
  await expect(card.getByText(/09\.00–11\.00/)).toBeVisible();
  await expect(card.getByText(/10\.00–12\.00/)).toBeVisible();
  await expect(card.getByText('Jam selesai ikut bergeser.')).toBeVisible();
  await expect(card.getByText('Ruang Praja')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  await expect
    .poll(() => rpc.agenda.get({ id: event.id }))
    .toMatchObject({ start: `${day(1)}T10:00`, end: `${day(1)}T12:00`, venue: 'ruang Sewaka', revision: 2 });
  const [line] = await rpc.agenda.history({ id: event.id });
  expect(line?.reason).toContain('diundur jam 10');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 perubahan diurungkan')).toBeVisible();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({
    start: `${day(1)}T09:00`,
    venue: 'Ruang Praja',
    revision: 1,
  });
  await expect(card).toBeFocused();
});

test('where several events fit a person chooses by a digit, and no key guesses', async ({ page, office }) => {
  const { rpc } = office.founder;
  for (const title of ['Rapat Koordinasi Inflasi', 'Rapat Koordinasi Stunting'])
    await rpc.agenda.add({ title, start: `${day(1)}T09:00`, zone, venue: title.slice(-8), state: 'confirmed' });
  await office.open(page, 'founder', '/agenda');
  await expect(
    page
      .getByRole('button', { name: 'Acara baru' })
      .or(page.getByRole('link', { name: 'Acara baru' }))
      .first(),
  ).toBeVisible();
  await pasteAnywhere(page, 'rapat besok jam 9 batal karena listrik padam');
  const card = page.getByRole('article');
  await expect(card).toBeFocused();
  await expect(card.getByText('Pilih acaranya dulu.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(card.getByRole('radio', { name: /Stunting/ })).toBeVisible();
  await page.keyboard.press('2');
  await expect(card.getByRole('radio', { name: /Stunting/ })).toBeChecked();
  await expect(page.getByRole('article', { name: 'Rapat Koordinasi Stunting' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  const events = await rpc.agenda.list({ from: day(1), to: day(1) });
  expect(events.map((event) => [event.title, event.state, event.stateReason])).toEqual([
    ['Rapat Koordinasi Inflasi', 'confirmed', null],
    ['Rapat Koordinasi Stunting', 'cancelled', 'listrik padam'],
  ]);
});

test('one line becomes an event, mended in place by the keyboard alone', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/agenda/tempel');
  await page
    .getByLabel('Pesan agenda dari WhatsApp')
    .fill('besok 9-11 pembukaan pekan literasi di Graha Sewaka Dharma, batik, wali kota');
  const card = page.getByRole('article', { name: 'pembukaan pekan literasi' });
  await expect(card).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Pembukaan Pekan Literasi');
  // past the pencil of the time
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Tempat' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' Lt. 2');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Pimpinan' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(', Sekda (diwakili Asisten I)');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: 'Pembukaan Pekan Literasi' })).toBeFocused();
  await expectAccessible(page);
  // what was typed last is read before it is kept
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  const [event] = await rpc.agenda.list({ from: day(1), to: day(1) });
  expect(event).toMatchObject({
    title: 'Pembukaan Pekan Literasi',
    start: `${day(1)}T09:00`,
    end: `${day(1)}T11:00`,
    venue: 'Graha Sewaka Dharma Lt. 2',
    dressCode: 'batik',
  });
  expect(event?.attendance.map((one) => one.answer)).toEqual(['unknown', 'delegated']);
});

test('contacts, crew, speech and order of events are read, typed over, and kept', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/agenda/tempel');
  await page
    .getByLabel('Pesan agenda dari WhatsApp')
    .fill(
      `${day(1).split('-').reverse().join('/')}\nWALI KOTA\n1. 09.00 WITA | Penandatanganan MoU | Kampus Unud\n` +
        'Transit: Ruang Rektor\nSambutan: ya, oleh Wali Kota\nLiputan: Ayu (tulis), Made (foto)\n' +
        'PIC: Ni Luh Sari 0857-3712-9988\nSifat: terbuka untuk media\nSusunan Acara:\n08.30 Registrasi\n09.00 Pembukaan',
    );
  const card = page.getByRole('article', { name: 'Penandatanganan MoU' });
  await expect(card).toBeFocused();
  await expect(page.getByRole('region', { name: 'Pesan asli' }).locator('[data-mark="missed"]')).toHaveCount(0);
  await card.getByRole('textbox', { name: 'Liputan' }).fill('entah siapa');
  await expect(card.getByText('Belum dipahami. Contoh: Ayu (tulis), Made (foto)')).toBeVisible();
  await card.getByRole('textbox', { name: 'Liputan' }).fill('Ayu (tulis), Komang (video)');
  await expect(card.getByText('Belum dipahami.')).toBeHidden();
  await card.getByRole('button', { name: 'Tambah isian' }).click();
  await page.getByRole('menuitem', { name: 'Narahubung' }).click();
  await expect(card.getByRole('textbox', { name: 'Narahubung' })).toBeFocused();
  await page.keyboard.type('Siti 0813-9876-5432');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  const [event] = await rpc.agenda.list({ from: day(1), to: day(1) });
  expect(event).toMatchObject({
    transitRoom: 'Ruang Rektor',
    speech: { needed: true, speaker: 'Wali Kota' },
    protocolOfficer: { name: 'Ni Luh Sari', phone: '0857-3712-9988' },
    contact: { name: 'Siti', phone: '0813-9876-5432' },
    rundown: [
      { clock: '08:30', what: 'Registrasi' },
      { clock: '09:00', what: 'Pembukaan' },
    ],
  });
  expect(event?.crew.map((duty) => `${duty.name} ${duty.role}`)).toEqual(['Ayu writer', 'Komang videographer']);
});

test('leaving with cards that were not accepted asks first, and so does pasting over them', async ({
  page,
  office,
}) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill('besok 09.00 WITA Apel di Lapangan Lumintang');
  await expect(page.getByRole('article', { name: 'Apel' })).toBeFocused();
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  const question = page.getByRole('dialog', { name: 'Tinggalkan usulan ini?' });
  await expect(question).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Tetap di sini' }).click();
  await pasteAnywhere(page, 'besok 10.00 WITA Rapat staf');
  const replace = page.getByRole('dialog', { name: 'Ganti dengan teks baru?' });
  await replace.getByRole('button', { name: 'Ganti' }).click();
  await expect(page.getByRole('article', { name: 'Rapat staf' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  await page.getByRole('link', { name: 'Beranda' }).first().click();
  await expect(page.getByRole('button', { name: 'Tempel apa saja' })).toBeVisible();
});

test('text dropped on the agenda is read', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'besok 09.00 WITA Apel di Lapangan Lumintang');
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('article', { name: 'Apel' })).toBeFocused();
});

test('an event that is told again with the same words asks for nothing; with others, for the difference', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  await rpc.agenda.add({
    title: 'Rapat Staf',
    start: `${day(1)}T09:00`,
    zone,
    venue: 'Ruang Praja',
    state: 'confirmed',
  });
  const text = (venue: string) => `besok\n1. 09.00 WITA | Rapat Staf | ${venue}`;
  await office.open(page, 'founder', '/agenda/tempel');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(text('ruang praja'));
  const card = page.getByRole('article', { name: 'Rapat Staf' });
  await expect(card.getByText('Sudah ada, sama')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tempel pesan lain' }).click();
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(text('Ruang Nayaka'));
  await expect(card.getByText('Ubah', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  expect(await rpc.agenda.list({ from: day(1), to: day(1) })).toMatchObject([{ venue: 'Ruang Nayaka' }]);
});

test('on a phone, with one thumb: a change is accepted, and everything is large enough', async ({ page, office }) => {
  const { rpc } = office.founder;
  const event = await rpc.agenda.add({
    title: 'Rapat Koordinasi Inflasi',
    start: `${day(1)}T09:00`,
    zone,
    venue: 'Ruang Praja',
    state: 'confirmed',
  });
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/agenda/tempel');
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(change);
  const card = page.getByRole('article', { name: 'Rapat Koordinasi Inflasi' });
  await expect(card).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
  const button = card.getByRole('button', { name: 'Ubah acara' });
  expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  await button.click();
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  expect(await rpc.agenda.get({ id: event.id })).toMatchObject({ start: `${day(1)}T10:00`, venue: 'ruang Sewaka' });
});
