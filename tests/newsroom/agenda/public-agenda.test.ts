import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { siteAgendaMayDiffer } from '../../../src-main/newsroom/distribution/site-agenda.ts';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';
import { hasReader, textOfHtml } from '../../builders/independent-readers.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

let place: string;
let folder: string;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'kulkul situs '));
  folder = join(place, 'situs');
  await desk.test.core.start();
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

async function site(publicAgenda: boolean | undefined) {
  const { version } = await desk.client.site.get();
  const form = { folder, baseUrl: 'https://berita.denpasar.example/', title: 'Ruang Berita', description: '' };
  await desk.client.site.change({ ...form, ...(publicAgenda === undefined ? {} : { publicAgenda }), version });
  await jobs();
}

/** Lets what is due happen: the runner sleeps by the real clock. */
async function jobs() {
  desk.test.core.runner.wake();
  await desk.test.core.runner.idle();
}

/** As core.ts does it some seconds after a change. */
async function changed() {
  await siteAgendaMayDiffer(desk.test.core.newsroom);
  await jobs();
}

const pages = () => readdirSync(folder).filter((name) => !name.startsWith('.'));
const page = () => join(folder, 'agenda.html');
/** The lines of the page as another program's parser reads them, between its heading and its foot. */
function lines(): string[] {
  const all = textOfHtml(readFileSync(page()));
  return all.slice(
    all.findIndex((line) => line.startsWith('Agenda pimpinan yang terbuka')),
    all.lastIndexOf('Bagian Prokopim, Denpasar'),
  );
}

