import type { Page } from '@playwright/test';
import { bodyOf, paragraph, quote, typeInto } from '../builders/typing.ts';
import type { Person } from '../harness/client.ts';
import { expect, expectAccessible, type Office, phone, test } from './test.ts';

async function draft(
  writer: Person,
  title = 'Wali Kota Tinjau Pasar Badung',
  text = 'Wali Kota Denpasar meninjau Pasar Badung, Kamis (20/11/2025).',
) {
  const release = await writer.rpc.releases.create({});
  await typeInto(writer.rpc, release.id, {
    title,
    body: bodyOf(
      paragraph(text),
      quote('Pasar ini milik kita bersama', 'I Gusti Ngurah Jaya Negara'),
      paragraph('Pedagang menempati 120 kios baru.'),
    ),
  });
  return release.id;
}

async function submitted(office: Office, title?: string, text?: string) {
  const writer = await office.person('writer');
  const releaseId = await draft(writer, title, text);
  await writer.rpc.approval.submit({ releaseId, note: 'Mohon ACC sebelum pukul 14.00.' });
  return { writer, releaseId };
}

/** A thumb that stays down. */
async function hold(page: Page, name: string | RegExp, milliseconds = 900) {
  const button = page.getByRole('button', { name });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (box === null) throw new Error('the button is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(milliseconds);
  await page.mouse.up();
}

test('the writer submits, the head approves on a phone by holding', async ({ page, office }) => {
  const writer = await office.person('writer');
  const releaseId = await draft(writer);
  await office.open(page, 'writer', `/siaran-pers/${releaseId}`);
  await page.getByLabel('Pesan untuk Kabag').fill('Ditunggu media siang ini.');
  await page.getByRole('button', { name: 'Ajukan ke Kabag' }).click();
  await expect(page.getByText('Menunggu ACC').first()).toBeVisible();

  await page.setViewportSize(phone);
  await office.open(page, 'head', '/siaran-pers/menunggu');
  await page.getByRole('option', { name: /Wali Kota Tinjau/ }).click();
  await expect(page.getByRole('heading', { name: 'Wali Kota Tinjau Pasar Badung', level: 2 })).toBeVisible();
  await expect(page.getByText('Ditunggu media siang ini.').first()).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);

  // a slip of the thumb decides nothing
  await hold(page, 'Tahan untuk ACC', 150);
  await expect(page.getByText('Tahan sebentar sampai penuh')).toBeVisible();
  await hold(page, 'Tahan untuk ACC');
  await expect(page.getByText('Versi 1 disetujui')).toBeVisible();
  await expectAccessible(page);
  const { versions } = await writer.rpc.approval.history({ releaseId });
  expect(versions).toMatchObject([{ version: 1, self: false }]);
});

