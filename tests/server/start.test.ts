import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { generate } from 'selfsigned';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { canMount, smallDisk } from '../builders/small-disk.ts';
import { firstStart, visit } from '../harness/client.ts';
import { nodeFile, type RunningCore, root, startCore } from '../harness/core-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const running: RunningCore[] = [];
afterEach(async () => {
  for (const core of running.splice(0)) await core.dispose();
});
async function start(...given: Parameters<typeof startCore>) {
  const core = await startCore(...given);
  running.push(core);
  return core;
}

/** Runs a core that is expected to refuse; answers what it said and its exit code. */
function refused(
  words: readonly string[],
): Promise<{ exit: number | null; code: string; id: string; en: string; error: string }> {
  return new Promise((done, fail) => {
    const child = spawn(nodeFile, [join(root, 'out/server/main.mjs'), ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let error = '';
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('"ready"')) {
        child.kill('SIGKILL');
        fail(new Error(`it started: ${said}`));
      }
    });
    child.stderr.on('data', (text) => {
      error += text;
    });
    child.once('exit', (exit) => {
      const news = JSON.parse(said.split('\n')[0] || '{}') as { refused?: { code: string; id: string; en: string } };
      done({ exit, error, code: news.refused?.code ?? '', id: news.refused?.id ?? '', en: news.refused?.en ?? '' });
    });
  });
}

describe('the data folder', () => {
  test('belongs to one core; kill -9 leaves no lock behind', async () => {
    const core = await start({ dataFolder: join(folder, 'satu') });
    const second = await refused(['--data', core.dataFolder, '--port', '0']);
    expect(second).toMatchObject({ exit: 70, code: 'folder_in_use' });
    expect(second.id).toContain('sedang dipakai');
    expect(second.en).toContain('in use');
    await core.kill();
    await core.restart();
    expect((await fetch(core.url)).status).toBe(200);
  });

  test('is the same folder by whatever name', async () => {
    const core = await start({ dataFolder: join(folder, 'asli') });
    symlinkSync(core.dataFolder, join(folder, 'nama lain'));
    expect(await refused(['--data', join(folder, 'nama lain'), '--port', '0'])).toMatchObject({
      code: 'folder_in_use',
    });
  });

  test('is closed to other users', async () => {
    const core = await start({ dataFolder: join(folder, 'tertutup') });
    expect(statSync(core.dataFolder).mode & 0o077).toBe(0);
    expect(statSync(join(core.dataFolder, 'vault.json')).mode & 0o077).toBe(0);
    expect(statSync(join(core.dataFolder, 'commands.json')).mode & 0o077).toBe(0);
  });

  test('that cannot be written is refused with words', async () => {
    writeFileSync(join(folder, 'berkas'), 'bukan folder');
    const answer = await refused(['--data', join(folder, 'berkas'), '--port', '0']);
    expect(answer).toMatchObject({ exit: 72, code: 'folder_read_only' });
    expect(answer.id).toContain('tidak boleh menulis');
    if (process.getuid?.() !== 0) {
      mkdirSync(join(folder, 'baca saja'));
      chmodSync(join(folder, 'baca saja'), 0o500);
      expect(await refused(['--data', join(folder, 'baca saja'), '--port', '0'])).toMatchObject({
        code: 'folder_read_only',
      });
    }
  });

  test.skipIf(!canMount)('on a disk that is full to the last byte opens for reading', async () => {
    const disk = smallDisk(48);
    if (disk === null) throw new Error('no small disk');
    try {
      const dataFolder = join(disk.path, 'data');
      // ended in order, it leaves no file whose place the next start could take
      await (await start({ dataFolder })).stop();
      const file = openSync(join(disk.path, 'penuh'), 'w');
      expect(() => {
        for (;;) writeSync(file, Buffer.alloc(4096));
      }).toThrow('ENOSPC');
      closeSync(file);
      const core = await start({ dataFolder });
      expect((await (await visit(core)).rpc.session.status()).state).toBe('new');
      await core.stop();
    } finally {
      disk.unmount();
    }
  });

  test('of a newer Kulkul is refused and not touched', async () => {
    const core = await start({ dataFolder: join(folder, 'baru') });
    await core.stop();
    const file = join(core.dataFolder, 'kulkul.db');
    const database = new Database(file);
    database.pragma('user_version = 9999');
    database.pragma('journal_mode = DELETE');
    database.close();
    const before = readFileSync(file);
    const answer = await refused(['--data', core.dataFolder, '--port', '0']);
    expect(answer).toMatchObject({ exit: 73, code: 'database_newer' });
    expect(answer.id).toContain('lebih baru');
    const now = new Database(file);
    expect(now.pragma('user_version', { simple: true })).toBe(9999);
    now.close();
    expect(before.length).toBeGreaterThan(0);
  });
});

