import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** Runs an import in a process of its own that kills itself at this step; gives what its sender had been told. */
async function dieAt(step: string, moment: 'before' | 'after'): Promise<{ told: ImportFile[]; signal: string | null }> {
  const wish = {
    folder: office.folder,
    caller: me.caller,
    picture: join(office.folder, 'sumber.jpg'),
    step,
    moment,
    now: office.clock.now().toString(),
  };
  const child = spawn(process.execPath, [resolve('tests/builders/import-and-die.ts'), JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let problems = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (problems += text));
  const signal = await new Promise<string | null>((done) => child.once('close', (_code, by) => done(by)));
  if (signal === null) throw new Error(`it was not killed at ${step}: ${out}${problems}`);
  const told = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as ImportFile);
  return { told, signal };
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
    expect(readdirSync(join(office.folder, 'berkas/masuk'))).toEqual([]);
    const added = (await office.core.newsroom.read((stores) => stores.audit.list({ limit: 100 }))).filter(
      (line) => line.act === 'photos.add',
    );
    expect(added).toHaveLength(1);
  },
  30_000,
);
