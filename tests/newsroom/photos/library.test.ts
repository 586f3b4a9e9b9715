import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { announced, dropPhotos, type Person, sendFile } from '../../builders/photo-import.ts';
import { makePicture, photographs } from '../../builders/pictures.ts';

let office: TestCore;
let me: Person;
beforeAll(async () => {
  office = await testCore();
  me = await office.as('documentation');
  await office.core.start();
});
afterAll(() => office.end());

const anEvent = (title: string, pressAccess: 'open' | 'closed' = 'open'): Promise<Event> =>
  office.first.client.agenda.add({ title, start: '2025-11-20T08:00', zone: 'Asia/Makassar', pressAccess });
const ofEvent = async (eventId: string, who: Person = me) => (await who.client.photos.list({ eventId })).photos;
const refusal = (code: string) => ({ data: { code } });

describe('photos of an event', () => {
  test('lie in its folder, in the order they came; a new order is kept', async () => {
    const event = await anEvent('Apel Pagi: "Hari Guru" / Kota');
    const files = await Promise.all(
      [1, 2, 3].map(async (seed) => ({ name: `IMG_${seed}.JPG`, bytes: await makePicture(seed) })),
    );
    await dropPhotos(office, me, files, event.id);
    const photos = await ofEvent(event.id);
    expect(photos.map((photo) => [photo.fileName, photo.position])).toEqual([
      ['IMG_1.JPG', 0],
      ['IMG_2.JPG', 1],
      ['IMG_3.JPG', 2],
    ]);
    expect(new Set(photos.map((photo) => photo.verified)).size).toBe(1);
    expect(readdirSync(join(office.folder, 'Foto/2025/2025-11-20 Apel Pagi- Hari Guru - Kota')).sort()).toEqual([
      'IMG_1.JPG',
      'IMG_2.JPG',
      'IMG_3.JPG',
    ]);
    const [a, b, c] = photos.map((photo) => photo.id) as [string, string, string];
    const ordered = await me.client.photos.order({ eventId: event.id, photoIds: [c, a, b] });
    expect(ordered.map((photo) => photo.id)).toEqual([c, a, b]);
    expect((await ofEvent(event.id)).map((photo) => photo.id)).toEqual([c, a, b]);
    for (const wrong of [
      [a, b],
      [a, b, b],
      [a, b, a],
    ])
      await expect(me.client.photos.order({ eventId: event.id, photoIds: wrong })).rejects.toMatchObject(
        refusal('changed_meanwhile'),
      );
  });

  test('dropped on a second event are shown there too, and lie on disk once', async () => {
    const [first, second] = [await anEvent('Rapat Pertama'), await anEvent('Rapat Kedua')];
    const bytes = await makePicture(50);
    await dropPhotos(office, me, [{ name: 'sama.jpg', bytes }], first.id);
    const again = await dropPhotos(office, me, [{ name: 'lain nama.jpg', bytes }], second.id);
    expect(again.files[0]).toMatchObject({ state: 'linked', verified: null });
    const [photo] = await ofEvent(second.id);
    expect(photo).toMatchObject({ fileName: 'sama.jpg', eventId: first.id, position: 0 });
    expect([...(photo?.eventIds ?? [])].sort()).toEqual([first.id, second.id].sort());
    expect(readdirSync(join(office.folder, 'Foto/2025')).some((name) => name.includes('Rapat Kedua'))).toBe(false);
    // known by name, size and time: linked without sending anything
    const third = await anEvent('Rapat Ketiga');
    const known = await me.client.photos.importBegin({
      eventId: third.id,
      files: [{ name: 'sama.jpg', size: bytes.byteLength, lastModified: 1_763_600_000_000 }],
    });
    expect(known).toMatchObject({ state: 'finished', files: [{ state: 'linked' }] });
    expect(await ofEvent(third.id)).toHaveLength(1);
  });

  test('stand in the order they were given, whichever arrives first', async () => {
    const event = await anEvent('Dua Jalur');
    const files = await Promise.all(
      [90, 91, 92, 93].map(async (seed) => ({ name: `${seed}.JPG`, bytes: await makePicture(seed) })),
    );
    const begun = await me.client.photos.importBegin({ eventId: event.id, files: announced(files) });
    for (const place of [1, 3, 0, 2]) {
      const [file, source] = [begun.files[place], files[place]];
      if (file === undefined || source === undefined) throw new Error('no file');
      await sendFile(office, me, begun.id, file, source.bytes);
    }
    expect((await ofEvent(event.id)).map((photo) => photo.fileName)).toEqual(files.map(({ name }) => name));
    // what comes later stands behind all of them
    await dropPhotos(office, me, [{ name: 'susulan.jpg', bytes: await makePicture(94) }], event.id);
    expect((await ofEvent(event.id)).at(-1)?.fileName).toBe('susulan.jpg');
  });

  test('cannot be brought to an event that is not there', async () => {
    await expect(
      me.client.photos.importBegin({
        eventId: '01JD0000000000000000000009',
        files: [{ name: 'a.jpg', size: 1, lastModified: 1 }],
      }),
    ).rejects.toMatchObject(refusal('not_found'));
  });
});

