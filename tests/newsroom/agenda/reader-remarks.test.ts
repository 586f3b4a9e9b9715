import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { office, told } from './measure.ts';

const setting = { ...office, today: '2026-11-22' };
const all = (text: string) => readAgenda(text, setting).proposals.map((proposal) => told(proposal, text));
const one = (text: string) => {
  const [first, ...more] = all(text);
  expect(more).toEqual([]);
  return first ?? {};
};
const item = (behind: string) => one(`Senin, 23 November 2026\n1. 14.00 Rapat anggaran di Ruang Sewaka${behind}`);

describe('who may report', () => {
  it.each([
    [', tertutup untuk media', 'closed'],
    [' - tertutup', 'closed'],
    [' – tertutup utk umum', 'closed'],
    [', tertutup', 'closed'],
    ['. Tidak untuk diliput media', 'closed'],
    [', tanpa media', 'closed'],
    [', mohon tidak diliput', 'closed'],
    [', jangan disebar', 'closed'],
    [' (jangan disebarluaskan)', 'closed'],
    [', internal', 'closed'],
    [' [khusus internal]', 'closed'],
    [', rahasia', 'closed'],
    [', off the record', 'closed'],
    [', off record', 'closed'],
    [', jgn dipublikasikan', 'closed'],
    [', jangan diposting ya', 'closed'],
    [', privat', 'closed'],
    [' (media tdk diundang)', 'closed'],
    [' (tdk u/ media)', 'closed'],
    [' (konfidensial)', 'closed'],
    [', PDH, tertutup', 'closed'],
    [', tertutup untuk media, PDH', 'closed'],
    ['. Terbuka untuk media', 'open'],
    [', terbuka untuk umum', 'open'],
    [', media terbatas', 'limited'],
    [' - terbatas', 'limited'],
    ['\ntertutup untuk pers', 'closed'],
  ])('%s', (behind, press) => {
    expect(item(behind)).toMatchObject({ title: 'Rapat anggaran', venue: 'Ruang Sewaka', press });
    expect(item(behind).missed).toBeUndefined();
  });
  it('is read behind a field with its label, a title and a leader as well', () => {
    expect(one('Rapat TPID\nWaktu: 24 Nov 09.00\nTempat: Aula Sewaka, tertutup untuk media')).toMatchObject({
      venue: 'Aula Sewaka',
      press: 'closed',
    });
    expect(one('24 Nov 09.00 Rapat TPID, tanpa media')).toMatchObject({ title: 'Rapat TPID', press: 'closed' });
    expect(one('24 Nov 09.00 Rapat TPID, Wali Kota, tidak untuk media')).toMatchObject({
      leaders: ['Wali Kota'],
      press: 'closed',
    });
  });
  it('an hour within a name or a place is another event, or red', () => {
    expect(all('Besok jam 9 rapat TPID di Praja Utama, lalu jam 1 siang audiensi KONI di rumah jabatan')).toMatchObject(
      [
        { title: 'Rapat TPID', start: '09:00', venue: 'Praja Utama' },
        { title: 'Audiensi KONI', start: '13:00', venue: 'rumah jabatan' },
      ],
    );
    expect(all('Besok jam 9 rapat di Praja Utama terus sorenya jam 4 tinjau pasar')).toMatchObject([
      { title: 'Rapat', start: '09:00' },
      { title: 'Tinjau pasar', start: '16:00' },
    ]);
    for (const text of [
      'Besok pak wali jam 9 rapat di DPRD lanjut jam 11 ke Tabanan',
      'Besok 09.00 rapat di Aula (makan siang jam 12), PDH',
    ])
      expect(one(text).missed, text).toMatch(/jam 1\d/);
  });
  it('a name that says so stays, and closes the event for a person to look at', () => {
    const [proposal] = readAgenda('24 Nov 09.00 Rapat tertutup TPID di Ruang Sewaka', setting).proposals;
    expect(proposal?.title?.value).toBe('Rapat tertutup TPID');
    expect(proposal?.pressAccess).toMatchObject({ value: 'closed', assumed: true });
  });
  it('closes an event also by a sign, or by words that were not understood', () => {
    const press = (text: string) => readAgenda(text, setting).proposals.map((one) => one.pressAccess?.value);
    expect(press('Senin, 23 November 2026\n09.00 Rapat mutasi di Rumjab 🔒')).toEqual(['closed']);
    expect(press('Senin, 23 November 2026\n🔒 09.00 Rapat mutasi di Rumjab')).toEqual(['closed']);
    expect(press('Senin, 23 November 2026\n09.00 Rapat mutasi\nhanya kita berempat, tdk u/ media dulu ya pak')).toEqual(
      ['closed'],
    );
  });
  it('a note that says so closes its event, and one of all events closes all', () => {
    expect(item(', catatan: acara bersifat rahasia').press).toBe('closed');
    const read = all('24 Nov\n1. 08.00 Apel\n2. 09.00 Rapat\nCatatan: semua acara tidak untuk diliput media');
    expect(read.map(({ press }) => press)).toEqual(['closed', 'closed']);
  });
  it('a name that says closed beside "open" is red', () => {
    expect(one('24 Nov 09.00 Rapat tertutup TPID di Ruang Sewaka, terbuka untuk media')).toMatchObject({
      press: 'open',
      missed: 'Rapat tertutup TPID',
    });
  });
});

