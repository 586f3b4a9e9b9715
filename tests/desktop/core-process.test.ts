import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// not of ./test.ts: this needs no window
import { expect, test } from '@playwright/test';
import { startCoreProcess } from '../../src-main/desktop/core-process.ts';
import { nodeFile } from '../harness/core-process.ts';

/** A program in the core's place: it tells of the line it was given, and that it is ready. */
const listener = `
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
createInterface({ input: process.stdin }).once('line', (line) => {
  appendFileSync(process.argv[process.argv.indexOf('--data') + 1] + '/baris', line + '\\n');
  console.log(JSON.stringify({ ready: true }));
});
`;

test('a key store that fails leaves the vault locked, and does not keep the core waiting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kulkul-inti-'));
  const serverFile = join(folder, 'inti.mjs');
  writeFileSync(serverFile, listener);
  const core = startCoreProcess(
    {
      dataFolder: folder,
      windowFolder: join(folder, 'window'),
      pageFolder: folder,
      preload: '',
      icon: '',
      serverFile,
      node: nodeFile,
    },
    { demo: false, dataKey: () => Promise.reject(new Error('the key store is away')) },
  );
  try {
    expect(await core.whenReady(10_000)).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'baris'), 'utf8'))).toEqual({ secret: core.secret });
  } finally {
    await core.stop();
  }
  await expect
    .poll(() => readFileSync(join(folder, 'window/core.log'), 'utf8'))
    .toContain('no key for the vault: Error: the key store is away');
  rmSync(folder, { recursive: true, force: true });
});
