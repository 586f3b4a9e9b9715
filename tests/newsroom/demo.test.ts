import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { roleSchema } from '../../src-main/contract/rights.ts';
import { openCore } from '../../src-main/core.ts';
import { testCore } from '../builders/core.ts';
import { handClock } from '../builders/hand-clock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-demo-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('fills a whole sample office around today, and only once', async () => {
  const options = { dataFolder: folder, demo: true, dataKey: null, setupCode: 'x', clock: handClock() };
  const opened = await openCore({ ...options, imageChild: path.resolve('src-main/adapters/images/child.ts') });
  if (!opened.ok) {
    throw new Error(opened.refusal.code);
  }
  const { core } = opened;
  await core.start();
  await core.runner.idle();
  const seen = await core.newsroom.read(async (stores) => ({
    users: await stores.users.all(),
    releases: await stores.releases.list({ states: [], search: '', limit: 50 }),
    photos: await stores.photos.newest({ addedById: null, openOnly: false }, { cursor: null, limit: 50 }),
    outlets: await stores.partners.outlets(),
    journalists: await stores.partners.journalists(),
    roster: await stores.roster.between('2025-10-31T16:00:00.000Z', '2025-11-30T16:00:00.000Z'),
    holidays: await stores.agendaSettings.holidays('2025-11-01', '2025-11-30'),
  }));
  const roles = new Set(seen.users.flatMap((user) => [...user.roles]));
  expect([...roles].sort()).toEqual([...roleSchema.options].sort());
  expect(new Set(seen.releases.map((release) => release.state))).toEqual(
    new Set(['draft', 'submitted', 'returned', 'approved', 'distributed']),
  );
  expect(seen.photos.map((photo) => photo.state)).toEqual(seen.photos.map(() => 'ready'));
  expect(seen.photos.length).toBe(8);
  expect([seen.outlets.length, seen.journalists.length]).toEqual([2, 6]);
  // piket: every night of the month, weekends and the local holiday, and who stands in for whom
  const of = (part: string, duty: string) =>
    new Set(seen.roster.filter((one) => one.part === part && one.duty === duty).map((one) => one.day));
  expect(of('night', 'protocol').size).toBe(30);
  expect(of('night', 'coverage').size).toBe(30);
  const [holiday] = seen.holidays;
  expect(holiday?.name).toContain('Hari Jadi');
  expect([...of('day', 'coverage')].sort()).toEqual(
    ['01', '02', '08', '09', '15', '16', '22', '23', '29', '30']
      .map((day) => `2025-11-${day}`)
      .concat(holiday?.day ?? '')
      .sort(),
  );
  const standIns = seen.roster.filter((one) => one.insteadOf !== null).map(({ duty, day }) => [duty, day]);
  expect(standIns.sort()).toEqual([
    ['approval', '2025-11-22'],
    ['coverage', '2025-11-21'],
  ]);
  await core.stop();

  // also without being told: the mails of the sample must never reach the net
  const again = await openCore({
    ...options,
    demo: false,
    imageChild: path.resolve('src-main/adapters/images/child.ts'),
  });
  if (!again.ok) {
    throw new Error(again.refusal.code);
  }
  expect((await again.core.newsroom.read((stores) => stores.users.all())).length).toBe(seen.users.length);
  expect(again.core.newsroom.demo).toBe(true);
  await again.core.stop();
}, 60_000);

it('refuses to treat a real office as the sample', async () => {
  const test = await testCore();
  await test.core.stop();
  const opened = await openCore({ dataFolder: test.folder, demo: true, dataKey: null, setupCode: 'x' });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'not_the_sample' } });
  rmSync(test.folder, { recursive: true, force: true });
});

it.each(['Foto', 'Situs', 'berkas'])('does not fill a folder where somebody keeps a %s of their own', async (name) => {
  const own = mkdtempSync(path.join(tmpdir(), 'kulkul-milik-'));
  mkdirSync(path.join(own, name));
  writeFileSync(path.join(own, name, 'pernikahan.jpg'), 'milik orang');
  const opened = await openCore({ dataFolder: own, demo: true, dataKey: null, setupCode: 'x' });
  if (opened.ok) await opened.core.stop();
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'folder_not_empty', params: { detail: name } } });
  expect(readdirSync(own, { recursive: true }).sort()).toEqual([name, path.join(name, 'pernikahan.jpg')]);
  rmSync(own, { recursive: true, force: true });
});