describe('listening', () => {
  test('beyond this computer needs TLS or a proxy', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.7', 'kantor.example']) {
      expect(await refused(['--data', join(folder, 'x'), '--host', host, '--port', '0'])).toMatchObject({
        exit: 76,
        code: 'tls_needed',
      });
    }
    expect(await refused(['--data', join(folder, 'x'), '--tls-cert', 'a.pem'])).toMatchObject({
      exit: 64,
      code: 'usage',
    });
    expect(await refused(['--tidak-ada'])).toMatchObject({ exit: 64, code: 'usage' });
    expect(await refused(['--port', '70000'])).toMatchObject({ exit: 64, code: 'usage' });
  });

  test('a taken port is said', async () => {
    const taken = createServer();
    const port = await new Promise<number>((done) => {
      taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port));
    });
    const answer = await refused(['--data', join(folder, 'porta'), '--port', String(port)]);
    taken.close();
    expect(answer).toMatchObject({ exit: 75, code: 'address_in_use' });
  });

  test('with TLS it serves https and its cookies are Secure', async () => {
    const pem = await generate([{ name: 'commonName', value: 'localhost' }]);
    writeFileSync(join(folder, 'cert.pem'), pem.cert);
    writeFileSync(join(folder, 'key.pem'), pem.private);
    const core = await start({
      dataFolder: join(folder, 'tls'),
      words: ['--tls-cert', join(folder, 'cert.pem'), '--tls-key', join(folder, 'key.pem')],
    });
    expect(core.url).toMatch(/^https:/);
    const cookies = await new Promise<string[]>((done, fail) => {
      httpsRequest(core.openUrl, { ca: pem.cert, servername: 'localhost' }, (answer) => {
        answer.resume();
        done(answer.headers['set-cookie'] ?? []);
      })
        .once('error', fail)
        .end();
    });
    expect(cookies.join()).toMatch(/HttpOnly; SameSite=Strict; Secure/);
  });

  test('behind a proxy it has to know its name, and the nearest proxy says which was called', async () => {
    const words = ['--data', join(folder, 'proksi'), '--server', '--behind-proxy', '--port', '0'];
    expect(await refused(words)).toMatchObject({ exit: 76, code: 'host_name_needed' });
    expect(await refused([...words, '--host-name', 'https://kantor.example/'])).toMatchObject({ exit: 64 });
    const core = await start({
      dataFolder: join(folder, 'proksi'),
      office: true,
      words: ['--behind-proxy', '--host-name', 'kantor.example', '--host-name', 'redaksi.example:8443'],
    });
    const called = async (forwarded: Record<string, string>) =>
      (await fetch(core.url, { headers: { 'x-forwarded-proto': 'https', ...forwarded } })).status;
    expect(await called({ 'x-forwarded-host': 'kantor.example' })).toBe(200);
    expect(await called({ 'x-forwarded-host': 'KANTOR.example:444' })).toBe(200);
    expect(await called({ 'x-forwarded-host': 'redaksi.example:8443' })).toBe(200);
    expect(await called({ 'x-forwarded-host': 'redaksi.example' })).toBe(403);
    expect(await called({ 'x-forwarded-host': 'jahat.example' })).toBe(403);
    // what a visitor wrote stands before what the proxy wrote
    expect(await called({ 'x-forwarded-host': 'kantor.example, jahat.example' })).toBe(403);
    expect(await called({ 'x-forwarded-host': 'jahat.example, kantor.example' })).toBe(200);
    // a look from the same computer, past the proxy
    expect((await fetch(core.url)).status).toBe(200);
  });

  test('no mode takes a name that was made to point here', async () => {
    for (const office of [false, true]) {
      const core = await start({ dataFolder: join(folder, `nama-${office}`), office });
      const { port } = new URL(core.url);
      const called = (host: string) =>
        new Promise<{ status: number; text: string }>((done, fail) => {
          httpRequest({ host: '127.0.0.1', port, path: '/', headers: { host } }, async (answer) => {
            let text = '';
            for await (const piece of answer) text += piece;
            done({ status: answer.statusCode ?? 0, text });
          })
            .once('error', fail)
            .end();
        });
      for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
        expect([host, (await called(host)).status]).toEqual([host, 200]);
      }
      for (const host of [`jahat.example:${port}`, 'jahat.example', 'localhost:1', '127.0.0.1', `10.0.0.7:${port}`]) {
        const { status, text } = await called(host);
        expect([host, status]).toEqual([host, 403]);
        expect(text).toContain('--host-name');
        expect(text).not.toContain('jahat');
      }
    }
  });
});

