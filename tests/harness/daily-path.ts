import { expect, type Locator, type Page } from '@playwright/test';
import { hasReader, textOfPdf } from '../builders/independent-readers.ts';

/** The zone of the office; its days are the days of this walk. */
const zone = 'Asia/Makassar';

/** Who walks: one keeps the agenda, the other takes the pictures. */
export type Walker = 'protocol' | 'photographer';

/** Where the daily path is walked: a window for everybody, or a phone each. */
export interface DailyPlace {
  /** The page with this person signed in, at this path. */
  open(who: Walker, path: string): Promise<Page>;
  /** How one presses here: a click or the tap of a finger. */
  press(target: Locator): Promise<void>;
  /** How a text comes in on Beranda here, and has been read. */
  paste(page: Page, text: string): Promise<void>;
  /** Does what makes a download. @returns its name and bytes */
  download(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }>;
  /** Anything to be looked at on the screens that are passed; for axe and widths. */
  look?(page: Page, name: string): Promise<void>;
}

const dayIn = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now() + days * 86_400_000);
const said = (days: number) =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: zone }).format(Date.now() + days * 86_400_000);

/** Two days as they stand in a WhatsApp group; the photographer is named in it. */
function agendaText(photographer: string): string {
  return [
    '*AGENDA PIMPINAN*',
    `*${said(0)}*`,
    '',
    '*WALI KOTA*',
    '1. *20.00–21.00 WITA* | Pembukaan Pekan Literasi',
    '   📍 Graha Sewaka Dharma',
    '   👔 Batik',
    `   📷 ${photographer} (foto)`,
    '2. *21.30 WITA – selesai* | Malam Apresiasi Guru',
    '   📍 Gedung Mangupura',
    '',
    `*${said(1)}*`,
    '',
    '*WALI KOTA*',
    '1. *08.00–10.00 WITA* | Peresmian Taman Kota',
    '   📍 Taman Lumintang',
  ].join('\n');
}

/**
 * The daily path, through the interface only: in the evening the agenda is pasted; at half past five a time moves and the notice goes
 * out; who covers it sees both, takes the duty and ends it; the sheet of tomorrow is made.
 * @param photographer the name of the person who covers it
 * @returns presses from Beranda to each notice that is ready
 */