test('by keyboard: a press, and one more', async ({ page, office }) => {
  const { releaseId, writer } = await submitted(office);
  await office.open(page, 'head', `/siaran-pers/${releaseId}/acc`);
  await page.getByRole('button', { name: 'Tahan untuk ACC' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Tekan sekali lagi untuk ACC' })).toBeVisible();
  expect((await writer.rpc.releases.get({ releaseId })).state).toBe('submitted');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Versi 1 disetujui')).toBeVisible();
});

test('another returns it with a note; the writer sees it and what changed is marked next time', async ({
  page,
  office,
}) => {
  const { releaseId, writer } = await submitted(office);
  await office.open(page, 'final_approver', `/siaran-pers/${releaseId}/acc`);
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await expect(page.getByText(/Tulis catatannya dulu/)).toBeVisible();
  await page.getByLabel('Apa yang perlu diperbaiki?').fill('Sebut jumlah pedagang.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await expect(page.getByText('Sudah dikembalikan ke penulis')).toBeVisible();

  await office.open(page, 'writer', `/siaran-pers/${releaseId}`);
  await expect(page.getByText('Sebut jumlah pedagang.').first()).toBeVisible({ timeout: 20_000 });
  await typeInto(writer.rpc, releaseId, { title: 'Wali Kota Tinjau 120 Pedagang Pasar Badung' });
  await writer.rpc.approval.submit({ releaseId });
  await office.open(page, 'head', `/siaran-pers/${releaseId}/acc`);
  await expect(page.locator('ins').filter({ hasText: '120 Pedagang' })).toBeVisible();
  await expect(page.getByText(/2 kata baru/)).toBeVisible();
  await expectAccessible(page);
});

test('the head corrects on the sheet and approves the result in one act', async ({ page, office }) => {
  const { releaseId, writer } = await submitted(office);
  await page.setViewportSize(phone);
  await office.open(page, 'head', `/siaran-pers/${releaseId}/acc`);
  await page.getByRole('button', { name: 'Ubah & setujui' }).click();
  await page.getByRole('textbox', { name: 'Judul' }).fill('Wali Kota Sapa Pedagang Pasar Badung');
  const text = page.getByRole('textbox', { name: 'Isi', exact: true });
  await text.getByText('Pedagang menempati').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Harga stabil.');
  await expectAccessible(page);
  expect((await writer.rpc.releases.get({ releaseId })).state).toBe('submitted');
  await hold(page, 'Tahan: setujui dengan perubahan');
  await expect(page.getByText('Versi 1 disetujui')).toBeVisible();
  const sheet = await writer.rpc.approval.sheet({ releaseId });
  expect(sheet.manifest.title).toBe('Wali Kota Sapa Pedagang Pasar Badung');
  expect(JSON.stringify(sheet.manifest.body)).toContain('Harga stabil.');
  expect(sheet.decisions[0]).toMatchObject({ act: 'corrected', self: false });
});

test('who leaves a sheet with changes that were not decided is asked first', async ({ page, office }) => {
  const { releaseId } = await submitted(office);
  await page.setViewportSize(phone);
  await office.open(page, 'head', '/siaran-pers/menunggu');
  await page.getByRole('option').first().click();
  const change = page.getByRole('button', { name: 'Ubah & setujui' });
  const dialog = page.getByRole('dialog', { name: 'Tinggalkan perubahan ini?' });
  const stay = dialog.getByRole('button', { name: 'Tetap di sini' });
  const elsewhere = page.getByRole('link', { name: 'Agenda' }).first();

  // nothing was typed: nothing to ask
  await change.click();
  await expect(page.getByRole('textbox', { name: 'Judul' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/menunggu$/);
  await page.goForward();

  await change.click();
  const text = page.getByRole('textbox', { name: 'Isi', exact: true });
  await text.getByText('Pedagang menempati').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Harga stabil.');
  await page.goBack();
  await expect(stay).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${releaseId}/acc$`));
  await elsewhere.click();
  await expect(stay).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Batal mengubah' }).click();
  await expect(stay).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(text).toContainText('Harga stabil.');

  // on purpose they go
  await page.getByRole('button', { name: 'Batal mengubah' }).click();
  await dialog.getByRole('button', { name: 'Buang perubahan' }).click();
  await expect(text).toBeHidden();
  await change.click();
  await expect(text).not.toContainText('Harga stabil.');

  // what was decided is not lost
  await page.getByRole('textbox', { name: 'Judul' }).fill('Wali Kota Sapa Pedagang Pasar Badung');
  await hold(page, 'Tahan: setujui dengan perubahan');
  await expect(page.getByText('Versi 1 disetujui')).toBeVisible();
  await elsewhere.click();
  await expect(page).toHaveURL(/agenda/);
  await expect(dialog).toBeHidden();
});

test('the editor shows under each quote the speaker as it will be printed', async ({ page, office }) => {
  const writer = await office.person('writer');
  const { id } = await writer.rpc.releases.create({});
  const saying = (words: string) => ({
    ...quote(words),
    attrs: { name: 'Ratna Dewi Anggraini', position: 'Kepala Dinas Kominfo', shortName: 'Ratna Dewi', verb: 'kata' },
  });
  await typeInto(writer.rpc, id, {
    body: bodyOf(saying('Pasar ini milik kita'), paragraph('Pasar dibuka.'), saying('Silakan datang')),
  });
  await office.open(page, 'writer', `/siaran-pers/${id}`);
  const speakers = page.locator('blockquote button');
  await expect(speakers).toHaveText(['— kata Kepala Dinas Kominfo Ratna Dewi Anggraini', '— kata Ratna Dewi']);
  // without the first quote the second names her in full
  await page.getByText('Pasar ini milik kita').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(speakers).toHaveText(['— kata Kepala Dinas Kominfo Ratna Dewi Anggraini']);
  // and a paragraph that names her makes it short
  await page.getByText('Pasar dibuka.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Ratna Dewi Anggraini hadir.');
  await expect(speakers).toHaveText(['— kata Ratna Dewi']);
});

test('a text that moves under the reader is announced, never approved unseen', async ({ page, office }) => {
  const { releaseId } = await submitted(office);
  const editor = await office.person('editor');
  await office.open(page, 'head', `/siaran-pers/${releaseId}/acc`);
  await expect(page.getByRole('button', { name: 'Tahan untuk ACC' })).toBeVisible();
  await typeInto(editor.rpc, releaseId, { title: 'Judul Redaktur' });
  await expect(page.getByText(/Naskah berubah sejak Anda membacanya/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Wali Kota Tinjau Pasar Badung', level: 2 })).toBeVisible();
  await page.getByRole('button', { name: 'Buka yang terbaru' }).click();
  await expect(page.locator('ins').filter({ hasText: 'Judul Redaktur' })).toBeVisible();
  await expectAccessible(page);
  await hold(page, 'Tahan untuk ACC');
  await expect(page.getByText('Versi 1 disetujui')).toBeVisible();
});

test('red facts stand above the text; one that blocks keeps the button still', async ({ page, office }) => {
  const { releaseId } = await submitted(
    office,
    'Peninjauan',
    'Bertempat di [tempat], Jumat (20/11/2025), hubungi 0812-3456-7890.',
  );
  await office.open(page, 'head', `/siaran-pers/${releaseId}/acc`);
  await expect(page.getByText(/tanggal itu hari Kamis/)).toBeVisible();
  await expect(page.getByText(/Isian belum diisi: \[tempat\]/)).toBeVisible();
  await expect(page.getByText(/0812-3456-7890/).first()).toBeVisible();
});

test('the office says how numbers are written; a pattern that could repeat is refused at its field', async ({
  page,
  office,
}) => {
  await office.open(page, 'head', '/pengaturan/nomor');
  const pattern = page.getByRole('combobox', { name: 'Pernyataan' });
  await expect(pattern).toHaveValue('{urut:3}/SP/{unit}/{romawi}/{tahun}');
  await expectAccessible(page);
  await pattern.fill('SP/{tahun}');
  await page.getByRole('button', { name: 'Simpan penomoran' }).click();
  await expect(page.getByText(/Pola nomor harus memuat \{urut\}/)).toBeVisible();
  await pattern.fill('480/{urut:3}/{unit}/{tahun}');
  await page.getByRole('button', { name: 'Simpan penomoran' }).click();
  await expect(page.getByText(/Berikutnya 480\/001\/PROKOPIM\/\d{4}/)).toBeVisible();
});
