import { expect, type Page } from '@playwright/test';

const agenda = `AGENDA WALI KOTA DENPASAR
Kamis, 20 November 2025

1. 08.00 WITA - selesai
Pembukaan Pekan Literasi
Tempat: Lapangan Puputan Badung
Pakaian: Batik`;

/** The first two stations as a person does them: the first start with a pasted agenda, then an event typed in. */
export async function firstTwoStations(page: Page): Promise<void> {
  await page.getByLabel('Nama unit').fill('Bagian Protokol dan Komunikasi Pimpinan');
  await page.getByLabel('Kota atau kabupaten').fill('Denpasar');
  await page.getByLabel('Nama Anda').fill('Ni Luh Sari');
  await page.getByRole('button', { name: 'Mulai', exact: true }).click();
  await page.getByLabel('Pesan agenda dari WhatsApp').fill(agenda);
  await expect(page.getByRole('heading', { name: '1 usulan acara' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();

  await goTo(page, '/agenda/baru');
  await page.getByLabel('Nama acara').fill('Rapat Evaluasi');
  await page.getByLabel('Waktu', { exact: true }).fill('besok 9');
  await page.getByLabel('Tempat').fill('Ruang Praja');
  await page.getByRole('button', { name: 'Simpan acara' }).click();
  await expect(page.getByRole('heading', { name: 'Rapat Evaluasi' })).toBeVisible();
}

/** The window has no address bar; a person follows links, a test may name the place. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
}
