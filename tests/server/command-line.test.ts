import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { firstStart, visit } from '../harness/client.ts';
import { nodeFile, type RunningCore, root, startCore } from '../harness/core-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'kulkul-perintah-'));
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

function kulkul(words: readonly string[], input = ''): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((done) => {
    const child = spawn(nodeFile, [join(root, 'out/server/kulkul.mjs'), ...words]);
    let out = '';
    let error = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      error += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('close', (code) => done({ code, out, error }));
  });
}

describe('people', () => {
  test('are added and given a password, by a running core and without one', async () => {
    const core = await start({ dataFolder: join(folder, 'orang') });
    const founder = await firstStart(core);
    const add = [
      '--data',
      core.dataFolder,
      'add-user',
      '--username',
      'wayan',
      '--name',
      'I Wayan Sudarta',
      '--role',
      'writer',
      'protocol',
    ];
    expect(await kulkul(add)).toMatchObject({ code: 0 });
    expect((await founder.rpc.people.list()).find(({ username }) => username === 'wayan')?.roles).toEqual([
      'writer',
      'protocol',
    ]);
    const again = await kulkul(add);
    expect(again.code).toBe(1);
    expect(again.error).toContain('sudah dipakai');

    const reset = ['--data', core.dataFolder, 'reset-password', '--username', 'wayan'];
    expect((await kulkul(reset, 'pendek\n')).code).toBe(1);
    expect(await kulkul(reset, 'kata sandi yang panjang\n')).toMatchObject({ code: 0 });
    const wayan = await visit(core, { atThisComputer: false });
    await wayan.rpc.session.signIn({ username: 'wayan', password: 'kata sandi yang panjang' });
    expect((await wayan.rpc.session.status()).state).toBe('signed_in');

    await core.stop();
    expect(await kulkul(reset, 'kata sandi yang lain lagi\n')).toMatchObject({ code: 0 });
    await core.restart();
    // whoever had a session before no longer has one
    expect((await wayan.rpc.session.status()).state).toBe('signed_out');
    const { out } = await kulkul(['--data', core.dataFolder, 'list-users']);
    expect(out).toContain('wayan\tI Wayan Sudarta\twriter,protocol\taktif\tsandi');
  });

  test.skipIf(!existsSync('/usr/bin/script'))('a password typed at a terminal is not shown', async () => {
    const core = await start({ dataFolder: join(folder, 'terminal') });
    await firstStart(core);
    const words = [
      '--data',
      core.dataFolder,
      'add-user',
      '--username',
      'komang',
      '--name',
      'Komang',
      '--role',
      'writer',
    ];
    const command = [nodeFile, join(root, 'out/server/kulkul.mjs'), ...words, '--password-stdin'];
    const child = spawn('/usr/bin/script', ['-qec', command.map((word) => `'${word}'`).join(' '), '/dev/null']);
    let seen = '';
    child.stdout.on('data', (text) => {
      seen += text;
    });
    await expect.poll(() => seen, { timeout: 10_000 }).toContain('password');
    // with a mistake taken back, as people type
    child.stdin.write('sandi yang tidak tampakk\x7f\r');
    const code = await new Promise((done) => child.once('close', done));
    expect(seen).toContain('komang ditambahkan');
    expect(code).toBe(0);
    expect(seen).not.toContain('sandi yang');
    expect(seen).not.toContain('tampakk');
    const komang = await visit(core, { atThisComputer: false });
    await komang.rpc.session.signIn({ username: 'komang', password: 'sandi yang tidak tampak' });
    expect((await komang.rpc.session.status()).state).toBe('signed_in');
  });

  test('a password never stands in the list of processes or in the trail', async () => {
    const core = await start({ dataFolder: join(folder, 'rahasia') });
    await firstStart(core);
    const add = [
      '--data',
      core.dataFolder,
      'add-user',
      '--username',
      'made',
      '--name',
      'Made',
      '--role',
      'editor',
      '--password-stdin',
    ];
    expect(await kulkul(add, 'sangat sangat rahasia\n')).toMatchObject({ code: 0 });
    await core.stop();
    expect(readFileSync(join(core.dataFolder, 'kulkul.db')).includes('sangat sangat rahasia')).toBe(false);
  });
});

test('the audit trail is checked; a changed line is found', async () => {
  const core = await start({ dataFolder: join(folder, 'jejak') });
  const founder = await firstStart(core);
  await founder.rpc.register.addOfficial({ name: 'I Gede Arya' });
  expect(await kulkul(['--data', core.dataFolder, 'check-audit'])).toMatchObject({ code: 0 });
  await core.stop();
  expect(await kulkul(['--data', core.dataFolder, 'check-audit'])).toMatchObject({ code: 0 });
  // where the system's key store has the key, the command line cannot read the end that was kept, and says so
  const vault = readFileSync(join(core.dataFolder, 'vault.json'));
  writeFileSync(join(core.dataFolder, 'vault.json'), JSON.stringify({ keyFromSystem: 'AAAA' }));
  expect((await kulkul(['--data', core.dataFolder, 'check-audit'])).out).toContain('END NOT CHECKED');
  writeFileSync(join(core.dataFolder, 'vault.json'), vault);
  expect((await kulkul(['--data', core.dataFolder, 'check-audit'])).out).not.toContain('NOT CHECKED');
  const database = new Database(join(core.dataFolder, 'kulkul.db'));
  const [table] = database
    .prepare("select name from sqlite_master where type = 'table' and name like 'audit%'")
    .all() as { name: string }[];
  for (const { name } of database.prepare("select name from sqlite_master where type = 'trigger'").all() as {
    name: string;
  }[]) {
    database.exec(`drop trigger ${name}`);
  }
  database.exec(`update ${table?.name} set details = '{"name":"Orang lain"}' where seq = 2`);
  database.close();
  const broken = await kulkul(['--data', core.dataFolder, 'check-audit']);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('BROKEN at line 2');
});

