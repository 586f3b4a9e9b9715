import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import RssParser from 'rss-parser';
import { mailServer } from '../builders/mail-server.ts';
import { photographs } from '../builders/pictures.ts';
import { root } from './core-process.ts';

/** A day sheet as it stands in a WhatsApp group, dated today so that Beranda shows it. */
function agendaOf(day: Date): string {
  const said = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'Asia/Makassar' }).format(day);
  return [
    '*AGENDA PIMPINAN*',
    `*${said}*`,
    '',
    '*WALI KOTA*',
    '1. *08.00–10.00 WITA* | Penerimaan Kunjungan Kaji Banding Pemkab Pali',
    '   📍 Graha Sewaka Dharma',
    '   🏛 Dinas Komunikasi dan Informatika',
    '   👔 Batik',
    '2. *13.30 WITA – selesai* | Rapat Paripurna',
    '   ➡ Diwakili: Sekda',
  ].join('\n');
}

/** A published text of a local government as it was, mistakes included; a short one of ours where it is not at hand. */
export function publishedText(): { title: string; paragraphs: string[]; real: boolean } {
  const file = join(root, '../shared/samples/press/pali-oki-2020.txt');
  if (existsSync(file)) {
    const [title = '', ...paragraphs] = readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^(Tidak ada komentar|Posting Komentar)/.test(line));
    return { title, paragraphs, real: true };
  }
  return {
    title: 'Pemkot Denpasar Terima Kunjungan Kaji Banding',
    paragraphs: ['Pemerintah Kota Denpasar menerima kunjungan kaji banding di Graha Sewaka Dharma.'],
    real: false,
  };
}

const captions = [
  'Wali Kota menerima rombongan Pemkab Pali di Graha Sewaka Dharma, Denpasar.',
  'Peserta kaji banding berdialog dengan pengelola media di Graha Sewaka Dharma, Denpasar.',
];
const credit = 'Prokopim Denpasar/Made';

/**
 * The main job, through the interface only: from an empty folder to a release that was delivered, shared and proven.
 * @param page before the first start
 * @param origin where the page's core is reached: `http://127.0.0.1:8080`, `app://kulkul`
 * @param scratch an empty folder of this test
 */
