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

describe('hours as they are said', () => {
  it.each([
    ['jam delapan pagi', '08:00', 'delapan pagi'],
    ['pukul setengah sepuluh', '09:30', 'setengah sepuluh'],
    ['jam delapan tiga puluh', '08:30', 'delapan tiga puluh'],
    ['jam sembilan kurang seperempat', '08:45', 'sembilan kurang seperempat'],
    ['jam sembilan lewat lima belas menit', '09:15', 'sembilan lewat lima belas menit'],
    ['jam dua puluh', '20:00', 'dua puluh'],
    ['jam tiga belas', '13:00', 'tiga belas'],
    ['jam tujuh malam', '19:00', 'tujuh malam'],
  ])('%s', (said, start, words) => {
    const { events, at } = read(`besok ${said} rapat TPID di Aula`);
    expect(events).toMatchObject([{ title: 'Rapat TPID', day: '2026-11-24', start, venue: 'Aula' }]);
    expect(at).toEqual([[words]]);
  });

  it('how long something takes is none', () => {
    expect(read('besok 09.00 rapat TPID selama dua jam di Aula').events).toMatchObject([{ start: '09:00' }]);
  });

  it('a greeting before the first event of the same line is no event, and the day goes on below', () => {
    const { events } = read(
      'Assalamualaikum pak kabag izin menyampaikan besok jam 8 pagi pak wali memimpin apel di halaman kantor\nkemudian jam setengah sepuluh rapat paripurna di gedung dprd',
    );
    expect(events).toMatchObject([
      { title: 'Memimpin apel', day: '2026-11-24', start: '08:00', leaders: ['Wali Kota'] },
      { title: 'Rapat paripurna', day: '2026-11-24', start: '09:30' },
    ]);
  });
});

describe('English', () => {
  it.each([
    ['6.30 pm - 8.30 pm', '18:30', '20:30'],
    ['9:00 – 11:30am', '09:00', '11:30'],
    ['12.15 pm', '12:15', undefined],
    ['10 am - 2 pm', '10:00', '14:00'],
  ])('%s', (time, start, end) => {
    const { events } = read(`Date : Thursday, 26 November 2026\nTime : ${time}\nEvent : x\nVenue : Hotel Aston`);
    expect(events).toMatchObject([{ day: '2026-11-26', start }]);
    expect(events[0]?.end).toBe(end);
  });

  it('a prime minister is no afternoon', () => {
    expect(read('besok 10.00 PM Malaysia tiba di Bandara').events).toMatchObject([{ start: '10:00' }]);
  });

  it.each(['Wednesday, November 25', 'Wed, Nov 25, 2026', 'November 25th, 2026'])('%s', (day) => {
    expect(read(`Rakor TPID\n${day} · 9:00 – 11:30am\nLocation: Ruang Sewaka`).events).toMatchObject([
      { title: 'Rakor TPID', day: '2026-11-25', start: '09:00', end: '11:30', venue: 'Ruang Sewaka' },
    ]);
  });
});

it('letters stand for leaders where a legend says so, and nowhere else', () => {
  const list = '08.00 (WK, WWK) Upacara, Lapangan Lumintang\n10.00 (A) Penyerahan DIPA, Aula';
  const { events, red } = read(`AGENDA\nSelasa 24 November 2026\nKet: A = Wali Kota, B = Wakil Wali Kota\n\n${list}`);
  expect(events).toMatchObject([
    { title: 'Upacara', leaders: ['Wali Kota', 'Wakil Wali Kota'] },
    { title: 'Penyerahan DIPA', leaders: ['Wali Kota'] },
  ]);
  expect(red).toBe('');
  const plain = read(`AGENDA\nSelasa 24 November 2026\n\n${list}`).events;
  expect(plain[1]?.leaders).toBeUndefined();
});

describe('a place above a list', () => {
  it('is where all of it is held, up to the next', () => {
    const { events } = read(
      'AGENDA\nSelasa 24 November 2026\n\nRuang Sewaka\n- 09.00 Rapat A\n- 13.00 Rapat B di Aula\n\nRuang Praja\n- 10.00 Rapat C\n\n15.00 Rapat D',
    );
    expect(events.map(({ title, venue }) => `${title} @ ${venue}`)).toEqual([
      'Rapat A @ Ruang Sewaka',
      'Rapat B @ Aula',
      'Rapat C @ Ruang Praja',
      'Rapat D @ undefined',
    ]);
  });
});