describe.skipIf(!hasReader('python3'))('Agenda publik on the newsroom site', () => {
  it('is not there before somebody turns it on, and goes when it is turned off', async () => {
    await confirmed();
    await site(undefined);
    expect(readdirSync(folder)).toContain('index.html');
    expect(readdirSync(folder)).not.toContain('agenda.html');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('Agenda publik');
    expect((await desk.client.site.get()).agenda).toBeNull();
    await site(true);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('href="agenda.html">Agenda publik</a>');
    expect(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).toContain('https://berita.denpasar.example/agenda.html');
    expect((await desk.client.site.get()).agenda).toMatchObject({ from: '2025-11-20', to: '2025-12-03', events: 1 });
    await site(false);
    expect(readdirSync(folder)).not.toContain('agenda.html');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('Agenda publik');
  });

  it('says the open, confirmed events of fourteen days, and nothing of the others', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const vice = await leader('Arya Wibawa', 'Wakil Wali Kota');
    await confirmed({
      attendance: [
        answerOf(mayor.id, { answer: 'attends' }),
        answerOf(vice.id, { answer: 'delegated', delegateName: 'Sekda 0812-3456-7890', instruction: 'pesan dalam' }),
      ],
      note: 'pesan dalam',
      contact: { name: 'Ibu Sri', phone: '0812-3456-7890' },
      venue: 'Graha (WA 0812.3456.7890)',
    });
    await confirmed({ title: 'Rapat Tertutup', pressAccess: 'closed' });
    await confirmed({ title: 'Baru Tentatif', state: 'tentative' });
    await confirmed({ title: 'Baru Usulan', state: 'proposed' });
    await confirmed({ title: 'Terbatas', start: '2025-12-03T20:00', end: null, pressAccess: 'limited', organizer: '' });
    await confirmed({ title: 'Hari ke-15', start: '2025-12-04T08:00', end: null });
    await confirmed({ title: 'Kemarin', start: '2025-11-19T08:00', end: null });
    await confirmed({ title: 'Pameran', start: '2025-11-18T08:00', end: '2025-11-22T20:00', organizer: '', venue: '' });
    await site(true);
    expect(lines()).toEqual([
      'Agenda pimpinan yang terbuka untuk umum, Kamis, 20 November 2025 sampai Rabu, 3 Desember 2025.',
      'Waktu dan tempat dapat berubah. Perubahan, penundaan, dan pembatalan ditandai di halaman ini.',
      'Kamis',
      '20 November 2025',
      '08.00 WITA – Sab, 22 Nov 20.00 WITA',
      'Pameran',
      '08.00–10.00 WITA',
      'Pembukaan Pekan Literasi',
      'Tempat',
      'Graha',
      'Penyelenggara',
      'Dinas Perpustakaan',
      'Pimpinan',
      'Wali Kota, Wakil Wali Kota (diwakili Sekda)',
      'Rabu',
      '3 Desember 2025',
      '20.00 WITA',
      'Terbatas',
      'Peliputan terbatas',
      'Tempat',
      'Graha Sewaka Dharma',
    ]);
  });

  it('marks what was moved, cancelled and put off, and says why of none', async () => {
    const start = { venue: '', organizer: '', end: null } as const;
    const later = await confirmed({ ...start, title: 'Mundur', venue: 'Aula' });
    const day = await confirmed({ ...start, title: 'Pindah hari' });
    const far = await confirmed({ ...start, title: 'Pindah jauh' });
    const off = await confirmed({ ...start, title: 'Tidak jadi' });
    const put = await confirmed({ ...start, title: 'Nanti' });
    const dated = await confirmed({ ...start, title: 'Nanti tahu' });
    await confirmed({ ...start, title: 'Usul batal', state: 'proposed' }).then((event) =>
      desk.client.agenda.setState({ id: event.id, version: 1, state: 'cancelled', reason: 'sakit' }),
    );
    await site(true);
    const reason = 'rahasia';
    await desk.client.agenda.change({
      id: later.id,
      version: 1,
      start: '2025-11-20T09:30',
      venue: 'Lapangan',
      reason,
    });
    await desk.client.agenda.change({ id: day.id, version: 1, start: '2025-11-21T09:00', reason });
    await desk.client.agenda.change({ id: far.id, version: 1, start: '2026-02-01T09:00', reason });
    await desk.client.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason });
    await desk.client.agenda.setState({ id: put.id, version: 1, state: 'postponed', reason });
    await desk.client.agenda.setState({
      id: dated.id,
      version: 1,
      state: 'postponed',
      start: '2025-11-25T10:00',
      reason,
    });
    await changed();
    expect(lines().slice(2)).toEqual([
      'Kamis',
      '20 November 2025',
      ...['08.00 WITA', 'Nanti', 'Ditunda, jadwal baru menyusul'],
      ...['08.00 WITA', 'Nanti tahu', 'Ditunda, menjadi Selasa, 25 November 2025, 10.00 WITA'],
      ...['08.00 WITA', 'Pindah hari', 'Dipindahkan, menjadi Jumat, 21 November 2025, 09.00 WITA'],
      ...['08.00 WITA', 'Pindah jauh', 'Dipindahkan, menjadi Minggu, 1 Februari 2026, 09.00 WITA'],
      ...['08.00 WITA', 'Tidak jadi', 'Batal'],
      ...['09.30 WITA', 'Mundur', 'Berubah, semula 08.00 WITA di Aula', 'Tempat', 'Lapangan'],
      'Jumat',
      '21 November 2025',
      ...['09.00 WITA', 'Pindah hari', 'Berubah, semula Kamis, 20 November 2025, 08.00 WITA'],
    ]);
  });

  it('says nothing of what an event was while it was closed or not confirmed', async () => {
    const closed = await confirmed({ title: 'Rahasia Besar', venue: 'Ruang Rahasia', pressAccess: 'closed' });
    const early = await confirmed({ title: 'Baru', start: '2025-11-22T07:00', end: null, state: 'tentative' });
    await site(true);
    const change = { id: closed.id, reason: 'rahasia' };
    await desk.client.agenda.change({ ...change, version: 1, start: '2025-11-21T11:00', end: null, venue: 'Pura' });
    await desk.client.agenda.change({ ...change, version: 2, title: 'Sembahyang', pressAccess: 'open' });
    await desk.client.agenda.change({ id: early.id, version: 1, start: '2025-11-23T07:00' });
    await desk.client.agenda.setState({ id: early.id, version: 2, state: 'confirmed' });
    await changed();
    const text = lines().slice(2).join('\n');
    expect(text).toContain('11.00 WITA\nSembahyang\nTempat\nPura');
    expect(text).toContain('07.00 WITA\nBaru');
    expect(text).not.toMatch(/[Rr]ahasia|08\.00|Berubah|Sabtu/);
    // moved while it is open, then closed again: nothing is left of it, also not on the day it stood on
    await desk.client.agenda.change({ ...change, version: 3, start: '2025-11-24T11:00' });
    await changed();
    expect(lines().join('\n')).toContain('Sembahyang\nDipindahkan, menjadi Senin, 24 November 2025');
    await desk.client.agenda.change({ ...change, version: 4, pressAccess: 'closed' });
    await changed();
    expect(lines().join('\n')).not.toContain('Sembahyang');
  });

  it('follows the days by itself, writes nothing that has not changed, and touches no other page for it', async () => {
    await confirmed();
    await confirmed({ title: 'Lusa', start: '2025-11-22T08:00', end: null });
    await site(true);
    const stands = () => pages().map((name) => [name, statSync(join(folder, name)).mtimeMs]);
    const before = stands();
    await changed();
    expect(stands()).toEqual(before);
    // 00.00.10 in Denpasar
    desk.test.clock.set('2025-11-20T16:00:10Z');
    await jobs();
    expect(lines().join('\n')).not.toContain('Pekan Literasi');
    expect(lines().join('\n')).toContain('Lusa');
    const touched = stands().filter(([name, at]) => !before.some(([one, was]) => one === name && was === at));
    expect(touched.map(([name]) => name)).toEqual(['agenda.html']);
    desk.test.clock.set('2025-11-22T16:00:10Z');
    await jobs();
    expect(lines().at(-1)).toBe('Belum ada agenda publik untuk dua minggu ke depan.');
    expect(await desk.client.site.rewrite()).toMatchObject({ written: 0, removed: 0 });
  });

  it('says why not where the folder is gone, comes when it is back, and mends what was cut off', async () => {
    const event = await confirmed();
    await site(true);
    renameSync(place, `${place} lepas`);
    await desk.client.agenda.change({ id: event.id, version: 1, venue: 'Lapangan Puputan', reason: 'hujan' });
    await changed();
    expect((await desk.client.site.get()).agenda).toMatchObject({
      events: 1,
      refusal: { code: 'folder_unusable', params: { reason: 'missing' } },
    });
    renameSync(`${place} lepas`, place);
    // a run that was cut off leaves its mark in the manifest, and perhaps half of its files
    const manifest = join(folder, '.kulkul-manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"state":"whole"', '"state":"writing"'));
    rmSync(page());
    writeFileSync(join(folder, '.kulkul-0a1b2c3d4e5f.part'), 'setengah');
    desk.test.clock.move({ minutes: 6 });
    await jobs();
    expect(lines().join('\n')).toContain('Lapangan Puputan');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await desk.client.site.get()).agenda?.refusal).toBeNull();
  });

  it('goes on after a restart of the core', async () => {
    await confirmed({ start: '2025-11-21T08:00', end: null });
    await site(true);
    await desk.test.reopen();
    desk.test.clock.set('2025-11-21T17:00:00Z');
    await desk.test.core.start();
    await jobs();
    expect(lines().at(-1)).toBe('Belum ada agenda publik untuk dua minggu ke depan.');
  });
});
