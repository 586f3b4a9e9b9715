import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCore, restore } from '../../src-main/core.ts';
import { verifyAudit } from '../../src-main/newsroom/audit.ts';
import { lastBackup } from '../../src-main/newsroom/backup/start-backup.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import { type TestCore, testCore } from '../builders/core.ts';
import { smallDisk } from '../builders/small-disk.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-cadangan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let office: TestCore;
beforeEach(async () => {
  office = await testCore();
  mkdirSync(join(office.folder, 'Foto'));
  for (let n = 0; n < 40; n += 1) writeFileSync(join(office.folder, `Foto/${n}.jpg`), Buffer.alloc(2_000_000, n));
});
afterEach(() => office.end());

const ended = (client: TestCore['first']['client']) =>
  expect.poll(async () => (await client.backup.last())?.state, { timeout: 20_000 });

test('is a job: it answers at once, says how far it is, and what came of it stays', async () => {
  const { client } = office.first;
  expect(await client.backup.last()).toBeNull();
  const begun = await client.backup.make({ folder: join(folder, 'satu') });
  expect(begun).toMatchObject({ state: 'running', endedAt: null });
  await expect(client.backup.make({ folder: join(folder, 'dua') })).rejects.toMatchObject({
    data: { code: 'backup_running' },
  });
  // nothing runs before the core has begun; the page may long be closed
  await office.core.start();
  await expect
    .poll(async () => (await client.backup.last())?.progress.bytes, { timeout: 10_000, interval: 2 })
    .toBeGreaterThan(1_000_000);
  const running = await client.backup.last();
  expect(running?.progress.ofBytes).toBeGreaterThan(80_000_000);
  await ended(client).toBe('done');
  const last = await client.backup.last();
  expect(last?.made?.files).toBeGreaterThan(40);
  expect(last?.made?.place).toBe(last?.place);
  expect(existsSync(join(last?.place ?? '', 'manifest.json'))).toBe(true);
  expect(office.happenings.filter(({ kind }) => kind === 'backup.changed')).toHaveLength(2);
  const trail = await client.audit.list({ limit: 5 } as never);
  expect(JSON.stringify(trail)).toContain('backup.make');
  await office.reopen();
});

test('is refused at the field where it cannot lie', async () => {
  const { client } = office.first;
  const places = [
    join(office.folder, 'di dalam'),
    'relatif',
    ...(process.platform === 'linux' ? ['/proc/tidak-bisa'] : []),
  ];
  for (const place of places) {
    await expect(client.backup.make({ folder: place }), place).rejects.toMatchObject({
      data: { code: 'folder_unusable', field: 'folder' },
    });
  }
  expect(await client.backup.last()).toBeNull();
  expect(await client.backup.cancel()).toBeNull();
});

test('restored to a folder that cannot be used, it says so and not that it is no backup', async () => {
  const { client } = office.first;
  await office.core.start();
  await client.backup.make({ folder: join(folder, 'baik') });
  await ended(client).toBe('done');
  const place = (await client.backup.last())?.place ?? '';
  const file = join(folder, 'bukan folder');
  writeFileSync(file, '');
  const places = [join(file, 'kantor'), ...(process.platform === 'linux' ? ['/proc/kulkul'] : [])];
  for (const into of places) {
    expect(await restore(place, into), into).toMatchObject({ ok: false, problem: { code: 'target_unusable' } });
  }
  const disk = smallDisk(20);
  if (disk === null) return;
  try {
    expect(await restore(place, join(disk.path, 'kantor'))).toMatchObject({
      ok: false,
      problem: { code: 'disk_full' },
    });
    expect(readdirSync(disk.path)).toEqual([]);
    expect(await restore(place, disk.path)).toMatchObject({ ok: false, problem: { code: 'target_unusable' } });
  } finally {
    disk.unmount();
  }
});

