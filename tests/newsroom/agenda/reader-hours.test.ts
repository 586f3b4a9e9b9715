import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { office, told } from './measure.ts';

const setting = { ...office, today: '2026-11-23' };
const read = (text: string) => {
  const reading = readAgenda(text, setting);
  return {
    events: reading.proposals.map((proposal) => told(proposal, text)),
    red: reading.notUnderstood.map(({ start, end }) => text.slice(start, end)).join(' / '),
    at: reading.proposals.map(({ startClock }) => startClock?.spans.map(({ start, end }) => text.slice(start, end))),
  };
};

describe('hours that are written without a mark between', () => {
  it.each([
    ['0800 upacara di Lapangan Puputan', '08:00', undefined],
    ['besok 0800 upacara di Lapangan Puputan', '08:00', undefined],
    ['1. 0800-0930 upacara di Lapangan Puputan', '08:00', '09:30'],
    ['pkl 1930 upacara di Lapangan Puputan', '19:30', undefined],
    ['1400 - 1530 wita upacara di Lapangan Puputan', '14:00', '15:30'],
    ['Waktu : 0830 sd 1000\nAcara : upacara\nTempat : Lapangan Puputan', '08:30', '10:00'],
    ['Waktu : 0830 WITA\nAcara : upacara\nTempat : Lapangan Puputan', '08:30', undefined],
    ['08,30 upacara di Lapangan Puputan', '08:30', undefined],
  ])('%s', (text, start, end) => {
    const { events } = read(`Agenda Wali Kota Selasa 24 November 2026\n${text}`);
    expect(events).toMatchObject([{ title: 'Upacara', start, venue: 'Lapangan Puputan', leaders: ['Wali Kota'] }]);
    expect(events[0]?.end).toBe(end);
  });

  it('in a list of them also what may be a number elsewhere', () => {
    const text = 'giat besok 24 nov\n0800 apel di Lapangan Puputan\n1400 rapat di Aula\n2000 resepsi di Hotel Aston';
    const { events, at } = read(text);
    expect(events.map(({ start }) => start)).toEqual(['08:00', '14:00', '20:00']);
    expect(at).toEqual([['0800'], ['1400'], ['2000']]);
  });

  it.each([
    '1000 paket sembako untuk lansia',
    '1500 peserta jalan sehat',
    '2030 Indonesia Emas',
    '2025-2030 RPJMD',
    '0815 3456 7890 Bu Ayu',
    '0800/123/Um/2026',
    'Rp 1500 per porsi',
    'Nomor 0830/Prokopim',
    '1200 M lari',
  ])('%s has none', (line) => {
    const { events } = read(
      `Agenda Wali Kota Selasa 24 November 2026\n09.00 Rapat di Aula\n${line}\n0830 apel di Balai`,
    );
    expect(events.map(({ start }) => start).filter(Boolean)).toEqual(['09:00', '08:30']);
    const alone = read(`Agenda Wali Kota Selasa 24 November 2026\n09.00 Rapat di Aula\n${line}`);
    expect(alone.events.map(({ start }) => start).filter(Boolean)).toEqual(['09:00']);
  });

  it('half past is half an hour before', () => {
    expect(read('besok jam setengah 9 pagi rapat TPID di Aula').events).toMatchObject([{ start: '08:30' }]);
    expect(read('besok jam setengah 3 sore rapat TPID di Aula').events).toMatchObject([{ start: '14:30' }]);
  });
});

describe('hours of the way there and back', () => {
  it.each([
    'Raker APEKSI, Surabaya (berangkat 25/11 pkl 06.15 GA 338; kembali 26/11 pkl 20.00)',
    'Raker APEKSI, Surabaya (take off 06.15)',
    'Raker APEKSI, Surabaya (flight GA 338 06.15-07.05)',
    'Raker APEKSI, Surabaya (kumpul pkl 05.00 di Bandara)',
    'Raker APEKSI, Surabaya [berangkat jam 6 pagi]',
  ])('%s', (line) => {
    const { events } = read(`Agenda Wali Kota\nSelasa, 24 November 2026\n- 08.00 Apel di Aula\n- ${line}`);
    expect(events).toMatchObject([{ start: '08:00' }, { title: 'Raker APEKSI', venue: 'Surabaya', day: '2026-11-24' }]);
    expect(events[1]?.start).toBeUndefined();
    expect(events[1]?.note).toMatch(/0?6\.15|05\.00|jam 6/u);
  });

  it('an event that has its hour keeps it', () => {
    const { events } = read(`Besok 13.00 Raker APEKSI, Surabaya (berangkat 06.15)`);
    expect(events).toMatchObject([{ start: '13:00', note: 'berangkat 06.15' }]);
    expect(read('Besok 06.15 Berangkat ke Surabaya').events).toMatchObject([{ start: '06:15' }]);
  });
});

