import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { anchorAudit, auditEnd, verifyAudit } from '../../src-main/newsroom/audit.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import { type TestCore, testCore } from '../builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
  await test.first.client.register.addOfficial({ name: 'Satu' });
  await test.first.client.register.addOfficial({ name: 'Dua' });
});
afterEach(() => test.end());

const admin = () => test.clientOf(test.first.caller);
const lines = async () => (await admin().audit.verify()).lines;
const anchor = () => path.join(test.folder, 'audit.anchor');

it('that was kept outside shows lines cut off, also when as many have come again and however long one works on', async () => {
  const whole = await lines();
  await test.reopen();
  expect(await admin().audit.verify()).toEqual({ lines: whole, brokenAt: null, endChecked: true, anewAt: null });
  test.core.database.handle.exec('delete from audit where seq = (select max(seq) from audit)');
  expect(await admin().audit.verify()).toMatchObject({ lines: whole - 1, brokenAt: whole });

  for (let n = 0; n < 3; n += 1) {
    await admin().register.addOfficial({ name: `Lagi ${n}` });
    expect(await anchorAudit(test.core.newsroom)).toBe('other');
  }
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: whole });
  expect(await admin().audit.end()).toBe('other');
  await test.reopen();
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: whole });
});

it('shows a line that was changed with the whole chain after it computed anew', async () => {
  await anchorAudit(test.core.newsroom);
  const before = await admin().audit.verify();
  rewrite(test.core.database.handle, 2);
  await admin().register.addOfficial({ name: 'Sesudahnya' });
  expect(await anchorAudit(test.core.newsroom)).toBe('other');
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: before.lines });
});

it('whose mark was taken away is not called checked; a new mark says from which line on', async () => {
  await test.reopen();
  rmSync(anchor());
  const whole = await lines();
  expect(await admin().audit.verify()).toEqual({ lines: whole, brokenAt: null, endChecked: false, anewAt: null });
  expect(await auditEnd(test.core.newsroom)).toBe('unknown');
  await anchorAudit(test.core.newsroom);
  expect(await admin().audit.verify()).toEqual({
    lines: whole + 1,
    brokenAt: null,
    endChecked: true,
    anewAt: whole + 1,
  });
});

it('is not checked while the disk does not say what was kept; nothing is begun anew, and the mark stays', async () => {
  await test.reopen();
  const whole = await lines();
  const kept = readFileSync(anchor(), 'utf8');
  renameSync(anchor(), `${anchor()}.asli`);
  // EISDIR also for who may read everything, as the tests may
  mkdirSync(anchor());
  expect(await anchorAudit(test.core.newsroom)).toBe('unknown');
  expect(await auditEnd(test.core.newsroom)).toBe('unknown');
  expect(await admin().audit.verify()).toEqual({ lines: whole, brokenAt: null, endChecked: false, anewAt: null });
  rmdirSync(anchor());
  renameSync(`${anchor()}.asli`, anchor());
  expect(readFileSync(anchor(), 'utf8')).toBe(kept);
  expect(await admin().audit.verify()).toEqual({ lines: whole, brokenAt: null, endChecked: true, anewAt: null });
});

it('that cannot be kept anew for a while is said to be gone once, not every round', async () => {
  await test.reopen();
  const whole = await lines();
  rmSync(anchor());
  // the new mark is written here first
  mkdirSync(`${anchor()}.part`);
  for (let round = 0; round < 3; round += 1) await expect(anchorAudit(test.core.newsroom)).rejects.toThrow('EISDIR');
  expect(await lines()).toBe(whole + 1);
  rmdirSync(`${anchor()}.part`);
  await anchorAudit(test.core.newsroom);
  expect(await admin().audit.verify()).toEqual({
    lines: whole + 1,
    brokenAt: null,
    endChecked: true,
    anewAt: whole + 1,
  });
});

it('is not checked while the key of the mark is away, and the mark stays as it is', async () => {
  await test.reopen();
  const kept = readFileSync(anchor(), 'utf8');
  await test.core.stop();
  const vault = path.join(test.folder, 'vault.json');
  const open = readFileSync(vault, 'utf8');
  // as the window leaves it where the system keeps the key
  writeFileSync(vault, JSON.stringify({ keyFromSystem: 'AAAA' }));
  await test.reopen();
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: null, endChecked: false });
  await anchorAudit(test.core.newsroom);
  await test.core.stop();
  expect(readFileSync(anchor(), 'utf8')).toBe(kept);
  writeFileSync(vault, open);
  await test.reopen();
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: null, endChecked: true, anewAt: null });
});