test.each([false, true])('that is cancelled leaves nothing, and another can be made (zip: %s)', async (zip) => {
  const { client } = office.first;
  const into = join(folder, `batal-${zip}`);
  await office.core.start();
  await client.backup.make({ folder: into, zip });
  await expect
    .poll(async () => (await client.backup.last())?.progress.bytes, { timeout: 10_000, interval: 2 })
    .toBeGreaterThan(1_000_000);
  expect((await client.backup.cancel())?.state).toBe('cancelled');
  await expect.poll(() => readdirSync(into), { timeout: 5_000 }).toEqual([]);
  await office.core.runner.idle();
  expect((await client.backup.last())?.state).toBe('cancelled');
  office.clock.move({ seconds: 5 });
  await client.backup.make({ folder: into, zip });
  await ended(client).toBe('done');
  expect(readdirSync(into)).toHaveLength(1);
});

test('cut off by the end of the core is made at its next start; a folder that has gone meanwhile is said', async () => {
  const into = join(folder, 'terputus');
  await office.core.start();
  const begun = await office.first.client.backup.make({ folder: into });
  await expect
    .poll(async () => (await office.first.client.backup.last())?.progress.bytes, { timeout: 10_000, interval: 2 })
    .toBeGreaterThan(1_000_000);
  await office.reopen();
  const again = office.clientOf(office.first.caller);
  expect((await again.backup.last())?.state).toBe('running');
  // as a kill leaves it
  mkdirSync(join(into, `.${begun.place.split('/').at(-1)}.kulkul-abcdef`));
  await office.core.start();
  await ended(again).toBe('done');
  expect(readdirSync(into)).toHaveLength(1);

  office.clock.move({ seconds: 5 });
  await again.backup.make({ folder: join(folder, 'flashdisk') });
  // never asked by a runner in time: the disk is pulled out
  await again.backup.cancel();
  await office.core.runner.idle();
  await office.reopen();
  const third = office.clientOf(office.first.caller);
  await third.backup.make({ folder: join(folder, 'flashdisk lain') });
  rmSync(join(folder, 'flashdisk lain'), { recursive: true });
  await office.core.start();
  await ended(third).toBe('failed');
  expect((await third.backup.last())?.refusal?.code).toBe('folder_unusable');
  expect(existsSync(join(folder, 'flashdisk lain'))).toBe(false);
});

test('one begun while the cancelled one is still stopping is made', async () => {
  const { client } = office.first;
  await office.core.start();
  await client.backup.make({ folder: join(folder, 'lama') });
  await expect
    .poll(async () => (await client.backup.last())?.progress.bytes, { timeout: 10_000, interval: 2 })
    .toBeGreaterThan(1_000_000);
  // photos ready to be shared are made again at any time, and come and go while they are unpacked
  mkdirSync(join(office.folder, 'Siap Bagikan'));
  writeFileSync(join(office.folder, 'Siap Bagikan/wa.txt'), 'teks');
  // a pressing as quick as this is a second person's: the first job has not heard of its end yet
  const cancelled = client.backup.cancel();
  const begun = cancelled.then(() => client.backup.make({ folder: join(folder, 'baru') }));
  await expect(begun).resolves.toMatchObject({ state: 'running' });
  await ended(client).toBe('done');
  const last = await client.backup.last();
  expect(last?.place).toContain(join(folder, 'baru'));
  expect(existsSync(join(last?.place ?? '', 'manifest.json'))).toBe(true);
  expect(readFileSync(join(last?.place ?? '', 'manifest.json'), 'utf8')).not.toContain('Siap Bagikan');
  expect(readdirSync(join(folder, 'lama'))).toEqual([]);
});

