import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RESTORED } from '../../../src-main/newsroom/distribution/hold-restored.ts';
import { done, refused } from '../../../src-main/newsroom/outcome.ts';
import { beginPathImport } from '../../../src-main/newsroom/photos/copy-import.ts';
import { takePiece } from '../../../src-main/newsroom/photos/take-piece.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { announced, dropPhotos, type Person, sendFile } from '../../builders/photo-import.ts';
import { bomb, damage, makePicture, photographs } from '../../builders/pictures.ts';

let office: TestCore;
let me: Person;
beforeEach(async () => {
  office = await testCore();
  me = await office.as('documentation');
});
afterEach(() => office.end());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const parts = () => readdirSync(join(office.folder, 'berkas/masuk')).filter((name) => name.endsWith('.part'));
const archive = () =>
  readdirSync(join(office.folder, 'Foto'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(office.folder, 'Foto/').length))
    .sort();

describe('photos that are dropped', () => {
  test('lie byte for byte in the archive, with what the camera wrote', async () => {
    const sony = readFileSync(photographs.sony);
    const done = await dropPhotos(office, me, [{ name: 'DSC01234.JPG', bytes: sony }]);
    expect(done).toMatchObject({ state: 'finished', files: [{ state: 'done', received: sony.byteLength }] });
    const { photos, total } = await me.client.photos.list({});
    expect(total).toBe(1);
    expect(photos[0]).toMatchObject({
      sha256: sha256(sony),
      fileName: 'DSC01234.JPG',
      format: 'jpeg',
      width: 6000,
      height: 4000,
      camera: 'SONY ILCE-6000',
      state: 'copied',
      preview: false,
      addedBy: me.caller.name,
      version: 1,
    });
    expect(photos[0]).not.toHaveProperty('path');
    const day = photos[0]?.takenAt?.slice(0, 10);
    expect(archive()).toEqual([`${day?.slice(0, 4)}/${day} Tanpa Acara/DSC01234.JPG`]);
    expect(readFileSync(join(office.folder, 'Foto', archive()[0] as string))).toEqual(sony);
    expect(parts()).toEqual([]);

    await office.core.start();
    await office.core.runner.idle();
    expect((await me.client.photos.list({})).photos[0]).toMatchObject({ state: 'ready', preview: true });
    const acts = (await office.core.newsroom.read((stores) => stores.audit.list({ limit: 10 }))).map(
      (line) => line.act,
    );
    expect(acts).toContain('photos.add');
  });

  test('of all kinds at once: the good are taken, the others told with their reason', async () => {
    const good = await makePicture(1);
    const files = [
      { name: 'baik.jpg', bytes: good },
      { name: 'catatan.jpg', bytes: Buffer.from('Ini bukan gambar') },
      { name: 'nol.jpg', bytes: Buffer.alloc(2_000_000) },
      { name: 'kosong.jpg', bytes: Buffer.alloc(0) },
      { name: 'bom.png', bytes: bomb() },
      {
        name: 'film.mp4',
        bytes: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(50)]),
      },
      {
        name: 'iphone.HEIC',
        bytes: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(50)]),
      },
      { name: 'gambar.png', bytes: await makePicture(2, { format: 'png' }) },
      { name: 'gambar.webp', bytes: await makePicture(3, { format: 'webp' }) },
      { name: 'salah-nama.png', bytes: await makePicture(4) },
      { name: 'rusak.jpg', bytes: damage(await makePicture(5, { width: 1200, height: 900 })) },
      { name: 'kembar.jpg', bytes: good },
    ];
    const done = await dropPhotos(office, me, files);
    expect(done.state).toBe('finished');
    expect(Object.fromEntries(done.files.map((file) => [file.name, file.refusal?.code ?? file.state]))).toEqual({
      'baik.jpg': 'done',
      'catatan.jpg': 'not_a_picture',
      'nol.jpg': 'not_a_picture',
      'kosong.jpg': 'not_a_picture',
      'bom.png': 'picture_too_large',
      'film.mp4': 'kind_not_supported',
      'iphone.HEIC': 'kind_not_supported',
      'gambar.png': 'done',
      'gambar.webp': 'done',
      'salah-nama.png': 'done',
      'rusak.jpg': 'done',
      'kembar.jpg': 'linked',
    });
    expect(done.files.find((file) => file.name === 'iphone.HEIC')?.refusal?.params).toEqual({
      kind: 'HEIC',
      name: 'iphone.HEIC',
    });
    expect(archive()).toHaveLength(5);
    expect(archive().some((path) => path.endsWith('/salah-nama.jpg'))).toBe(true);
    expect(parts()).toEqual([]);

    await office.core.start();
    await office.core.runner.idle();
    const states = Object.fromEntries(
      (await me.client.photos.list({})).photos.map((photo) => [photo.fileName, photo.state]),
    );
    expect(states).toEqual({
      'baik.jpg': 'ready',
      'gambar.png': 'ready',
      'gambar.webp': 'ready',
      'salah-nama.png': 'ready',
      'rusak.jpg': 'damaged',
    });
    const damaged = (await me.client.photos.list({})).photos.find((photo) => photo.fileName === 'rusak.jpg');
    expect(damaged?.preview).toBe(true);
  });

  test('twice under the same name and time need not be sent again', async () => {
    const bytes = await makePicture(7);
    const first = await dropPhotos(office, me, [{ name: 'a.jpg', bytes }]);
    const again = await me.client.photos.importBegin({ eventId: null, files: announced([{ name: 'a.jpg', bytes }]) });
    expect(again).toMatchObject({ state: 'finished', files: [{ state: 'linked', photoId: first.files[0]?.photoId }] });
    const { photos } = await me.client.photos.list({});
    expect(photos).toHaveLength(1);
  });

  test('the same picture sent twice at once is one photo', async () => {
    const bytes = await makePicture(8);
    const files = Array.from({ length: 4 }, (_, index) => ({ name: `sama-${index}.jpg`, bytes }));
    const begun = await me.client.photos.importBegin({ eventId: null, files: announced(files) });
    await Promise.all(begun.files.map((file) => sendFile(office, me, begun.id, file, bytes)));
    const done = await me.client.photos.importState({ importId: begun.id });
    expect(done.files.map((file) => file.state).sort()).toEqual(['done', 'linked', 'linked', 'linked']);
    expect(archive()).toHaveLength(1);
    expect((await me.client.photos.list({})).total).toBe(1);
  });

  test('whose original was lost come back by being dropped again', async () => {
    const bytes = await makePicture(9);
    const first = await dropPhotos(office, me, [{ name: 'a.jpg', bytes }]);
    const { rm } = await import('node:fs/promises');
    await rm(join(office.folder, 'Foto'), { recursive: true, force: true });
    const again = await dropPhotos(office, me, [{ name: 'a.jpg', bytes }]);
    expect(again.files[0]).toMatchObject({ state: 'done', photoId: first.files[0]?.photoId });
    expect(archive()).toHaveLength(1);
    expect((await me.client.photos.list({})).total).toBe(1);
  });
});

