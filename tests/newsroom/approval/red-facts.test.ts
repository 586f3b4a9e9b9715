import { expect, it } from 'vitest';
import type { Manifest } from '../../../src-main/contract/release-nouns.ts';
import { redFacts } from '../../../src-main/newsroom/approval/red-facts.ts';
import { bodyOf, paragraph, quote } from '../../builders/typing.ts';

const TODAY = '2025-11-20';

function manifest(change: Partial<Manifest> & { text?: string }): Manifest {
  const { text = 'Isi.', ...rest } = change;
  return {
    schemaVersion: 1,
    kind: 'rilis_kegiatan',
    title: 'Judul',
    dateline: 'DENPASAR',
    body: bodyOf(paragraph(text)),
    infoClass: 'berkala',
    embargoUntil: null,
    photos: [],
    ...rest,
  };
}

const photo = { photoId: '01JD0000000000000000000000', sha256: 'a'.repeat(64), crop: null, alt: '' };

it.each([
  ['Wali Kota meninjau pasar, Kamis (20/11/2025).', null],
  ['Wali Kota meninjau pasar, Kamis (20/11).', null],
  ['pada Jum’at, 21 November 2025', null],
  ['Minggu 23 Nopember 2025', null],
  ['Ahad (23/11/25)', null],
  ['Wali Kota meninjau pasar, Jumat (20/11/2025).', ['Jumat (20/11/2025)', 'Kamis']],
  ['digelar Senin, 20 November 2025 di alun-alun', ['Senin, 20 November 2025', 'Kamis']],
  ['pada Rabu (20/11)', ['Rabu (20/11)', 'Kamis']],
  // a text of November may look ahead to January
  ['pada Kamis (1/1)', null],
  ['pada Rabu (31/11/2025)', null],
  ['pukul 09.00, Senin depan', null],
])('weekday and date: %s', (text, wrong) => {
  const found = redFacts(manifest({ text }), TODAY, 'no').find((fact) => fact.code === 'weekday_wrong');
  expect(found === undefined ? null : [found.words, found.expected]).toEqual(wrong);
});

it.each([
  ['NIK 5171012011900003 atas nama', '5171012011900003'],
  ['NIK perempuan 5171016011900003', '5171016011900003'],
  ['hubungi 0812-3456-7890 (Made)', '0812-3456-7890'],
  ['WA +62 812 3456 7890', '+62 812 3456 7890'],
  ['anggaran Rp 1.234.567.890.123', null],
  ['nomor 1234567890123456', null],
  ['telepon kantor (0361) 234567', null],
])('personal data: %s', (text, found) => {
  const fact = redFacts(manifest({ text }), TODAY, 'no').find((one) => one.code === 'personal_data');
  expect(fact?.words ?? null).toBe(found);
});

it('lets an invitation to the press name its contact, but no identity number', () => {
  const invitation = manifest({ kind: 'undangan_liputan', text: 'Narahubung: Made 0812-3456-7890.' });
  expect(redFacts(invitation, TODAY, 'no')).toEqual([]);
});

it('shows three at most, those that block first', () => {
  const all = manifest({
    body: bodyOf(
      paragraph('Bertempat di [tempat], Jumat (20/11/2025), hubungi 081234567890.'),
      quote('Kami siap melayani masyarakat'),
    ),
    photos: [{ ...photo, caption: '', credit: '' }],
  });
  expect(redFacts(all, TODAY, 'forbidden').map((fact) => [fact.code, fact.blocks])).toEqual([
    ['own_text', true],
    ['quote_without_speaker', true],
    ['caption_missing', true],
  ]);
  expect(redFacts(all, TODAY, 'no').map((fact) => fact.code)).toEqual([
    'quote_without_speaker',
    'caption_missing',
    'gap_left',
  ]);
});

it('finds nothing wrong with a clean text', () => {
  const clean = manifest({
    body: bodyOf(paragraph('Isi yang bersih.'), quote('Kami siap', 'Jaya Negara')),
    photos: [{ ...photo, caption: 'Takarir.', credit: 'Humas' }],
  });
  expect(redFacts(clean, TODAY, 'no')).toEqual([]);
});