test('restored, the office has a whole trail, knows nothing of mails under way and makes no backup by itself', async () => {
  await office.core.start();
  writeFileSync(join(office.folder, 'surel-berangkat.log'), 'mulai\n');
  // the end of the trail is kept outside of the database when a core ends
  await office.reopen();
  await office.core.start();
  const client = office.clientOf(office.first.caller);
  await client.backup.make({ folder: join(folder, 'untuk dipulihkan') });
  await ended(client).toBe('done');
  const place = (await client.backup.last())?.place ?? '';
  const into = join(folder, 'dipulihkan');
  expect(await restore(place, into)).toMatchObject({ ok: true });
  expect(readdirSync(into)).not.toContain('surel-berangkat.log');

  const opened = await openCore({
    dataFolder: into,
    demo: false,
    dataKey: null,
    setupCode: 'KODE-UJI',
    clock: office.clock,
  });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { core } = opened;
  try {
    await core.start();
    // the holidays of two years came with the office's first start
    expect(await verifyAudit(core.newsroom)).toMatchObject({ lines: 5, brokenAt: null, anewAt: null });
    expect(await lastBackup(core.newsroom)).toBeNull();
  } finally {
    await core.stop();
  }
});

const madeIn = async (name: string) => {
  await office.core.start();
  await office.first.client.backup.make({ folder: join(folder, name) });
  await ended(office.first.client).toBe('done');
  return office.first.client.backup.last();
};

test('follows Foto to the larger disk it was moved to, and names any other link', async () => {
  const disk = mkdtempSync(join(folder, 'disk besar-'));
  renameSync(join(office.folder, 'Foto'), join(disk, 'Foto'));
  symlinkSync(join(disk, 'Foto'), join(office.folder, 'Foto'), 'junction');
  mkdirSync(join(disk, 'arsip'));
  writeFileSync(join(disk, 'arsip/2019.jpg'), 'lama');
  symlinkSync(join(disk, 'arsip'), join(disk, 'Foto/2019'), 'junction');
  // a circle ends
  symlinkSync(join(disk, 'Foto'), join(disk, 'arsip/lagi'), 'junction');
  symlinkSync(disk, join(office.folder, 'lain'), 'junction');
  const last = await madeIn('bertaut');
  expect(last?.made?.links.sort()).toEqual(['Foto/2019/lagi', 'lain']);
  expect(last?.made).toMatchObject({ missing: 0 });
  const place = last?.place ?? '';
  expect(readdirSync(join(place, 'data/Foto'))).toHaveLength(41);
  expect(readFileSync(join(place, 'data/Foto/2019/2019.jpg'), 'utf8')).toBe('lama');
  const into = join(folder, 'dari bertaut');
  expect(await restore(place, into)).toMatchObject({ ok: true });
  expect(readdirSync(join(into, 'Foto'))).toHaveLength(41);
  // behind the link it would copy itself
  await expect(office.first.client.backup.make({ folder: join(disk, 'Foto') })).rejects.toMatchObject({
    data: { code: 'folder_unusable' },
  });
});

test('says which photos have no file, instead of calling itself whole', async () => {
  const row = {
    id: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    sha256: 'a'.repeat(64),
    path: '2026/2026-11-20 Apel/IMG_0001.JPG',
    file_name: 'IMG_0001.JPG',
    format: 'jpeg',
    bytes: 5,
    width: 1,
    height: 1,
    caption: '',
    credit: '',
    alt: '',
    state: 'ready',
    preview: 0,
    verified: 'copied',
    added_at: '2026-11-20T00:00:00.001Z',
    added_by: office.first.caller.userId,
    added_by_name: 'Ayu',
    version: 1,
  };
  const columns = Object.keys(row);
  office.core.database.handle
    .prepare(`insert into photo (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`)
    .run(row);
  const last = await madeIn('tidak lengkap');
  expect(last?.made).toMatchObject({ missing: 1, missingNames: [`Foto/${row.path}`] });
  const manifest = JSON.parse(readFileSync(join(last?.place ?? '', 'manifest.json'), 'utf8'));
  expect(manifest.missing).toEqual([`Foto/${row.path}`]);
});

