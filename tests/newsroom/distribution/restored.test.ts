import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCore, restore } from '../../../src-main/core.ts';
import { verifyAudit } from '../../../src-main/newsroom/audit.ts';
import { setMailAccount } from '../../../src-main/newsroom/distribution/mail-account.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { accountFor, approvedRelease, pressGroup, setAccount, testMailer } from '../../builders/approved-release.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { type MailServer, mailServer } from '../../builders/mail-server.ts';
import { approvedRelease as written } from '../../harness/approved-release.ts';
import type { Person } from '../../harness/client.ts';

const COUNT = 12;
let folder: string;
let office: TestCore | undefined;
let server: MailServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul-pulih-'));
});

afterEach(async () => {
  await office?.end();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('what waited when the backup was made does not leave again before a person goes on', async () => {
  server = await mailServer();
  office = await testCore({ mailer: testMailer(), dataFolder: path.join(folder, 'asal') });
  await setAccount(office, server.port);
  const editor = (await office.as('editor')).client;
  const { releaseId, contentHash } = await approvedRelease(office.core);
  const { groupId } = await pressGroup(editor, COUNT);
  await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
  // Kirim is pressed, no job has run: every row waits. One stands before its one irreversible call
  const [first] = await office.core.newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
  await office.core.newsroom.write(async (stores) => {
    const at = office?.clock.now().toString({ smallestUnit: 'millisecond' }) ?? '';
    await stores.deliveries.intend(
      [{ deliveryId: first?.id ?? '', number: 1, reference: '<satu@denpasar.example>' }],
      at,
    );
    return done(undefined);
  });
  const backup = path.join(folder, 'cadangan');
  expect(await office.core.newsroom.backups.make(backup)).toMatchObject({ ok: true });
  // after the backup they leave
  await office.core.start();
  await office.core.runner.idle();
  const left = server.mails.length;
  expect(left).toBeGreaterThanOrEqual(COUNT - 1);

  const into = path.join(folder, 'pulih');
  expect(await restore(backup, into)).toMatchObject({ ok: true });
  const { caller } = office.first;
  await office.core.stop();
  const opened = await openCore({ dataFolder: into, demo: false, dataKey: null, setupCode: '', mailer: testMailer() });
  if (!opened.ok) throw new Error(opened.refusal.code);
  office.core = opened.core;
  const { newsroom, runner } = opened.core;
  // the password did not travel
  const version = (await newsroom.read((stores) => stores.mailAccount.get()))?.version ?? null;
  const typed = { ...accountFor(server.port), password: 'benar', version };
  expect(await setMailAccount(newsroom, caller, typed)).toMatchObject({ ok: true });
  await opened.core.start();
  await runner.idle();
  expect(server.mails).toHaveLength(left);
  const { channels } = await office.clientOf(caller).distribution.overview({});
  expect(channels.find(({ channel }) => channel === 'email')).toMatchObject({
    pausedBecause: 'restored',
    waiting: COUNT - 1,
  });
  const rows = await newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
  expect(rows.filter((row) => row.state === 'ready')).toHaveLength(COUNT - 1);
  // nobody can be asked about the one that was under way
  expect(rows.filter((row) => row.state === 'unknown')).toHaveLength(1);
  const trail = await newsroom.read((stores) => stores.audit.list({ limit: 5 }));
  expect(trail.find((line) => line.act === 'distribution.pause')).toMatchObject({ details: { because: 'restored' } });
  expect((await verifyAudit(newsroom)).brokenAt).toBeNull();

  await office.clientOf(caller).distribution.resume({ channel: 'email' });
  await runner.idle();
  expect(server.mails).toHaveLength(left + COUNT - 1);

  // it is said once: the next start holds nothing
  await office.core.stop();
  const next = await openCore({ dataFolder: into, demo: false, dataKey: null, setupCode: '', mailer: testMailer() });
  if (!next.ok) throw new Error(next.refusal.code);
  office.core = next.core;
  await next.core.start();
  const { pausedAt } = await next.core.newsroom.read((stores) => stores.deliveries.channel('email'));
  expect(pausedAt).toBeNull();
}, 60_000);

it('a restored office takes no page off the site, and writes the folder only when a person takes it over', async () => {
  const living = await testCore({ dataFolder: path.join(folder, 'asal'), people: 1 });
  office = living;
  const site = path.join(folder, 'situs');
  const pages = () => readdirSync(path.join(site, 'rilis')).filter((name) => name.endsWith('.html'));
  const front = () => readFileSync(path.join(site, 'index.html'), 'utf8');
  const publish = async (of: Client, idle: () => Promise<void>, title: string) => {
    const { id, contentHash } = await written({ rpc: of } as unknown as Person, { title });
    await of.distribution.send({ releaseId: id, contentHash, to: { site: true } });
    await idle();
    return (await of.distribution.byRelease({ releaseId: id })).deliveries[0]?.state;
  };
  const stateOf = async (of: Client) =>
    (await of.distribution.overview({})).channels.find(({ channel }) => channel === 'site')?.pausedBecause;
  const mine = living.first.client;
  await living.core.start();
  await mine.site.change({ folder: site, baseUrl: '', title: 'Ruang Berita', description: '', version: 0 });
  expect(await publish(mine, () => living.core.runner.idle(), 'Sebelum Cadangan')).toBe('sent');
  const backup = path.join(folder, 'cadangan');
  expect(await living.core.newsroom.backups.make(backup)).toMatchObject({ ok: true });
  expect(await publish(mine, () => living.core.runner.idle(), 'Sesudah Cadangan')).toBe('sent');
  const before = new Map(readdirSync(site).map((name) => [name, name]));
  expect(pages()).toHaveLength(2);

  // a drill: the restored copy runs beside the office it was made of
  const into = path.join(folder, 'pulih');
  expect(await restore(backup, into)).toMatchObject({ ok: true });
  const opened = await openCore({ dataFolder: into, demo: false, dataKey: null, setupCode: '', clock: living.clock });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { core } = opened;
  try {
    const theirs: Client = createRouterClient(core.procedures, {
      context: {
        caller: living.first.caller,
        visitor: { device: 'uji', place: 'desktop', trusted: true },
        contractVersion: null,
        keep: () => {},
      },
    });
    const idle = () => core.runner.idle();
    await core.start();
    await idle();
    expect(await stateOf(theirs)).toBe('restored');
    const refusal = (reason: string) => ({ data: { code: 'folder_unusable', params: { reason } } });
    await expect(theirs.site.rewrite()).rejects.toMatchObject(refusal('restored'));
    const settings = (await theirs.site.get()).settings;
    if (settings === null) throw new Error('no site');
    await theirs.site.change({ ...settings, description: 'Siaran pers', version: 1 });
    await idle();
    expect(await publish(theirs, idle, 'Uji Pemulihan')).toBe('ready');
    expect(pages()).toHaveLength(2);
    expect(readdirSync(site)).toEqual([...before.keys()]);

    // a person takes it over: what the copy does not know stays, on its page and in the list
    await theirs.distribution.resume({ channel: 'site' });
    await idle();
    expect(pages()).toHaveLength(3);
    for (const title of ['Sebelum Cadangan', 'Sesudah Cadangan', 'Uji Pemulihan']) expect(front()).toContain(title);
    expect(await theirs.site.rewrite()).toMatchObject({ written: 0, removed: 0, foreign: ['Sesudah Cadangan'] });

    // the other one is told, writes nothing, and may have it back
    expect(await publish(mine, () => living.core.runner.idle(), 'Dari Kantor Asal')).not.toBe('sent');
    expect(await stateOf(mine)).toBe('other_copy');
    expect(pages()).toHaveLength(3);
    await mine.distribution.resume({ channel: 'site' });
    await living.core.runner.idle();
    expect(pages()).toHaveLength(4);
    await expect(theirs.site.rewrite()).rejects.toMatchObject(refusal('other_copy'));
  } finally {
    await core.stop();
  }
}, 60_000);
