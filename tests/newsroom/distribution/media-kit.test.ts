import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { Kit } from '../../../src-main/newsroom/distribution/kit-port.ts';
import { mediaKit } from '../../../src-main/newsroom/distribution/media-kit.ts';
import { canonicalJson, contentHash, manifestOf } from '../../../src-main/text/manifest.ts';
import { approvedPhotos } from '../../builders/approved-photos.ts';
import { type TestCore, testCore } from '../../builders/core.ts';

const words = [
  { caption: 'Wali Kota “Cok” & tim meninjau pasar, Kamis (20/11/2025).', credit: 'Prokopim Denpasar', alt: 'Pasar' },
  { caption: 'Pedagang <b>lama</b> kembali.', credit: 'Made Wirawan/Prokopim', alt: '' },
];
const title = '../../Pasar <script>alert(1)</script> "Sanglah" Dibuka';
let test: TestCore;
let kit: Kit;
let releaseId: string;
let folder: string;

const bytesOf = async (value: Kit) => {
  const parts: Uint8Array[] = [];
  for await (const part of test.core.newsroom.kits.zip(value)) parts.push(part);
  return Buffer.concat(parts);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kulkul-paket-'));
  test = await testCore({ people: 1 });
  const photos = await approvedPhotos(test, words);
  releaseId = (await test.first.client.releases.create({})).id;
  const body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Pasar <Sanglah> dibuka.' }] },
      { type: 'paragraph', content: [{ type: 'text', text: '412 pedagang kembali.', marks: [{ type: 'bold' }] }] },
    ],
  };
  const manifest = manifestOf(
    { title, dateline: 'DENPASAR', body },
    { kind: 'siaran_pers_resmi', infoClass: 'berkala', embargoUntil: null, photos },
  );
  await test.core.newsroom.write(async (stores) => {
    await stores.releases.addVersion({
      releaseId,
      version: 1,
      number: 'SP/2025/0412',
      canonical: canonicalJson(manifest),
      contentHash: contentHash(manifest),
      approvedAt: '2025-11-20T06:30:00.000Z',
      approvedBy: { id: test.first.caller.userId, name: 'Ayu Lestari' },
    });
    return { ok: true, value: undefined };
  });
  const made = await mediaKit(test.core.newsroom, { releaseId });
  if (!made.ok) throw new Error(made.refusal.code);
  kit = made.value;
}, 120_000);
afterAll(async () => {
  await test.end();
  await rm(folder, { recursive: true, force: true });
});

it('has a telling, safe name and says the same bytes each time, also on a computer in another zone', async () => {
  expect(test.core.newsroom.kits.fileName(kit)).toBe('SP-2025-0412_pasar-script-alert-1-script-sanglah-dibuka.zip');
  const signs = releaseId.slice(-5).toLowerCase();
  expect(test.core.newsroom.kits.fileName({ ...kit, number: null, title: '…' })).toBe(
    `2025-11-20_siaran-pers-${signs}.zip`,
  );
  const bytes = await bytesOf(kit);
  expect((await bytesOf(kit)).equals(bytes)).toBe(true);
  const zone = process.env.TZ;
  process.env.TZ = 'America/New_York';
  try {
    expect((await bytesOf(kit)).equals(bytes)).toBe(true);
  } finally {
    process.env.TZ = zone ?? 'UTC';
  }
});

