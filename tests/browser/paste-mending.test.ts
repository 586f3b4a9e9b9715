import type { Page } from '@playwright/test';
import { roleSchema } from '../../src-main/contract/rights.ts';
import { day, pasteAnywhere } from './pasting.ts';
import { expect, expectAccessible, test } from './test.ts';

const slashed = (ahead: number) => day(ahead).split('-').reverse().join('/');
const zone = 'Asia/Makassar' as const;

const box = (page: Page) => page.getByLabel('Pesan agenda dari WhatsApp');

test('Ctrl+V on Beranda opens Tempel apa saja with the text, for every role that keeps the agenda', async ({
  page,
  office,
}) => {
  test.slow();
  for (const role of ['founder', ...roleSchema.options] as const) {
    const writes = role === 'founder' || ['protocol', 'editor', 'head'].includes(role);
    await office.open(page, role, '/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Tempel apa saja' })).toHaveCount(writes ? 1 : 0);
    await pasteAnywhere(page, 'rapat inflasi batal');
    if (writes) {
      await expect(page.getByRole('heading', { level: 1, name: 'Tempel apa saja' }), role).toBeVisible();
      await expect(page).toHaveURL(/\/agenda\/tempel$/);
      await expect(page.getByRole('article').first(), role).toBeVisible();
      await expect(page.getByText('Nanti saja, ke Beranda')).toHaveCount(0);
    } else {
      await page.waitForTimeout(300);
      await expect(page, role).toHaveURL(/\/$/);
    }
    // nothing is lost by leaving: the next role begins anew
    await page.goto('about:blank').catch(() => {});
  }
});

test('what is pasted while the line is cut is read when it is back, or by Coba lagi', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await expect(box(page)).toBeVisible();
  await page.context().setOffline(true);
  await box(page).fill('besok 09.00 WITA Apel di Lapangan Lumintang');
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(page.getByRole('article', { name: 'Apel' })).toBeVisible({ timeout: 30_000 });
});

