import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportFile } from '../../../src-main/contract/photo-nouns.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { type Person, sendFile } from '../../builders/photo-import.ts';
import { makePicture } from '../../builders/pictures.ts';

const picture = await makePicture(77, { width: 1800, height: 1200 });
let office: TestCore;
let me: Person;
beforeEach(async () => {
  office = await testCore();
  me = await office.as('documentation');
  writeFileSync(join(office.folder, 'sumber.jpg'), picture);
});
afterEach(() => office.end());

/** Root may write everything; what is tested here must hold for who may not. */
const nobody = 65_534;
const unprivileged = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** Runs a file of the builders in a process without privilege, to whom the folder belongs. */
async function run(
  file: string,
  wish: object,
): Promise<{ out: string; problems: string; signal: string | null; code: number | null }> {
  if ('uid' in unprivileged) {
    for (const name of ['', ...readdirSync(office.folder, { recursive: true, encoding: 'utf8' })])
      chownSync(join(office.folder, name), nobody, nobody);
  }
  const child = spawn(process.execPath, [resolve('tests/builders', file), JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...unprivileged,
  });
  let out = '';
  let problems = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (problems += text));
  return new Promise((done) => child.once('close', (code, signal) => done({ out, problems, signal, code })));
}

/** Runs an import that kills itself at this step; gives what its sender had been told. */
async function dieAt(step: string, moment: 'before' | 'after'): Promise<{ told: ImportFile[] }> {
  const { out, problems, signal } = await run('import-and-die.ts', {
    folder: office.folder,
    caller: me.caller,
    picture: join(office.folder, 'sumber.jpg'),
    step,
    moment,
    now: office.clock.now().toString(),
  });
  if (signal === null) throw new Error(`it was not killed at ${step}: ${out}${problems}`);
  const told = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ImportFile);
  return { told };
}

/** Starts the office as its unprivileged user does, lets it do its work and ends it. */
async function startOnce(): Promise<{ code: number | null; problems: string }> {
  return run('start-once.ts', { folder: office.folder, now: office.clock.now().toString() });
}

// before a step is after the one before it
test.each([
  ['append', 'before'],
  ['append', 'after'],
  ['seal', 'after'],
  ['head', 'after'],
  ['place', 'after'],
  ['commit', 'after'],
  ['drop', 'after'],
  ['derive', 'after'],
  ['keep', 'after'],
] as const)(
  'kill -9 at %s, %s it: nothing told is lost, nothing is there twice',
  async (step, moment) => {
    await office.core.stop();
    const { told } = await dieAt(step, moment);
    const { code, problems } = await startOnce();
    // a busy machine may be told of as a slow transaction; that is no fault
    expect(code, problems).toBe(0);
    expect(problems).not.toContain('bug in');
    await office.reopen();
    await office.core.start();
    await office.core.runner.idle();
    const client = office.clientOf(me.caller);
    const last = told.at(-1);

    const [open] = await client.photos.importsOpen();
    if (open !== undefined) {
      const [file] = open.files;
      if (file === undefined) throw new Error('an import without its file');
      // what was acknowledged is still there
      expect(file.received).toBeGreaterThanOrEqual(last?.received ?? 0);
      expect(last?.state ?? 'waiting').toBe('waiting');
      const sent = await sendFile(office, { ...me, client }, open.id, file, picture);
      expect(sent).toMatchObject({ ok: true, value: { state: 'done' } });
      await office.core.runner.idle();
    }
    const { photos } = await client.photos.list({});
    expect(photos).toHaveLength(1);
    expect(photos[0]).toMatchObject({ state: 'ready', preview: true });
    expect(photos[0]?.sha256).toBe(createHash('sha256').update(picture).digest('hex'));
    const originals = readdirSync(join(office.folder, 'Foto'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(originals).toHaveLength(1);
    const [original] = originals;
    if (original === undefined) throw new Error('no original');
    expect(readFileSync(join(original.parentPath, original.name)).equals(picture)).toBe(true);
    // nobody changes it by a slip
    expect(statSync(join(original.parentPath, original.name)).mode & 0o222).toBe(0);
    expect(readdirSync(join(office.folder, 'berkas/masuk'))).toEqual([]);
    const added = (await office.core.newsroom.read((stores) => stores.audit.list({ limit: 100 }))).filter(
      (line) => line.act === 'photos.add',
    );
    expect(added).toHaveLength(1);
  },
  30_000,
);

test('a file that cannot be finished at start is told and left; the office opens and the others come in', async () => {
  const files = [
    { name: 'rusak.jpg', size: 0, lastModified: 1 },
    { name: 'baik.jpg', size: picture.byteLength, lastModified: 1 },
  ];
  // a folder where its bytes should lie: every system throws on opening it, also for root
  const probe = join(office.folder, 'ukuran');
  mkdirSync(probe);
  files[0] = { ...(files[0] as (typeof files)[0]), size: statSync(probe).size };
  const begun = await me.client.photos.importBegin({ eventId: null, files });
  const [bad, good] = begun.files.map((file) => file.id) as [string, string];
  const incoming = join(office.folder, 'berkas/masuk');
  mkdirSync(join(incoming, `${bad}.part`), { recursive: true });
  // and one that belongs to nothing and cannot be removed
  mkdirSync(join(incoming, '01JD00000000000000000000ZZ.part'));
  writeFileSync(join(incoming, `${good}.part`), picture);
  await office.core.stop();

  const { code, problems } = await startOnce();
  expect(code).toBe(0);
  expect(problems.match(/bug in an unfinished import/g)).toHaveLength(2);
  await office.reopen();
  const { files: now } = await office.clientOf(me.caller).photos.importState({ importId: begun.id });
  expect(now.map((file) => file.state)).toEqual(['waiting', 'done']);
}, 30_000);