it('is opened by unzip and by yauzl, with everything a desk needs', async () => {
  const file = join(folder, 'paket.zip');
  await writeFile(file, await bytesOf(kit));
  execFileSync('unzip', ['-tq', file]);
  execFileSync('unzip', ['-q', file, '-d', join(folder, 'isi')]);
  const names = await new Promise<string[]>((resolve, reject) => {
    fromBuffer(Buffer.from(execFileSync('cat', [file])), { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const found: string[] = [];
      zip.on('entry', (entry) => {
        found.push(entry.fileName);
        zip.readEntry();
      });
      zip.on('end', () => resolve(found));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
  expect(names.slice(0, 4)).toEqual(['siaran-pers.txt', 'siaran-pers.html', 'keterangan-foto.txt', 'wa.txt']);
  expect(names.slice(4)).toHaveLength(2);
  const read = (name: string) => readFile(join(folder, 'isi', name), 'utf8');

  const text = await read('siaran-pers.txt');
  expect(text).toContain('Nomor SP/2025/0412\r\nDisetujui Kamis, 20 November 2025, 14.30 WITA');
  expect(text).toContain('DENPASAR – Pasar <Sanglah> dibuka.\r\n\r\n412 pedagang kembali.');
  expect(await read('wa.txt')).toContain('*412 pedagang kembali.*');
  const captions = await read('keterangan-foto.txt');
  for (const { caption, credit } of words) {
    expect(captions).toContain(`Keterangan: ${caption}`);
    expect(captions).toContain(`Kredit: ${credit}`);
  }
  const html = await read('siaran-pers.html');
  expect(html).not.toMatch(/<script|<b>lama/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  // nothing but the photos beside it is named, and nothing at all is fetched
  for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g))
    expect(address).toMatch(/^(?:data:image\/jpeg;base64,|foto\/)/);
});

it('holds photos whose words the standalone exiftool reads', async () => {
  const photos = join(folder, 'isi', 'foto');
  const files = (await readdir(photos)).sort();
  const told = JSON.parse(
    execFileSync('exiftool', [
      '-json',
      '-charset',
      'iptc=utf8',
      '-IPTC:all',
      '-XMP:all',
      '-GPS:all',
      ...files.map((name) => join(photos, name)),
    ]).toString(),
  ) as Record<string, string>[];
  expect(told.map((one) => one['Caption-Abstract'] ?? one.Description)).toEqual(words.map((one) => one.caption));
  expect(told.map((one) => one.Credit)).toEqual(words.map((one) => one.credit));
  for (const one of told) expect(Object.keys(one).filter((name) => /^GPS(?!VersionID)/.test(name))).toEqual([]);
});

it('is unpacked to a folder too, and the second time replaces the first', async () => {
  const { client } = test.first;
  const { folder: shared } = await client.whatsapp.unpackKit({ releaseId });
  await writeFile(join(shared, 'sisa.txt'), '');
  expect((await client.whatsapp.unpackKit({ releaseId })).folder).toBe(shared);
  expect((await readdir(shared)).sort()).toEqual([
    'foto',
    'keterangan-foto.txt',
    'siaran-pers.html',
    'siaran-pers.txt',
    'wa.txt',
  ]);
});

it('is whole for everybody when many unpack it at once, and is left alone while somebody drags from it', async () => {
  const { client } = test.first;
  const { folder: shared } = await client.whatsapp.unpackKit({ releaseId });
  const parent = join(shared, '..');
  await rm(shared, { recursive: true });
  // what a crash left of an earlier try
  await mkdir(`${shared}.baru-mati/foto`, { recursive: true });
  const folders = await Promise.all(Array.from({ length: 6 }, () => client.whatsapp.unpackKit({ releaseId })));
  expect(new Set(folders.map((one) => one.folder))).toEqual(new Set([shared]));
  const photos = await readdir(join(shared, 'foto'));
  expect(photos).toHaveLength(kit.photos.length);
  for (const photo of kit.photos)
    expect((await readFile(join(shared, 'foto', photo.fileName))).equals(await readFile(photo.path))).toBe(true);
  expect(await readdir(parent)).toEqual([basename(shared)]);
  const before = (await stat(join(shared, 'foto', photos[0] ?? ''))).ino;
  await client.whatsapp.unpackKit({ releaseId });
  expect((await stat(join(shared, 'foto', photos[0] ?? ''))).ino).toBe(before);
});

it('never takes the folder of another release: two of one title and day without a number lie beside each other', async () => {
  const { kits } = test.core.newsroom;
  const one = { ...kit, number: null };
  const other = { ...one, releaseId: test.core.newsroom.ids.next(), photos: kit.photos.slice(0, 1) };
  const folders = await Promise.all([kits.unpack(one), kits.unpack(other), kits.unpack(one), kits.unpack(other)]);
  const [first, second, ...again] = folders.map((made) => (made.ok ? made.value.folder : made.refusal.code));
  expect(first).not.toBe(second);
  expect(again).toEqual([first, second]);
  expect(await readdir(join(first ?? '', 'foto'))).toHaveLength(2);
  expect(await readdir(join(second ?? '', 'foto'))).toHaveLength(1);
});

it('is given only of what was approved', async () => {
  const draft = await test.first.client.releases.create({});
  expect(await mediaKit(test.core.newsroom, { releaseId: draft.id })).toMatchObject({
    ok: false,
    refusal: { code: 'not_approved' },
  });
});
