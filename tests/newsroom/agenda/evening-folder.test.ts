import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgendaFolder } from '../../../src-main/contract/agenda-out.ts';
import { agendaMayDiffer, holdFolder } from '../../../src-main/newsroom/agenda/outgoing/evening-folder.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { agendaDesk, answerOf, refusalOf } from '../../builders/agenda-desk.ts';
import { hasReader, textOfPdf } from '../../builders/independent-readers.ts';

const desk = agendaDesk();
const { leader, confirmed } = desk;

let place: string;
let folder: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'kulkul sinkron '));
  folder = join(place, 'Agenda Pimpinan');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const pdfs = (at = folder) =>
  readdirSync(at)
    .filter((name) => !name.startsWith('.'))
    .sort();
const tomorrow = { start: '2025-11-21T08:00', end: '2025-11-21T10:00' };

async function turnOn(more: Partial<AgendaFolder> & { takeOver?: boolean } = {}) {
  const { version } = await desk.client.agendaOut.folder();
  return desk.client.agendaOut.changeFolder({
    on: true,
    folder,
    clock: '17:00',
    files: [{ edition: 'internal', per: 'all' }],
    ...more,
    version,
  });
}

/** Lets what is due happen: the runner sleeps by the real clock. */
async function jobs() {
  desk.test.core.runner.wake();
  await desk.test.core.runner.idle();
}

/** As core.ts does it some seconds after a change. */
async function changed() {
  await agendaMayDiffer(desk.test.core.newsroom);
  await jobs();
}

