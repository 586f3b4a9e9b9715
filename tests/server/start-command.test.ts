import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { nodeFile, root } from '../harness/core-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-perintah-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const running = new Set<ChildProcess>();
afterEach(async () => {
  for (const child of running) {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }
});

interface Given {
  /** What the machine says of itself, run before the script: `process.getuid = () => 1000`. */
  readonly machine?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real script, without a display and without the programs of this machine. */
function begin(words: readonly string[], { machine = '', env = {} }: Given = {}) {
  const child = spawn(nodeFile, [...(machine ? ['--import', `data:text/javascript,${machine}`] : []), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { HOME: folder, PATH: join(folder, 'kosong'), XDG_DATA_HOME: join(folder, 'rumah'), ...env },
  });
  running.add(child);
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise<{ exit: number | null; said: string }>((done) =>
    child.once('close', (exit) => {
      running.delete(child);
      done({ exit, said });
    }),
  );
  return { child, ended, said: () => said };
}
const start = (words: readonly string[], given?: Given) => begin([join(root, 'build/start.mjs'), ...words], given);
/** One call into machine.mjs, whose answer is the last line. */
const machine = (call: string, given?: Given) =>
  begin(
    [
      '--input-type=module',
      '--eval',
      `const all = await import(${JSON.stringify(join(root, 'build/machine.mjs'))});
       console.log(JSON.stringify(await all.${call}));`,
    ],
    given,
  ).ended;

/** The address that was said, once it is there. */
async function servedAt(begun: ReturnType<typeof begin>): Promise<string> {
  let address: string | undefined;
  await expect
    .poll(() => (address = /http:\/\/127\.0\.0\.1:\d+/.exec(begun.said())?.[0]), { timeout: 40_000, interval: 50 })
    .toBeDefined();
  return address ?? '';
}

/** Programs that only note what they were called with. @returns a PATH with nothing else on it, and the notes */
function programs(scripts: Readonly<Record<string, string>>): { path: string; notes: () => string[] } {
  const path = mkdtempSync(join(folder, 'program-'));
  const log = join(path, 'catatan');
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(path, name), `#!/bin/sh\necho "${name} $*" >> '${log}'\n${script}\n`);
    chmodSync(join(path, name), 0o755);
  }
  return { path, notes: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

describe('npm start', () => {
  test('says how it is called, in both languages, without starting anything', async () => {
    const { exit, said } = await start(['--help']).ended;
    expect(exit).toBe(0);
    for (const word of ['--demo', '--data DIR', '--tls-cert', '--behind-proxy', 'kantor contoh / the sample office'])
      expect(said).toContain(word);
  });

  test('beyond this computer needs TLS: the refusal of the core is what is said, and its exit code is kept', async () => {
    const data = join(folder, 'terbuka');
    const words = ['--server', '--host', '0.0.0.0', '--port', '0', '--data', data];
    const { exit, said } = await start(words).ended;
    expect(exit).toBe(76);
    expect(said).toContain('hanya melayani dengan --tls-cert dan --tls-key');
    expect(said).toContain('serves only with --tls-cert and --tls-key');
    expect(existsSync(data)).toBe(false);
  });

  test('a word it does not know is refused, not passed over', async () => {
    const { exit, said } = await start(['--browser', '--tls-certt', 'a']).ended;
    expect(exit).toBe(64);
    expect(said).toContain('--tls-certt');
  });

  test.skipIf(process.platform !== 'linux')(
    'without a display it says so and serves; ended, it takes the core with it',
    async () => {
      const begun = start(['--data', join(folder, 'tanpa layar'), '--port', '0']);
      const address = await servedAt(begun);
      expect(begun.said()).toContain('Tidak ada layar di sini');
      expect(begun.said()).toContain('There is no display here');
      expect((await fetch(address)).status).toBe(200);
      begun.child.kill('SIGTERM');
      await begun.ended;
      await expect(fetch(address)).rejects.toThrow();
    },
  );

  test('the usual port may be taken as long as nobody asked for it', async () => {
    const taken = await new Promise<Server | null>((done) => {
      const server = createServer();
      server.once('error', () => done(null));
      server.listen(8181, '127.0.0.1', () => done(server));
    });
    try {
      const begun = start(['--browser', '--data', join(folder, 'port')]);
      await expect.poll(() => begun.said().match(/127\.0\.0\.1:(?!8181)\d+/), { timeout: 40_000 }).not.toBeNull();
      begun.child.kill('SIGTERM');
      await begun.ended;
      const asked = await start(['--browser', '--data', join(folder, 'port'), '--port', '8181']).ended;
      expect(asked.exit).toBe(75);
      expect(asked.said).toContain('8181');
    } finally {
      taken?.close();
    }
  });

  test('with a Node older than 20 it says what to install', async () => {
    const old =
      "Object.defineProperty(process.versions,'node',{value:'18.19.0'});Object.defineProperty(process,'version',{value:'v18.19.0'})";
    const { exit, said } = await start(['--browser'], { machine: old }).ended;
    expect(exit).toBe(1);
    expect(said).toContain('Node 20 or newer is needed, from https://nodejs.org (this is v18.19.0)');
  });

  test('where the packages bring no Node it needs one that is new enough, and names the machine', async () => {
    const other =
      "Object.defineProperty(process,'arch',{value:'riscv64'});Object.defineProperty(process.versions,'node',{value:'20.19.0'})";
    const { exit, said } = await start(['--browser'], { machine: other }).ended;
    expect(exit).toBe(1);
    expect(said).toContain(`Untuk ${process.platform}-riscv64 pasang Node 24`);
  });
});

describe.skipIf(process.platform !== 'linux')('what the system has to bring', () => {
  const wanted = "ensureSystem(['chromium', 'display', 'exiftool'])";
  const missing = '["chromium","display","exiftool"]';

  test('is named where there is no apt', async () => {
    const { said } = await machine(wanted);
    expect(said).toContain('needed from the system (Debian');
    expect(said).toContain('\n  chromium xvfb xauth libimage-exiftool-perl\n');
    expect(said.trim().split('\n').at(-1)).toBe(missing);
  });

  test('is named as one command where apt wants root', async () => {
    const { path, notes } = programs({ 'apt-get': 'exit 0', 'apt-cache': 'exit 0' });
    const { said } = await machine(wanted, { machine: 'process.getuid=()=>1000', env: { PATH: path } });
    expect(said).toContain('\n  sudo apt-get install chromium xvfb xauth libimage-exiftool-perl\n');
    expect(said.trim().split('\n').at(-1)).toBe(missing);
    expect(notes().filter((note) => note.startsWith('apt-get'))).toEqual([]);
  });

  test('is installed by root, one by one when not all of it can be had, by the name this release has', async () => {
    const { path, notes } = programs({
      'apt-get': 'case "$*" in *" chromium"*) exit 100;; esac',
      // an older release: the names with t64 are not known
      'apt-cache': 'case "$2" in *t64) exit 100;; esac',
      ldconfig: "echo 'nothing of use'",
    });
    const { said } = await machine("ensureSystem(['chromium', 'window'])", {
      machine: 'process.getuid=()=>0',
      env: { PATH: path },
    });
    const installs = notes()
      .filter((note) => note.includes(' install '))
      .map((note) => note.split(' install ')[1]);
    const names = ['chromium', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];
    expect(installs).toEqual([names.join(' '), ...names]);
    expect(notes().find((note) => note.startsWith('apt-get'))).toContain(' update');
    expect(said).toContain('Installing from the system: chromium, window');
    expect(said.trim().split('\n').at(-1)).toBe('["chromium","window"]');
  });

  test('is not asked for where it is there', async () => {
    const { path } = programs({ chromium: '', Xvfb: '', 'xvfb-run': '', xauth: '', exiftool: '', perl: '' });
    const { said } = await machine(wanted, { env: { PATH: path } });
    expect(said).toBe('[]\n');
  });
});
