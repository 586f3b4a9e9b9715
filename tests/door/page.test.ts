import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from '../../src-main/server/page.ts';

let folder: string;
let answer: ReturnType<typeof page>;
const program = 'export const kata = "Wali Kota";\n'.repeat(500);
const shell = (script: string) => `<!doctype html><script src="/assets/${script}.js"></script>${' '.repeat(3000)}`;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul-page-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), shell('aaaa'));
  writeFileSync(path.join(folder, 'assets/app.js'), program);
  writeFileSync(path.join(folder, 'assets/kecil.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets/huruf.woff2'), Buffer.alloc(5000, 7));
  answer = page(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const get = (name: string, accepted?: string) =>
  answer(
    new Request(`http://kantor${name}`, accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } }),
    new URL(`http://kantor${name}`),
  );
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

it('is packed as the browser allows, and says so', async () => {
  const best = await get('/assets/app.js', 'gzip, deflate, br, zstd');
  expect(best.headers.get('content-encoding')).toBe('br');
  expect(best.headers.get('vary')).toBe('accept-encoding');
  const packed = await bytesOf(best);
  expect(packed.length).toBeLessThan(program.length / 10);
  expect(brotliDecompressSync(packed).toString()).toBe(program);

  const second = await get('/assets/app.js', 'gzip;q=0.8, br;q=0');
  expect(second.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await bytesOf(second)).toString()).toBe(program);

  for (const accepted of [undefined, 'identity', 'gzip;q=0']) {
    const plain = await get('/assets/app.js', accepted);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await bytesOf(plain)).toString()).toBe(program);
  }
});

it('leaves alone what is packed already and what is small', async () => {
  for (const name of ['/assets/huruf.woff2', '/assets/kecil.js'])
    expect((await get(name, 'gzip, br')).headers.get('content-encoding')).toBeNull();
});

it('is the new one as soon as it is built anew, also where only a name in it changed', async () => {
  expect(brotliDecompressSync(await bytesOf(await get('/agenda', 'br'))).toString()).toBe(shell('aaaa'));
  writeFileSync(path.join(folder, 'index.html'), shell('bbbb'));
  expect(brotliDecompressSync(await bytesOf(await get('/agenda', 'br'))).toString()).toBe(shell('bbbb'));
});