describe('words', () => {
  test('change with their version; a change meanwhile is refused and keeps the first', async () => {
    await dropPhotos(office, me, [{ name: 'kata.jpg', bytes: await makePicture(60) }]);
    const [photo] = (await me.client.photos.list({ limit: 1 })).photos;
    if (photo === undefined) throw new Error('no photo');
    const { id } = photo;
    const changed = await me.client.photos.change({ id, version: 1, caption: 'Wali Kota.\nBaris kedua' });
    expect(changed).toMatchObject({ caption: 'Wali Kota.\nBaris kedua', credit: '', version: 2 });
    await expect(me.client.photos.change({ id, version: 1, credit: 'Made' })).rejects.toMatchObject(
      refusal('changed_meanwhile'),
    );
    // no change is no new version
    expect(await me.client.photos.change({ id, version: 1, caption: 'Wali Kota.\nBaris kedua' })).toMatchObject({
      version: 2,
    });
    const [credited] = await me.client.photos.creditMany({ ids: [id], credit: 'Prokopim/Made' });
    expect(credited).toMatchObject({ credit: 'Prokopim/Made', caption: 'Wali Kota.\nBaris kedua', version: 3 });
    const lines = await office.core.newsroom.read((stores) =>
      stores.audit.list({ subjectKind: 'photo', subjectId: id, limit: 10 }),
    );
    expect(lines.map((line) => line.act)).toEqual(['photos.credit', 'photos.words', 'photos.add']);
  });
});