describe('the evening sheet in a folder', () => {
  beforeEach(() => desk.test.core.start());

  it('is written at its hour in the zone of the office, and not before', async () => {
    await confirmed(tomorrow);
    await turnOn();
    await jobs();
    expect(pdfs()).toEqual([]);
    // 16.59 WITA
    desk.test.clock.set('2025-11-20T08:59:30Z');
    await jobs();
    expect(pdfs()).toEqual([]);
    desk.test.clock.set('2025-11-20T09:00:10Z');
    await jobs();
    expect(pdfs()).toEqual(['Agenda 2025-11-21 Semua Pimpinan (internal).pdf']);
    const state = await desk.client.agendaOut.folder();
    expect(state.written).toMatchObject({ day: '2025-11-21', files: pdfs(), refusal: null });
    expect(state.failed).toBeNull();
    if (hasReader('pdftotext')) {
      expect(textOfPdf(readFileSync(join(folder, pdfs()[0] ?? '')))).toContain('Pembukaan Pekan Literasi');
    }
    // the next evening, by the same job
    desk.test.clock.set('2025-11-21T09:00:10Z');
    await jobs();
    expect(pdfs()).toHaveLength(2);
  });

  it('is made up for when the computer slept through the hour, and follows a change in the morning', async () => {
    const event = await confirmed(tomorrow);
    await turnOn();
    await jobs();
    // woken at 05.30 of the day itself
    desk.test.clock.set('2025-11-20T21:30:00Z');
    await jobs();
    const [name = ''] = pdfs();
    expect(name).toContain('2025-11-21');
    const before = readFileSync(join(folder, name));
    await changed();
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    await desk.client.agenda.change({ id: event.id, version: 1, venue: 'Lapangan Puputan', reason: 'hujan' });
    await changed();
    expect(pdfs()).toEqual([name]);
    if (hasReader('pdftotext')) expect(textOfPdf(readFileSync(join(folder, name)))).toContain('Lapangan Puputan');
  });

  it('does not change for what is not on the paper', async () => {
    const event = await confirmed(tomorrow);
    await turnOn();
    desk.test.clock.set('2025-11-20T09:00:10Z');
    await jobs();
    const before = await desk.client.agendaOut.folder();
    await desk.client.agenda.change({ id: event.id, version: 1, releaseNeeded: true });
    desk.test.clock.move({ minutes: 5 });
    await changed();
    expect((await desk.client.agendaOut.folder()).written).toEqual(before.written);
  });

  it('has one file per leader in both editions, and empties that of a leader who has nothing any more', async () => {
    const mayor = await leader('Jaya Negara', 'Wali Kota');
    const vice = await leader('Arya Wibawa', 'Wakil Wali Kota');
    await confirmed({ ...tomorrow, attendance: [answerOf(mayor.id)] });
    const off = await confirmed({ ...tomorrow, title: 'Rapat', attendance: [answerOf(vice.id)] });
    await turnOn({
      files: [
        { edition: 'internal', per: 'each' },
        { edition: 'public', per: 'matrix' },
      ],
    });
    await desk.client.agendaOut.writeFolder();
    const names = [
      'Agenda 2025-11-21 Matriks Pimpinan (publik).pdf',
      'Agenda 2025-11-21 Wakil Wali Kota (internal).pdf',
      'Agenda 2025-11-21 Wali Kota (internal).pdf',
    ];
    expect(pdfs()).toEqual(names);
    await desk.client.agenda.setState({ id: off.id, version: 1, state: 'cancelled', reason: 'batal' });
    await changed();
    expect(pdfs()).toEqual(names);
    if (hasReader('pdftotext')) {
      expect(textOfPdf(readFileSync(join(folder, names[1] ?? '')))).toContain('Tidak ada agenda kegiatan');
    }
  });

  it('leaves the files of others alone, also one with the same name', async () => {
    mkdirSync(folder);
    const name = 'Agenda 2025-11-21 Semua Pimpinan (internal).pdf';
    writeFileSync(join(folder, name), 'punya orang lain');
    await turnOn();
    await desk.client.agendaOut.writeFolder();
    await desk.client.agendaOut.writeFolder();
    expect(pdfs()).toEqual(['Agenda 2025-11-21 Semua Pimpinan (internal) (2).pdf', name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('punya orang lain');
  });

  it('says why not when the folder is gone, fills no empty place of an unplugged disk, and goes on when it is back', async () => {
    await confirmed(tomorrow);
    await turnOn();
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    desk.test.clock.set('2025-11-20T09:00:10Z');
    await jobs();
    expect(pdfs()).toEqual([]);
    const state = await desk.client.agendaOut.folder();
    expect(state.failed).toMatchObject({
      day: '2025-11-21',
      refusal: { code: 'agenda_folder_unusable', params: { reason: 'vanished' } },
    });
    expect((await refusalOf(desk.client.agendaOut.writeFolder())).code).toBe('agenda_folder_unusable');
    await turnOn();
    desk.test.clock.move({ minutes: 6 });
    await jobs();
    expect(pdfs()).toHaveLength(1);
    expect((await desk.client.agendaOut.folder()).failed).toBeNull();
  });

  it('is chosen by the admin alone, and its place is told to nobody else', async () => {
    await turnOn();
    const { client } = await desk.test.as('protocol');
    expect((await client.agendaOut.folder()).settings.folder).toBe('');
    expect((await refusalOf(client.agendaOut.checkFolder({ folder }))).code).toBe('not_allowed');
    // but who keeps the agenda may have it written
    expect((await client.agendaOut.writeFolder()).written?.files).toHaveLength(1);
    const observer = await desk.test.as('observer');
    expect((await refusalOf(observer.client.agendaOut.writeFolder())).code).toBe('not_allowed');
  });

  it('refuses folders that cannot be it, with the reason', async () => {
    const reason = async (at: string) =>
      ((await refusalOf(turnOn({ folder: at }))) as { params?: { reason?: string } }).params?.reason;
    expect(await reason('Agenda')).toBe('relative');
    expect(await reason(join(place, 'tidak', 'ada'))).toBe('missing');
    writeFileSync(join(place, 'berkas'), '');
    expect(await reason(join(place, 'berkas'))).toBe('not_folder');
    expect(await reason(join(desk.test.folder, 'Agenda'))).toBe('own_data');
    mkdirSync(folder);
    writeFileSync(
      join(folder, '.kulkul-agenda.json'),
      JSON.stringify({ kulkul: 'agenda', ownerId: 'LAIN', formerly: [] }),
    );
    expect(await reason(folder)).toBe('other_office');
  });

  it('after a restore waits until a person takes it over', async () => {
    await confirmed(tomorrow);
    await turnOn();
    const { newsroom } = desk.test.core;
    await newsroom.write(async (stores) => done(await holdFolder(newsroom, stores)));
    expect((await desk.client.agendaOut.folder()).held).toBe(true);
    expect((await refusalOf(desk.client.agendaOut.writeFolder())).code).toBe('agenda_folder_unusable');
    expect((await refusalOf(turnOn())).code).toBe('agenda_folder_unusable');
    const state = await turnOn({ takeOver: true });
    expect(state.held).toBe(false);
    await desk.client.agendaOut.writeFolder();
    expect(pdfs()).toHaveLength(1);
  });

  it('goes on after a restart of the core', async () => {
    await confirmed(tomorrow);
    await turnOn();
    await jobs();
    await desk.test.reopen();
    desk.test.clock.set('2025-11-20T10:00:00Z');
    await desk.test.core.start();
    await jobs();
    expect(pdfs()).toHaveLength(1);
  });
});