describe('pieces', () => {
  test('that do not fit are refused with the offset that does; one sent again does no harm', async () => {
    const bytes = await makePicture(10, { width: 1500, height: 1000 });
    const begun = await me.client.photos.importBegin({ eventId: null, files: announced([{ name: 'a.jpg', bytes }]) });
    const fileId = begun.files[0]?.id ?? '';
    const put = (offset: number, length: number) =>
      takePiece(office.core.newsroom, me.caller, {
        importId: begun.id,
        fileId,
        offset,
        piece: bytes.subarray(offset, offset + length),
      });
    expect(await put(0, 100_000)).toMatchObject({ ok: true, value: { received: 100_000, state: 'waiting' } });
    for (const offset of [0, 50_000, 200_000])
      expect(await put(offset, 1000)).toMatchObject({
        ok: false,
        refusal: { code: 'piece_out_of_order', params: { expected: 100_000 } },
      });
    expect(await put(100_000, bytes.length)).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(await put(100_000, bytes.length)).toMatchObject({ ok: true, value: { state: 'done' } });
  });

  test('of somebody else, of more bytes than were announced, or of nonsense are refused', async () => {
    const bytes = await makePicture(11);
    const begun = await me.client.photos.importBegin({ eventId: null, files: announced([{ name: 'a.jpg', bytes }]) });
    const fileId = begun.files[0]?.id ?? '';
    const other = await office.as('documentation');
    const put = (who: Person, piece: Buffer, offset = 0) =>
      takePiece(office.core.newsroom, who.caller, { importId: begun.id, fileId, offset, piece });
    expect(await put(other, bytes)).toMatchObject({ refusal: { code: 'not_found' } });
    expect(await put(me, Buffer.concat([bytes, bytes]))).toMatchObject({ refusal: { code: 'invalid' } });
    expect(await put(me, bytes, -1)).toMatchObject({ refusal: { code: 'invalid' } });
    expect(await put(me, bytes, Number.NaN)).toMatchObject({ refusal: { code: 'invalid' } });
  });
});