describe('who sees what', () => {
  test('an observer nothing of an event that is not there any more', async () => {
    const event = await anEvent('Rapat yang Terhapus', 'closed');
    await dropPhotos(office, me, [{ name: 'hapus.jpg', bytes: await makePicture(69) }], event.id);
    const [photo] = await ofEvent(event.id);
    const id = photo?.id ?? '';
    const observer = await office.as('observer');
    const before = await observer.client.photos.list({});
    await office.core.newsroom.write(async (stores) => {
      await stores.events.remove(event.id);
      return done(undefined);
    });
    const after = await observer.client.photos.list({});
    expect([after.total, after.photos.some((one) => one.id === id)]).toEqual([before.total, false]);
    expect(await observer.client.photos.byIds({ ids: [id] })).toEqual([]);
    await expect(ofEvent(event.id, observer)).rejects.toMatchObject(refusal('not_found'));
    expect(await me.client.photos.byIds({ ids: [id] })).toHaveLength(1);
  });

  test('an observer nothing of an event that its words close', async () => {
    const event = await anEvent('Rapat Mutasi (tidak untuk diliput)', 'open');
    await dropPhotos(office, me, [{ name: 'mutasi.jpg', bytes: await makePicture(68) }], event.id);
    const [photo] = await ofEvent(event.id);
    const observer = await office.as('observer');
    const { photos, total } = await observer.client.photos.list({ limit: 1000 });
    expect(photos.map(({ id }) => id)).not.toContain(photo?.id);
    expect(total).toBe(photos.length);
    expect(await me.client.photos.byIds({ ids: [photo?.id ?? ''] })).toHaveLength(1);
  });

  test('a contributor only their own; an observer nothing of a closed event', async () => {
    const closed = await anEvent('Rapat Tertutup', 'closed');
    await dropPhotos(office, me, [{ name: 'tertutup.jpg', bytes: await makePicture(70) }], closed.id);
    const [hidden] = await ofEvent(closed.id);
    if (hidden === undefined) throw new Error('no photo');
    const observer = await office.as('observer');
    const contributor = await office.as('contributor');
    await expect(ofEvent(closed.id, observer)).rejects.toMatchObject(refusal('not_found'));
    expect(await observer.client.photos.byIds({ ids: [hidden.id] })).toEqual([]);
    expect((await observer.client.photos.list({ limit: 1000 })).photos.map((photo) => photo.id)).not.toContain(
      hidden.id,
    );
    const raw = (who: Person, id: string) =>
      office.core.raw.photoOriginal({
        caller: who.caller,
        params: { photoId: id },
        query: new URLSearchParams(),
        headers: new Headers(),
        body: new Uint8Array(),
        signal: new AbortController().signal,
      });
    expect((await raw(observer, hidden.id)).status).toBe(404);
    expect((await raw(contributor, hidden.id)).status).toBe(404);
    expect((await raw(me, hidden.id)).status).toBe(200);

    expect((await contributor.client.photos.list({})).photos).toEqual([]);
    await dropPhotos(office, contributor, [{ name: 'OPD.jpg', bytes: await makePicture(71) }]);
    const own = (await contributor.client.photos.list({})).photos;
    expect(own.map((photo) => photo.fileName)).toEqual(['OPD.jpg']);
    // what is not seen is not counted either
    const seen = await observer.client.photos.list({ limit: 1000 });
    expect(seen.total).toBe(seen.photos.length);
    expect((await me.client.photos.list({ limit: 1 })).total).toBeGreaterThan(seen.total);
    expect((await contributor.client.photos.list({})).total).toBe(1);
    await expect(contributor.client.photos.change({ id: hidden.id, version: 1, caption: 'x' })).rejects.toMatchObject(
      refusal('not_found'),
    );
  });
});

describe('the places a photo stands in', () => {
  test('are its events and releases, each only for who may know of it', async () => {
    const event = await anEvent('Peninjauan Pasar');
    const contributor = await office.as('contributor');
    const observer = await office.as('observer');
    await dropPhotos(office, contributor, [{ name: 'pasar.jpg', bytes: await makePicture(80) }], event.id);
    const [photo] = await ofEvent(event.id);
    if (photo === undefined) throw new Error('no photo');
    expect(await me.client.photos.uses({ id: photo.id })).toEqual({
      events: [{ id: event.id, title: 'Peninjauan Pasar', day: '2025-11-20' }],
      releases: [],
    });

    const writer = await office.as('writer');
    const release = await writer.client.releases.create({ eventId: event.id });
    await writer.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photo.id] });
    const { releases } = await me.client.photos.uses({ id: photo.id });
    expect(releases).toEqual([{ id: release.id, title: release.title, state: 'draft' }]);

    // not approved: not for who only looks on; another's text: not for who brings their own; neither looks into what is not theirs
    expect(await observer.client.photos.uses({ id: photo.id })).toMatchObject({
      events: [{ id: event.id }],
      releases: [],
    });
    expect(await contributor.client.photos.uses({ id: photo.id })).toEqual({ events: [], releases: [] });

    const closed = await anEvent('Rapat Tertutup Kedua', 'closed');
    await dropPhotos(office, me, [{ name: 'lain.jpg', bytes: await makePicture(80) }], closed.id);
    await expect(observer.client.photos.uses({ id: photo.id })).rejects.toMatchObject(refusal('not_found'));
    expect(await ofEvent(event.id, observer)).toEqual([]);
  });
});

