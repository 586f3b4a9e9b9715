import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../../src-main/adapters/smtp/smtp-mailer.ts';
import { deliverKinds } from '../../../src-main/jobs/deliver.ts';
import { createRunner } from '../../../src-main/jobs/runner.ts';
import { deliverChannel } from '../../../src-main/newsroom/distribution/deliver-channel.ts';
import { emailSender } from '../../../src-main/newsroom/distribution/email-sender.ts';
import { queueDelivery } from '../../../src-main/newsroom/distribution/queue-delivery.ts';
import { siteSender } from '../../../src-main/newsroom/distribution/site-channel.ts';
import { done, refused } from '../../../src-main/newsroom/outcome.ts';
import { approvedRelease, type manifestWith, pressGroup, setAccount } from '../../builders/approved-release.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { certificate, type MailServer, mailServer } from '../../builders/mail-server.ts';
import { approvedRelease as written } from '../../harness/approved-release.ts';
import type { Person } from '../../harness/client.ts';

let office: TestCore;
let server: MailServer | undefined;
let folder: string;

/** Each start of the core has a mailer of its own, as in earnest: what it knows of the last one stands in the file. */
async function desk(log?: (line: string) => void, people = 3): Promise<void> {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul-buku-'));
  office = await testCore({
    dataFolder: folder,
    people,
    ...(log === undefined ? {} : { log }),
    get mailer() {
      return smtpMailer({
        authorities: [certificate],
        times: { connect: 3000, greeting: 3000, silence: 3000 },
        departures: path.join(folder, 'surel-berangkat.log'),
      });
    },
  });
}

afterEach(async () => {
  await office.end();
  await server?.close();
  server = undefined;
});

/** An account, an approved release and a group of so many; Kirim is not pressed yet. */
async function ready(count: number, change: Parameters<typeof manifestWith>[0] = {}) {
  await setAccount(office, server?.port ?? 1, { connections: 1 });
  const editor = (await office.as('editor')).client;
  const { releaseId, contentHash } = await approvedRelease(office.core, change);
  const { groupId } = await pressGroup(editor, count);
  const send = () => editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
  return { releaseId, send };
}

const rows = (releaseId: string) => office.core.newsroom.read((stores) => stores.deliveries.byRelease(releaseId));
const states = async (releaseId: string) => (await rows(releaseId)).map((row) => row.state);
const at = () => office.clock.now().toString({ smallestUnit: 'millisecond' });
const intend = (deliveryId: string, number: number, reference: string) =>
  office.core.newsroom.write(async (stores) => {
    await stores.deliveries.intend([{ deliveryId, number, reference }], at());
    return done(undefined);
  });

