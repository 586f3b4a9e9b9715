import { mailServer } from '../builders/mail-server.ts';
import { expect, expectAccessible, phone, test } from './test.ts';

const shots = process.env.KULKUL_SHOTS;
const list = [
  'Made Wirawan <made@baliraya.example>, Bali Raya',
  'Ni Luh Sari, Nusa Post, sari@nusapost.example',
  'redaksi@dewata.example',
  'Tanpa alamat, Media Sunyi',
  'Made lagi <MADE@baliraya.example>, Bali Raya',
].join('\n');

test('a pasted list becomes journalists, outlets and a group, by keyboard and mouse', async ({ page, office }) => {
  await office.open(page, 'editor', '/mitra');
  await expect(page.getByText('Belum ada wartawan')).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/mitra-kosong.png` });

  await page.getByText('Grup', { exact: true }).click();
  await page.getByRole('button', { name: 'Tambah grup' }).click();
  await page.getByLabel('Nama grup').fill('Forum Wartawan Denpasar');
  await page.getByLabel('Nama grup').press('Enter');
  await expect(page.getByRole('option', { name: /Forum Wartawan/ })).toContainText('0 anggota');

  await page.getByText('Wartawan', { exact: true }).click();
  await page.getByRole('button', { name: 'Tempel daftar' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Daftar').fill(list);
  await dialog.getByRole('button', { name: 'Baca daftar' }).click();
  await expect(dialog.getByRole('row', { name: /Ni Luh Sari/ })).toContainText('Nusa Post');
  await expect(dialog.getByRole('row', { name: /Made lagi/ })).toContainText('Dobel di daftar ini');
  await expect(dialog.getByRole('row', { name: /Media Sunyi/ })).toContainText('Tidak terbaca');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/mitra-tempel.png` });
  await dialog.getByRole('combobox', { name: 'Masukkan juga ke grup' }).click();
  await page.getByRole('option', { name: 'Forum Wartawan Denpasar' }).click();
  await dialog.getByRole('button', { name: 'Tambahkan 3 wartawan' }).click();

  const rows = page.getByRole('listbox', { name: 'Wartawan' }).getByRole('option');
  await expect(rows).toHaveCount(3);
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Alamat surel')).toHaveValue('sari@nusapost.example');
  await page.getByLabel('Alamat surel').fill('made@baliraya.example');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText(/sudah terdaftar atas nama Made Wirawan/)).toBeVisible();
  await expect(page.getByLabel('Alamat surel')).toHaveValue('made@baliraya.example');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/mitra-wartawan.png` });

  await page.getByText('Media', { exact: true }).first().click();
  await expect(page.getByRole('option', { name: /Bali Raya/ })).toContainText('1 wartawan');
  await page.getByText('Grup', { exact: true }).click();
  await page.getByRole('option', { name: /Forum Wartawan/ }).click();
  await expect(page.getByText('Anggota (3)')).toBeVisible();
  await expectAccessible(page);
  if (shots) {
    await page.screenshot({ path: `${shots}/mitra-grup.png` });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: `${shots}/mitra-grup-gelap.png` });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize(phone);
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/mitra-grup-ponsel.png` });
  await page.getByRole('button', { name: 'Batal' }).click();
  await page.getByText('Wartawan', { exact: true }).click();
  await expect(page.getByRole('option', { name: /Made Wirawan/ })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/mitra-ponsel.png` });
});

test('the admin sets up the mail account; Uji koneksi says what happened; the password never comes back', async ({
  page,
  office,
}) => {
  const server = await mailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  try {
    await office.open(page, 'admin', '/pengaturan/surel');
    await page.getByLabel('Nama server SMTP').fill('localhost');
    await page.getByLabel('Porta').fill('1');
    await page.getByLabel('Nama akun').fill('humas');
    await page.getByLabel('Kata sandi', { exact: true }).fill('rahasia-uji');
    await page.getByLabel('Alamat pengirim').fill('humas');
    await page.getByRole('button', { name: 'Uji koneksi' }).click();
    await expect(page.getByText('Contoh: redaksi@media.id')).toBeVisible();
    await page.getByLabel('Alamat pengirim').fill('humas@denpasar.example');
    await page.getByRole('button', { name: 'Uji koneksi' }).click();
    await expect(page.getByText(/Server tidak bisa dihubungi/)).toBeVisible();
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/surel-gagal.png`, fullPage: true });

    await page.getByLabel('Porta').fill(String(server.port));
    await page.getByRole('combobox', { name: 'Keamanan' }).click();
    await page.getByRole('option', { name: /Tanpa TLS/ }).click();
    await page.getByRole('button', { name: 'Simpan akun surel' }).click();
    await expect(page.getByText(/tidak memakai sambungan aman/)).toBeVisible();
    await page.getByLabel(/Saya mengerti: tanpa TLS/).check();
    await page.getByRole('button', { name: 'Uji koneksi' }).click();
    await expect(page.getByText(/Berhasil dalam .* tanpa TLS/)).toBeVisible();
    await page.getByRole('button', { name: 'Simpan akun surel' }).click();
    await expect(page.getByText('Tersimpan terkunci')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Nama server SMTP')).toHaveValue('localhost');
    await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('');
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/surel.png`, fullPage: true });
    await page.setViewportSize(phone);
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/surel-ponsel.png`, fullPage: true });
    expect(server.mails).toEqual([]);
  } finally {
    await server.close();
  }
});