describe('an import that is stopped', () => {
  test('by a person: what arrived stays, the rest is thrown away', async () => {
    const pictures = await Promise.all([12, 13, 14].map((seed) => makePicture(seed)));
    const files = pictures.map((bytes, index) => ({ name: `${index}.jpg`, bytes }));
    const begun = await me.client.photos.importBegin({ eventId: null, files: announced(files) });
    const [first, second] = begun.files;
    if (first === undefined || second === undefined) throw new Error('no files');
    await sendFile(office, me, begun.id, first, pictures[0] as Buffer);
    await takePiece(office.core.newsroom, me.caller, {
      importId: begun.id,
      fileId: second.id,
      offset: 0,
      piece: (pictures[1] as Buffer).subarray(0, 1000),
    });
    const stopped = await me.client.photos.importCancel({ importId: begun.id });
    expect(stopped.state).toBe('cancelled');
    expect(stopped.files.map((file) => file.state)).toEqual(['done', 'cancelled', 'cancelled']);
    expect(parts()).toEqual([]);
    expect(await sendFile(office, me, begun.id, { ...second, received: 0 }, pictures[1] as Buffer)).toMatchObject({
      refusal: { code: 'import_closed' },
    });
    expect(archive()).toHaveLength(1);
    expect(await me.client.photos.importsOpen()).toEqual([]);
  });

  test('by a restart: goes on from the last byte, and what was complete is taken in without its sender', async () => {
    const pictures = await Promise.all([15, 16].map((seed) => makePicture(seed)));
    const files = pictures.map((bytes, index) => ({ name: `${index}.jpg`, bytes }));
    const begun = await me.client.photos.importBegin({ eventId: null, files: announced(files) });
    const [first, second] = begun.files;
    if (first === undefined || second === undefined) throw new Error('no files');
    // all bytes on disk, but the core died before the file was finished
    await office.core.newsroom.files.incoming.append(first.id, 0, pictures[0] as Buffer);
    await office.core.newsroom.files.incoming.append(second.id, 0, (pictures[1] as Buffer).subarray(0, 5000));
    writeFileSync(join(office.folder, 'berkas/masuk/01JD00000000000000000000ZZ.part'), 'milik siapa?');
    await office.reopen();
    await office.core.start();
    await office.core.runner.idle();
    me = { caller: me.caller, client: office.clientOf(me.caller) };
    const [open] = await me.client.photos.importsOpen();
    expect(open?.files.map((file) => [file.state, file.received])).toEqual([
      ['done', pictures[0]?.length],
      ['waiting', 5000],
    ]);
    expect(parts()).toEqual([`${second.id}.part`]);
    if (open?.files[1] === undefined) throw new Error('no open import');
    await sendFile(office, me, begun.id, open.files[1], pictures[1] as Buffer);
    expect((await me.client.photos.importState({ importId: begun.id })).state).toBe('finished');
    expect(
      archive()
        .map((path) => sha256(readFileSync(join(office.folder, 'Foto', path))))
        .sort(),
    ).toEqual(pictures.map(sha256).sort());
  });
});