describe('a ledger that cannot be written for a while', { timeout: 60_000 }, () => {
  it('while another program holds the database: what the server took is sent, and once', async () => {
    let held: SQLite.Database | undefined;
    let holds = 0;
    const letGo = () => {
      held?.exec('rollback');
      held?.close();
      held = undefined;
    };
    await desk((line) => {
      if (line.includes('deliver-email')) letGo();
    });
    server = await mailServer({
      afterBody() {
        holds += 1;
        if (holds > 1) return;
        held = new SQLite(path.join(folder, 'kulkul.db'));
        held.exec('begin immediate');
      },
    });
    const { releaseId, send } = await ready(1);
    await office.core.start();
    await send();
    await office.core.runner.idle();
    expect(held).toBeUndefined();
    // a job that threw is begun again a little later
    office.clock.move({ seconds: 10 });
    office.core.runner.wake();
    await office.core.runner.idle();
    await office.reopen();
    await office.core.start();
    await office.core.runner.idle();
    expect(server.mails).toHaveLength(1);
    expect(await states(releaseId)).toEqual(['sent']);
  });

  it('for good: the run ends, the channel is held and says why, and what has left is to be checked', async () => {
    await desk();
    server = await mailServer();
    const { releaseId, send } = await ready(3);
    await send();
    const { handle } = office.core.database;
    handle.exec(
      `create trigger uji before update on delivery when new.state = 'sent' begin select raise(abort, 'uji'); end`,
    );
    const told: unknown[] = [];
    const run = () =>
      deliverChannel(office.core.newsroom, 'email', emailSender(office.core.newsroom), {
        stopping: () => false,
        pause: (milliseconds) => pause(Math.min(milliseconds, 20)),
        failed: (error) => told.push(error),
      });
    expect(await run()).toEqual(done(undefined));
    expect(told).toHaveLength(1);
    const left = server.mails.length;
    expect(left).toBeGreaterThan(0);
    expect((await states(releaseId)).filter((state) => state === 'intended')).toHaveLength(left);
    const { channels } = await (await office.as('editor')).client.distribution.overview({});
    expect(channels[0]).toMatchObject({ channel: 'email', pausedBecause: 'not_written' });
    const [line] = await office.core.newsroom.read((stores) => stores.audit.list({ limit: 1, subjectKind: 'channel' }));
    expect(line).toMatchObject({ act: 'distribution.pause', details: { because: 'not_written' } });

    handle.exec('drop trigger uji');
    expect(await run()).toEqual(done(undefined));
    const after = await states(releaseId);
    expect(after.filter((state) => state === 'unknown')).toHaveLength(left);
    // the others wait for a person
    expect(after.filter((state) => state === 'ready')).toHaveLength(3 - left);
    expect(server.mails).toHaveLength(left);
  });

  it('a try that nobody carries any more is to be checked, and that it may have left is not forgotten', async () => {
    await desk();
    server = await mailServer();
    const { releaseId, send } = await ready(2);
    await send();
    const [first] = await rows(releaseId);
    await office.core.start();
    await intend(first?.id ?? '', 1, '<satu@denpasar.example>');
    await office.core.newsroom.write(async (stores) => {
      await queueDelivery(stores, 'email', office.core.newsroom.ids.next());
      return done(undefined);
    });
    await office.core.runner.idle();
    expect(await states(releaseId)).toEqual(['unknown', 'sent']);
    expect(server.mails).toHaveLength(1);
  });
});

describe('what cannot be made ready', () => {
  const run = (code: 'disk_full' | 'exiftool_missing') =>
    deliverKinds
      .find(({ kind }) => kind === 'deliver-email')
      ?.run(
        { ...office.core.newsroom, deliveryCopies: { copy: async () => refused(code) } },
        null,
        new AbortController().signal,
      );
  const photo = {
    photoId: '01JD0000000000000000000001',
    sha256: 'a'.repeat(64),
    crop: null,
    caption: 'Pasar',
    credit: 'Humas',
    alt: '',
  };

  it('waits for room on a full disk, and for a person where exiftool is missing; it is never given up', async () => {
    await desk();
    server = await mailServer();
    const { releaseId, send } = await ready(2, { photos: [photo] });
    await send();
    expect(await run('disk_full')).toMatchObject({ end: 'later', reason: 'disk_full' });
    expect(await states(releaseId)).toEqual(['ready', 'ready']);
    expect(await run('exiftool_missing')).toEqual({ end: 'done' });
    expect(await states(releaseId)).toEqual(['ready', 'ready']);
    const { channels } = await (await office.as('editor')).client.distribution.overview({});
    expect(channels[0]).toMatchObject({ channel: 'email', pausedBecause: 'exiftool_missing', waiting: 2 });
    expect(server.mails).toEqual([]);
  });

  it('by a fault is tried again for ever, as long as it delivers', async () => {
    await desk();
    let runs = 0;
    const kind = {
      kind: 'uji-kirim',
      atOnce: 1,
      neverGivenUp: true,
      async run(): Promise<never> {
        runs += 1;
        throw new Error('uji');
      },
    };
    expect(deliverKinds.every(({ neverGivenUp }) => neverGivenUp)).toBe(true);
    const runner = createRunner(office.core.newsroom, [kind], () => {});
    await office.core.newsroom.write(async (stores) => {
      await stores.jobs.add({ kind: kind.kind, key: 'satu', data: null });
      return done(undefined);
    });
    await runner.start(async () => false);
    for (let round = 0; round < 6; round += 1) {
      await runner.idle();
      office.clock.move({ minutes: 11 });
      runner.wake();
    }
    await runner.idle();
    await runner.stop();
    expect(runs).toBeGreaterThanOrEqual(6);
  });
});

