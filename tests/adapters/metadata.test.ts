import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photoMetadata } from '../../src-main/adapters/metadata/metadata.ts';
import { shortenToBytes } from '../../src-main/adapters/metadata/shorten.ts';
import { makePicture, photographs } from '../builders/pictures.ts';

const metadata = photoMetadata();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kulkul Kégiatan–é '));
});
afterAll(async () => {
  await metadata.stop();
  await rm(folder, { recursive: true, force: true });
});

const exifOf = async (path: string) => (await sharp(path, { failOn: 'none' }).metadata()).exif ?? null;

describe('what the camera wrote', () => {
  test.each([
    ['sony', 'SONY ILCE-6000'],
    ['turned', 'Apple iPhone 6 Plus'],
  ] as const)('is read from the photograph %s', async (name, camera) => {
    const found = metadata.read(await exifOf(photographs[name]));
    expect(found.camera).toBe(camera);
    // the standalone tool is the judge
    const told = execFileSync('exiftool', ['-s3', '-DateTimeOriginal', photographs[name]]).toString().trim();
    expect(found.takenAt).toBe(told.replace(/^(\d+):(\d+):(\d+) (\d+:\d+):.*$/, '$1-$2-$3T$4'));
  });

  test('nonsense gives nothing and no fault', async () => {
    expect(metadata.read(null)).toEqual({ takenAt: null, camera: null });
    expect(metadata.read(Buffer.from('Exif\0\0nonsense'))).toEqual({ takenAt: null, camera: null });
    const picture = await makePicture(1, {
      exif: { IFD0: { Model: 'X' }, IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } },
    });
    await writeFile(join(folder, 'nol.jpg'), picture);
    expect(metadata.read(await exifOf(join(folder, 'nol.jpg')))).toEqual({ takenAt: null, camera: 'X' });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('is read from %s', async (format) => {
    const exif = {
      IFD0: { Make: 'NIKON CORPORATION', Model: 'NIKON D750' },
      IFD2: { DateTimeOriginal: '2025:11:20 08:04:59' },
    };
    await writeFile(join(folder, `x.${format}`), await makePicture(2, { exif, format }));
    expect(metadata.read(await exifOf(join(folder, `x.${format}`)))).toEqual({
      takenAt: '2025-11-20T08:04',
      camera: 'NIKON D750',
    });
  });
});

const hasExiftool = spawnSync('exiftool', ['-ver']).status === 0;

describe('words in a delivery copy', () => {
  const words = {
    caption:
      'Wali Kota Denpasar I Gusti Ngurah Jaya Negara (tengah) menyerahkan bantuan – "sembako" – di Graha Sewaka Dharma, Kamis (20/11/2025).\nÉ 日本 🎉',
    credit: 'Humas Pemerintah Kabupaten Kepulauan Siau Tagulandang Biaro/Made',
    alt: 'Wali kota menyerahkan bantuan',
    headline: 'Bantuan Diserahkan',
    source: 'Prokopim Denpasar',
    city: 'Denpasar',
    takenAt: '2025-11-20T08:04',
  };

  test.skipIf(!hasExiftool)('are read by the standalone exiftool, in XMP, IIM and EXIF; GPS is gone', async () => {
    const path = join(folder, 'kirim é.jpg');
    // a copy that still carries the position, to see it taken out
    await writeFile(path, await sharp(photographs.turned).keepMetadata().resize(800).jpeg().toBuffer());
    expect(execFileSync('exiftool', ['-s3', '-GPSLatitude', path]).toString()).not.toBe('');
    expect(await metadata.embed(path, words)).toEqual({ ok: true, value: undefined });
    const [read] = JSON.parse(
      execFileSync('exiftool', [
        '-json',
        '-G1',
        '-charset',
        'exif=utf8',
        '-XMP:all',
        '-IPTC:all',
        '-EXIF:all',
        '-GPS:all',
        path,
      ]).toString(),
    );
    expect(read).toMatchObject({
      'XMP-dc:Description': words.caption,
      'IPTC:Caption-Abstract': words.caption,
      'IFD0:ImageDescription': words.caption,
      'XMP-photoshop:Credit': words.credit,
      'IPTC:Credit': 'Humas Pemerintah Kabupaten…',
      'XMP-dc:Creator': words.credit,
      'XMP-photoshop:Headline': words.headline,
      'XMP-iptcCore:AltTextAccessibility': words.alt,
      'IPTC:CodedCharacterSet': 'UTF8',
      'XMP-iptcCore:CountryCode': 'IDN',
      'IPTC:City': 'Denpasar',
      'IPTC:DateCreated': '2025:11:20',
    });
    expect(Object.keys(read).filter((key) => /gps/i.test(key))).toEqual([]);
    await writeFile(path, await sharp(photographs.turned).resize(800).jpeg().toBuffer());
    expect(await metadata.embed(path, words)).toEqual({ ok: true, value: undefined });
    const problems = execFileSync('exiftool', ['-validate', '-warning', '-a', '-s3', path]).toString();
    expect(problems).toMatch(/^OK/);
    await expect(sharp(path, { failOn: 'warning' }).stats()).resolves.toBeDefined();
  });

  test('in what is no picture is refused', async () => {
    await writeFile(join(folder, 'bukan.jpg'), 'bukan gambar');
    expect(await metadata.embed(join(folder, 'bukan.jpg'), words)).toMatchObject({
      ok: false,
      refusal: { code: 'picture_broken' },
    });
  });

  test('without Perl are refused with what is missing', async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const outcome = await photoMetadata().embed(join(folder, 'x.jpeg'), words);
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'exiftool_missing' } });
    } finally {
      process.env.PATH = path;
    }
  });
});

test('shortening keeps whole words and whole letters', () => {
  expect(shortenToBytes('pendek', 32)).toBe('pendek');
  expect(shortenToBytes('Humas Pemerintah Kabupaten Kepulauan', 32)).toBe('Humas Pemerintah Kabupaten…');
  expect(shortenToBytes('é'.repeat(40), 32)).toBe(`${'é'.repeat(14)}…`);
  expect(Buffer.byteLength(shortenToBytes('🎉🎉 🎉🎉🎉🎉🎉🎉🎉🎉', 32))).toBeLessThanOrEqual(32);
});
