import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rewriteSite } from '../../../src-main/newsroom/distribution/publish-site.ts';
import { queueDelivery } from '../../../src-main/newsroom/distribution/queue-delivery.ts';
import { canonicalJson, contentHash, manifestOf } from '../../../src-main/text/manifest.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { approvedRelease, correctText } from '../../harness/approved-release.ts';
import type { Person } from '../../harness/client.ts';

const nobody = { emailGroupIds: [], journalistIds: [], site: false, whatsappGroupIds: [] };
let core: TestCore;
let place: string;
let folder: string;
let me: Person;
const rpc = () => core.first.client;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'kulkul-distribusi-'));
  folder = join(place, 'situs');
  // one person who writes, approves and sends
  core = await testCore({ people: 1 });
  me = { rpc: core.first.client } as unknown as Person;
  await core.core.start();
});
afterEach(async () => {
  await core.end();
  await rm(place, { recursive: true, force: true });
});

const setSite = (change = {}) =>
  rpc().site.change({
    folder,
    baseUrl: 'https://prokopim.denpasar.example/berita',
    title: 'Ruang Berita Denpasar',
    description: '',
    version: 0,
    ...change,
  });
const sendTo = (release: { id: string; contentHash: string }, to: Partial<typeof nobody>) =>
  rpc().distribution.send({ releaseId: release.id, contentHash: release.contentHash, to: { ...nobody, ...to } });
const rows = async (releaseId: string) => (await rpc().distribution.byRelease({ releaseId })).deliveries;

