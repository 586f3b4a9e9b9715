import { expect, test } from 'vitest';
import { closedByWords, closingTexts, placeAlone, saidClosed, withoutNote } from '../../src-main/text/said-inside.ts';

test.each([
  ['Ruang Sewaka, tertutup untuk media', 'tertutup'],
  ['Rapat mutasi (TERTUTUP)', 'TERTUTUP'],
  ['Ruang Praja. Tidak untuk diliput media', 'Tidak untuk diliput'],
  ['Rumah jabatan, jangan disebar', 'jangan disebar'],
  ['Audiensi, tanpa media', 'tanpa media'],
  ['Rapat internal Bagian Umum', 'Rapat internal'],
  ['Rapat anggaran, khusus internal', 'khusus internal'],
  ['Evaluasi pejabat (rahasia)', 'rahasia'],
  ['ket: rahasia negara', 'rahasia'],
  ['Ruang Sewaka, jgn dipublikasikan', 'jgn dipublikasikan'],
  ['Rumjab, jangan diposting ya', 'jangan diposting'],
  ['Rumjab, off record', 'off record'],
  ['Rumjab, privat', 'privat'],
  ['Rapat mutasi (media tdk diundang)', 'media tdk'],
  ['Ngaben massal (tdk u/ media)', 'tdk u/ media'],
  ['Rapat mutasi (konfidensial)', 'konfidensial'],
  ['Tolong jangan di-share ke luar', 'jangan di-share'],
  ['🔒 Rapat mutasi', '🔒'],
])('%s says that it is closed', (text, words) => {
  expect(saidClosed(['Acara', text])).toBe(words);
});

test.each([
  'Rapat Koordinasi Audit Internal Pemerintah',
  'Bedah buku Rahasia Ilmu Lontar',
  'Upacara di Lapangan Umum Puputan',
  'Penutupan Pekan Literasi',
  'Temu Wartawan dan Media',
  'Sosialisasi Pers Pancasila',
  'Pelepasan Jemaah Umrah',
  'Rapat tanpa persetujuan DPRD',
  'Deklarasi Jangan Buang Sampah Sembarangan',
  'Gerakan Tidak Merokok di Tempat Umum',
  'Peresmian Lembaga Kursus dan Guru Privat',
])('%s does not', (text) => {
  expect(saidClosed([text])).toBeNull();
});

test('what was said to colleagues goes from behind a place, and a note from behind a title', () => {
  expect(placeAlone('Ruang Sewaka, catatan: hubungi Pak Made')).toBe('Ruang Sewaka');
  expect(placeAlone('Ruang Sewaka – mohon konfirmasi Bu Ayu')).toBe('Ruang Sewaka');
  expect(placeAlone('Balai Banjar Catatan Sipil')).toBe('Balai Banjar Catatan Sipil');
  expect(withoutNote('Rapat Catatan Sipil (NB: bawa data)')).toBe('Rapat Catatan Sipil');
  expect(withoutNote('Mohon Doa Restu Jemaah Haji')).toBe('Mohon Doa Restu Jemaah Haji');
});

test('what was confirmed to be open is so for exactly these texts', () => {
  const event = {
    title: 'Pameran Ruang Tertutup',
    venue: 'Graha',
    organizer: '',
    dressCode: '',
    note: '',
    openDespite: '',
  };
  expect(closedByWords(event)).toBe('Tertutup');
  const open = { ...event, openDespite: closingTexts(event) };
  expect(closedByWords(open)).toBeNull();
  expect(closedByWords({ ...open, venue: 'Taman' })).toBeNull();
  expect(closedByWords({ ...open, title: 'Rapat Tertutup' })).toBe('Tertutup');
  expect(closedByWords({ ...open, note: 'jangan diposting' })).toBe('Tertutup');
  expect(closedByWords({ ...event, title: 'Pameran', openDespite: open.openDespite })).toBeNull();
});