describe('the day of a heading', () => {
  it.each([
    ['Sab–Ming, 28–29 Nov', '2026-11-28'],
    ['Sab-Min 28-29 Nov', '2026-11-28'],
    ['Sabtu — Minggu, 28 — 29 November 2026', '2026-11-28'],
    ['Sbt/Mgg, 28/29 Nov 2026', '2026-11-28'],
    ['Sab & Ming, 28 & 29 Nov', '2026-11-28'],
    ['Sabtu dan Minggu, 28 dan 29 November', '2026-11-28'],
    ['Kms, 26 Nov', '2026-11-26'],
    ['Jmt 27 - 11 - 2026', '2026-11-27'],
  ])('%s', (heading, day) => {
    const { events, red } = read(
      `Agenda Wali Kota\n\nSelasa, 24 Nov\n• 08.00 Apel di Aula\n\n${heading}\n• 09.00 Raker di Hotel Aston`,
    );
    expect(events).toMatchObject([
      { title: 'Apel', day: '2026-11-24' },
      { title: 'Raker', day },
    ]);
    expect(red).toBe('');
  });
});

describe('who and what a heading tells', () => {
  it.each([
    'Rekap kegiatan Bapak Wakil Walikota 3 hari ke depan:',
    'Kegiatan Bpk Wawali seminggu ke depan',
    'Rencana giat Pak Wawali minggu depan :',
  ])('%s', (heading) => {
    const { events } = read(`${heading}\n\nKam, 26 Nov\n• 09.00 Raker di Hotel Aston`);
    expect(events).toMatchObject([{ title: 'Raker', day: '2026-11-26', leaders: ['Wakil Wali Kota'] }]);
  });

  it.each([
    'Perubahan utk bsk ya:',
    'Perubahan besok :',
    'Ralat untuk Selasa 24 Nov, nggih:',
    'Info perubahan hari Selasa 24/11 :',
  ])('%s', (heading) => {
    const { events, red } = read(`${heading}\n- audiensi BNN batal\n- rapat TPID pindah ke ruang sewaka`);
    expect(events).toMatchObject([
      { act: 'cancel', title: 'Audiensi BNN', day: '2026-11-24' },
      { act: 'change', title: 'Rapat TPID', day: '2026-11-24', venue: 'ruang sewaka' },
    ]);
    expect(red).toBe('');
  });

  it.each([
    '-- diwakili asisten 2',
    '- diwakili asisten 2',
    '— diwakili Asisten II',
    '; diwakili oleh asisten 2',
    '(diwakili asisten 2)',
  ])('an item of the list "%s" is an event with a stand-in', (tail) => {
    const { events } = read(
      `Agenda Bpk Wali\n\nSENIN 23/11\n1. 09.00 Apel di Aula\n2. 11.00 Rakor inflasi ${tail}\n3. 13.00 Rapat di Balai`,
    );
    expect(events).toMatchObject([
      { title: 'Apel', leaders: ['Wali Kota'] },
      { title: 'Rakor inflasi', start: '11:00', leaders: ['Wali Kota > Asisten II'] },
      { title: 'Rapat', leaders: ['Wali Kota'] },
    ]);
    expect(events[1]?.act).toBeUndefined();
  });
});

it.each([
  'Kpd Yth. Bapak Walikota',
  'Kpd. Yth Bapak Wali Kota Denpasar',
  'Kepada Yth. Bapak Walikota',
  'Yth. Bpk Walikota',
])('%s above an invitation tells the leader of one event', (line) => {
  const { events } = read(
    `${line}\nDengan hormat, mengharap kehadiran Bapak pada:\nHari : Jumat\nTgl : 27 - 11 - 2026\nWaktu : 17.00 Wita\nTempat : Br. Kerta Bhuana\nAcara : Karya Ngenteg Linggih`,
  );
  expect(events).toMatchObject([
    { title: 'Karya Ngenteg Linggih', day: '2026-11-27', start: '17:00', leaders: ['Wali Kota'] },
  ]);
  expect(events).toHaveLength(1);
});
