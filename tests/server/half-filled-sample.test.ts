import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { visit } from '../harness/client.ts';
import { nodeFile, root, startCore } from '../harness/core-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-contoh-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function count(dataFolder: string, table: string): number {
  const file = join(dataFolder, 'kulkul.db');
  if (!existsSync(file)) return 0;
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
    } finally {
      database.close();
    }
  } catch {
    // not made yet
    return 0;
  }
}

/** Starts a sample office and kills it as soon as this table has so many rows. */
async function killWhileFilling(dataFolder: string, table: string, rows: number): Promise<void> {
  const words = [join(root, 'out/server/main.mjs'), '--demo', '--data', dataFolder, '--port', '0'];
  const child = spawn(nodeFile, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let ready = false;
  child.stdout.on('data', (text) => {
    ready ||= String(text).includes('"ready"');
  });
  const gone = new Promise((done) => child.once('exit', done));
  await expect.poll(() => count(dataFolder, table), { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(rows);
  child.kill('SIGKILL');
  await gone;
  expect(ready, 'it was killed before it was whole').toBe(false);
}

test('a sample office killed while it was filled is whole after the next start', async () => {
  const whole = await startCore({ dataFolder: join(folder, 'utuh'), demo: true });
  const tables = ['event', 'release', 'photo', 'user', 'journalist', 'official', 'outlet'];
  const expected = tables.map((table) => [table, count(whole.dataFolder, table)]);
  await whole.stop();
  expect(expected.every(([, rows]) => Number(rows) > 0)).toBe(true);

  const dataFolder = join(folder, 'separuh');
  // twice, so that a filling that was begun again is cut off, too
  await killWhileFilling(dataFolder, 'official', 1);
  await killWhileFilling(dataFolder, 'photo', 1);
  const core = await startCore({ dataFolder, demo: true });
  expect(tables.map((table) => [table, count(dataFolder, table)])).toEqual(expected);
  expect(core.log()).toContain('half filled');
  // no photo of the first filling lies beside those of the second
  const originals = readdirSync(join(dataFolder, 'Foto'), { recursive: true, withFileTypes: true });
  expect(originals.filter((one) => one.isFile()).length).toBe(count(dataFolder, 'photo'));
  const person = await visit(core);
  const { choose } = await person.rpc.session.status();
  const admin = choose.find(({ roles }) => roles.includes('admin'));
  await person.rpc.session.signInAs({ userId: admin?.userId ?? '' });
  expect((await person.rpc.audit.verify()).brokenAt).toBeNull();
  await core.stop();

  // a whole one is left alone, and opened without the word it is still the sample
  await core.restart();
  expect(tables.map((table) => [table, count(dataFolder, table)])).toEqual(expected);
  await core.dispose();
}, 120_000);