it('a site folder that never answers is asked once, and another one that was chosen meanwhile answers', async () => {
  await desk(undefined, 1);
  const rpc = office.first.client;
  const [dead, other] = [path.join(folder, 'situs-mati'), path.join(folder, 'situs-baru')];
  await rpc.site.change({ folder: dead, baseUrl: '', title: 'Ruang Berita', description: '', version: 0 });
  const { id, contentHash } = await written({ rpc } as unknown as Person, { title: 'Pekan Literasi Dibuka' });
  await rpc.distribution.send({ releaseId: id, contentHash, to: { site: true } });
  const [row] = await rows(id);
  if (row === undefined) throw new Error('no row');
  const { newsroom } = office.core;
  const asked: string[] = [];
  let answer = () => {};
  const silence = new Promise<void>((resolve) => {
    answer = resolve;
  });
  // each run of the channel has a sender of its own
  const ask = () =>
    siteSender({
      ...newsroom,
      site: {
        ...newsroom.site,
        async published(place) {
          asked.push(place);
          if (place === dead) await silence;
          return newsroom.site.published(place);
        },
      },
    }).reconcile?.(row, '');
  const first = [ask(), ask(), ask()];
  await expect.poll(() => asked).toEqual([dead]);
  const { version } = await rpc.site.get();
  await rpc.site.change({ folder: other, baseUrl: '', title: 'Ruang Berita', description: '', version });
  expect(await ask()).toBe('not_sent');
  expect(asked).toEqual([dead, other]);
  answer();
  expect(await Promise.all(first)).toEqual(['not_sent', 'not_sent', 'not_sent']);
});

it('a site folder that never answers does not hold the start up; its row is settled when it does', async () => {
  // one person who writes, approves and sends
  await desk(undefined, 1);
  const site = path.join(folder, 'situs-uji');
  const rpc = office.first.client;
  await rpc.site.change({ folder: site, baseUrl: '', title: 'Ruang Berita', description: '', version: 0 });
  const { id, contentHash } = await written({ rpc } as unknown as Person, { title: 'Pekan Literasi Dibuka' });
  await rpc.distribution.send({ releaseId: id, contentHash, to: { site: true } });
  await office.core.start();
  await office.core.runner.idle();
  const [row] = await rows(id);
  expect(row?.state).toBe('sent');
  await office.core.newsroom.write(async (stores) => {
    await stores.deliveries.set([row?.id ?? ''], { state: 'ready', reason: null, answer: '', nextTryAt: null }, at());
    return done(undefined);
  });
  await intend(row?.id ?? '', 2, row?.reference ?? '');
  // nobody writes into the pipe: whoever opens it to read waits for ever, as on a dead share
  const manifest = path.join(site, '.kulkul-manifest.json');
  const pipe = path.join(site, 'pipa');
  renameSync(manifest, `${manifest}.asli`);
  execFileSync('mkfifo', [manifest]);
  try {
    await office.reopen();
    const began = Date.now();
    await office.core.start();
    expect(Date.now() - began).toBeLessThan(9_000);
    expect(await states(id)).toEqual(['intended']);
    // nor does its job, which asks the folder meanwhile, hold up the end
    const ended = Date.now();
    await office.reopen();
    expect(Date.now() - ended).toBeLessThan(3_000);
    await office.core.start();
  } finally {
    renameSync(manifest, pipe);
    renameSync(`${manifest}.asli`, manifest);
    closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
    rmSync(pipe);
  }
  await expect.poll(() => states(id), { timeout: 15_000 }).toEqual(['sent']);
  expect((await rows(id))[0]?.attempts).toBe(2);
}, 60_000);
