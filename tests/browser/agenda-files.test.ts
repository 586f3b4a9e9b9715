import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, phone, test } from './test.ts';

const fixture = (name: string) => `tests/fixtures/agenda/files/${name}`;
const choose = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('[data-file-input]').setInputFiles(file);

/** Drops a file on the page as the desktop does. */
async function drop(page: Page, name: string, type: string): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, type, base64 }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    { name, type, base64: readFileSync(fixture(name)).toString('base64') },
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Lepaskan berkas untuk dibaca')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

const pastedLetter = `Nomor : 005/77/Disdik/2026
Lampiran : -
Perihal : Undangan
Denpasar, 16 November 2026

Kepada
Yth. Wali Kota Denpasar
di Denpasar

Dengan hormat, kami mengundang Bapak untuk menghadiri kegiatan pada:
Hari/tanggal : Rabu, 2 Desember 2026
Waktu : 09.00 WITA s.d. selesai
Tempat : Gedung Dharma Negara Alaya
Acara : Pembukaan Lomba Pidato Pelajar
Demikian undangan ini kami sampaikan.`;

test('a calendar is looked at, taken in as a whole and taken back, by keyboard', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await choose(page, fixture('dinas.ics'));
  await expect(page.getByText('5 acara di berkas ini')).toBeVisible();
  await expect(page.getByText('Cuti bersama')).toBeVisible();
  await expect(page.getByText('sepanjang hari')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: /Cuti bersama/ }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('4 acara masuk agenda')).toBeVisible();
  const days = { from: '2026-11-01', to: '2026-12-31' };
  expect(await office.founder.rpc.agenda.list(days)).toHaveLength(4);
  await page.getByRole('button', { name: 'Urungkan impor' }).click();
  await expect(page.getByText('4 acara sudah ditarik kembali.')).toBeVisible();
  expect(await office.founder.rpc.agenda.list(days)).toHaveLength(0);
});

test('the columns of a workbook are told once, and the next one needs one press', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await choose(page, fixture('agenda-opd.xlsx'));
  await expect(page.getByRole('heading', { name: 'Apa isi tiap kolom?' })).toBeVisible();
  await expect(page.getByLabel('Isi kolom Waktu')).toHaveValue('time');
  await expectAccessible(page);
  await page.getByLabel('Isi kolom Ket', { exact: true }).selectOption('none');
  await page.getByRole('button', { name: 'Baca 4 baris' }).click();
  await expect(page.getByText('3 acara di berkas ini')).toBeVisible();
  const missed = page.getByRole('region', { name: '1 hal tidak masuk atau perlu dilihat' });
  await expect(missed).toContainText('baris 7');
  await expect(missed).toContainText('Jam belum dipahami');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Masukkan 3 acara' }).click();
  await expect(page.getByText('3 acara masuk agenda')).toBeVisible();

  await page.goto(new URL('/agenda/tempel', page.url()).href);
  await choose(page, fixture('agenda-opd.xlsx'));
  await expect(page.getByText('Kolomnya sudah dikenal')).toBeVisible();
  await expect(page.getByLabel('Isi kolom Ket', { exact: true })).toHaveValue('none');
  await expect(page.getByRole('button', { name: 'Baca 4 baris' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 sudah ada')).toBeVisible();
});

test('a letter dropped on Beranda becomes a card, with its page beside it', async ({ page, office }) => {
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await drop(page, 'undangan.pdf', 'application/pdf');
  await expect(page).toHaveURL(/\/agenda\/tempel/);
  await expect(page.getByText('Graha Sewaka Dharma').first()).toBeVisible();
  await page.getByRole('button', { name: 'Lihat halaman aslinya' }).click();
  const picture = page.getByRole('img', { name: 'Halaman 1 dari 1' });
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(1_000);
  await expectAccessible(page);
});

test('the letter of an accepted card is an invitation with its event, and does not wait', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await drop(page, 'undangan.pdf', 'application/pdf');
  await page.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  const [dropped] = await rpc.invitations.list({});
  expect(dropped).toMatchObject({ state: 'scheduled', letterNo: '005/123/2026', attachments: [{ kind: 'pdf' }] });
  await page.goto(new URL('/undangan', page.url()).href);
  await expect(page.getByText('Tidak ada undangan yang menunggu')).toBeVisible();
  await page.goto(new URL(`/agenda/${dropped?.eventId}`, page.url()).href);
  const files = page.getByRole('region', { name: 'Undangan & berkas' });
  await expect(files.getByRole('button', { name: 'undangan.pdf', exact: true }).first()).toBeVisible();

  // the same as a pasted text, of another letter; Ctrl+Z takes the letter back with its event
  await page.goto(new URL('/agenda/tempel', page.url()).href);
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(pastedLetter);
  const card = page.getByRole('article');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  const pasted = (await rpc.invitations.list({})).find((one) => one.letterNo === '005/77/Disdik/2026');
  expect(pasted).toMatchObject({ state: 'scheduled', letterDay: '2026-11-16' });
  expect((await rpc.agenda.get({ id: pasted?.eventId ?? '' })).title).toContain('Lomba Pidato');
  expect(await rpc.invitations.list({ states: ['waiting'] })).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await rpc.invitations.list({})).map((one) => one.id)).toEqual([dropped?.id]);
});

