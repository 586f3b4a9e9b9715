import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { office, told } from './measure.ts';

const setting = { ...office, today: '2026-11-22' };
const read = (text: string) => {
  const reading = readAgenda(text, setting);
  return {
    events: reading.proposals.map((proposal) => told(proposal, text)),
    red: reading.notUnderstood.map(({ start, end }) => text.slice(start, end)),
  };
};
const form = 'Hari, tanggal : Senin, 23 November 2026\nWaktu : 09.00 WITA\nTempat : Ruang Sewaka';

describe('a name above a form that has none', () => {
  it.each([
    `Disampaikan undangan dari Dinas Kesehatan terkait Rapat Stunting, yang akan diselenggarakan pada:\n\n${form}`,
    `Diharapkan kehadirannya pada kegiatan Rapat Stunting:\n\n${form}`,
    `Anda diundang untuk hadir dalam:\n*Rapat Stunting*\n\n${form}`,
    `Rapat Stunting\n\n${form}\nAgenda : 1. Pembukaan\n2. Paparan`,
  ])('%s', (text) => {
    const { events } = read(text);
    expect(events).toMatchObject([
      { title: 'Rapat Stunting', day: '2026-11-23', start: '09:00', venue: 'Ruang Sewaka' },
    ]);
  });
});

it('takes a value from under its label, where a text writes its fields so', () => {
  const { events } = read(
    '📌 *Agenda:*\nRapat Stunting\n\n📅 *Hari/Tanggal:*\nSenin, 23 November 2026\n\n⏰ *Waktu:*\n09:00 WITA\n\n👤 *Penyelenggara:*\nDinas Kesehatan\n\n📝 *Keterangan:*\nMembawa bahan',
  );
  expect(events).toMatchObject([{ title: 'Rapat Stunting', organizer: 'Dinas Kesehatan', note: 'Membawa bahan' }]);
});

describe('the day and the leaders of a list, among other words', () => {
  it.each([
    'Agenda liputan Wali Kota Denpasar, Senin 23 November 2026:',
    'Punten ngaganggu, agenda Pak Wali enjing Senin 23 November 2026 :',
  ])('%s', (head) => {
    const { events } = read(`${head}\n07.30 Apel pagi, Aula\n09.00 Rapat Stunting, Ruang Sewaka`);
    expect(events).toMatchObject([
      { title: 'Apel pagi', day: '2026-11-23', leaders: ['Wali Kota'] },
      { title: 'Rapat Stunting', day: '2026-11-23', leaders: ['Wali Kota'] },
    ]);
  });

  it('a name of the sheet above the day is no event', () => {
    const { events } = read(
      'RUNDOWN KUNJUNGAN KERJA MENTERI\nSenin, 23 November 2026\n\n09.00 - 09.30 : Tiba di Bandara\n09.30 - 10.30 : Peresmian Jalan',
    );
    expect(events).toMatchObject([
      { day: '2026-11-23', start: '09:00' },
      { title: 'Peresmian Jalan', day: '2026-11-23' },
    ]);
  });
});

describe('what is no event', () => {
  it('who signed', () => {
    const { events } = read(`Acara : Rapat Stunting\n${form}\n\nTerima kasih\nKepala Bappeda`);
    expect(events.map(({ title }) => title)).toEqual(['Rapat Stunting']);
  });

  it('points under Agenda: of an event that has its name', () => {
    const { events } = read(
      `📌 Rapat Stunting\n🗓️ Senin, 23 November 2026\n⏰ 09.00\n*Agenda:*\n1. Evaluasi\n2. Rencana aksi`,
    );
    expect(events).toMatchObject([{ title: 'Rapat Stunting', rundown: '- Evaluasi; - Rencana aksi' }]);
  });

  it('a letter that tells of none: it is told as not understood', () => {
    const { events, red } = read(
      'Nomor : 005/12/Um/2026\nHal : Permohonan Data\n\nYth. Kepala Dinas Kesehatan\n\nMohon mengirim data stunting.\n',
    );
    expect(events).toEqual([]);
    expect(red.join(' ')).toContain('Permohonan Data');
  });
});