describe('bytes', () => {
  test('a preview is a small JPEG that may be kept for ever; it is made again when it was lost', async () => {
    await dropPhotos(office, me, [{ name: 'DSC.JPG', bytes: readFileSync(photographs.turned) }]);
    await office.core.runner.idle();
    const [photo] = (await me.client.photos.list({ limit: 1 })).photos;
    if (photo === undefined) throw new Error('no photo');
    const get = (size: string, headers: Record<string, string> = {}) =>
      office.core.raw.photoPreview({
        caller: me.caller,
        params: { photoId: photo.id, size },
        query: new URLSearchParams(),
        headers: new Headers(headers),
        body: new Uint8Array(),
        signal: new AbortController().signal,
      });
    const preview = await get('320');
    expect(preview.headers.get('cache-control')).toContain('immutable');
    const small = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
    expect(Math.max(small.width, small.height)).toBe(320);
    expect(small.exif).toBeUndefined();
    expect((await get('320', { 'if-none-match': preview.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await get('5000')).status).toBe(404);

    const { rm } = await import('node:fs/promises');
    await rm(join(office.folder, 'berkas/turunan'), { recursive: true });
    expect((await get('1600')).status).toBe(404);
    await office.core.runner.idle();
    expect((await get('1600')).status).toBe(200);
  });
});

describe('a delivery copy', () => {
  test.skipIf(spawnSync('exiftool', ['-ver']).status !== 0)(
    'carries the approved words and no position, is made once, and leaves the original alone',
    async () => {
      const bytes = readFileSync(photographs.turned);
      await dropPhotos(office, me, [{ name: 'IMG_0001.JPG', bytes }]);
      const { sha256 } = await import('node:crypto').then(({ createHash }) => ({
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }));
      const [photo] = (await me.client.photos.list({ limit: 1000 })).photos.filter((one) => one.sha256 === sha256);
      if (photo === undefined) throw new Error('no photo');
      const wanted = {
        photoId: photo.id,
        sha256,
        crop: null,
        caption: 'Wali Kota Denpasar menyerahkan bantuan – “sembako” – di Lumintang, Kamis (20/11/2025).',
        credit: 'Prokopim Denpasar/Made',
        alt: 'Penyerahan bantuan',
      };
      const context = { headline: 'Bantuan', source: 'Prokopim Denpasar', city: 'Denpasar', number: 1 };
      const made = await office.core.newsroom.deliveryCopies.copy(wanted, context);
      if (!made.ok) throw new Error(made.refusal.code);
      expect(made.value.fileName).toBe('01-wali-kota-denpasar-menyerahkan-bantuan-sembako.jpg');
      expect(Math.max(made.value.width, made.value.height)).toBe(2000);
      expect(made.value.bytes).toBe(statSync(made.value.path).size);
      const [read] = JSON.parse(
        execFileSync('exiftool', ['-json', '-G1', '-charset', 'exif=utf8', made.value.path]).toString(),
      );
      expect(read).toMatchObject({
        'XMP-dc:Description': wanted.caption,
        'IPTC:Caption-Abstract': wanted.caption,
        'IFD0:ImageDescription': wanted.caption,
        'IPTC:Credit': wanted.credit,
        'XMP-photoshop:Credit': wanted.credit,
      });
      expect(Object.keys(read).filter((key) => /gps/i.test(key))).toEqual([]);

      const { mtimeMs } = statSync(made.value.path);
      const again = await office.core.newsroom.deliveryCopies.copy(wanted, { ...context, number: 2 });
      expect(again.ok && again.value.path).toBe(made.value.path);
      expect(statSync(made.value.path).mtimeMs).toBe(mtimeMs);
      const other = await office.core.newsroom.deliveryCopies.copy({ ...wanted, caption: 'Lain' }, context);
      expect(other.ok && other.value.path).not.toBe(made.value.path);
      const card = await office.core.newsroom.deliveryCopies.copy(wanted, { ...context, side: 640 });
      expect(card.ok && Math.max(card.value.width, card.value.height)).toBe(640);

      // a bad block took its head: it is made again, not refused for ever
      const whole = readFileSync(made.value.path);
      writeFileSync(made.value.path, Buffer.concat([Buffer.alloc(4096), whole.subarray(4096)]));
      const mended = await office.core.newsroom.deliveryCopies.copy(wanted, context);
      expect(mended.ok && mended.value.width).toBe(made.value.width);
      expect(readFileSync(made.value.path).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));

      const stored = await office.core.newsroom.read((stores) => stores.photos.bySha256(sha256));
      expect(readFileSync(join(office.folder, 'Foto', stored?.path ?? '')).equals(bytes)).toBe(true);
      expect(
        await office.core.newsroom.deliveryCopies.copy(
          { ...wanted, photoId: '01JD0000000000000000000009', sha256: '0'.repeat(64) },
          context,
        ),
      ).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    },
    30_000,
  );
});