test('a photo of a letter is read by its shapes on a phone, and says that it has to be checked', async ({
  page,
  office,
}) => {
  test.slow();
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/agenda/tempel');
  await choose(page, fixture('undangan-foto.jpg'));
  await expect(page.getByText('Dibaca dari gambar, periksa', { exact: false })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: 'Halaman 1 dari 1' })).toBeVisible();
  await expect(page.getByText('Pekan Literasi').first()).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('on a phone the columns and the events of a table fit', async ({ page, office }) => {
  await page.setViewportSize(phone);
  await office.open(page, 'founder', '/agenda/tempel');
  const buffer = Buffer.from(
    'Tanggal;Jam;Nama kegiatan yang panjang;Tempat\n20/11/2025;08.00;Rapat kerja pembahasan rancangan anggaran;Ruang Praja Madya Kantor Wali Kota\n',
  );
  await choose(page, { name: 'agenda.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('heading', { name: 'Apa isi tiap kolom?' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole('button', { name: 'Baca 1 baris' }).click();
  await expect(page.getByText('1 acara di berkas ini')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(page);
});

test('cells copied from a spreadsheet are a table, also on Beranda', async ({ page, office }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await office.open(page, 'founder', '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const cells = 'Tanggal\tJam\tAcara\n20/11/2025\t08.00\tRapat kerja\n20/11/2025\t10.00\tApel\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('heading', { name: 'Apa isi tiap kolom?' })).toBeVisible();
});

test('what cannot be read says what to do', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await choose(page, fixture('agenda-lama.xls'));
  await expect(page.getByRole('alert').filter({ hasText: 'simpan sebagai .xlsx' })).toBeVisible();
  await expectAccessible(page);
  await choose(page, fixture('terkunci.pdf'));
  await expect(page.getByRole('alert').filter({ hasText: 'dikunci dengan kata sandi' })).toBeVisible();
});

test('what a phone shares is opened; another site can share nothing', async ({ page, office, core }) => {
  const form = {
    text: 'Kamis, 20 November 2025\n1. 08.00 WITA Rapat kerja di Ruang Praja',
  };
  const cookie = [...office.founder.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const body = new FormData();
  body.set('text', form.text);
  const send = (headers: Record<string, string>) =>
    fetch(`${core.url}/raw/bagikan`, { method: 'POST', body, redirect: 'manual', headers });
  const taken = await send({ cookie, 'sec-fetch-site': 'none', origin: 'null' });
  expect(taken.status).toBe(303);
  await office.open(page, 'founder', taken.headers.get('location') ?? '');
  await expect(page.getByRole('article', { name: 'Rapat kerja' })).toBeVisible();

  // whoever is not signed in comes to the door, and nothing is kept
  const stranger = await send({ 'sec-fetch-site': 'none' });
  expect(stranger.headers.get('location')).toBe('/agenda/tempel?bagikan=masuk');
  // a form of another site, with the cookie of this one
  expect((await send({ cookie, 'sec-fetch-site': 'cross-site', origin: 'https://jahat.example' })).status).toBe(403);
  expect((await send({ cookie, 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:1' })).status).toBe(403);

  const manifest = (await (await fetch(`${core.url}/manifest.webmanifest`)).json()) as {
    share_target: { action: string };
  };
  expect(manifest.share_target.action).toBe('/raw/bagikan');
  // a file comes the same way
  const file = new FormData();
  file.set('berkas', new File([readFileSync(fixture('dinas.ics'))], 'dinas.ics'));
  const sent = await fetch(`${core.url}/raw/bagikan`, {
    method: 'POST',
    body: file,
    redirect: 'manual',
    headers: { cookie, 'sec-fetch-site': 'none' },
  });
  await page.goto(core.url + (sent.headers.get('location') ?? ''));
  await expect(page.getByText('5 acara di berkas ini')).toBeVisible();
});