export async function doMainJob(page: Page, origin: string, scratch: string): Promise<void> {
  const smtp = await mailServer();
  const site = join(scratch, 'Situs');
  const text = publishedText();
  const go = (path: string) => page.goto(`${origin}${path}`);
  try {
    // 1. three fields, then the day's agenda from WhatsApp, then the leaders' names
    await page.getByLabel('Nama unit').fill('Bagian Protokol dan Komunikasi Pimpinan');
    await page.getByLabel('Kota atau kabupaten').fill('Denpasar');
    await page.getByLabel('Nama Anda').fill('Ni Luh Ayu Pratiwi');
    await page.getByRole('button', { name: 'Mulai' }).click();
    await page.getByLabel('Pesan agenda dari WhatsApp').fill(agendaOf(new Date()));
    await expect(page.getByRole('heading', { name: '2 usulan acara' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('2 acara masuk agenda')).toBeVisible();
    await page.getByLabel('Nama lengkap').first().fill('I Gusti Ngurah Jaya Negara');
    await page.getByRole('button', { name: 'Simpan ke daftar pejabat' }).click();
    await expect(page.getByText('Daftar pejabat tersimpan')).toBeVisible();

    // 2. the event
    await go('/agenda');
    await page.getByText('Penerimaan Kunjungan Kaji Banding Pemkab Pali').first().click();
    await expect(page.getByRole('heading', { name: /Kaji Banding Pemkab Pali/ })).toBeVisible();
    const eventUrl = page.url();

    // 4. real photographs on the event, one of them no photograph at all
    const note = join(scratch, 'catatan.jpg');
    mkdirSync(scratch, { recursive: true });
    writeFileSync(note, 'ini catatan, bukan foto');
    await page
      .locator('input[type=file][multiple]')
      .first()
      .setInputFiles([photographs.sony, photographs.turned, note]);
    await expect(page.getByText('2 foto aman di arsip')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/bukan foto/)).toBeVisible();
    await page.getByRole('button', { name: 'Tutup' }).click();
    const tiles = page.getByRole('option').filter({ has: page.locator('img[src*="/preview/"]') });
    await expect(tiles).toHaveCount(2, { timeout: 60_000 });
    for (const [index, caption] of captions.entries()) {
      await tiles.nth(index).click();
      await page.getByLabel('Keterangan foto').last().fill(caption);
      const creditField = page.getByLabel('Kredit').filter({ visible: true }).last();
      await creditField.fill(credit);
      await creditField.press('Enter');
      await expect(tiles.nth(index)).toContainText(caption.slice(0, 20));
    }

    // 3. the release: dateline, lead and leader came with the event; a real text takes the body's place
    await go(new URL(eventUrl).pathname);
    await page.getByRole('button', { name: 'Buat siaran pers' }).first().click();
    await expect(page).toHaveURL(/\/siaran-pers\/[0-9A-Z]{26}$/);
    const body = page.getByRole('textbox', { name: 'Isi', exact: true });
    await expect(body).toContainText('Graha Sewaka Dharma');
    await page.getByRole('textbox', { name: 'Judul', exact: true }).fill(text.title);
    await body.click();
    await page.keyboard.press('Control+a');
    for (const [index, paragraph] of text.paragraphs.entries()) {
      if (index > 0) {
        await page.keyboard.press('Enter');
      }
      await page.keyboard.insertText(paragraph);
    }
    await expect(page.locator('[data-save="saved"]')).toContainText(/Tersimpan/, { timeout: 20_000 });
    const releaseId = page.url().split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Tambah foto' }).click();
    const chooser = page.getByRole('dialog');
    for (const picture of await chooser.getByRole('option').all()) {
      await picture.click();
    }
    await chooser.getByRole('button', { name: 'Pasang 2 foto' }).click();
    await expect(chooser).toBeHidden();

    // 5. submitted; approved on one sheet by holding the button, labelled as one's own
    await page.getByRole('button', { name: 'Ajukan ke Kabag' }).click();
    await expect(page.getByText('Menunggu ACC').first()).toBeVisible();
    await go(`/siaran-pers/${releaseId}/acc`);
    await expect(page.getByText(/persetujuan sendiri/i).first()).toBeVisible();
    const hold = page.getByRole('button', { name: 'Tahan untuk ACC' });
    await hold.scrollIntoViewIfNeeded();
    const box = await hold.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10);
    await page.mouse.down();
    await page.waitForTimeout(900);
    await page.mouse.up();
    await expect(page.getByText('Versi 1 disetujui')).toBeVisible();

    // 6. what is needed to send, asked now: the account, the journalists, the site, a group
    await go('/pengaturan/surel');
    await page.getByLabel('Nama server SMTP').fill('localhost');
    await page.getByLabel('Porta').fill(String(smtp.port));
    await page.getByRole('combobox', { name: 'Keamanan' }).click();
    await page.getByRole('option', { name: /Tanpa TLS/ }).click();
    await page.getByLabel(/Saya mengerti: tanpa TLS/).check();
    await page.getByLabel('Nama pengirim').fill('Prokopim Denpasar');
    await page.getByLabel('Alamat pengirim').fill('prokopim@denpasar.example');
    await page.getByRole('button', { name: 'Uji koneksi' }).click();
    await expect(page.getByText(/Berhasil dalam/)).toBeVisible();
    await page.getByRole('button', { name: 'Simpan akun surel' }).click();
    await expect(page.getByText(/Tersimpan/).first()).toBeVisible();

    await go('/mitra');
    await page.getByText('Grup', { exact: true }).click();
    await page.getByRole('button', { name: 'Tambah grup' }).click();
    await page.getByLabel('Nama grup').fill('Forum Wartawan Denpasar');
    await page.getByLabel('Nama grup').press('Enter');
    await expect(page.getByRole('option', { name: /Forum Wartawan/ })).toBeVisible();
    await page.getByText('Wartawan', { exact: true }).click();
    await page.getByRole('button', { name: 'Tempel daftar' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel('Daftar')
      .fill('Made Wirawan <made@baliraya.example>, Bali Raya\nNi Luh Sari, Nusa Post, sari@nusapost.example');
    await dialog.getByRole('button', { name: 'Baca daftar' }).click();
    await dialog.getByRole('combobox', { name: 'Masukkan juga ke grup' }).click();
    await page.getByRole('option', { name: 'Forum Wartawan Denpasar' }).click();
    await dialog.getByRole('button', { name: 'Tambahkan 2 wartawan' }).click();
    await expect(page.getByRole('listbox', { name: 'Wartawan' }).getByRole('option')).toHaveCount(2);

    await go('/pengaturan/situs');
    await page.getByLabel('Folder di komputer Kulkul').fill(site);
    await page.getByLabel(/Alamat publik/).fill('https://prokopim.denpasar.example/berita');
    await page
      .getByRole('button', { name: /^Simpan/ })
      .first()
      .click();
    await expect(page.getByText(/Tersimpan/).first()).toBeVisible();
    await page.getByLabel('Nama grup').fill('Media Center Prokopim');
    await page.getByLabel('Nama grup').press('Enter');
    await expect(page.getByText('Media Center Prokopim').first()).toBeVisible();

    await go(`/distribusi/${releaseId}`);
    const send = page.getByRole('button', { name: 'Kirim ke 4 tujuan' });
    await expect(send).toBeEnabled();
    await expect(send).not.toBeFocused();
    await send.click();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await expect(row('Made Wirawan')).toContainText('Terkirim', { timeout: 60_000 });
    await expect(row('Ni Luh Sari')).toContainText('Terkirim', { timeout: 60_000 });
    await expect(page.getByText('https://prokopim.denpasar.example/berita/rilis/').first()).toBeVisible({
      timeout: 60_000,
    });
    await row('Media Center Prokopim')
      .getByRole('button', { name: /Sudah dibagikan/ })
      .click();
    await expect(row('Media Center Prokopim')).toContainText(/Dibagikan menurut Ni Luh Ayu Pratiwi, \d\d\.\d\d/);

    // 7. the event shows what became of it, and the audit trail holds
    await go(new URL(eventUrl).pathname);
    await expect(page.getByText(text.title).first()).toBeVisible();
    await expect(page.getByText(/Terdistribusi/).first()).toBeVisible();
    await go('/pengaturan/jejak-audit');
    await page.getByRole('button', { name: 'Periksa rantai' }).click();
    await expect(page.getByText(/utuh/i).first()).toBeVisible();

    await checkMails(smtp.mails, text, scratch);
    await checkSite(site, text.title);
  } finally {
    await smtp.close();
  }
}

/** What the journalists got, parsed by an independent parser; the captions inside the pictures, read by the standalone exiftool. */
async function checkMails(
  mails: readonly { to: string[]; raw: Buffer }[],
  text: ReturnType<typeof publishedText>,
  scratch: string,
): Promise<void> {
  expect(mails.map((mail) => mail.to.join())).toEqual(
    expect.arrayContaining(['made@baliraya.example', 'sari@nusapost.example']),
  );
  expect(mails.length).toBe(2);
  for (const { to, raw } of mails) {
    const mail = await PostalMime.parse(raw);
    expect(mail.to?.map((address) => address.address)).toEqual(to);
    expect(mail.subject).toContain(text.title);
    const plain = (mail.text ?? '').replace(/\s+/g, ' ');
    for (const paragraph of text.paragraphs) {
      expect(plain).toContain(paragraph.replace(/\s+/g, ' '));
    }
    const pictures = mail.attachments.filter((attachment) => attachment.mimeType === 'image/jpeg');
    const files = pictures.map((picture, index) => {
      const file = join(scratch, `lampiran-${index}.jpg`);
      writeFileSync(file, Buffer.from(picture.content as ArrayBuffer));
      return file;
    });
    const told = JSON.parse(
      execFileSync('exiftool', [
        '-j',
        '-G1',
        '-a',
        '-Caption-Abstract',
        '-Credit',
        '-Description',
        '-GPSLatitude',
        ...files,
      ]).toString(),
    ) as Record<string, string>[];
    expect(told.map((one) => one['IPTC:Caption-Abstract'])).toEqual(expect.arrayContaining(captions));
    expect(told.map((one) => one['XMP-dc:Description'])).toEqual(expect.arrayContaining(captions));
    expect(told.map((one) => one['IPTC:Credit'])).toEqual(told.map(() => credit));
    expect(told.flatMap((one) => Object.keys(one)).filter((key) => key.includes('GPS'))).toEqual([]);
  }
}

/** The feeds of the newsroom site, read back by an independent parser. */
async function checkSite(folder: string, title: string): Promise<void> {
  const parser = new RssParser();
  for (const name of ['rss.xml', 'atom.xml']) {
    const feed = await parser.parseString(readFileSync(join(folder, name), 'utf8'));
    expect(feed.items.map((item) => item.title)).toEqual([title]);
  }
  const json = JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')) as { items: { title: string }[] };
  expect(json.items.map((item) => item.title)).toEqual([title]);
}