test('carries no key, not even from the draft of a vault that could not be renamed', async () => {
  const vault = join(office.folder, 'vault.json');
  const { key } = JSON.parse(readFileSync(vault, 'utf8')) as { key: string };
  writeFileSync(`${vault}.new`, JSON.stringify({ key }));
  await office.core.start();
  await office.first.client.backup.make({ folder: join(folder, 'tanpa kunci') });
  await ended(office.first.client).toBe('done');
  const place = (await office.first.client.backup.last())?.place ?? '';
  expect(readdirSync(join(place, 'data')).filter((name) => name.startsWith('vault'))).toEqual([]);
});

test('restored, it knows no session any more: everybody signs in again', async () => {
  await office.core.start();
  const sessions = () => office.core.newsroom.read((stores) => stores.sessions.all());
  expect(await sessions()).not.toEqual([]);
  await office.first.client.backup.make({ folder: join(folder, 'dengan sesi') });
  await ended(office.first.client).toBe('done');
  const into = join(folder, 'tanpa sesi');
  expect(await restore((await office.first.client.backup.last())?.place ?? '', into)).toMatchObject({ ok: true });
  const database = new Database(join(into, 'kulkul.db'), { readonly: true });
  expect(database.prepare('select count(*) from session').pluck().get()).toBe(0);
  database.close();
});

test.each([false, true])(
  'whole when the core was killed before it could say so, it counts as made (zip: %s)',
  async (zip) => {
    const into = join(folder, `tanpa kabar-${zip}`);
    await office.core.start();
    await office.first.client.backup.make({ folder: into, zip });
    await ended(office.first.client).toBe('done');
    const kept = await lastBackup(office.core.newsroom);
    // as the kill between the rename and the commit of its outcome leaves it
    await office.core.newsroom.write(async (stores) => {
      const target = kept?.place ?? '';
      await stores.office.setSetting('backup-last', { ...kept, state: 'running', endedAt: null, made: null });
      await stores.jobs.add({ kind: 'make-backup', key: target, data: { target, caller: office.first.caller } });
      return done(undefined);
    });
    await ended(office.first.client).not.toBe('running');
    expect(await lastBackup(office.core.newsroom)).toMatchObject({ state: 'done', made: kept?.made });
    expect(readdirSync(into)).toHaveLength(1);
  },
);

describe.each([false, true])('what goes while it is copied (zip: %s)', (zip) => {
  const copyWhileItGoes = async (own: string, into: string) => {
    await office.core.start();
    await office.first.client.backup.make({ folder: join(folder, into), zip });
    await expect
      .poll(() => office.core.newsroom.backups.progress()?.bytes, { timeout: 10_000, interval: 2 })
      .toBeGreaterThan(1_000_000);
    // one by one: the folder was read, its files were not
    for (const name of readdirSync(join(office.folder, own))) rmSync(join(office.folder, own, name));
    await ended(office.first.client).not.toBe('running');
    return office.first.client.backup.last();
  };

  test('is left out where it is made again by itself', async () => {
    renameSync(join(office.folder, 'Foto'), join(office.folder, 'Situs'));
    const last = await copyWhileItGoes('Situs', `situs-${zip}`);
    expect(last).toMatchObject({ state: 'done', refusal: null });
    expect(last?.made?.files).toBeLessThan(40);
    expect(await restore(last?.place ?? '', join(folder, `dari situs-${zip}`))).toMatchObject({ ok: true });
  });

  test('is named where it is an original', async () => {
    const last = await copyWhileItGoes('Foto', `foto-${zip}`);
    expect(last).toMatchObject({ state: 'failed', refusal: { code: 'backup_failed' } });
    expect(JSON.stringify(last?.refusal)).toMatch(/Foto\/\d+\.jpg/);
    expect(readdirSync(join(folder, `foto-${zip}`))).toEqual([]);
  });
});
