import { describe, expect, it } from 'vitest';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

describe('text for WhatsApp', () => {
  const day = { kind: 'day', day: '2025-11-20', style: 'rich', edition: 'internal' } as const;
  it('of a day reads back as what it was made from', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({ attendance: [answerOf(mayor.id)], note: 'Sambutan: ya\nBawa map' });
    await confirmed({
      title: 'Rapat Paripurna',
      start: '2025-11-20T13:30',
      end: null,
      openEnd: true,
      attendance: [answerOf(mayor.id, { answer: 'delegated', delegateName: 'Sekda' })],
    });
    const shared = await desk.client.agenda.shareText(day);
    expect(shared.text).toMatchInlineSnapshot(`
      "*AGENDA PIMPINAN*
      *Kamis, 20 November 2025*

      *WALI KOTA*
      1. *08.00–10.00 WITA* | Pembukaan Pekan Literasi
         📍 Graha Sewaka Dharma
         🏛 Dinas Perpustakaan
         👔 Batik
         📝 Catatan: Sambutan: ya; Bawa map
      2. *13.30 WITA – selesai* | Rapat Paripurna
         📍 Graha Sewaka Dharma
         🏛 Dinas Perpustakaan
         👔 Batik
         ➡ Diwakili: Sekda

      _Rev. 1 • 20/11/2025 08.00 WITA_"
    `);
    const reading = await desk.client.agenda.readText({ text: `${shared.greeting}\n\n${shared.text}` });
    expect(reading.notUnderstood).toEqual([]);
    expect(
      reading.proposals.map((proposal) => [
        proposal.title?.value,
        proposal.startClock?.value,
        proposal.venue?.value,
        proposal.leaders[0]?.answer,
      ]),
    ).toEqual([
      ['Pembukaan Pekan Literasi', '08:00', 'Graha Sewaka Dharma', 'unknown'],
      ['Rapat Paripurna', '13:30', 'Graha Sewaka Dharma', 'delegated'],
    ]);
    expect(reading.proposals.every((proposal) => proposal.knownEventId !== null)).toBe(true);
  });
  it('with every field reads back as what it was made from', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({
      attendance: [answerOf(mayor.id)],
      transitRoom: 'Ruang Transit Lt. 1',
      companions: 'Asisten II',
      protocolOfficer: { name: 'Komang Adi', phone: '0812-3456-7890' },
      contact: { name: 'Ibu Sri', phone: '(0361) 223344' },
      speech: { needed: true, officialId: null, speaker: '' },
      crew: [
        { role: 'writer', userId: null, name: 'Ayu' },
        { role: 'photographer', userId: null, name: 'Made' },
      ],
    });
    const { text } = await desk.client.agenda.shareText(day);
    expect(text).toMatchInlineSnapshot(`
      "*AGENDA PIMPINAN*
      *Kamis, 20 November 2025*

      *WALI KOTA*
      1. *08.00–10.00 WITA* | Pembukaan Pekan Literasi
         📍 Graha Sewaka Dharma
         🏛 Dinas Perpustakaan
         👔 Batik
         🚪 Transit: Ruang Transit Lt. 1
         👥 Pendamping: Asisten II
         ☎ PIC Protokol: Komang Adi 0812-3456-7890
         ☎ Narahubung: Ibu Sri (0361) 223344
         🎤 Sambutan: ya
         📷 Liputan: Ayu (tulis), Made (foto)

      _Rev. 1 • 20/11/2025 08.00 WITA_"
    `);
    const reading = await desk.client.agenda.readText({ text });
    expect(reading.proposals[0]).toMatchObject({
      notUnderstood: [],
      transitRoom: { value: 'Ruang Transit Lt. 1' },
      protocolOfficer: { value: { name: 'Komang Adi', phone: '0812-3456-7890' } },
      contact: { value: { name: 'Ibu Sri', phone: '(0361) 223344' } },
      crew: { value: [{ role: 'writer' }, { role: 'photographer' }] },
    });
    const open = await desk.client.agenda.shareText({ ...day, edition: 'public' });
    expect(open.text).not.toMatch(/Komang|Sri|Transit|Liputan|Sambutan|Asisten|Batik/);
    const days = await desk.client.agenda.shareText({ ...day, until: '2025-11-21' });
    expect(days.text).toContain('*Jumat, 21 November 2025*\n\nTidak ada agenda pada tanggal ini.');
  });
  it('of a day without anything says so', async () => {
    expect((await desk.client.agenda.shareText(day)).text).toContain('Tidak ada agenda pada tanggal ini.');
  });
  it('the public edition has no closed event, number, dress or note', async () => {
    await confirmed({
      venue: 'Graha Sewaka Dharma (HP 0812-3456-7890)',
      note: 'bawa berkas 081 234 567 890',
      organizer: 'Dinas +62 812 3456 7890',
    });
    await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    const shared = await desk.client.agenda.shareText({ ...day, edition: 'public' });
    expect(shared).toMatchObject({ events: 1, leftOut: 1 });
    expect(shared.text).not.toMatch(/Tertutup|berkas|Batik|\d{4}[\s-]?\d{4}/);
    expect(shared.text).toContain('Graha Sewaka Dharma');
  });
  it('plain has neither marks nor emoji', async () => {
    await confirmed();
    const { text } = await desk.client.agenda.shareText({ ...day, style: 'plain' });
    expect(text).not.toMatch(/[*_~]|\p{Extended_Pictographic}/u);
    expect(text).toContain('Tempat: Graha Sewaka Dharma');
  });
  it('of a changed event is the change notice', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const event = await confirmed({ attendance: [answerOf(mayor.id)] });
    const share = { kind: 'event', id: event.id, style: 'rich', edition: 'internal' } as const;
    expect((await desk.client.agenda.shareText(share)).notice).toBe('event');
    await desk.client.agenda.change({
      id: event.id,
      version: 1,
      start: '2025-11-20T09:30',
      end: null,
      reason: 'menyesuaikan kedatangan undangan',
    });
    const changed = await desk.client.agenda.shareText(share);
    expect(changed.notice).toBe('changed');
    expect(changed.text).toMatchInlineSnapshot(`
      "*PERUBAHAN AGENDA (Rev. 2)*
      Kamis, 20 November 2025 – Wali Kota
      Pembukaan Pekan Literasi
      Waktu: ~08.00–10.00 WITA~ → *09.30 WITA*
      Tempat: tetap
      Sebab: menyesuaikan kedatangan undangan"
    `);
    await desk.client.agenda.setState({ id: event.id, version: 2, state: 'cancelled', reason: 'hujan lebat' });
    const gone = await desk.client.agenda.shareText(share);
    expect(gone.notice).toBe('cancelled');
    expect(gone.text).toMatchInlineSnapshot(`
      "*BATAL*
      Kamis, 20 November 2025 – Wali Kota
      Pembukaan Pekan Literasi
      Waktu: ~09.30 WITA~
      Sebab: hujan lebat"
    `);
  });
  it('of a postponed event tells the new time, or that it follows', async () => {
    const event = await confirmed();
    const share = { kind: 'event', id: event.id, style: 'plain', edition: 'internal' } as const;
    await desk.client.agenda.setState({ id: event.id, version: 1, state: 'postponed', reason: 'rapat kabinet' });
    expect((await desk.client.agenda.shareText(share)).text).toContain('Waktu baru: menyusul');
    const english = await desk.client.agenda.shareText({ ...share, language: 'en' });
    expect(english.text).toContain('POSTPONED');
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const deputy = await leader('Arya Wibawa', 'Wakil Wali Kota');
    const other = await confirmed({
      start: '2025-11-21T13:00',
      end: '2025-11-21T14:00',
      attendance: [answerOf(mayor.id, { answer: 'attends' }), answerOf(deputy.id, { answer: 'absent' })],
    });
    const off = { state: 'postponed' as const, reason: 'rapat kabinet', start: '2025-11-24T09:00' };
    await desk.client.agenda.setState({ id: other.id, version: 1, ...off });
    const told = () => desk.client.agenda.shareText({ ...share, id: other.id, style: 'rich' });
    expect((await told()).text).toMatchInlineSnapshot(`
      "*DITUNDA*
      Jumat, 21 November 2025 – Wali Kota
      Pembukaan Pekan Literasi
      Semula: ~Jumat, 21 November 2025, 13.00–14.00 WITA~
      Waktu baru: *Senin, 24 November 2025, 09.00–10.00 WITA*
      Sebab: rapat kabinet"
    `);
    // a new time that was found later stands there as well
    const found = { start: '2025-11-25T10:00', end: '2025-11-25T11:00', reason: 'ruang' };
    await desk.client.agenda.change({ id: other.id, version: 2, ...found });
    expect((await told()).text).toContain('Semula: ~Jumat, 21 November 2025, 13.00–14.00 WITA~');
    expect((await told()).text).toContain('Waktu baru: *Selasa, 25 November 2025, 10.00–11.00 WITA*');
  });
  it('of one that takes place after all says so, with its hour', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    for (const [state, hour] of [
      ['cancelled', '08'],
      ['postponed', '13'],
    ] as const) {
      const times = { start: `2025-11-20T${hour}:00`, end: `2025-11-20T${hour}:45` };
      const event = await confirmed({ ...times, attendance: [answerOf(mayor.id)] });
      const share = { kind: 'event', id: event.id, style: 'rich', edition: 'public' } as const;
      await desk.client.agenda.setState({ id: event.id, version: 1, state, reason: 'hujan lebat' });
      await desk.client.agenda.setState({ id: event.id, version: 2, state: 'confirmed', reason: 'cuaca membaik' });
      const told = await desk.client.agenda.shareText(share);
      expect(told.notice).toBe('changed');
      expect(told.text).toMatch(/^\*JADI DILAKSANAKAN \(Rev\. \d\)\*\nKamis, 20 November 2025 – Wali Kota\n/);
      expect(told.text).toContain(`*${hour}.00–${hour}.45 WITA* | Pembukaan Pekan Literasi`);
      expect(told.text).toContain('Graha Sewaka Dharma');
      expect(told.text).toContain('Sebab: cuaca membaik');
    }
  });
});

