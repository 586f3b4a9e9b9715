import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// not of ./test.ts: this needs no window
import { expect, test } from '@playwright/test';
import { startCoreProcess } from '../../src-main/desktop/core-process.ts';
import { watchCore } from '../../src-main/desktop/core-watch.ts';
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

/** A core that answers on its socket, and tells its number each time it starts. */
const answering = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
const word = (name) => process.argv[process.argv.indexOf(name) + 1];
const server = createServer((_, answer) => answer.writeHead(404).end());
const lines = createInterface({ input: process.stdin });
lines.on('close', () => process.exit(0));
lines.once('line', () => {
  server.listen(word('--socket'), () => {
    appendFileSync(word('--data') + '/mulai', process.pid + '\\n');
    console.log(JSON.stringify({ ready: true }));
  });
});
`;

test('a core that lives and does not answer is ended and started again', async () => {
  test.skip(process.platform === 'win32', 'no SIGSTOP there');
  const folder = mkdtempSync(join(tmpdir(), 'kulkul-inti-'));
  const serverFile = join(folder, 'inti.mjs');
  writeFileSync(
    serverFile,
    `import { rmSync } from 'node:fs';\n${answering.replace('server.listen', "rmSync(word('--socket'), { force: true });\n  server.listen")}`,
  );
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
    { demo: false, dataKey: async () => null, patience: { everyMs: 150, misses: 4 } },
  );
  const states: string[] = [];
  core.onState((state) => states.push(state));
  const begun = () => readFileSync(join(folder, 'mulai'), 'utf8').trim().split('\n').map(Number);
  try {
    expect(await core.whenReady(10_000)).toBe(true);
    // one that answers is left alone for longer than one that does not
    await new Promise((done) => setTimeout(done, 1500));
    expect(begun()).toHaveLength(1);
    process.kill(begun()[0] as number, 'SIGSTOP');
    await expect.poll(() => begun().length, { timeout: 20_000 }).toBe(2);
    await expect.poll(() => states).toEqual(['starting', 'ready', 'restarting', 'ready']);
  } finally {
    await core.stop();
  }
  expect(readFileSync(join(folder, 'window/core.log'), 'utf8')).toContain('core does not answer and is ended');
  rmSync(folder, { recursive: true, force: true });
});

test('a machine that slept says nothing about its core', async () => {
  let now = 0;
  let asked = 0;
  let silent = 0;
  const leave = watchCore(
    () => {
      asked += 1;
      // each look comes an hour after the one before, as behind a lid that is opened and closed
      now += 3_600_000;
      return new Promise(() => {});
    },
    () => {
      silent += 1;
    },
    { everyMs: 20, misses: 3 },
    () => now,
  );
  await expect.poll(() => asked).toBeGreaterThan(10);
  expect(silent).toBe(0);
  leave();
});
