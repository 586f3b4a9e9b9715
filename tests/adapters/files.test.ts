import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFiles } from '../../src-main/adapters/files/files.ts';
import type { Files, OriginalPlace } from '../../src-main/newsroom/files.ts';
import type { Outcome } from '../../src-main/newsroom/outcome.ts';

const id = '01JD0000000000000000000001';
const other = '01JD0000000000000000000002';
const place: OriginalPlace = { day: '2025-11-20', folderTitle: 'Apel Pagi', fileName: 'IMG_1.JPG', extension: '.jpg' };

let folder: string;
let files: Files;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kulkul files é '));
  files = dataFiles(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
function never(): never {
  throw new Error('not there');
}
function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

describe('a file on its way in', () => {
  test('comes in pieces, is read back, and its place holds the same bytes', async () => {
    const bytes = randomBytes(3_000_017);
    value(await files.incoming.append(id, 0, bytes.subarray(0, 1_000_000)));
    expect(value(await files.incoming.append(id, 1_000_000, bytes.subarray(1_000_000)))).toEqual({
      received: 3_000_017,
    });
    const sealed = value(await files.incoming.seal(id));
    expect(sealed).toMatchObject({ sha256: sha256(bytes), bytes: 3_000_017 });
    expect(['disk', 'cache']).toContain(sealed.verified);
    expect(Buffer.from(sealed.head)).toEqual(bytes.subarray(0, 64));
    const { path } = value(await files.originals.place(id, sealed, place));
    // until its row is committed a next try must still be able to flush it
    expect((await stat(files.incoming.pathOf(id))).mode & 0o200).toBe(0o200);
    await files.incoming.drop(id);
    await files.originals.protect(path);
    expect(path).toBe('2025/2025-11-20 Apel Pagi/IMG_1.JPG');
    expect(await readFile(files.originals.pathOf(path))).toEqual(bytes);
    expect((await stat(files.originals.pathOf(path))).mode & 0o222).toBe(0);
    expect(await files.incoming.list()).toEqual([]);
    expect(await all(files.originals.open(path, { start: 5, end: 9 }))).toEqual(bytes.subarray(5, 10));
  });

  test('a piece that does not fit is refused with the offset that does', async () => {
    value(await files.incoming.append(id, 0, Buffer.from('abc')));
    for (const offset of [0, 2, 4]) {
      expect(await files.incoming.append(id, offset, Buffer.from('d'))).toEqual({
        ok: false,
        refusal: { code: 'piece_out_of_order', params: { expected: 3 } },
      });
    }
  });

  test('two pieces at the same offset at once: one is taken', async () => {
    const both = await Promise.all([
      files.incoming.append(id, 0, Buffer.alloc(500_000, 1)),
      files.incoming.append(id, 0, Buffer.alloc(500_000, 2)),
    ]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await files.incoming.received(id)).toBe(500_000);
  });

  test('after a restart the hash covers what came before it', async () => {
    const bytes = randomBytes(200_000);
    value(await files.incoming.append(id, 0, bytes.subarray(0, 120_000)));
    const restarted = dataFiles(folder);
    value(await restarted.incoming.append(id, 120_000, bytes.subarray(120_000)));
    expect(value(await restarted.incoming.seal(id)).sha256).toBe(sha256(bytes));
  });

  test('bytes that changed on the disk are noticed', async () => {
    const bytes = randomBytes(200_000);
    value(await files.incoming.append(id, 0, bytes));
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    await writeFile(files.incoming.pathOf(id), bytes);
    expect(await files.incoming.seal(id)).toMatchObject({ ok: false, refusal: { code: 'picture_broken' } });
  });

  test('is copied from a path of this computer', async () => {
    const bytes = randomBytes(2_500_000);
    const source = join(folder, 'kartu DSC_0001.JPG');
    await writeFile(source, bytes);
    const chosen = await files.incoming.look(source);
    if (chosen === null) throw new Error('no file');
    expect(value(await files.incoming.copyFrom(id, source, chosen))).toEqual({ received: 2_500_000 });
    expect(value(await files.incoming.seal(id)).sha256).toBe(sha256(bytes));
    expect(await files.incoming.copyFrom(other, join(folder, 'tidak ada'), chosen)).toMatchObject({ ok: false });
    expect(await files.incoming.copyFrom(other, folder, chosen)).toMatchObject({ ok: false });
    for (const wrong of [
      { ...chosen, size: chosen.size + 1 },
      { ...chosen, lastModified: chosen.lastModified - 60_000 },
    ])
      expect(await files.incoming.copyFrom(other, source, wrong)).toMatchObject({ refusal: { code: 'file_changed' } });
    expect(await files.incoming.received(other)).toBe(0);
  });
});

describe('an original', () => {
  async function arrive(which: string, bytes: Buffer) {
    value(await files.incoming.append(which, 0, bytes));
    return value(await files.incoming.seal(which));
  }

  test('never overwrites another of its name', async () => {
    const paths = [];
    for (const [which, text] of [
      [id, 'satu'],
      [other, 'dua'],
    ] as const) {
      const sealed = await arrive(which, Buffer.from(text));
      paths.push(value(await files.originals.place(which, sealed, place)).path);
    }
    expect(paths).toEqual(['2025/2025-11-20 Apel Pagi/IMG_1.JPG', '2025/2025-11-20 Apel Pagi/IMG_1 (2).JPG']);
    expect((await readFile(files.originals.pathOf(paths[0] as string))).toString()).toBe('satu');
  });

  test('placed again after a crash before its row: the same name, no second copy', async () => {
    const sealed = await arrive(id, randomBytes(5000));
    const first = value(await files.originals.place(id, sealed, place));
    const restarted = dataFiles(folder);
    expect(value(await restarted.originals.place(id, sealed, place))).toEqual(first);
    // the part was lost with the crash and sent again
    await restarted.incoming.drop(id);
    value(await restarted.incoming.append(other, 0, await readFile(files.originals.pathOf(first.path))));
    const again = value(await restarted.incoming.seal(other));
    expect(value(await restarted.originals.place(other, again, place))).toEqual(first);
    expect(await readdir(join(folder, 'Foto/2025/2025-11-20 Apel Pagi'))).toEqual(['IMG_1.JPG']);
  });

  test('is not written over when its card is copied again after a crash before its row', async () => {
    const source = join(folder, 'DSC_0001.JPG');
    await writeFile(source, 'gambar pertama');
    const copy = async (to: Files) => to.incoming.copyFrom(id, source, (await files.incoming.look(source)) ?? never());
    value(await copy(files));
    const { path } = value(await files.originals.place(id, value(await files.incoming.seal(id)), place));
    await writeFile(source, 'kartu yang lain');
    const restarted = dataFiles(folder);
    value(await copy(restarted));
    expect((await readFile(files.originals.pathOf(path))).toString()).toBe('gambar pertama');
  });

  test('stays inside the archive whatever it is called', async () => {
    const sealed = await arrive(id, Buffer.from('x'));
    const { path } = value(
      await files.originals.place(id, sealed, { ...place, folderTitle: '../../../luar', fileName: '../../luar.jpg' }),
    );
    expect(path).toBe('2025/2025-11-20 ..-..-..-luar/luar.jpg');
    expect(await readdir(join(folder, 'Foto/2025'))).toHaveLength(1);
  });

  test('the folder was tidied away meanwhile: it is made again', async () => {
    value(await files.originals.place(id, await arrive(id, Buffer.from('a')), place));
    await rm(join(folder, 'Foto'), { recursive: true, force: true });
    const sealed = await arrive(other, Buffer.from('b'));
    expect((await files.originals.place(other, sealed, place)).ok).toBe(true);
  });
});

describe('attachments and derivatives', () => {
  test('the same attachment twice is kept once', async () => {
    const put = async () =>
      files.attachments.put(
        (async function* () {
          yield Buffer.from('surat ');
          yield Buffer.from('undangan');
        })(),
      );
    const first = value(await put());
    expect(value(await put())).toEqual(first);
    expect(first).toEqual({ sha256: sha256(Buffer.from('surat undangan')), bytes: 14 });
    expect((await all(files.attachments.open(first.sha256))).toString()).toBe('surat undangan');
    expect(() => files.attachments.pathOf('../../x')).toThrow();
  });

  test('a derivative is there after it was kept; an empty one counts as none', async () => {
    const key = files.derivatives.keyOf('resep');
    expect(await files.derivatives.size(key, 'jpg')).toBeNull();
    const draft = value(await files.derivatives.draft(key, 'jpg'));
    await writeFile(draft, 'gambar');
    value(await files.derivatives.keep(draft, key, 'jpg'));
    expect(await files.derivatives.size(key, 'jpg')).toBe(6);
    await writeFile(files.derivatives.pathOf(key, 'jpg'), '');
    expect(await files.derivatives.size(key, 'jpg')).toBeNull();
  });
});
