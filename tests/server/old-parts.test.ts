import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { deleteOldParts } from '../../build/old-parts.ts';
import { root } from '../harness/core-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-bagian-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, ageHours: number): void {
  writeFileSync(path, '');
  const at = new Date(Date.now() - ageHours * 3_600_000);
  utimesSync(path, at, at);
}

test('parts of an earlier build go when no core can want them any more', () => {
  put(join(folder, 'answer-lama.mjs'), 25);
  put(join(folder, 'answer-lama.mjs.map'), 25);
  put(join(folder, 'answer-kemarin.mjs'), 23);
  put(join(folder, 'zod-tetap.mjs'), 300);
  mkdirSync(join(folder, 'map'));
  deleteOldParts(folder, ['main.mjs', 'parts/zod-tetap.mjs'], Date.now());
  expect(readdirSync(folder).sort()).toEqual(['answer-kemarin.mjs', 'map', 'zod-tetap.mjs']);
  expect(() => deleteOldParts(join(folder, 'tidak ada'), [], Date.now())).not.toThrow();
});

test('a build of the core does it', async () => {
  const parts = join(folder, 'server/parts');
  mkdirSync(parts, { recursive: true });
  put(join(parts, 'uji-lama.mjs'), 25);
  put(join(parts, 'uji-muda.mjs'), 1);
  // not into `out`: the other tests run what lies there
  await build({ configFile: join(root, 'build/server.vite.config.ts'), build: { outDir: join(folder, 'server') } });
  const after = readdirSync(parts);
  expect(after).not.toContain('uji-lama.mjs');
  expect(after).toContain('uji-muda.mjs');
  expect(after.length).toBeGreaterThan(5);
});
