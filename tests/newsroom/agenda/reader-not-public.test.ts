import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { closing, innocent, nots, passive, things } from '../../text/not-for-public.ts';
import { office } from './measure.ts';

const setting = { ...office, today: '2026-11-22' };
const read = (text: string) => readAgenda(text, setting).proposals;
const DAY = 'Rabu 25 November 2026\nWali Kota';

/** What *Terima semua* would do with it: `closed`, `held` for a person to look at, or `green`. */
function landing(text: string): string[] {
  return read(text).map(({ pressAccess, notUnderstood, doubts }) =>
    pressAccess?.value === 'closed'
      ? 'closed'
      : notUnderstood.length > 0 || doubts.some(({ code }) => code === 'press_unclear')
        ? 'held'
        : 'green',
  );
}

describe('words that an event is not for the public', () => {
  it.each(closing)('%s', (words) => {
    for (const item of [
      `09.00 Rapat TAPD di Ruang Praja, ${words}`,
      `09.00 Rapat TAPD di Ruang Praja (${words})`,
      `09.00 Rapat TAPD - ${words}\nTempat: Ruang Praja`,
      // "ditunda" in a line of its own says that of an event
      `09.00 Rapat TAPD di Ruang Praja${words.includes('ditunda') ? ', ' : '\n'}${words}`,
    ]) {
      const [first, ...more] = landing(`${DAY}\n${item}\n11.00 Apel di Lapangan`);
      expect(first, item).toBe('closed');
      // a line that is read as a heading closes what is below it, too
      if (words !== 'agenda pribadi') expect(more.at(-1), item).toBe('green');
    }
  });
  it.each(['ga usah diliput ya', 'tdk terbuka utk umum', 'media closed', 'blm boleh diposting', 'jgn ke media'])(
    '%s is no part of the place',
    (words) => {
      const [one] = read(`${DAY}\n09.00 Rapat TAPD di Ruang Praja, ${words}`);
      expect([one?.title?.value, one?.venue?.value]).toEqual(['Rapat TAPD', 'Ruang Praja']);
      expect(one?.pressAccess).toMatchObject({ value: 'closed', assumed: false });
    },
  );
  it('nothing that says no to publicity lands open without a person', () => {
    const word = fc.constantFrom(
      ...passive,
      ...things,
      'masuk berita',
      'media lokal',
      'pihak luar dan media',
      'share ke grup',
    );
    const middle = fc.constantFrom(
      '',
      'usah ',
      'boleh ',
      'dulu ',
      'sampai ',
      'untuk ',
      'dikasih ke ',
      'sampe ada ',
      'mesti ',
      'terlalu heboh di ',
      'sembarang orang dan ',
    );
    const before = fc.constantFrom(', ', ' (', ' - ', '\n', '. ', ' ', '\nCatatan: ', '\nKet: ');
    fc.assert(
      fc.property(before, fc.constantFrom(...nots), middle, word, (mark, no, between, said) => {
        const item = `09.00 Rapat TAPD di Ruang Praja${mark}${no} ${between}${said}${mark === ' (' ? ')' : ''}`;
        expect(landing(`${DAY}\n${item}`), item).not.toContain('green');
      }),
      { numRuns: 1500 },
    );
  });
  it('beats a word that opens', () => {
    expect(landing(`${DAY}\n09.00 Rapat di Aula, terbuka untuk umum, media tidak perlu diundang`)).toEqual(['closed']);
    expect(landing(`${DAY}\n09.00 Rapat di Aula, terbuka\nCatatan: jangan disebar`)).toEqual(['closed']);
  });
});

