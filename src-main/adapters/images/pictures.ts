import { open, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Crop } from '../../newsroom/photos/images.ts';
import { sniff } from '../../newsroom/photos/sniff.ts';
import type { Answer, Work } from './protocol.ts';

// One libvips thread per picture and several pictures in flight is nearly twice as fast as the other way round (measured), and
// libvips' own cache only makes a long-lived process grow (lovell/sharp#955).
sharp.cache(false);
sharp.concurrency(1);

/** libvips' own default. A picture of 30,000 x 30,000 px packs into some kilobytes and unpacks into gigabytes. */
const mostPixels = 0x3fff * 0x3fff;

const strict = { failOn: 'warning', limitInputPixels: mostPixels, sequentialRead: true } as const;
const forgiving = { failOn: 'none', limitInputPixels: mostPixels, sequentialRead: true } as const;

const jpeg = { quality: 80, chromaSubsampling: '4:2:0' } as const;
/** Printed by newspapers: better than what a screen needs. */
const deliveryJpeg = { quality: 88, chromaSubsampling: '4:4:4' } as const;

/** Does one piece of work. Throws only on bugs; what is wrong with the picture or the disk is an answer. */
export async function doWork(work: Work): Promise<Answer> {
  try {
    if (work.do === 'head') return await head(work.path);
    if (work.do === 'derive') return await derive(work.path, work.outputs);
    return await deliver(work.path, work.output);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') return { is: 'disk_full' };
    return { is: 'broken' };
  }
}

async function head(path: string): Promise<Answer> {
  const kind = sniff(await firstBytes(path));
  if (kind.is === 'unknown') return { is: 'not_a_picture' };
  if (kind.is === 'other') return { is: 'other_kind', kind: kind.name };
  // the limit is checked by hand, so that the refusal can name the size
  const found = await sharp(path, { failOn: 'none', limitInputPixels: false }).metadata();
  const pixels = found.width * found.height;
  if (!(pixels > 0)) return { is: 'broken' };
  if (pixels > mostPixels)
    return { is: 'too_large', megapixels: Math.round(pixels / 1e6), limit: Math.floor(mostPixels / 1e6) };
  return {
    is: 'head',
    format: kind.format,
    width: found.autoOrient.width,
    height: found.autoOrient.height,
    exif: found.exif ?? null,
  };
}

async function derive(path: string, outputs: readonly { path: string; side: number }[]): Promise<Answer> {
  try {
    await write(path, outputs, strict);
    return { is: 'derived', condition: 'sound', written: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
  }
  try {
    await write(path, outputs, forgiving);
    return { is: 'derived', condition: 'damaged', written: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    return { is: 'derived', condition: 'damaged', written: false };
  }
}

/**
 * One decode for all sizes: the largest is made from the file, kept as raw pixels, and the others are made from that.
 * libjpeg's shrink-on-load still decodes every coefficient, so damage anywhere in the data is noticed.
 */
async function write(
  path: string,
  outputs: readonly { path: string; side: number }[],
  reading: typeof strict | typeof forgiving,
): Promise<void> {
  const [largest, ...smaller] = [...outputs].sort((a, b) => b.side - a.side);
  if (largest === undefined) return;
  const { data, info } = await sharp(path, reading)
    .autoOrient()
    .resize({ width: largest.side, height: largest.side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
  // written by Node, because libvips tells a full disk only in words
  await writeFile(largest.path, await sharp(data, raw).jpeg(jpeg).toBuffer());
  for (const { path: target, side } of smaller) {
    const small = sharp(data, raw).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    await writeFile(target, await small.jpeg(jpeg).toBuffer());
  }
}

async function deliver(path: string, output: { path: string; side: number; crop: Crop | null }): Promise<Answer> {
  const { data, info } = await upright(path, output).catch(() => upright(path, output, forgiving));
  await writeFile(output.path, data);
  return { is: 'delivered', width: info.width, height: info.height };
}

async function upright(
  path: string,
  { side, crop }: { side: number; crop: Crop | null },
  reading: typeof strict | typeof forgiving = strict,
) {
  let picture = sharp(path, reading).autoOrient();
  if (crop !== null) {
    const { autoOrient: whole } = await sharp(path, forgiving).metadata();
    const left = clamp(Math.round(crop.x * whole.width), 0, whole.width - 1);
    const top = clamp(Math.round(crop.y * whole.height), 0, whole.height - 1);
    picture = picture.extract({
      left,
      top,
      width: clamp(Math.round(crop.width * whole.width), 1, whole.width - left),
      height: clamp(Math.round(crop.height * whole.height), 1, whole.height - top),
    });
  }
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg(deliveryJpeg)
    .toBuffer({ resolveWithObject: true });
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