export async function walkTheDay(
  place: DailyPlace,
  photographer: string,
): Promise<{ readonly presses: readonly number[] }> {
  const { open, press } = place;
  const look = place.look ?? (async () => {});

  // 1. the evening before: two days from WhatsApp, all at once
  const desk = await open('protocol', '/');
  await place.paste(desk, agendaText(photographer));
  await expect(desk.getByRole('heading', { name: '3 usulan acara' })).toBeVisible();
  await look(desk, 'usulan');
  await press(desk.getByRole('button', { name: 'Terima semua (3)' }));
  await expect(desk.getByText('3 acara masuk agenda')).toBeVisible();

  // 2. the photographer hears of the duty and has read what is new
  const evening = await open('photographer', '/');
  await expect(evening.getByText('Anda ditugaskan sebagai fotografer').first()).toBeVisible();
  const read = evening.getByRole('button', { name: 'Semua sudah saya baca' });
  // a phone says it in one line
  const folded = evening.getByRole('button', { name: /^Berubah sejak/, expanded: false });
  await expect(read.or(folded)).toBeVisible();
  if (await folded.isVisible()) await press(folded);
  await press(read);
  await expect(evening.getByText('Berubah sejak terakhir Anda buka')).toHaveCount(0);

  // 3. half past five: a time and a place move, and each notice is ready for the group
  const presses: number[] = [];
  const change = async (title: RegExp, act: string, choose: (page: Page) => Promise<Locator>) => {
    const early = await open('protocol', '/');
    let count = 0;
    const counted = async (target: Locator) => {
      count += 1;
      await press(target);
    };
    await counted(early.getByRole('option', { name: title }));
    await counted(early.getByRole('button', { name: act }));
    await counted(await choose(early));
    await counted(early.getByRole('button', { name: 'Simpan & bagikan' }));
    presses.push(count);
    return early;
  };
  const early = await change(/Pekan Literasi/, 'Ubah waktu', async (page) =>
    page.getByRole('button', { name: '+30 menit' }),
  );
  const notice = early.getByLabel(/Teks untuk WhatsApp/);
  await expect(notice).toHaveValue(/PERUBAHAN AGENDA[\s\S]*20\.30/);
  await early.getByLabel('Salam').fill('Om Swastyastu, Bapak/Ibu.');
  await expect(notice).toHaveValue(/^Om Swastyastu, Bapak\/Ibu\.\n\n[\s\S]*PERUBAHAN AGENDA/);
  await look(early, 'pemberitahuan');
  const next = await change(/Malam Apresiasi/, 'Ubah tempat', async (page) => {
    await page.getByRole('textbox', { name: 'Tempat' }).fill('Ruang Sewaka');
    return page.getByText('Cuaca');
  });
  // the greeting is remembered
  await expect(next.getByLabel(/Teks untuk WhatsApp/)).toHaveValue(/^Om Swastyastu[\s\S]*Ruang Sewaka/);

  // 4. the one who covers it is told of the duty that changed, and what else is not as it was
  const crew = await open('photographer', '/');
  const told = crew.locator('section', { hasText: 'Untuk Anda' }).getByRole('option').first();
  await expect(told).toContainText('Acara tugas Anda berubah');
  await expect(told.locator('del')).toHaveText('20.00–21.00 WITA');
  await expect(told.locator('ins')).toHaveText('20.30–21.30 WITA');
  const news = crew.locator('section', { hasText: 'Berubah sejak terakhir Anda buka' }).getByRole('listitem');
  await expect(news).toHaveCount(1);
  await expect(news).toContainText('Malam Apresiasi Guru');
  await expect(news.locator('del')).toHaveText('Gedung Mangupura');
  await expect(news.locator('ins')).toHaveText('Ruang Sewaka');
  await look(crew, 'berubah');
  await press(
    crew
      .getByRole('navigation')
      .getByRole('link', { name: /Tugas saya/ })
      .filter({ visible: true })
      .first(),
  );
  const today = crew.getByRole('region', { name: /^Hari ini, / });
  for (const [act, following] of [
    ['Terima tugas', 'Saya di lokasi'],
    ['Saya di lokasi', 'Bahan sudah masuk'],
    ['Bahan sudah masuk', 'Tugas selesai'],
  ] as const) {
    await press(today.getByRole('button', { name: `${act}: Pembukaan Pekan Literasi` }));
    await expect(today.getByRole('button', { name: `${following}: Pembukaan Pekan Literasi` })).toBeVisible();
  }
  await press(today.getByRole('button', { name: 'Tugas selesai: Pembukaan Pekan Literasi' }));
  await expect(today.getByRole('button')).toHaveCount(0);
  await expect(crew.getByText('Tidak ada yang menunggu jawaban Anda')).toBeVisible();
  await look(crew, 'selesai');

  // 5. who keeps the agenda sees it on the event, and makes tomorrow's sheet
  const afternoon = await open('protocol', '/');
  await press(afternoon.getByRole('option', { name: /Pekan Literasi/ }));
  await expect(afternoon.getByText('Selesai', { exact: true }).first()).toBeVisible();
  const late = await open('protocol', `/agenda?tanggal=${dayIn(1)}`);
  await press(late.getByRole('button', { name: 'Bagikan', exact: true }).first());
  const dialog = late.getByRole('dialog', { name: /Bagikan/ });
  await press(dialog.getByRole('tab', { name: 'PDF' }));
  const sheet = await place.download(late, () => press(dialog.getByRole('button', { name: 'Unduh PDF' })));
  expect(sheet.name).toBe(`Agenda ${dayIn(1)} Semua Pimpinan (internal).pdf`);
  expect(Buffer.from(sheet.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  if (hasReader('pdftotext')) {
    const words = textOfPdf(sheet.bytes);
    expect(words).toContain('Peresmian Taman Kota');
    expect(words).not.toContain('Pekan Literasi');
  }
  await look(late, 'lembar besok');
  return { presses };
}