describe('the site as a channel', () => {
  it('goes from intent to sent with the address of the page, which stands in the folder', async () => {
    await setSite();
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    const look = await rpc().distribution.preflight({ releaseId: release.id, to: { ...nobody, site: true } });
    expect(look.recipients).toMatchObject([{ channel: 'site', name: 'Ruang Berita Denpasar', already: null }]);
    expect(look.findings.filter((finding) => finding.level === 'block')).toEqual([]);
    await sendTo(release, { site: true });
    await core.core.runner.idle();
    const [row] = await rows(release.id);
    expect(row).toMatchObject({ channel: 'site', state: 'sent', attempts: 1 });
    const path = row?.reference?.replace('https://prokopim.denpasar.example/berita/', '') ?? '';
    expect(path).toMatch(/^rilis\/\d{4}-\d\d-\d\d-pekan-literasi-dibuka-[0-9a-z]{5}\.html$/);
    expect(await readFile(join(folder, path), 'utf8')).toContain('Pekan Literasi Dibuka');
    expect((await rpc().whatsapp.share({ releaseId: release.id })).link).toBe(row?.reference);
    expect((await rpc().site.get()).pages).toBe(1);
    expect(await rpc().site.rewrite()).toMatchObject({ written: 0, removed: 0 });
  });

  it('keeps a page that comes while the whole site is being written again', async () => {
    await setSite();
    await core.core.runner.idle();
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    const { site } = core.core.newsroom;
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let began = () => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow: typeof site = {
      ...site,
      async write(...given) {
        began();
        await gate;
        return site.write(...given);
      },
    };
    const rewriting = rewriteSite({ ...core.core.newsroom, site: slow });
    await begun;
    await sendTo(release, { site: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    open();
    await rewriting;
    await core.core.runner.idle();
    const [row] = await rows(release.id);
    expect(row?.state).toBe('sent');
    expect((await readdir(join(folder, 'rilis'))).filter((name) => name.endsWith('.html'))).toHaveLength(1);
  });

  it('is blocked with the reason while no folder is chosen', async () => {
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    const look = await rpc().distribution.preflight({ releaseId: release.id, to: { ...nobody, site: true } });
    expect(look.findings).toContainEqual({ level: 'block', code: 'site_missing', params: {} });
    await expect(sendTo(release, { site: true })).rejects.toMatchObject({ data: { code: 'site_missing' } });
  });

  it('refuses a folder with other things in it, at its field', async () => {
    await writeFile(join(place, 'penting.txt'), '');
    await expect(setSite({ folder: place })).rejects.toMatchObject({
      data: { code: 'folder_unusable', field: 'folder', params: { reason: 'not_ours' } },
    });
    expect((await rpc().site.get()).settings).toBeNull();
  });

  it('waits while the folder is gone, and goes on when it is back', async () => {
    await setSite();
    await core.core.runner.idle();
    await rm(folder, { recursive: true });
    await writeFile(folder, 'a file where the folder was');
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    await sendTo(release, { site: true });
    await core.core.runner.idle();
    expect((await rows(release.id))[0]).toMatchObject({ state: 'retrying', reason: 'write_failed' });
    await rm(folder);
    await rpc().distribution.retry({ deliveryIds: (await rows(release.id)).map((row) => row.id) });
    await core.core.runner.idle();
    expect((await rows(release.id))[0]).toMatchObject({ state: 'sent' });
  });

  it('never shows what was withdrawn', async () => {
    await setSite();
    const release = await approvedRelease(me, { title: 'Yang Akan Dicabut' });
    await sendTo(release, { site: true });
    await core.core.runner.idle();
    expect(await readdir(join(folder, 'rilis'))).toHaveLength(1);
    await core.core.newsroom.write(async (stores) => {
      await stores.releases.change(release.id, { state: 'withdrawn' }, { name: 'Ayu', at: '2025-11-20T01:00:00.000Z' });
      await stores.jobs.add({ kind: 'rewrite-site', key: release.id, data: null });
      return { ok: true, value: undefined };
    });
    await core.core.runner.idle();
    expect(await readdir(join(folder, 'rilis'))).toEqual([]);
    expect(await readFile(join(folder, 'feed.json'), 'utf8')).not.toContain('Dicabut');
  });

  it('never shows what is under embargo, whoever sent it, and shows it once the hour has come', async () => {
    await setSite();
    const { id } = await rpc().releases.create({});
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Rahasia.' }] }] };
    const embargoUntil = core.clock.now().add({ hours: 2 }).toString({ smallestUnit: 'millisecond' });
    const manifest = manifestOf(
      { title: 'Masih Embargo', dateline: 'DENPASAR', body },
      { kind: 'rilis_kegiatan', infoClass: 'berkala', embargoUntil, photos: [] },
    );
    const at = core.clock.now().toString({ smallestUnit: 'millisecond' });
    await core.core.newsroom.write(async (stores) => {
      await stores.releases.addVersion({
        releaseId: id,
        version: 1,
        number: null,
        canonical: canonicalJson(manifest),
        contentHash: contentHash(manifest),
        approvedAt: at,
        approvedBy: { id: core.first.caller.userId, name: 'Ayu' },
      });
      return { ok: true, value: undefined };
    });
    const to = { ...nobody, site: true };
    await expect(
      rpc().distribution.send({ releaseId: id, contentHash: contentHash(manifest), to }),
    ).rejects.toMatchObject({ data: { code: 'embargo_running' } });
    // a row that should never have been made
    await core.core.newsroom.write(async (stores) => {
      const rowId = core.core.newsroom.ids.next();
      await stores.deliveries.add(
        [
          {
            id: rowId,
            releaseId: id,
            version: 1,
            contentHash: contentHash(manifest),
            channel: 'site',
            key: 'site',
            recipientName: 'Situs',
            recipientAddress: folder,
            outlet: '',
            state: 'ready',
            createdBy: 'Ayu',
          },
        ],
        at,
      );
      await queueDelivery(stores, 'site', core.core.newsroom.ids.next());
      return { ok: true, value: undefined };
    });
    await core.core.runner.idle();
    expect(await rows(id)).toMatchObject([{ state: 'refused', answer: 'embargo_running' }]);
    await rpc().site.rewrite();
    for (const name of await readdir(folder, { recursive: true })) {
      expect(name).not.toContain('embargo');
      if (/\.(html|xml|json|txt)$/.test(name)) {
        expect(await readFile(join(folder, name), 'utf8')).not.toContain('Masih Embargo');
      }
    }
    core.clock.move({ hours: 3 });
    await rpc().distribution.retry({ deliveryIds: (await rows(id)).map((row) => row.id) });
    await core.core.runner.idle();
    expect(await rows(id)).toMatchObject([{ state: 'sent' }]);
    expect(await readFile(join(folder, 'rss.xml'), 'utf8')).toContain('Masih Embargo');
  });

  it('is asked after a crash: a page that stands is sent, one that does not is written', async () => {
    await setSite();
    const release = await approvedRelease(me, { title: 'Listrik Padam' });
    await sendTo(release, { site: true });
    await core.core.runner.idle();
    const written = await readdir(join(folder, 'rilis'));
    for (const [state, wipe] of [
      ['page written', false],
      ['page not written', true],
    ] as const) {
      // what a core leaves that died between intent and outcome
      await core.core.newsroom.write(async (stores) => {
        const [row] = await stores.deliveries.byRelease(release.id);
        if (!row) throw new Error('no row');
        const at = '2025-11-20T01:00:00.000Z';
        await stores.deliveries.set([row.id], { state: 'ready', reason: null, answer: '', nextTryAt: null }, at);
        await stores.deliveries.intend(
          [{ deliveryId: row.id, number: row.attempts + 1, reference: row.reference ?? '' }],
          at,
        );
        return { ok: true, value: undefined };
      });
      if (wipe) await rm(join(folder, 'rilis'), { recursive: true });
      await core.reopen();
      await core.core.start();
      await core.core.runner.idle();
      const client = core.clientOf(core.first.caller);
      const [row] = (await client.distribution.byRelease({ releaseId: release.id })).deliveries;
      expect(row, state).toMatchObject({ state: 'sent' });
      expect(await readdir(join(folder, 'rilis')), state).toEqual(written);
    }
  });
});

describe('WhatsApp', () => {
  it('is ticked off by a person for each group, and taken back', async () => {
    const group = await rpc().partners.addGroup({ name: 'Forum Wartawan', kind: 'whatsapp' });
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    await sendTo(release, { whatsappGroupIds: [group.id] as never });
    const [row] = await rows(release.id);
    expect(row).toMatchObject({ channel: 'whatsapp', state: 'to_share', recipientName: 'Forum Wartawan' });
    const ids = { deliveryIds: [row?.id ?? ''] };
    await expect(rpc().whatsapp.undo(ids)).rejects.toMatchObject({ data: { code: 'state_not_possible' } });
    expect(await rpc().whatsapp.tickOff(ids)).toMatchObject([
      { state: 'shared', reason: 'said_shared', answer: 'Ayu Lestari' },
    ]);
    await expect(rpc().whatsapp.tickOff(ids)).rejects.toMatchObject({ data: { code: 'state_not_possible' } });
    expect(await rpc().whatsapp.undo(ids)).toMatchObject([{ state: 'to_share', answer: '' }]);
    const acts = (await rpc().audit.list({ subjectKind: 'release', subjectId: release.id })).map((line) => line.act);
    expect(acts.slice(0, 2)).toEqual(['whatsapp.undo', 'whatsapp.tick-off']);
  });

  it('is not ticked off for a text that a newer version has replaced', async () => {
    const group = await rpc().partners.addGroup({ name: 'Forum Wartawan', kind: 'whatsapp' });
    const second = await rpc().partners.addGroup({ name: 'Forum Redaktur', kind: 'whatsapp' });
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    await sendTo(release, { whatsappGroupIds: [group.id, second.id] as never });
    const [shared, waiting] = await rows(release.id);
    await rpc().whatsapp.tickOff({ deliveryIds: [shared?.id ?? ''] });
    const approveNext = async (words: string) => {
      await rpc().approval.newVersion({ releaseId: release.id, note: words });
      await correctText(me, release.id, words);
      await rpc().approval.submit({ releaseId: release.id });
      const sheet = await rpc().approval.sheet({ releaseId: release.id });
      await rpc().approval.approve({ releaseId: release.id, seenHash: sheet.contentHash });
    };
    await approveNext('Pekan Literasi Dibuka Wali Kota');
    const byId = async () =>
      new Map((await rows(release.id)).map((row) => [row.id, [row.version, row.state, row.reason]]));
    expect((await byId()).get(waiting?.id ?? '')).toEqual([1, 'not_sent', 'superseded']);
    expect((await byId()).get(shared?.id ?? '')).toEqual([1, 'shared', 'said_shared']);
    // taken back, it does not wait to be shared with words that are not shown any more
    await rpc().whatsapp.undo({ deliveryIds: [shared?.id ?? ''] });
    expect((await byId()).get(shared?.id ?? '')).toEqual([1, 'not_sent', 'superseded']);

    // a row that a page opened before the approval still shows
    await core.core.newsroom.write(async (stores) => {
      await stores.deliveries.set(
        [waiting?.id ?? ''],
        { state: 'to_share', reason: null, answer: '', nextTryAt: null },
        core.clock.now().toString({ smallestUnit: 'millisecond' }),
      );
      return { ok: true, value: undefined };
    });
    await expect(rpc().whatsapp.tickOff({ deliveryIds: [waiting?.id ?? ''] })).rejects.toMatchObject({
      data: { code: 'newer_version', params: { version: 2 } },
    });
  });

  it('has nothing to share before the approval', async () => {
    const draft = await rpc().releases.create({});
    await expect(rpc().whatsapp.share({ releaseId: draft.id })).rejects.toMatchObject({
      data: { code: 'not_approved' },
    });
  });

  it('keeps the greeting of the office', async () => {
    const release = await approvedRelease(me, { title: 'Pekan Literasi Dibuka' });
    await rpc().whatsapp.setGreeting({ greeting: 'Om Swastyastu, rekan media.' });
    expect(await rpc().whatsapp.share({ releaseId: release.id })).toMatchObject({
      greeting: 'Om Swastyastu, rekan media.',
      title: 'Pekan Literasi Dibuka',
      link: null,
    });
  });
});