test('Ctrl+Enter leaves a card with words that were not understood for a look, and takes it with the next', async ({
  page,
  office,
}) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await box(page).fill(
    'besok\n1. 09.00 WITA Apel di Lapangan Lumintang\n2. 10.00 WITA Rapat di Ruang Sewaka\nqwx zzy 14 pqr',
  );
  await expect(page.getByRole('button', { name: 'Terima semua (1)' })).toBeVisible();
  await expect(page.getByText('1 kartu berisi bagian merah: lihat dulu')).toBeVisible();
  await expect(page.getByRole('article', { name: 'Apel' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Terima juga yang berisi merah (1)' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Rapat' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 acara masuk')).toBeVisible();
});

test('a reading that failed for another reason is tried again by hand', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await expect(box(page)).toBeVisible();
  await page.route('**/rpc/agenda/readText', (route) => route.fulfill({ status: 500, body: '{}' }));
  await box(page).fill('besok 09.00 WITA Apel di Lapangan Lumintang');
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
  await page.unroute('**/rpc/agenda/readText');
  await page.getByRole('button', { name: 'Coba lagi' }).click();
  await expect(page.getByRole('article', { name: 'Apel' })).toBeFocused();
});

test('a file given while the line is cut is read when it is back', async ({ page, office }) => {
  await office.open(page, 'founder', '/agenda/tempel');
  await expect(box(page)).toBeVisible();
  await page.context().setOffline(true);
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'pesan.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('besok 09.00 WITA Apel di Lapangan Lumintang'),
    });
  await expect(page.getByRole('button', { name: 'Coba lagi' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole('article', { name: 'Apel' })).toBeVisible({ timeout: 30_000 });
});

test('doubles land and are told, before and after, and answered where they stand', async ({ page, office }) => {
  const { rpc } = office.founder;
  const mayor = await rpc.register.addOfficial({ name: 'I Gusti Ngurah Jaya', position: 'Wali Kota', leader: true });
  await rpc.agenda.add({
    title: 'Sidang Paripurna',
    start: `${day(1)}T09:00`,
    end: `${day(1)}T11:00`,
    zone,
    venue: 'Gedung DPRD',
    state: 'confirmed',
    attendance: [{ officialId: mayor.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null }],
  });
  await office.open(page, 'founder', '/agenda/tempel');
  await box(page).fill(
    `${slashed(1)}\nWALI KOTA\n1. 09.30-10.30 WITA | Pembukaan Lomba | Ruang Praja\n2. 14.00-15.00 WITA | Apel Sore | Lapangan Lumintang`,
  );
  const card = page.getByRole('article', { name: 'Pembukaan Lomba' });
  await expect(card).toBeFocused();
  await expect(card.getByText('Bentrok.')).toBeVisible();
  await expect(page.getByText('1 bentrok; boleh diterima, lalu dijawab')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 acara masuk agenda')).toBeVisible();
  await expect(page.getByText('1 bentrok menunggu jawaban')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Jawab bentrok' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bentrok yang menunggu jawaban' });
  await expect(dialog.getByText(/Sidang Paripurna/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Wakilkan|Diwakili/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Jelaskan' }).click();
  await dialog.getByLabel('Mengapa tetap begitu?').fill('Hadir sebentar saja');
  await dialog.getByRole('button', { name: 'Simpan' }).click();
  await expect(dialog.getByText('Semua bentrok sudah dijawab.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 bentrok menunggu jawaban')).toHaveCount(0);
  expect(await rpc.agenda.openClashes({ from: day(1), to: day(1) })).toEqual([]);
});

test('a delegation whose event was not found is led to it by searching, by keyboard alone', async ({
  page,
  office,
}) => {
  const { rpc } = office.founder;
  const secretary = await rpc.register.addOfficial({ name: 'Ida Bagus Alit', position: 'Sekda', leader: true });
  const event = await rpc.agenda.add({
    title: 'Pembukaan Festival Budaya',
    start: `${day(3)}T18:30`,
    zone,
    venue: 'Taman Kota',
    state: 'confirmed',
    attendance: [
      { officialId: secretary.id, answer: 'attends', delegateId: null, delegateName: null, instruction: null },
    ],
  });
  await rpc.agenda.add({ title: 'Rapat Anggaran', start: `${day(2)}T10:00`, zone, state: 'confirmed' });
  await office.open(page, 'founder', '/agenda/tempel');
  await box(page).fill('acara lomba layang-layang minggu depan diwakili Asisten II');
  const card = page.getByRole('article').first();
  await expect(card.getByText('Pilih acaranya dulu.')).toBeVisible();
  await expect(card).toBeFocused();
  await page.keyboard.press('0');
  const search = card.getByRole('combobox', { name: /Cari acara lain/ });
  await expect(search).toBeFocused();
  await page.keyboard.type('festival');
  await expect(card.getByRole('option', { name: /Pembukaan Festival Budaya/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('article', { name: 'Pembukaan Festival Budaya' });
  await expect(chosen).toBeFocused();
  await expect(chosen.getByRole('radio', { name: /Pembukaan Festival Budaya/ })).toBeChecked();
  // another one, by its date
  await page.keyboard.press('0');
  await page.keyboard.type(slashed(2).slice(0, 5));
  await expect(chosen.getByRole('option')).toHaveCount(1);
  await expect(chosen.getByRole('option', { name: /Rapat Anggaran/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  expect((await rpc.agenda.get({ id: event.id })).attendance[0]).toMatchObject({ answer: 'delegated' });
});

test('an event that was found is exchanged for another', async ({ page, office }) => {
  const { rpc } = office.founder;
  await rpc.agenda.add({ title: 'Rapat Inflasi', start: `${day(1)}T09:00`, zone, state: 'confirmed' });
  const meant = await rpc.agenda.add({
    title: 'Tim Pengendali Harga',
    start: `${day(1)}T09:30`,
    zone,
    state: 'confirmed',
  });
  await office.open(page, 'founder', '/agenda/tempel');
  await box(page).fill('rapat inflasi besok jam 9 diundur jam 10');
  await expect(page.getByRole('article', { name: 'Rapat Inflasi' })).toBeFocused();
  await page.getByRole('button', { name: 'Acara lain' }).click();
  const card = page.getByRole('article').first();
  await expect(card.getByRole('combobox', { name: /Cari acara lain/ })).toBeFocused();
  await page.keyboard.type('pengendali');
  await card.getByRole('option', { name: /Tim Pengendali Harga/ }).click();
  await expect(page.getByRole('article', { name: 'Tim Pengendali Harga' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 acara diubah')).toBeVisible();
  expect(await rpc.agenda.get({ id: meant.id })).toMatchObject({ start: `${day(1)}T10:00` });
});

test('an event of several days has its last one on the card, and is mended there', async ({ page, office }) => {
  const { rpc } = office.founder;
  await office.open(page, 'founder', '/agenda/tempel');
  await box(page).fill('besok 09.00-16.00 WITA | Bimbingan Teknis | Hotel Nikki');
  const card = page.getByRole('article', { name: 'Bimbingan Teknis' });
  await expect(card).toBeFocused();
  await card.getByTitle('Ubah waktu').click();
  const end = card.getByRole('textbox', { name: 'Selesai' });
  await end.fill(`${slashed(3)} 12.00`);
  await expect(card.getByText(/12\.00 WITA/).first()).toBeVisible();
  await expectAccessible(page);
  await end.fill('entah');
  await expect(card.getByRole('button', { name: 'Terima', exact: true })).toBeDisabled();
  await end.fill(`${slashed(3)} 12.30`);
  await expect(card.getByRole('button', { name: 'Terima', exact: true })).toBeEnabled();
  await card.getByRole('button', { name: 'Terima', exact: true }).click();
  await expect(page.getByText('1 acara masuk agenda')).toBeVisible();
  expect(await rpc.agenda.list({ from: day(1), to: day(1) })).toMatchObject([
    { start: `${day(1)}T09:00`, end: `${day(3)}T12:30` },
  ]);
});
