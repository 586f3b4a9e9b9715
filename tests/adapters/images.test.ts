import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageWorker } from '../../src-main/adapters/images/images.ts';
import { bomb, damage, imageChildPath, makePicture, photographs } from '../builders/pictures.ts';

let folder: string;
let images: ReturnType<typeof imageWorker>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kulkul gambar '));
  images = imageWorker({ childPath: imageChildPath });
});
afterAll(async () => {
  await images.stop();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('the head of a picture', () => {
  test('tells format, upright size and EXIF of real photographs', async () => {
    expect(await images.head(photographs.sony)).toMatchObject({
      ok: true,
      value: { format: 'jpeg', width: 6000, height: 4000 },
    });
    const turned = await images.head(photographs.turned);
    expect(turned.ok && turned.value.exif !== null).toBe(true);
    const raw = await sharp(photographs.turned).metadata();
    expect(raw.orientation).toBeGreaterThan(4);
    expect(turned).toMatchObject({ value: { width: raw.height, height: raw.width } });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('takes %s whatever it is called', async (format) => {
    const path = await put(`gambar-${format}.txt`, await makePicture(1, { format }));
    expect(await images.head(path)).toMatchObject({ ok: true, value: { format, width: 600, height: 400 } });
  });

  test.each([
    ['text called .jpg', 'catatan.jpg', Buffer.from('Ini bukan gambar. '.repeat(50)), 'not_a_picture'],
    ['five megabytes of zeros', 'nol.jpg', Buffer.alloc(5_000_000), 'not_a_picture'],
    ['an empty file', 'kosong.jpg', Buffer.alloc(0), 'not_a_picture'],
    ['a JPEG of its first three bytes', 'kepala.jpg', Buffer.from([0xff, 0xd8, 0xff]), 'picture_broken'],
    ['a PNG that would unpack to 2.7 GB', 'bom.png', bomb(), 'picture_too_large'],
    ['a GIF', 'gerak.jpg', Buffer.from('GIF89a..........'), 'kind_not_supported'],
  ])('refuses %s', async (_, name, bytes, code) => {
    expect(await images.head(await put(name, bytes))).toMatchObject({ ok: false, refusal: { code } });
  });

  test('says which kind it does not take', async () => {
    expect(await images.head(photographs.tiff)).toMatchObject({ refusal: { params: { kind: 'TIFF/RAW' } } });
  });
});

describe('previews', () => {
  const outputs = () =>
    [1600, 320].map((side) => ({ side, path: join(folder, `keluar-${side}-${Math.random()}.jpg`) }));

  test('are upright JPEGs without metadata, never enlarged', async () => {
    const made = outputs();
    expect(await images.derive(photographs.turned, made)).toEqual({
      ok: true,
      value: { condition: 'sound', written: true },
    });
    const source = await sharp(photographs.turned).metadata();
    for (const { path, side } of made) {
      const found = await sharp(path).metadata();
      expect(found.format).toBe('jpeg');
      expect(Math.max(found.width, found.height)).toBe(Math.min(side, Math.max(source.width, source.height)));
      expect(found.width < found.height).toBe(source.autoOrient.width < source.autoOrient.height);
      expect(found.exif).toBeUndefined();
    }
    const small = outputs();
    await images.derive(
      await put('kecil.png', await makePicture(2, { width: 200, height: 100, format: 'png' })),
      small,
    );
    for (const { path } of small) expect(await sharp(path).metadata()).toMatchObject({ width: 200, height: 100 });
  });

  test.each([
    ['truncated', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['short of its last two kilobytes', (bytes: Buffer) => bytes.subarray(0, bytes.length - 2000)],
    ['with bytes overwritten inside', damage],
  ])('a picture %s is damaged, and what can be read is shown', async (_, ruin) => {
    const made = outputs();
    const path = await put(`rusak-${Math.random()}.jpg`, ruin(await makePicture(3, { width: 1200, height: 900 })));
    expect(await images.derive(path, made)).toEqual({ ok: true, value: { condition: 'damaged', written: true } });
    expect((await sharp(made[0]?.path).metadata()).width).toBe(1200);
  });

  test('a real, odd photograph with hostile EXIF is sound', async () => {
    expect(await images.derive(photographs.evil, outputs())).toMatchObject({ ok: true, value: { written: true } });
  });
});

describe('a delivery copy', () => {
  test('is cropped, at most 2000 px, and carries nothing of the original', async () => {
    const path = join(folder, 'kirim.jpg');
    const crop = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 };
    expect(await images.deliver(photographs.sony, { path, side: 2000, crop })).toEqual({
      ok: true,
      value: { width: 2000, height: 1333 },
    });
    const found = await sharp(path).metadata();
    expect(found).toMatchObject({ width: 2000, height: 1333, format: 'jpeg' });
    expect(found.exif).toBeUndefined();
  });
});

describe('a worker that dies or hangs', () => {
  /** A worker that really aborts or spins when it meets a name, around the real one. */
  const hostile = async () =>
    put(
      'pekerja.mjs',
      Buffer.from(`
await import(${JSON.stringify(`file://${imageChildPath}`)});
process.prependListener('message', ({ work }) => {
  if (work.path.includes('abort')) process.abort();
  if (work.path.includes('spin')) for (;;);
});
`),
    );

  test('costs only the picture that caused it', async () => {
    const worker = imageWorker({ childPath: await hostile(), inFlight: 2, patience: 1500 });
    try {
      const bytes = await makePicture(4);
      const names = ['a.jpg', 'abort.jpg', 'b.jpg', 'spin.jpg', 'c.jpg', 'd.jpg'];
      const paths = await Promise.all(names.map((name) => put(`mati-${name}`, bytes)));
      const answers = await Promise.all(
        paths.map((path, index) => worker.derive(path, [{ side: 320, path: join(folder, `mati-${index}-out.jpg`) }])),
      );
      expect(answers.map((answer) => answer.ok && answer.value.written)).toEqual([
        true,
        false,
        true,
        false,
        true,
        true,
      ]);
      expect(answers[1]).toEqual({ ok: true, value: { condition: 'damaged', written: false } });
      expect(await worker.head(paths[0] as string)).toMatchObject({ ok: true });
      expect(await worker.head(paths[1] as string)).toMatchObject({ ok: false, refusal: { code: 'picture_broken' } });
    } finally {
      await worker.stop();
    }
  }, 30_000);

  test('that cannot be started at all is no fault of the picture', async () => {
    const worker = imageWorker({ childPath: await put('tidak-bisa.mjs', Buffer.from('throw new Error("no memory")')) });
    try {
      const path = await put('sehat.jpg', await makePicture(6));
      await expect(worker.head(path)).rejects.toThrow('cannot be started');
      await expect(worker.derive(path, [])).rejects.toThrow('cannot be started');
    } finally {
      await worker.stop();
    }
  }, 30_000);

  test('is replaced after so many works, without losing one', async () => {
    const worker = imageWorker({ childPath: imageChildPath, worksPerChild: 2, inFlight: 1 });
    try {
      const path = await put('banyak.jpg', await makePicture(5));
      const answers = await Promise.all(Array.from({ length: 7 }, () => worker.head(path)));
      expect(answers.every((answer) => answer.ok)).toBe(true);
    } finally {
      await worker.stop();
    }
  }, 30_000);

  test('a core that stops ends it and says so to whoever waits', async () => {
    const worker = imageWorker({ childPath: imageChildPath });
    const waiting = worker.derive(photographs.sony, [{ side: 1600, path: join(folder, 'henti.jpg') }]);
    const said = expect(waiting).rejects.toThrow('stopping');
    await worker.stop();
    await said;
    await expect(readFile(join(folder, 'henti.jpg'))).rejects.toThrow();
  });
});

test('is ended to the end in a process that does nothing else', async () => {
  const worker = new URL('../../src-main/adapters/images/images.ts', import.meta.url).href;
  const program = `
    const { imageWorker } = await import(${JSON.stringify(worker)});
    const images = imageWorker({ childPath: ${JSON.stringify(imageChildPath)} });
    await images.head(${JSON.stringify(photographs.sony)});
    await images.stop();
    console.log('over');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  expect(stdout).toBe('over\n');
});
