import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliverKinds } from '../../src-main/jobs/deliver.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import { callerOf } from '../../src-main/newsroom/people/sessions.ts';
import { approvedRelease, pressGroup, setAccount, testMailer } from '../builders/approved-release.ts';
import { testCore } from '../builders/core.ts';
import { mailServer } from '../builders/mail-server.ts';
import { canMount, smallDisk } from '../builders/small-disk.ts';

/** Takes every byte the disk has left; gives the way to free them again. */
function fill(folder: string): () => void {
  const path = join(folder, 'penuh');
  const file = openSync(path, 'w');
  for (const size of [1024 * 1024, 4096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

test.skipIf(!canMount)('a disk that is full to the last byte is said in words, reading goes on', async () => {
  const disk = smallDisk(64);
  if (disk === null) throw new Error('no small disk');
  const office = await testCore({ dataFolder: disk.path });
  try {
    const token = office.core.newsroom.tokens.create();
    await office.core.newsroom.write(async (stores) =>
      done(
        await stores.sessions.insert({
          id: office.core.newsroom.ids.next(),
          userId: office.first.caller.userId,
          tokenHash: office.core.newsroom.tokens.hash(token),
          device: 'uji',
          place: 'browser',
          startedAt: office.clock.now().toString(),
          lastSeenAt: office.clock.now().toString(),
        }),
      ),
    );
    office.clock.move({ hours: 1 });
    const free = fill(disk.path);
    await expect(
      office.first.client.register.addOfficial({ name: 'I Wayan Koster', position: 'Gubernur' }),
    ).rejects.toMatchObject({
      data: { code: 'disk_full' },
    });
    expect(await office.first.client.register.officials({})).toEqual([]);
    expect((await callerOf(office.core.newsroom, token))?.name).toBe('Ayu Lestari');
    free();
    await office.first.client.register.addOfficial({ name: 'I Wayan Koster', position: 'Gubernur' });
    expect((await office.first.client.audit.verify()).brokenAt).toBeNull();
  } finally {
    await office.core.stop();
    disk.unmount();
  }
});

test.skipIf(!canMount)(
  'a disk that fills up while mails are on their way loses no outcome',
  async () => {
    const disk = smallDisk(64);
    if (disk === null) throw new Error('no small disk');
    const office = await testCore({ dataFolder: disk.path, mailer: testMailer() });
    let free = () => {};
    const server = await mailServer({
      onMailFrom(_address, _session, callback) {
        if (server.mails.length === 0) {
          free();
          free = fill(disk.path);
        }
        callback(null);
      },
    });
    try {
      const editor = (await office.as('editor')).client;
      await office.core.start();
      await setAccount(office, server.port, { connections: 1 });
      const { releaseId, contentHash } = await approvedRelease(office.core);
      const { groupId } = await pressGroup(editor, 3);
      await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
      await expect.poll(() => server.mails.length, { timeout: 10_000 }).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      free();
      await expect
        .poll(async () => (await editor.distribution.byRelease({ releaseId })).deliveries.map((row) => row.state), {
          timeout: 20_000,
        })
        .toEqual(['sent', 'sent', 'sent']);
      expect(server.mails.length).toBe(3);
    } finally {
      await office.core.stop();
      await server.close();
      disk.unmount();
    }
  },
  40_000,
);

test.skipIf(!canMount)(
  'a core that starts on a full disk writes down what was cut off as soon as there is room, and only then goes on',
  async () => {
    const disk = smallDisk(64);
    if (disk === null) throw new Error('no small disk');
    const said: string[] = [];
    const office = await testCore({ dataFolder: disk.path, mailer: testMailer(), log: (line) => said.push(line) });
    const server = await mailServer();
    let free = () => {};
    try {
      const editor = (await office.as('editor')).client;
      await setAccount(office, server.port, { connections: 1 });
      const { releaseId, contentHash } = await approvedRelease(office.core);
      const { groupId } = await pressGroup(editor, 3);
      await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
      const at = office.clock.now().toString();
      // a try whose end nobody wrote down, and a job that ran when the core died
      await office.core.newsroom.write(async (stores) => {
        const [row] = await stores.deliveries.due('email', at, 1);
        await stores.deliveries.intend([{ deliveryId: row?.id ?? '', number: 1, reference: 'uji' }], at);
        return done(await stores.jobs.take(at, ['deliver-email']));
      });
      const states = async () =>
        (await editor.distribution.byRelease({ releaseId })).deliveries.map((row) => row.state).sort();
      free = fill(disk.path);
      await office.core.start();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(await states()).toEqual(['intended', 'ready', 'ready']);
      expect(said.filter((line) => line.includes('disk_full'))).toHaveLength(1);
      free();
      await expect.poll(states, { timeout: 15_000 }).toEqual(['sent', 'sent', 'unknown']);
      expect(server.mails.length).toBe(2);
    } finally {
      await office.core.stop();
      await server.close();
      disk.unmount();
    }
  },
  40_000,
);

test.skipIf(!canMount)('a disk that stays full makes the delivery wait, however long, and never fail', async () => {
  const disk = smallDisk(64);
  if (disk === null) throw new Error('no small disk');
  const office = await testCore({ dataFolder: disk.path, mailer: testMailer() });
  let free = () => {};
  try {
    const { newsroom } = office.core;
    const editor = (await office.as('editor')).client;
    await setAccount(office, 1);
    const { releaseId, contentHash } = await approvedRelease(office.core);
    const { groupId } = await pressGroup(editor, 2);
    await editor.distribution.send({ releaseId, contentHash, to: { emailGroupIds: [groupId] } });
    const run = () =>
      deliverKinds
        .find(({ kind }) => kind === 'deliver-email')
        ?.run(newsroom, null, new AbortController().signal)
        .catch((error: unknown) => String(error));
    const inOneMinute = () => ({
      end: 'later',
      at: office.clock.now().add({ minutes: 1 }).toString(),
      reason: 'disk_full',
    });
    const rows = async () => (await editor.distribution.byRelease({ releaseId })).deliveries;

    // a look at a channel whose rows all wait for their time
    const at = office.clock.now().toString({ smallestUnit: 'millisecond' });
    const until = office.clock.now().add({ hours: 1 }).toString({ smallestUnit: 'millisecond' });
    await newsroom.write(async (stores) =>
      done(await stores.deliveries.postpone('email', until, 'interrupted', '', at)),
    );
    free = fill(disk.path);
    expect(await run()).toEqual(inOneMinute());
    free();
    free = () => {};

    // what was withdrawn meanwhile is given up, which must be written down too
    const waiting = await rows();
    office.clock.move({ hours: 2 });
    await newsroom.write(async (stores) =>
      done(await stores.releases.change(releaseId, { state: 'withdrawn' }, { name: 'uji', at })),
    );
    free = fill(disk.path);
    expect(await run()).toEqual(inOneMinute());
    expect((await rows()).map((row) => row.state)).toEqual(waiting.map((row) => row.state));
    free();
    free = () => {};
    expect(await run()).toEqual({ end: 'done' });
    expect((await rows()).map((row) => row.state)).toEqual(['not_sent', 'not_sent']);
  } finally {
    free();
    await office.core.stop();
    disk.unmount();
  }
});