describe('notes and whom to call', () => {
  it.each([
    [', catatan: bawa berkas', { note: 'bawa berkas' }],
    [' nb: bawa berkas', { note: expect.stringContaining('bawa berkas') }],
    [', mohon konfirmasi Ibu Ayu 081234567890', { contact: 'Ibu Ayu 081234567890' }],
    [', cp: Gede 0812-3456-7890', { contact: 'Gede 0812-3456-7890' }],
    [', CP Gede 0812-3456-7890', { contact: 'Gede 0812-3456-7890' }],
    ['. Hubungi Pak Made 0813 1111 2222', { contact: 'Pak Made 0813 1111 2222' }],
    [' (Pak Made 0813 1111 2222)', { contact: 'Pak Made 0813 1111 2222' }],
    [', Pak Made 0813 1111 2222', { contact: 'Pak Made 0813 1111 2222' }],
  ])('%s', (behind, wanted) => {
    expect(item(behind)).toMatchObject({ title: 'Rapat anggaran', venue: 'Ruang Sewaka', ...wanted });
  });
  it('a telephone number is never left in a name or a place', () => {
    for (const words of [
      'hub 081234567890 utk hadir',
      '081234567890',
      'ketemu pak Wayan di lobi 0812 3456 7890 dulu',
    ]) {
      const read = one(`24 Nov 09.00 Rapat ${words} di Aula ${words}`);
      expect(`${read.title} ${read.venue}`).not.toMatch(/08\d/u);
      expect(JSON.stringify([read.note, read.contact, read.missed])).toMatch(/0812/u);
    }
  });
  it('hours are no telephone number', () => {
    expect(one('Rapat besok jam 9, 24 Nov 10.00-11.00, di Aula').contact).toBeUndefined();
  });
  it('a change with all of it at its end', () => {
    expect(
      one(
        'rapat jam 9 besok diundur jam 10 di Ruang Praja, tertutup untuk media, dresscode endek, cp Gede 081222333444',
      ),
    ).toMatchObject({
      venue: 'Ruang Praja',
      start: '10:00',
      press: 'closed',
      dress: 'endek',
      contact: 'Gede 081222333444',
    });
  });
  it('an hour that may change is tentative', () => {
    expect(
      one('24 Nov\n3. Jam 14 menyesuaikan, kunjungan pasar Badung, mohon konfirmasi Ibu Ayu 08123456789'),
    ).toMatchObject({
      title: 'Kunjungan pasar Badung',
      start: '14:00',
      tentative: true,
      contact: 'Ibu Ayu 08123456789',
    });
  });
});

