import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

const require = createRequire(import.meta.url);

/** Real photographs that npm packages ship; read from node_modules, never copied into the project. */
export const photographs = {
  /** 24 MP of a Sony A6000, 6.6 MB, full maker notes. */
  sony: packaged('exif', 'test/sony-alpha-6000.jpg'),
  /** Orientation 6: a portrait whose pixels lie on their side; GPS. */
  turned: packaged('jpeg-exif', 'test/IMG_0001.JPG'),
  /** iPhone with GPS. */
  withGps: packaged('exif', 'test/test1.jpg'),
  /** Made to break EXIF readers. */
  evil: packaged('exif', 'test/evil1.jpg'),
  tiff: packaged('jpeg-exif', 'test/Arbitro.tiff'),
  canon: packaged('iptc-reader', 'fixture.jpg'),
} as const;

function packaged(name: string, path: string): string {
  const main = require.resolve(name);
  return join(main.slice(0, main.lastIndexOf(`node_modules/${name}/`)), 'node_modules', name, path);
}

/**
 * A photo-like picture: noise over a gradient, so that its bytes are many and different for each seed.
 * @param seed same seed, same bytes
 * @param size pixels
 */
export async function makePicture(
  seed: number,
  { width = 600, height = 400, format = 'jpeg', exif = {} }: PictureOptions = {},
): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed * 2654435761 + 1;
  for (let index = 0; index < pixels.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const gradient = ((index / 3) % width) / width;
    pixels[index] = Math.min(255, Math.floor(gradient * 180 + (state >>> 24) * 0.25 + (((index % 3) * seed) % 40)));
  }
  let picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (Object.keys(exif).length > 0) picture = picture.withExif(exif);
  if (format === 'png') return picture.png({ compressionLevel: 1 }).toBuffer();
  if (format === 'webp') return picture.webp({ quality: 90 }).toBuffer();
  return picture.jpeg({ quality: 92 }).toBuffer();
}

export interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  readonly format?: 'jpeg' | 'png' | 'webp';
  readonly exif?: Record<string, Record<string, string>>;
}

/** Bytes overwritten inside the picture data, as a dying card leaves them. */
export function damage(picture: Buffer): Buffer {
  const broken = Buffer.from(picture);
  const start = Math.floor(picture.length * 0.6);
  for (let index = start; index < start + Math.min(2000, Math.floor(picture.length * 0.2)); index++)
    broken[index] = (broken[index] ?? 0) ^ 0xff;
  return broken;
}

/** A PNG of some bytes that says it is 30,000 x 30,000 pixels. */
export function bomb(side = 30_000): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4, 'latin1');
  header.writeUInt32BE(side, 8);
  header.writeUInt32BE(side, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
  const data = Buffer.alloc(22);
  data.writeUInt32BE(10, 0);
  data.write('IDAT', 4, 'latin1');
  data.set([0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00], 8);
  data.writeUInt32BE(crc32(data.subarray(4, 18)), 18);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), header, data, end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Where the worker's source lies: Node strips its types itself, so tests need no build. */
export const imageChildPath = join(
  dirname(new URL(import.meta.url).pathname),
  '../../src-main/adapters/images/child.ts',
);
