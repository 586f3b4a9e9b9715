import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sheetFolder } from '../../../src-main/adapters/sheet-folder/sheet-folder.ts';
import { agendaDesk } from '../../builders/agenda-desk.ts';
import { canMount, smallDisk } from '../../builders/small-disk.ts';

const desk = agendaDesk();
let disk: { path: string; unmount: () => void } | null;
let folder: string;
beforeEach(() => {
  disk = canMount ? smallDisk(1) : null;
  folder = join(disk?.path ?? '', 'Agenda');
});
afterEach(() => disk?.unmount());

describe.skipIf(!canMount)('the evening sheet on a disk that is full', () => {
  it('says so, leaves what lay there whole, and is written when there is room', async () => {
    await desk.test.core.start();
    await desk.client.agenda.add({
      title: 'Rapat',
      start: '2025-11-21T08:00',
      zone: 'Asia/Makassar',
      state: 'confirmed',
    });
    mkdirSync(folder);
    await desk.client.agendaOut.changeFolder({
      on: true,
      folder,
      clock: '17:00',
      files: [{ edition: 'internal', per: 'all' }],
      version: 0,
    });
    await desk.client.agendaOut.writeFolder();
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.pdf'));
    const before = readFileSync(join(folder, name));
    const fill = join(disk?.path ?? '', 'penuh');
    try {
      writeFileSync(fill, Buffer.alloc(2_000_000));
    } catch {
      // as full as it gets
    }
    await desk.client.agenda.add({
      title: 'Lagi',
      start: '2025-11-21T09:00',
      zone: 'Asia/Makassar',
      state: 'confirmed',
    });
    await expect(desk.client.agendaOut.writeFolder()).rejects.toMatchObject({ data: { code: 'disk_full' } });
    expect((await desk.client.agendaOut.folder()).failed?.refusal?.code).toBe('disk_full');
    expect(readFileSync(join(folder, name)).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((one) => one.endsWith('.part'))).toEqual([]);
    rmSync(fill);
    const state = await desk.client.agendaOut.writeFolder();
    expect(state.failed).toBeNull();
    expect(readFileSync(join(folder, name)).equals(before)).toBe(false);
  });

  it('that takes nothing any more is told, tried again by itself, and written when it takes files again', async () => {
    const mount = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, disk?.path ?? '']);
    await desk.client.agenda.add({ title: 'Rapat', start: '2025-11-21T08:00', zone: 'Asia/Makassar' });
    mkdirSync(folder);
    const settings = { on: true, folder, clock: '17:00', files: [{ edition: 'internal', per: 'all' }] } as const;
    await desk.client.agendaOut.changeFolder({ ...settings, files: [...settings.files], version: 0 });
    await desk.test.core.start();
    mount('ro');
    try {
      desk.test.clock.set('2025-11-20T09:00:10Z');
      desk.test.core.runner.wake();
      await desk.test.core.runner.idle();
      expect((await desk.client.agendaOut.folder()).failed).toMatchObject({
        day: '2025-11-21',
        refusal: { code: 'agenda_folder_unusable', params: { reason: 'read_only' } },
      });
      // who only reads the agenda hears that it did not work, and not where
      const { client } = await desk.test.as('writer');
      expect((await client.agendaOut.folder()).failed?.refusal?.params).toEqual({ reason: 'read_only' });
    } finally {
      mount('rw');
    }
    desk.test.clock.move({ minutes: 6 });
    desk.test.core.runner.wake();
    await desk.test.core.runner.idle();
    expect((await desk.client.agendaOut.folder()).failed).toBeNull();
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  });

  it('clears what a killed core left half written, and takes a file it had announced for its own', async () => {
    const port = sheetFolder('/nirgends');
    expect(await port.mark(folder, 'KITA', [], false)).toMatchObject({ ok: true });
    // killed between the draft and its name
    writeFileSync(join(folder, '.kulkul-0a1b2c.part'), 'setengah');
    const mark = JSON.parse(readFileSync(join(folder, '.kulkul-agenda.json'), 'utf8')) as object;
    writeFileSync(join(folder, '.kulkul-agenda.json'), JSON.stringify({ ...mark, files: { 'Agenda.pdf': 'x' } }));
    writeFileSync(join(folder, 'Agenda.pdf'), 'lama');
    const written = await port.write(folder, 'KITA', [{ name: 'Agenda.pdf', bytes: new TextEncoder().encode('baru') }]);
    expect(written).toEqual({ ok: true, value: ['Agenda.pdf'] });
    expect(readdirSync(folder).sort()).toEqual(['.kulkul-agenda.json', 'Agenda.pdf']);
    expect(readFileSync(join(folder, 'Agenda.pdf'), 'utf8')).toBe('baru');
    // a folder whose mark is another's is left alone
    expect(await port.write(folder, 'LAIN', [])).toMatchObject({ ok: false });
  });
});
