import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/**
 * The best bare form: cp and fsync of the original, one decode for both derivatives, libvips on one thread, two in flight.
 * Arguments: folder of originals, folder to write to. Prints the milliseconds it took.
 */
const [from = '', to = ''] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
mkdirSync(to, { recursive: true });
const names = readdirSync(from).sort();
const began = performance.now();
let next = 0;

async function lane(): Promise<void> {
  for (let name = names[next++]; name !== undefined; name = names[next++]) {
    const copy = path.join(to, name);
    copyFileSync(path.join(from, name), copy);
    const handle = openSync(copy, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    const decoded = await sharp(copy, { failOn: 'warning' })
      .rotate()
      .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { raw: { width: decoded.info.width, height: decoded.info.height, channels: decoded.info.channels } };
    await Promise.all([
      sharp(decoded.data, raw).jpeg({ quality: 80 }).toFile(`${copy}.1600.jpg`),
      sharp(decoded.data, raw).resize(320, 320, { fit: 'inside' }).jpeg({ quality: 80 }).toFile(`${copy}.320.jpg`),
    ]);
  }
}
await Promise.all([lane(), lane()]);
console.log(Math.round(performance.now() - began));