describe('lists of other kinds', () => {
  it.each(['[ ] ', '[x] ', '☐ '])('a box to tick: %s', (box) => {
    const { events } = read(
      `TO DO WALI KOTA\nRabu 25 Nov 2026\n\n${box}Rapat TPID - Aula - 09.00 WITA\n${box}Tinjau Pasar Badung (13.00 WITA)`,
    );
    expect(events).toMatchObject([
      { title: 'Rapat TPID', day: '2026-11-25', start: '09:00', venue: 'Aula', leaders: ['Wali Kota'] },
      { title: 'Tinjau Pasar Badung', day: '2026-11-25', start: '13:00', leaders: ['Wali Kota'] },
    ]);
  });

  it('a tilde behind the name of a field', () => {
    const { events } = read(
      '➤ Kegiatan ~ Launching Bus\n➤ Hari ~ Rabu, 25/11/2026\n➤ Jam ~ 08.00\n➤ Lokasi ~ Terminal Ubung',
    );
    expect(events).toMatchObject([
      { title: 'Launching Bus', day: '2026-11-25', start: '08:00', venue: 'Terminal Ubung' },
    ]);
    expect(events).toHaveLength(1);
  });

  it('full stops between the hour, the name and the place', () => {
    expect(
      read(
        'Agenda Wali Kota, Selasa 24 November 2026\n1. Pukul 07.30 WITA. Apel Mingguan. Dataran Praja. Pelaksana BKPSDM.',
      ).events,
    ).toMatchObject([{ title: 'Apel Mingguan', start: '07:30', venue: 'Dataran Praja', organizer: 'BKPSDM' }]);
  });

  it('whose journey it is', () => {
    const text = 'Jadwal kunker Pak Wali ke Jakarta\n\nSelasa 24 Nov\n09.00 audiensi Dirjen Bina Keuda, Kemendagri';
    expect(read(text).events).toMatchObject([{ title: 'Audiensi Dirjen Bina Keuda', leaders: ['Wali Kota'] }]);
    expect(read(text.replace('Pak Wali ke Jakarta', 'di rumah jabatan Wali Kota')).events[0]?.leaders).toBeUndefined();
  });
});

describe('what changed in a list', () => {
  it('what is struck out and moved keeps its name', () => {
    const { events } = read(
      'Selasa 24 Nov 2026\n\nWALI KOTA\n08.00 ~Apel siaga, Mapolresta~ -> digeser 08.30, Lap. Lumintang',
    );
    expect(events).toMatchObject([
      { act: 'change', title: 'Apel siaga', start: '08:30', venue: 'Lap. Lumintang', was: '08:00 Mapolresta' },
    ]);
  });

  it('several numbers in one sentence', () => {
    const { events } = read(
      'Agenda Wali Kota Selasa 24 November 2026\n1. 08.00 Apel, Aula\n2. 09.30 Rakor Nataru, Polresta\n3. 13.00 Audiensi PMI, Ruang Tamu\nkoreksi: nomor 2 jadi jam 10.00, nomor 3 batal',
    );
    expect(events.slice(3)).toMatchObject([
      { act: 'change', title: 'Rakor Nataru', start: '10:00' },
      { act: 'cancel', title: 'Audiensi PMI' },
    ]);
  });

  it('who is stood in for, in the list of the one who comes', () => {
    const { events } = read('Selasa 24 Nov 2026\n\nWAWALI\n13.00 tambahan rapat banjir, posko BPBD (gantikan WK)');
    expect(events).toMatchObject([{ title: 'Rapat banjir', leaders: ['Wali Kota > Wakil Wali Kota'] }]);
    expect(read('Besok 13.00 Tambahan Penghasilan Pegawai, Aula').events).toMatchObject([
      { title: 'Tambahan Penghasilan Pegawai' },
    ]);
  });
});