describe('a backup', () => {
  for (const kind of ['folder', 'zip'] as const) {
    test(`as a ${kind}, made while work goes on, comes back whole`, async () => {
      const core = await start({ dataFolder: join(folder, `asal-${kind}`) });
      const founder = await firstStart(core);
      await founder.rpc.register.addOfficial({ name: 'I Gusti Ngurah Jaya Negara' });
      // an original and an attachment as adapters/files lays them
      const photo = Buffer.from('bukan foto sungguhan, tetapi byte tetap byte');
      mkdirSync(join(core.dataFolder, 'Foto/2025/2025-11-20 Apel'), { recursive: true });
      writeFileSync(join(core.dataFolder, 'Foto/2025/2025-11-20 Apel/IMG_0001.JPG'), photo);
      mkdirSync(join(core.dataFolder, 'berkas/turunan'), { recursive: true });
      writeFileSync(join(core.dataFolder, 'berkas/turunan/kecil.jpg'), 'dapat dibuat lagi');

      const place = join(folder, kind === 'zip' ? 'cadangan.zip' : 'cadangan baru');
      const made = await kulkul(['--data', core.dataFolder, 'backup', '--to', place]);
      expect(made).toMatchObject({ code: 0 });
      expect(made.out).toContain('tidak ikut');
      // never over another backup
      expect((await kulkul(['--data', core.dataFolder, 'backup', '--to', place])).code).toBe(1);

      const into = join(folder, `pulih-${kind}`);
      const restored = await kulkul(['restore', '--from', place, '--into', into]);
      expect(restored).toMatchObject({ code: 0 });
      expect(restored.out).toContain('everyone signs in again');
      expect(readFileSync(join(into, 'Foto/2025/2025-11-20 Apel/IMG_0001.JPG')).equals(photo)).toBe(true);
      expect(existsSync(join(into, 'berkas/turunan'))).toBe(false);
      expect((await kulkul(['restore', '--from', place, '--into', into])).error).toContain('tidak kosong');

      const second = await start({ dataFolder: into });
      const person = await visit(second);
      for (const [name, value] of founder.cookies)
        if (name.includes('session')) (person.cookies as Map<string, string>).set(name, value);
      // the sessions of that day are no longer good
      const { state, choose } = await person.rpc.session.status();
      expect(state).toBe('signed_out');
      await person.rpc.session.signInAs({ userId: choose[0]?.userId ?? '' });
      const officials = await person.rpc.register.officials({ leadersOnly: false });
      expect(officials.map(({ name }) => name)).toContain('I Gusti Ngurah Jaya Negara');
      expect((await person.rpc.audit.verify()).brokenAt).toBeNull();
    });
  }

  test('that was damaged is refused and leaves nothing', async () => {
    const core = await start({ dataFolder: join(folder, 'asal-rusak') });
    await firstStart(core);
    mkdirSync(join(core.dataFolder, 'Foto'));
    writeFileSync(join(core.dataFolder, 'Foto/a.jpg'), 'isi');
    const place = join(folder, 'akan rusak');
    await kulkul(['--data', core.dataFolder, 'backup', '--to', place]);
    appendFileSync(join(place, 'data/Foto/a.jpg'), 'x');
    const into = join(folder, 'tidak jadi');
    const answer = await kulkul(['restore', '--from', place, '--into', into]);
    expect(answer.code).toBe(1);
    expect(answer.error).toContain('Foto/a.jpg');
    expect(existsSync(into)).toBe(false);
    // a path that would leave the folder
    const manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'));
    const bytes = readFileSync(join(place, 'data/Foto/a.jpg'));
    mkdirSync(join(folder, 'jahat'));
    cpSync(place, join(folder, 'jahat'), { recursive: true });
    manifest.files = [
      { path: '../../luar.txt', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ];
    writeFileSync(join(folder, 'jahat/manifest.json'), JSON.stringify(manifest));
    expect((await kulkul(['restore', '--from', join(folder, 'jahat'), '--into', into])).code).toBe(1);
    expect((await kulkul(['restore', '--from', folder, '--into', into])).error).toContain('bukan cadangan');
  });

  test('brings secrets back with the recovery code', async () => {
    const core = await start({ dataFolder: join(folder, 'asal-kunci') });
    await firstStart(core);
    const first = (await kulkul(['--data', core.dataFolder, 'recovery-code'])).out.split('\n')[0] ?? '';
    expect(first).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    const place = join(folder, 'dengan kunci');
    expect((await kulkul(['--data', core.dataFolder, 'backup', '--to', place])).out).toContain('kode pemulihan');
    const { key } = JSON.parse(readFileSync(join(core.dataFolder, 'vault.json'), 'utf8')) as { key: string };
    for (const name of readdirSync(place, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name)).includes(key), name.name).toBe(false);
    }
    const into = join(folder, 'pulih-kunci');
    await kulkul(['restore', '--from', place, '--into', into]);
    expect((await kulkul(['--data', into, 'unlock-vault'], 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA\n')).code).toBe(1);
    expect(
      await kulkul(['--data', into, 'unlock-vault'], `${first.toLowerCase().replaceAll('-', ' ')}\n`),
    ).toMatchObject({ code: 0 });
    expect((JSON.parse(readFileSync(join(into, 'vault.json'), 'utf8')) as { key: string }).key).toBe(key);
  });
});
