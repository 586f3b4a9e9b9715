import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src-main/newsroom/caller.ts';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';
import { hasReader, textOfPdf } from '../../builders/independent-readers.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

/** A raw route as the door calls it. */
export async function ask(name: 'agendaSheet' | 'agendaCalendar', query: Record<string, string>, caller?: Caller) {
  const response = await desk.test.core.raw[name]({
    caller: caller ?? desk.test.first.caller,
    params: {},
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: new Uint8Array(),
    signal: new AbortController().signal,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, bytes, name: response.headers.get('content-disposition') ?? '' };
}

const contacts = {
  protocolOfficer: { name: 'Komang Adi', phone: '0812-3456-7890' },
  contact: { name: 'Ibu Sri', phone: '(0361) 223344' },
};

describe.skipIf(!hasReader('pdftotext'))('Agenda Harian Pimpinan as PDF, read by poppler', () => {
  it('has the fields of the real sheet in their order, and no row for what is empty', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    await confirmed({
      attendance: [answerOf(mayor.id, { answer: 'delegated', delegateName: 'Sekda', instruction: 'bacakan sambutan' })],
      transitRoom: 'Ruang Transit Lt. 1',
      companions: 'Asisten II',
      speech: { needed: true, officialId: null, speaker: '' },
      note: 'Bawa map',
      ...contacts,
    });
    await confirmed({
      title: 'Rapat Paripurna',
      start: '2025-11-20T13:30',
      end: null,
      openEnd: true,
      dressCode: '',
      attendance: [answerOf(mayor.id)],
      state: 'tentative',
    });
    const sheet = await ask('agendaSheet', { from: '2025-11-20', leader: mayor.id });
    expect(sheet.status).toBe(200);
    expect(sheet.name).toContain('filename="Agenda 2025-11-20 Wali Kota (internal).pdf"');
    const lines = textOfPdf(sheet.bytes)
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== '');
    expect(lines).toEqual([
      'Bagian Prokopim',
      'Denpasar',
      'AGENDA KEGIATAN WALI KOTA',
      'Kamis, 20 November 2025 Rev. 1',
      "(1). Pkl. 08.00-10.00 WITA (120')",
      'Pembukaan Pekan Literasi',
      'Diwakili: Sekda (bacakan sambutan)',
      'Lokasi : Graha Sewaka Dharma',
      'Penyelenggara : Dinas Perpustakaan',
      'Pakaian : Batik',
      'Transit : Ruang Transit Lt. 1',
      'Pendamping : Asisten II',
      'PIC Protokol : Komang Adi',
      'No.Hp : 0812-3456-7890',
      'Narahubung : Ibu Sri',
      'No.Hp : (0361) 223344',
      'Sambutan : ya',
      'Catatan : Bawa map',
      '(2). Pkl. 13.30 WITA - selesai (tentatif)',
      'Rapat Paripurna',
      'Lokasi : Graha Sewaka Dharma',
      'Penyelenggara : Dinas Perpustakaan',
      'Dicetak pada: 20 Nov 2025, 08.00 WITA | Kulkul INTERNAL: memuat nomor telepon Halaman 1 dari 1',
    ]);
  });

  it('of a day without events says so, and several days lie in one file', async () => {
    await confirmed();
    const sheet = await ask('agendaSheet', { from: '2025-11-20', to: '2025-11-21' });
    const text = textOfPdf(sheet.bytes);
    expect(text).toContain('Jumat, 21 November 2025');
    expect(text).toContain('Tidak ada agenda kegiatan yang disetujui pada tanggal ini.');
    expect(text.indexOf('Pembukaan Pekan Literasi')).toBeLessThan(text.indexOf('Jumat, 21 November 2025'));
    expect(sheet.name).toContain('Agenda 2025-11-20 s.d. 2025-11-21 Semua Pimpinan (internal).pdf');
  });

  it('as a matrix has times downwards and leaders across', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const vice = await leader('Arya Wibawa', 'Wakil Wali Kota');
    await confirmed({ attendance: [answerOf(mayor.id)] });
    await confirmed({
      title: 'Peninjauan Pasar',
      start: '2025-11-20T09:00',
      end: null,
      attendance: [answerOf(vice.id)],
    });
    const sheet = await ask('agendaSheet', { from: '2025-11-20', arrangement: 'matrix' });
    const text = textOfPdf(sheet.bytes);
    expect(text).toMatch(/Waktu\s+Wali Kota\s+Wakil Wali Kota/);
    expect(text).toMatch(/08\.00\s+08\.00-10\.00 WITA/);
    expect(sheet.name).toContain('Matriks Pimpinan');
  });

  it('gives who only looks the public edition, whatever they ask for', async () => {
    const { caller } = await desk.test.as('observer');
    await desk.client.office.change({
      version: 1,
      letterhead: {
        lines: ['Pemerintah Kota', 'Jalan Gajah Mada, Telp. (0361) 223344'],
        footer: 'Narahubung 0812 3456 7890',
      },
    });
    await confirmed({ ...contacts, note: 'KDS bawa map' });
    await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    const sheet = await ask('agendaSheet', { from: '2025-11-20', edition: 'internal' }, caller);
    const text = textOfPdf(sheet.bytes);
    expect(sheet.name).toContain('(publik)');
    expect(text).toContain('Pembukaan Pekan Literasi');
    expect(text).toContain('Jalan Gajah Mada');
    expect(text).not.toMatch(/0812|223344|Komang|KDS|Tertutup|Batik|INTERNAL/);
  });

  it('refuses a span that is none', async () => {
    expect((await ask('agendaSheet', { from: '2025-11-21', to: '2025-11-20' })).status).toBe(422);
    expect((await ask('agendaSheet', { from: '2025-02-30' })).status).toBe(422);
    expect((await ask('agendaSheet', { from: '2025-01-01', to: '2025-12-31' })).status).toBe(422);
    expect((await ask('agendaSheet', { from: '2025-11-20', leader: '01JD0000000000000000000000' })).status).toBe(404);
  });
});