describe('a path of this computer', () => {
  test('is copied by a job; only from the desktop window', async () => {
    const card = join(office.folder, 'DCIM');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(card);
    const paths: string[] = [];
    for (let seed = 20; seed < 26; seed++) {
      paths.push(join(card, `DSC_${seed}.JPG`));
      writeFileSync(paths.at(-1) as string, await makePicture(seed));
    }
    writeFileSync(join(card, 'bukan.jpg'), 'bukan');
    await expect(
      office.clientOf(me.caller, { place: 'browser' }).photos.importPaths({ eventId: null, paths }),
    ).rejects.toMatchObject({ data: { code: 'not_allowed' } });
    const begun = await me.client.photos.importPaths({ eventId: null, paths: [...paths, join(card, 'bukan.jpg')] });
    await office.core.start();
    await office.core.runner.idle();
    const done = await me.client.photos.importState({ importId: begun.id });
    expect(done.state).toBe('finished');
    expect(done.files.map((file) => file.state)).toEqual([...paths.map(() => 'done'), 'refused']);
    expect((await me.client.photos.list({})).photos.every((photo) => photo.state === 'ready')).toBe(true);
    // the card is only read
    expect(statSync(paths[0] as string).size).toBeGreaterThan(0);
    await expect(me.client.photos.importPaths({ eventId: null, paths: ['/tidak/ada.jpg'] })).rejects.toMatchObject({
      data: { code: 'not_found' },
    });
  });

  test('where another card lies by now is told, not taken: same name, another picture', async () => {
    const [kept, swapped] = [join(office.folder, 'DSC_0001.JPG'), join(office.folder, 'DSC_0002.JPG')];
    writeFileSync(kept, await makePicture(31));
    const first = await makePicture(32);
    writeFileSync(swapped, first);
    const begun = await me.client.photos.importPaths({ eventId: null, paths: [kept, swapped] });
    // of the very same size, and older: only its time tells
    const other = Buffer.from(first);
    other[other.byteLength - 100] = (other[other.byteLength - 100] ?? 0) ^ 1;
    writeFileSync(swapped, other);
    utimesSync(swapped, 1_700_000_000, 1_700_000_000);
    await office.core.start();
    await office.core.runner.idle();
    const { files } = await me.client.photos.importState({ importId: begun.id });
    expect(files.map((file) => [file.state, file.refusal?.code ?? null])).toEqual([
      ['done', null],
      ['refused', 'file_changed'],
    ]);
    expect((await me.client.photos.list({})).total).toBe(1);
    expect(parts()).toEqual([]);
  });

  test('is not read again by an office that was restored', async () => {
    const path = join(office.folder, 'DSC_33.JPG');
    writeFileSync(path, await makePicture(33));
    const begun = await me.client.photos.importPaths({ eventId: null, paths: [path] });
    const pieces = await me.client.photos.importBegin({
      eventId: null,
      files: announced([{ name: 'a.jpg', bytes: await makePicture(34) }]),
    });
    // what a restore leaves; see tests/newsroom/distribution/restored.test.ts for the whole way
    await office.core.newsroom.write(async (stores) => {
      await stores.office.setSetting(RESTORED, { madeAt: '2025-11-20T00:00:00Z' });
      return done(undefined);
    });
    await office.core.start();
    await office.core.runner.idle();
    const now = await me.client.photos.importState({ importId: begun.id });
    expect(now).toMatchObject({ state: 'cancelled', files: [{ state: 'cancelled' }] });
    expect((await me.client.photos.list({})).total).toBe(0);
    // what a page sends is its own to go on with
    expect((await me.client.photos.importState({ importId: pieces.id })).state).toBe('open');
    const trail = await office.core.newsroom.read((stores) => stores.audit.list({ limit: 5 }));
    expect(trail.find((line) => line.act === 'photos.import-cancel')).toMatchObject({
      details: { left: 1, because: 'restored' },
    });
  });

  test('is begun and queued at once: where the disk takes no second write, nothing waits for ever', async () => {
    const path = join(office.folder, 'DSC_30.JPG');
    writeFileSync(path, await makePicture(30));
    const { newsroom } = office.core;
    let writes = 0;
    const ports = {
      ...newsroom,
      write: ((act) => {
        writes += 1;
        return writes === 1 ? newsroom.write(act) : Promise.resolve(refused('disk_full'));
      }) as typeof newsroom.write,
    };
    const begun = await beginPathImport(ports, me.caller, { eventId: null, paths: [path] });
    expect(begun).toMatchObject({ ok: true, value: { state: 'open' } });
    const now = office.clock.now().toString();
    expect(await newsroom.read((stores) => stores.jobs.due(now, ['copy-import']))).toBe(true);
  });
});