describe('the first start', () => {
  test('without the launch key the set-up code is asked for', async () => {
    const core = await start({ dataFolder: join(folder, 'kunci') });
    const stranger = await visit(core, { atThisComputer: false });
    expect((await stranger.rpc.session.status()).needsSetupCode).toBe(true);
    const own = await visit(core);
    expect((await own.rpc.session.status()).needsSetupCode).toBe(false);
  });

  test('the printed address lets one browser in; a second look of the same one works, and the next address is printed', async () => {
    const core = await start({ dataFolder: join(folder, 'sekali') });
    const address = core.openUrl;
    const own = await visit(core);
    expect((await own.rpc.session.status()).needsSetupCode).toBe(false);
    // seen over a shoulder, or taken from a history
    const late = await fetch(address, { redirect: 'manual' });
    expect(late.status).toBe(303);
    expect(late.headers.getSetCookie()).toEqual([]);
    // a reload or a second click of who was let in: no new key is spent for it
    await expect.poll(() => core.openUrl).not.toBe(address);
    const next = core.openUrl;
    expect((await own.fetch(new URL(address).search)).status).toBe(303);
    expect((await own.rpc.session.status()).needsSetupCode).toBe(false);
    expect(core.openUrl).toBe(next);
    expect(core.log()).toContain(next);
    const second = await visit(core);
    expect((await second.rpc.session.status()).needsSetupCode).toBe(false);
    // after a restart everybody opens the newly printed address once
    await core.kill();
    await core.restart();
    expect((await own.rpc.session.status()).needsSetupCode).toBe(true);
    expect((await (await visit(core)).rpc.session.status()).needsSetupCode).toBe(false);
  });

  test('in office mode the printed code opens it', async () => {
    const core = await start({ dataFolder: join(folder, 'kantor'), office: true });
    expect(core.setupCode).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const person = await firstStart(core);
    expect((await person.rpc.session.status()).state).toBe('signed_in');
  });
});

test('kill -9 right after an answer loses nothing that was acknowledged', async () => {
  const core = await start({ dataFolder: join(folder, 'mati') });
  const person = await firstStart(core);
  for (let round = 1; round <= 5; round += 1) {
    await person.rpc.register.addOfficial({ name: `Pejabat ${round}` });
    await core.kill();
    await core.restart();
    const officials = await person.rpc.register.officials({ leadersOnly: false });
    expect(officials.map(({ name }) => name)).toContain(`Pejabat ${round}`);
  }
  expect((await person.rpc.audit.verify()).brokenAt).toBeNull();
});

test('a core whose standard input ends is gone', async () => {
  const words = ['--data', join(folder, 'pipa'), '--socket', join(folder, 'soket'), '--secret-from-stdin'];
  const child = spawn(nodeFile, [join(root, 'out/server/main.mjs'), ...words], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.write(`${JSON.stringify({ secret: 'rahasia' })}\n`);
  await new Promise((done) => child.stdout.once('data', done));
  const ask = (secret: string) =>
    new Promise<number>((done, fail) => {
      httpRequest(
        { socketPath: join(folder, 'soket'), path: '/', headers: { 'x-kulkul-launch': secret } },
        (answer) => {
          answer.resume();
          done(answer.statusCode ?? 0);
        },
      )
        .once('error', fail)
        .end();
    });
  expect(await ask('salah')).toBe(403);
  expect(await ask('rahasia')).toBe(404);
  expect(statSync(join(folder, 'soket')).mode & 0o077).toBe(0);
  const gone = new Promise((done) => child.once('exit', done));
  child.stdin.end();
  expect(await gone).toBe(0);
});