describe('headings and notes of a day', () => {
  it('a day in brackets behind a leader, and one with a dash', () => {
    const { events } = read(
      'WALI KOTA (Sab, 28 Nov)\n06.00 Gowes\n10.00 Podcast\nWWK (Ming, 29 Nov)\n0600-0900 CFD Renon\n\nSel, 24-11\n 0730 apel',
    );
    expect(events).toMatchObject([
      { title: 'Gowes', day: '2026-11-28', leaders: ['Wali Kota'] },
      { title: 'Podcast', day: '2026-11-28', leaders: ['Wali Kota'] },
      { title: 'CFD Renon', day: '2026-11-29', leaders: ['Wakil Wali Kota'] },
      { title: 'Apel', day: '2026-11-24' },
    ]);
    // no Wednesday, so hours it is
    expect(read('Rabu 10-11 rapat TPID di Aula').events).not.toMatchObject([{ day: '2026-11-10' }]);
  });

  it('a flight of another day is not when the event is, with or without brackets', () => {
    const { events } = read('Rab/Kam 25-26 Nov : dinas luar ke Jakarta, berangkat 24/11 pkl 19.10 GA 421');
    expect(events).toMatchObject([
      { title: 'Dinas luar ke Jakarta', day: '2026-11-25', note: 'berangkat 24/11 pkl 19.10 GA 421' },
    ]);
    expect(events[0]?.start).toBeUndefined();
  });

  it('who stands in for all that follows', () => {
    const { events } = read(
      'Selasa 24 Nov 2026\nBapak Wali Kota cuti s/d 27 Nov, semua agenda diwakili Wawali\n\n08.00 Apel Korpri, Lumintang\n10.00 Rakor Forkopimda, Polda Bali (diwakili Sekda)',
    );
    expect(events).toMatchObject([
      { title: 'Apel Korpri', day: '2026-11-24', start: '08:00', leaders: ['Wali Kota > Wakil Wali Kota'] },
      { title: 'Rakor Forkopimda', leaders: ['Wali Kota > Sekda'] },
    ]);
  });

  it('the fields of a Balinese invitation', () => {
    const { events } = read(
      'Kepada Yth.\nBapak Sekretaris Daerah\ndi tempat\n\nMengharap kehadiran Bapak dalam acara Pujawali Pura Desa, pada :\nRahina : Saniscara, 28 / 11 / 2026\nGalah : Jam 16.00 Wita\nGenah : Pura Desa Adat Sesetan\nBusana : Adat Bali',
    );
    expect(events).toMatchObject([
      {
        title: 'Pujawali Pura Desa',
        day: '2026-11-28',
        start: '16:00',
        venue: 'Pura Desa Adat Sesetan',
        leaders: ['Sekda'],
      },
    ]);
  });

  it('a name before a field keeps its words', () => {
    expect(read('besok 7 pm Gala dinner APEKSI, attire: batik').events).toMatchObject([
      { title: 'Gala dinner APEKSI', start: '19:00', dress: 'batik' },
    ]);
  });
});

describe('hours with other marks behind them', () => {
  it('an arrow before the name', () => {
    const { events } = read(
      'Agenda Bapak Sekda\nRabu, 25 Nopember 2026\n\n⏰ 0800 - 0900 → Coffee morning\n   tempat: Rumah Dinas\n⏰ 1330 s/d selesai → Ekspose DED\n   tempat: PUPR',
    );
    expect(events).toMatchObject([
      { title: 'Coffee morning', start: '08:00', end: '09:00', venue: 'Rumah Dinas', leaders: ['Sekda'] },
      { title: 'Ekspose DED', start: '13:30', open: true, venue: 'PUPR', leaders: ['Sekda'] },
    ]);
    expect(events[0]?.act).toBeUndefined();
  });

  it('several events of one leader in a line', () => {
    const { events } = read(
      'Agenda 27/11\nWali Kota: 07.00 jalan santai Korpri; 10.00 paripurna; 18.00 makan malam (R. Jamuan)\nSekda: 08.00 apel; 14.00 rapat anggaran',
    );
    expect(events.map(({ title, start, leaders }) => `${start} ${title} ${leaders}`)).toEqual([
      '07:00 Jalan santai Korpri Wali Kota',
      '10:00 Paripurna Wali Kota',
      '18:00 Makan malam Wali Kota',
      '08:00 Apel Sekda',
      '14:00 Rapat anggaran Sekda',
    ]);
  });

  it('each message of a chat begins anew, and the last one corrects', () => {
    const { events } = read(
      '[22/11 20.01] Ajudan: Ijin, besok bapak:\n[22/11 20.01] Ajudan: 0900 buka lomba PKK di Kesiman\n[22/11 20.02] Ajudan: 1100 podcast RPKD\n[22/11 20.05] Ajudan: ralat, podcast jam 1230',
    );
    expect(events).toMatchObject([
      { title: 'Buka lomba PKK', start: '09:00', venue: 'Kesiman' },
      { title: 'Podcast RPKD', start: '11:00' },
      { act: 'change', title: 'Podcast', start: '12:30' },
    ]);
  });
});
