import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { hasReader, occurrencesOf, textOfDocx, textOfPdf } from '../builders/independent-readers.ts';
import { expect, expectAccessible, laptop, type Office, phone, test } from './test.ts';

/** The day everything happens on: always ahead, so that nothing of it is over. */
const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);

async function fill({ founder }: Office) {
  const { rpc } = founder;
  const mayor = await rpc.register.addOfficial({ name: 'Jaya Negara', shortPosition: 'Wali Kota', leader: true });
  const event = await rpc.agenda.add({
    title: 'Pembukaan Pekan Literasi',
    start: `${day}T08:00`,
    end: `${day}T10:00`,
    zone: 'Asia/Makassar',
    venue: 'Graha Sewaka Dharma',
    organizer: 'Dinas Perpustakaan',
    state: 'confirmed',
    contact: { name: 'Ibu Sri', phone: '0812-3456-7890' },
    attendance: [{ officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null }],
    crew: [{ role: 'photographer', userId: null, name: 'Made Dwi' }],
  });
  return { mayor, event };
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /Bagikan/ });

async function openDay(page: Page, office: Office) {
  await office.open(page, 'founder', `/agenda?tanggal=${day}`);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  await expect(dialogOf(page)).toBeVisible();
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

test('an event goes out as PDF, as a calendar file and as Surat Tugas', async ({ page, office }) => {
  const { event } = await fill(office);
  await page.setViewportSize(laptop);
  await office.open(page, 'founder', `/agenda/${event.id}`);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  const dialog = dialogOf(page);
  await dialog.getByRole('tab', { name: 'PDF' }).click();
  await expectAccessible(page);
  const pdf = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Unduh PDF' }).click();
  const sheet = await pdf;
  expect(sheet.suggestedFilename()).toBe(`Agenda ${day} Semua Pimpinan (internal).pdf`);
  if (hasReader('pdftotext')) expect(textOfPdf(await bytesOf(sheet))).toContain('0812-3456-7890');
  await expect(dialog.getByRole('status')).toContainText('sudah jadi');

  await dialog.getByText('Publik', { exact: true }).click();
  const open = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Unduh PDF' }).click();
  const press = await open;
  expect(press.suggestedFilename()).toContain('(publik)');
  if (hasReader('pdftotext')) expect(textOfPdf(await bytesOf(press))).not.toContain('3456');

  await dialog.getByRole('tab', { name: 'Kalender' }).click();
  await expectAccessible(page);
  const ics = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Unduh berkas kalender' }).click();
  const calendar = await bytesOf(await ics);
  if (hasReader('icalendar')) expect(occurrencesOf(calendar)).toMatchObject([{ start: `${day}T00:00:00Z` }]);

  await dialog.getByRole('tab', { name: 'Surat Tugas' }).click();
  await dialog.getByLabel('Jabatan penanda tangan').fill('Kepala Bagian');
  await dialog.getByLabel('Nama', { exact: true }).fill('I Wayan Contoh');
  await expectAccessible(page);
  const docx = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Unduh Surat Tugas' }).click();
  const letter = await bytesOf(await docx);
  if (hasReader('soffice')) expect(textOfDocx(letter)).toContain('Made Dwi');
  expect(await office.founder.rpc.agendaOut.signer()).toMatchObject({ name: 'I Wayan Contoh' });
});

test('a day on a phone: the form is remembered, leaders and days are chosen, nothing sticks out', async ({
  page,
  office,
}) => {
  await fill(office);
  await page.setViewportSize(phone);
  await openDay(page, office);
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Untuk' }).click();
  await page.getByRole('option', { name: 'Wali Kota', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Rentang' }).click();
  await page.getByRole('option', { name: '3 hari' }).click();
  await expect(dialog.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/Liputan: Made Dwi[\s\S]*Tidak ada agenda/);
  await dialog.getByRole('tab', { name: 'PDF' }).click();
  await expectAccessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(phone.width);
  await page.reload();
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  await expect(dialogOf(page).getByRole('tab', { name: 'PDF' })).toHaveAttribute('aria-selected', 'true');
});

test('who only looks gets no Surat Tugas, and the public text', async ({ page, office }) => {
  await fill(office);
  await office.open(page, 'observer', `/agenda?tanggal=${day}`);
  await page.getByRole('button', { name: 'Bagikan', exact: true }).first().click();
  await expect(dialogOf(page).getByRole('tab', { name: 'Surat Tugas' })).toHaveCount(0);
  await expect(dialogOf(page).getByLabel(/Teks untuk WhatsApp/)).not.toHaveValue(/3456/);
});

test('tomorrow’s sheet is set up, written at a press, and Beranda says when the folder is gone', async ({
  page,
  office,
}) => {
  const place = mkdtempSync(join(tmpdir(), 'kulkul-sinkron-'));
  try {
    await page.setViewportSize(laptop);
    await office.open(page, 'founder', '/pengaturan/kalender');
    const on = page.getByRole('switch', { name: 'Tulis setiap sore' });
    await on.click();
    await expect(on).toBeChecked();
    await page.getByLabel('Folder di komputer Kulkul').fill('di mana saja');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(page.getByText('belum lengkap alamatnya', { exact: false })).toBeVisible();
    await page.getByLabel('Folder di komputer Kulkul').fill(join(place, 'Agenda'));
    await page.getByRole('button', { name: 'Periksa' }).click();
    await expect(page.getByText('Folder ini bisa dipakai.')).toBeVisible();
    await page.getByLabel('Publik, matriks').check();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByRole('button', { name: 'Tulis sekarang' }).click();
    await expect(page.getByText('Terakhir ditulis', { exact: false })).toBeVisible();
    expect(readdirSync(join(place, 'Agenda')).filter((name) => name.endsWith('.pdf'))).toHaveLength(2);
    await expectAccessible(page);
    await page.setViewportSize(phone);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);

    rmSync(join(place, 'Agenda'), { recursive: true });
    await page.getByRole('button', { name: 'Tulis sekarang' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'sedang tidak ada' }).first()).toBeVisible();
    await page.goto(new URL('/', page.url()).href);
    await expect(page.getByRole('alert').filter({ hasText: 'belum ada di folder bersama' })).toBeVisible();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test('a calendar address is made, shown once, read by a program without a session, and ended', async ({
  page,
  office,
  request,
  core,
}) => {
  const { event } = await fill(office);
  await page.setViewportSize(laptop);
  await office.open(page, 'protocol', '/pengaturan/kalender');
  await page.getByRole('combobox', { name: 'Isi' }).click();
  await page.getByRole('option', { name: 'Agenda internal' }).click();
  await page.getByRole('button', { name: 'Buat alamat' }).click();
  const address = await page.getByLabel('Alamat kalender').inputValue();
  expect(address).toMatch(/\/kalender\/[\w-]{43}\.ics$/);
  await expectAccessible(page);
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain(event.id);
  await page.reload();
  await expect(page.getByText('terakhir dibuka', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Alamat kalender')).toHaveCount(0);
  await page.getByRole('button', { name: /^Cabut alamat/ }).click();
  await expect(page.getByText('Belum ada alamat.')).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
  expect(core.log()).not.toContain(address.slice(-46, -4));
});