it('is kept anew under a new key when the old one is away, and the trail says so', async () => {
  await test.core.stop();
  const vault = path.join(test.folder, 'vault.json');
  writeFileSync(vault, JSON.stringify({ keyFromSystem: 'AAAA' }));
  await test.reopen();
  const whole = await lines();
  // somebody types the password of the mail account again
  test.core.newsroom.vault.seal('kata sandi surel');
  expect(await anchorAudit(test.core.newsroom)).toBe('unknown');
  expect(await admin().audit.verify()).toEqual({
    lines: whole + 1,
    brokenAt: null,
    endChecked: true,
    anewAt: whole + 1,
  });
  const [line] = await admin().audit.list({ limit: 1 });
  expect(line).toMatchObject({ act: 'audit.anchored-anew', details: { because: 'other_key' } });
});

it('that is another one is begun anew by the admin only: the trail says so, the old mark stays as evidence', async () => {
  const whole = await lines();
  await test.reopen();
  const kept = readFileSync(anchor());
  test.core.database.handle.exec('delete from audit where seq = (select max(seq) from audit)');
  const head = await test.as('head');
  await expect(head.client.audit.acknowledge()).rejects.toMatchObject({ data: { code: 'not_allowed' } });
  expect(await admin().audit.end()).toBe('other');

  await admin().audit.acknowledge();
  const [line] = await admin().audit.list({ limit: 1 });
  expect(line).toMatchObject({ act: 'audit.acknowledged', details: { keptLine: whole } });
  expect(readFileSync(path.join(test.folder, String(line?.details.keptFile)))).toEqual(kept);
  expect(await admin().audit.end()).toBe('same');
  expect(await admin().audit.verify()).toMatchObject({ brokenAt: null, endChecked: true, anewAt: line?.seq });
  // nothing to take note of: no second line
  await admin().audit.acknowledge();
  expect((await admin().audit.list({ limit: 1 }))[0]?.seq).toBe(line?.seq);
  // and what comes after is protected again
  await admin().register.addOfficial({ name: 'Sesudahnya' });
  await anchorAudit(test.core.newsroom);
  test.core.database.handle.exec('delete from audit where seq = (select max(seq) from audit)');
  expect(await admin().audit.end()).toBe('other');
});

it('that is cut again after the admin took note of it is said in the log again, and each cut once', async () => {
  const said: string[] = [];
  await test.end();
  test = await testCore({ log: (line) => said.push(line) });
  // only the rounds of the core are moved by hand
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await test.core.start();
    const cut = async () => {
      await admin().register.addOfficial({ name: 'Yang hilang' });
      await anchorAudit(test.core.newsroom);
      test.core.database.handle.exec('delete from audit where seq = (select max(seq) from audit)');
      vi.advanceTimersByTime(30_000);
    };
    const cuts = () => said.filter((line) => line.includes('does not end as it was kept')).length;
    await cut();
    await expect.poll(cuts).toBe(1);
    await admin().audit.acknowledge();
    await cut();
    await expect.poll(cuts).toBe(2);
    vi.advanceTimersByTime(30_000);
    await expect(admin().audit.end()).resolves.toBe('other');
    expect(cuts()).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

it('that somebody else sealed is a break', async () => {
  await test.reopen();
  writeFileSync(anchor(), 'v1.AAAA');
  const { lines: whole, brokenAt } = await admin().audit.verify();
  expect(brokenAt).toBe(whole + 1);
  expect(await anchorAudit(test.core.newsroom)).toBe('other');
});

it('is walked while others read and write, and what is written meanwhile is checked with it', async () => {
  await anchorAudit(test.core.newsroom);
  for (let block = 0; block < 10; block += 1) {
    await test.core.newsroom.write(async (stores) => {
      for (let n = 0; n < 200; n += 1) {
        await stores.audit.append({ caller: 'system', act: 'uji', subject: { kind: 'office', id: 'office' } });
      }
      return done(undefined);
    });
  }
  const before = await lines();
  let over = false;
  const walked = verifyAudit(test.core.newsroom).finally(() => {
    over = true;
  });
  await turn();
  // as a request comes in: its caller is read, then what it asks for
  expect((await admin().register.officials({})).length).toBeGreaterThan(0);
  await admin().register.addOfficial({ name: 'Sementara itu' });
  expect(over).toBe(false);
  expect(await walked).toEqual({ lines: before + 1, brokenAt: null, endChecked: true, anewAt: null });
});

/** What somebody does who has the file and knows how the chain is made. */
function rewrite(database: Database.Database, from: number): void {
  database.prepare(`update audit set details = '{"name":"orang lain"}' where seq = ?`).run(from);
  const rows = database.prepare('select * from audit order by seq').all() as Record<string, unknown>[];
  let previous = '0'.repeat(64);
  for (const { hash: _, ...row } of rows) {
    const next = { ...row, previous_hash: previous };
    previous = createHash('sha256')
      .update(canonicalize(next) ?? '')
      .digest('hex');
    database
      .prepare('update audit set previous_hash = ?, hash = ? where seq = ?')
      .run(next.previous_hash, previous, row.seq);
  }
}