describe('what the public is told', () => {
  it('has no note behind who invites and who stands in', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({
      start: '2025-12-01T08:00',
      end: null,
      venue: 'Graha, catatan: parkir belakang',
      organizer: 'Dinas Y (CP: Pak Made 0812-3456-7890), catatan: bayar dulu',
      attendance: [answerOf(mayor.id, { answer: 'delegated', delegateName: 'Sekda (catatan: Wali sakit)' })],
    });
    const asked = { kind: 'day', day: '2025-12-01', style: 'plain', edition: 'public' } as const;
    const { text } = await desk.client.agenda.shareText(asked);
    expect(text).toContain('Dinas Y');
    expect(text).toContain('Sekda');
    expect(text).not.toMatch(/catatan|Made|bayar|sakit|parkir|0812/iu);
  });
  it('has no reason that says it is not for the public', async () => {
    for (const [reason, told] of [
      ['rapat tertutup dgn KPK', false],
      ['jgn disebar: ada pemeriksaan', false],
      ['pak wali sakit perut, jgn bilang siapa2 ya', false],
      ['Pesan: “rapat diundur, wali ada acara keluarga”', false],
      ['hujan deras', true],
    ] as const) {
      const event = await confirmed({ start: '2025-12-02T08:00', end: null });
      await desk.client.agenda.setState({ id: event.id, version: 1, state: 'cancelled', reason });
      const asked = { kind: 'event', id: event.id, style: 'plain' } as const;
      const text = async (edition: 'public' | 'internal') =>
        (await desk.client.agenda.shareText({ ...asked, edition })).text;
      expect((await text('public')).includes(reason)).toBe(told);
      expect(await text('internal')).toContain(reason);
      const moved = await confirmed({ start: '2025-12-02T10:00', end: null });
      await desk.client.agenda.change({ id: moved.id, version: 1, venue: 'Taman', reason });
      const { text: change } = await desk.client.agenda.shareText({ ...asked, id: moved.id, edition: 'public' });
      expect(change.includes(reason)).toBe(told);
    }
  });
});
