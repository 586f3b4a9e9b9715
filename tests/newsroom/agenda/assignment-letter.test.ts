import { expect, it } from 'vitest';
import { agendaDesk } from '../../builders/agenda-desk.ts';
import { hasReader, textOfDocx } from '../../builders/independent-readers.ts';

const desk = agendaDesk();

async function ask(query: Record<string, string>) {
  const response = await desk.test.core.raw.assignmentLetter({
    caller: desk.test.first.caller,
    params: {},
    query: new URLSearchParams(query),
    headers: new Headers(),
    body: new Uint8Array(),
    signal: new AbortController().signal,
  });
  return {
    status: response.status,
    name: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

const crew = (role: 'writer' | 'photographer', name: string) => ({ role, userId: null, name });

it.skipIf(!hasReader('soffice'))(
  'a Surat Tugas opens in LibreOffice with its crew, its events and its letter',
  async () => {
    const one = await desk.confirmed({ crew: [crew('writer', 'Ayu Saraswati'), crew('photographer', 'Made Dwi')] });
    const two = await desk.confirmed({
      title: 'Rapat & "Evaluasi" <akhir>',
      start: '2025-11-21T13:00',
      end: null,
      crew: [crew('photographer', 'Ayu Saraswati')],
    });
    await desk.client.agendaOut.setSigner({
      position: 'Kepala Bagian',
      name: 'I Wayan Contoh',
      rank: '',
      nip: '19700101 199503 1 001',
    });
    const letter = await ask({ events: `${one.id},${two.id}`, number: '800/12/Prokopim/2025' });
    expect(letter.status).toBe(200);
    expect(letter.name).toContain('Surat Tugas 2025-11-20.docx');
    const text = textOfDocx(letter.bytes);
    for (const said of [
      'SURAT TUGAS',
      'NOMOR: 800/12/Prokopim/2025',
      'Ayu Saraswati',
      'Penulis berita, Fotografer',
      'Made Dwi',
      'Kamis, 20 November 2025',
      'Rapat & "Evaluasi" <akhir>',
      'Denpasar, 20 November 2025',
      'Kepala Bagian,',
      'I Wayan Contoh',
      'NIP 19700101 199503 1 001',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.match(/Ayu Saraswati/g)).toHaveLength(1);
  },
);

it('refuses where nobody is assigned, where the event is off, and where there is none', async () => {
  const event = await desk.confirmed();
  expect((await ask({ events: event.id })).status).toBe(422);
  expect((await ask({ events: '01JD0000000000000000000000' })).status).toBe(404);
  expect((await ask({ events: 'x' })).status).toBe(422);
  const off = await desk.confirmed({ crew: [crew('writer', 'Ayu')] });
  await desk.client.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'hujan' });
  expect((await ask({ events: off.id })).status).toBe(422);
});

it('remembers who signs', async () => {
  expect(await desk.client.agendaOut.signer()).toEqual({ position: '', name: '', rank: '', nip: '' });
  const signer = { position: 'Kepala Bagian', name: 'I Wayan Contoh', rank: 'Pembina', nip: '' };
  await desk.client.agendaOut.setSigner(signer);
  expect(await desk.client.agendaOut.signer()).toEqual(signer);
});