describe('delegations', () => {
  it('a list: the next line is an event of its own', () => {
    const read = all(
      'Disposisi:\n1. Apel 07.00 -> diwakili Sekda, sampaikan sambutan\nTinjau pasar Badung -> Pak Wawali',
    );
    expect(read.map(({ title, leaders }) => [title, leaders])).toEqual([
      ['Apel', [' > Sekda']],
      ['Tinjau pasar Badung', [' > Wakil Wali Kota']],
    ]);
    expect(read[0]?.note).toBe('sampaikan sambutan');
  });
  it.each([
    'Bapak Sekda berhalangan hadir pada Pembukaan Festival Budaya besok malam, mohon diwakili Asisten II',
    'Mohon izin, Sekda tidak bisa menghadiri Pembukaan Festival Budaya besok, diwakili Asisten II',
  ])('a sentence: %s', (text) => {
    expect(one(text)).toMatchObject({
      act: 'delegate',
      title: 'Pembukaan Festival Budaya',
      day: '2026-11-23',
      leaders: ['Sekda > Asisten II'],
    });
  });
});

describe('several in a line', () => {
  it('events, with the day of the first', () => {
    expect(
      all('Kamis 26/11 : 08.00 apel; 10.00 rapat TPID di Aula Sewaka; pukul 13.00 audiensi KONI (tertutup)').map(
        ({ title, day, start, venue, press }) => [title, day, start, venue, press],
      ),
    ).toEqual([
      ['Apel', '2026-11-26', '08:00', undefined, undefined],
      ['Rapat TPID', '2026-11-26', '10:00', 'Aula Sewaka', undefined],
      ['Audiensi KONI', '2026-11-26', '13:00', undefined, 'closed'],
    ]);
  });
  it('our own signs, in any order, and the same place again', () => {
    const text =
      '1. 📅 Rabu 25/11/26 ⏰ 09.00 📍 Aula Dinkes 👔 Batik 🎤 Wali Kota — Rapat Koordinasi\n2. 10.00 Sidang 📍 idem';
    expect(all(text)).toMatchObject([
      {
        title: 'Rapat Koordinasi',
        day: '2026-11-25',
        start: '09:00',
        venue: 'Aula Dinkes',
        dress: 'Batik',
        speech: 'yes Wali Kota',
      },
      { title: 'Sidang', start: '10:00', venue: 'Aula Dinkes' },
    ]);
    expect(one('24 Nov 10.00 Sidang 📍 idem')).toMatchObject({
      title: 'Sidang',
      missed: expect.stringContaining('idem'),
    });
  });
  it('a number to call under the list is red, and never passed over', () => {
    const text = '24 Nov 10.00 Sidang\nDemikian, matur suksma 🙏 cp: Gede 0812-3456-7890';
    const { notUnderstood } = readAgenda(text, setting);
    expect(notUnderstood.map(({ start, end }) => text.slice(start, end))).toEqual(['cp: Gede 0812-3456-7890']);
  });
  it('a day off is no event, and the day behind it one of its own', () => {
    expect(all('Senin : Libur\nSelasa : 08.00 Apel\nRabu: nihil').map(({ title, day }) => [title, day])).toEqual([
      ['Apel', '2026-11-24'],
    ]);
  });
});

describe('days and parts of them', () => {
  it.each([
    ['besok malam 7 makan malam Forkopimda', '19:00'],
    ['nanti malam 8 rapat', '20:00'],
    ['Kamis malam 7 rapat', '19:00'],
    ['besok pagi 9 rapat', '09:00'],
    ['besok 7 malam rapat', '19:00'],
  ])('%s', (text, start) => expect(one(text).start).toBe(start));
  it('an event of several days ends on the last, at its hour', () => {
    const [proposal] = readAgenda('20-22 November 2026, 08.00-17.00 Pameran UMKM di Lapangan Renon', setting).proposals;
    expect(proposal).toMatchObject({
      day: { value: '2026-11-20' },
      endDay: '2026-11-22',
      endClock: { value: '17:00' },
    });
  });
  it('a name that begins with a small word begins with a capital, the rest stays', () => {
    expect(one('24 Nov 09.00 apel pagi').title).toBe('Apel pagi');
    expect(one('24 Nov 09.00 rapat TPID').title).toBe('Rapat TPID');
    expect(one('24 Nov 09.00 e-Katalog lokal').title).toBe('e-Katalog lokal');
  });
});
