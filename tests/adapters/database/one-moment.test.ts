import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../src-main/adapters/database/open-database.ts';
import { systemClock, ulidIds } from '../../../src-main/adapters/time/clock.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';

let folder: string;
let database: OpenDatabase;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul-saat-'));
  const clock = systemClock();
  database = openDatabase({ file: path.join(folder, 'kulkul.db'), clock, ids: ulidIds(clock), happen: () => {} });
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const keep = (value: number) =>
  database.write(async (stores) => {
    await stores.office.setSetting('uji', value);
    return done(value);
  });
const kept = () => database.read((stores) => stores.office.setting('uji'));

it('a read sees one moment, though there is a write between its statements; the next read sees that write', async () => {
  await keep(1);
  const seen = await database.read(async (stores) => {
    const first = await stores.office.setting('uji');
    await keep(2);
    return [first, await stores.office.setting('uji')];
  });
  expect(seen).toEqual([1, 1]);
  expect(await kept()).toBe(2);
});

it('reads that come at once take turns, and one within another does not wait for it', async () => {
  await keep(3);
  expect(await Promise.all(Array.from({ length: 20 }, kept))).toEqual(Array.from({ length: 20 }, () => 3));
  expect(await database.read(() => kept())).toBe(3);
});

it('a read that fails does not hold up the next', async () => {
  await keep(4);
  await expect(database.read(() => Promise.reject(new Error('uji')))).rejects.toThrow('uji');
  expect(await kept()).toBe(4);
});