describe('said beside the events', () => {
  it.each([
    'AGENDA KEGIATAN PIMPINAN (INTERNAL - JANGAN DISEBAR)\nRabu 25 November 2026\n09.00 Rapat di Aula\n11.00 Apel di Lapangan',
    '*AGENDA WALI KOTA (TIDAK UNTUK UMUM)*\nRabu 25 November 2026\n\n1. 09.00 Rapat di Aula\n2. 11.00 Apel di Lapangan',
    'INTERNAL\nAgenda Wali Kota Rabu 25 November 2026\n09.00 Rapat di Aula\n11.00 Apel di Lapangan',
    'Jangan disebar ya\nAgenda Wali Kota Rabu 25 November 2026:\n09.00 Rapat di Aula\n11.00 Apel di Lapangan',
    'Rabu 25 November 2026\n09.00 Rapat di Aula\n11.00 Apel di Lapangan\n\nDemikian, mohon tidak disebarluaskan. Suksma',
    'Rabu 25 November 2026 (tertutup)\n09.00 Rapat di Aula\n11.00 Apel di Lapangan',
  ])('%s', (text) => {
    const all = read(text);
    expect(all.map(({ pressAccess }) => pressAccess?.value)).toEqual(['closed', 'closed']);
    expect(all.map(({ day }) => day?.value)).toEqual(['2026-11-25', '2026-11-25']);
    if (/AGENDA WALI|Agenda Wali/u.test(text))
      expect(all[1]?.leaders.map(({ called }) => called)).toEqual(['Wali Kota']);
    expect(all[0]?.doubts.some(({ code }) => code === 'closed_above') || text.endsWith('Suksma')).toBe(true);
  });
  it('holds for what stands below it', () => {
    const text =
      'Rabu 25 November 2026\n09.00 Rapat di Aula\n\nKamis 26 November 2026 (tertutup)\n11.00 Apel di Lapangan';
    expect(landing(text)).toEqual(['green', 'closed']);
  });
});

describe('words on publicity that say neither', () => {
  it.each([
    ', publikasi menyusul',
    ' (publikasi nanti)',
    ', media',
    ' (pers)',
    ', media tunggu di lobi',
    ', publikasi menunggu arahan',
    ', rilis nanti dulu',
    '\nCatatan: posting setelah acara',
    '\nCatatan: publikasi seizin pimpinan',
    ', hanya media tertentu',
    ', umum',
    '\nCatatan: jgn ada yg lain',
    ', khusus undangan',
    ' (hanya keluarga)',
    // words nobody has listed, behind a place that has its name
    ', cukup tahu sama tahu',
    ', keep dulu ya',
  ])('%s asks', (behind) => {
    const [one] = read(`${DAY}\n09.00 Rapat TAPD di Ruang Praja${behind}`);
    expect(landing(`${DAY}\n09.00 Rapat TAPD di Ruang Praja${behind}`)).toEqual(['held']);
    expect(one?.pressAccess).toBeNull();
  });
  it.each([
    ', terbuka untuk umum',
    ', mohon peliputan',
    ', mohon diliput',
    ', media diundang',
    ', terbuka',
    '\nCatatan: jangan lupa bawa batik',
    '\nCatatan: disiarkan langsung RRI',
    '\nLiputan: Ayu (tulis)',
    '\nCatatan: tidak ada snack',
  ])('%s does not', (behind) => {
    const text = `${DAY}\n09.00 Rapat TAPD di Ruang Praja${behind}`;
    expect(read(text).flatMap(({ doubts }) => doubts.map(({ code }) => code))).not.toContain('press_unclear');
    expect(landing(text)).not.toContain('closed');
  });
  it.each([
    'Media Center',
    'RS Umum Wangaya',
    'Dinas Pekerjaan Umum',
    'Gedung Pers Bali Ketut Nadha',
    'Lapangan Umum',
    'Ruang Publik Kreatif',
    'Press Room Balai Kota',
    'Mal Pelayanan Publik',
  ])('nor the place %s', (venue) => {
    expect(landing(`${DAY}\n09.00 Rapat TAPD di ${venue}`)).toEqual(['green']);
  });
  it.each(
    innocent.filter(
      (title) => !/^(?:terbuka|mohon|media|mengundang|jangan|jgn|tidak|No\.|Jl\.|Sambutan|Belum)/u.test(title),
    ),
  )('nor the title %s', (title) => {
    const [one] = read(`${DAY}\n09.00 ${title}`);
    expect(one?.pressAccess?.value ?? 'open').not.toBe('closed');
    expect(one?.doubts.map(({ code }) => code)).not.toContain('press_unclear');
  });
});
