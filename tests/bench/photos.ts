import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../src-main/adapters/time/clock.ts';
import { testCore } from '../builders/core.ts';
import { nodeFile, root } from '../harness/core-process.ts';
import { print } from './figure.ts';

const PHOTOS = 100;

const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-bench-'));
const from = path.join(folder, 'kartu');
mkdirSync(from);
// a real 24-megapixel photograph (npm `exif`); each copy gets a comment of its own, so that no two are the same file
const original = readFileSync(path.join(root, 'node_modules/exif/test/sony-alpha-6000.jpg'));
for (let n = 0; n < PHOTOS; n += 1) {
  const comment = Buffer.from(`DSC${String(n).padStart(5, '0')}`);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
  writeFileSync(
    path.join(from, `DSC${String(n).padStart(5, '0')}.JPG`),
    Buffer.concat([original.subarray(0, 2), segment, original.subarray(2)]),
  );
}

const peerSeconds = () =>
  Number(
    execFileSync(nodeFile, [
      path.join(import.meta.dirname, 'peers/photos.ts'),
      from,
      mkdtempSync(path.join(folder, 'telanjang-')),
    ]).toString(),
  ) / 1000;

async function ourSeconds(): Promise<number> {
  // the window's own session: only that one may name paths of this computer
  const office = await testCore({ clock: systemClock() as never });
  await office.core.start();
  const { client } = office.first;
  const { id: eventId } = await client.agenda.add({
    title: 'Bench',
    start: '2025-11-20T08:00',
    zone: 'Asia/Makassar',
  });
  const began = performance.now();
  await client.photos.importPaths({
    eventId,
    paths: Array.from({ length: PHOTOS }, (_, n) => path.join(from, `DSC${String(n).padStart(5, '0')}.JPG`)),
  });
  // asked of the database itself: answering a page with a hundred photos ten times a second would be measured too
  const ready = office.core.database.handle.prepare("select count(*) as photos from photo where state = 'ready'");
  while ((ready.get() as { photos: number }).photos < PHOTOS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const seconds = (performance.now() - began) / 1000;
  await office.end();
  return seconds;
}

// a core has no listener here, and its timers do not keep a process alive
setInterval(() => {}, 60_000);

// peer, ours, peer: a machine that grows slower or faster shows
const before = peerSeconds();
const ours = await ourSeconds();
const after = peerSeconds();
print({
  area: 'photos',
  figure: `${PHOTOS} photos of 24 MP to ready from a local path`,
  unit: 'photos/s',
  ours: PHOTOS / ours,
  peer: PHOTOS / ((before + after) / 2),
  peerName: 'bare sharp (one decode, concurrency 1, two in flight) + cp + fsync',
  better: 'higher',
  goal: 0.75,
});
rmSync(folder, { recursive: true, force: true });
process.exit(0);
