import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { addPeople, firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { asRoot, chromium as chromiumFile } from '../harness/runtimes.ts';

/**
 * Drops very many photos of 8 MB on one page in one go and prints how core and page fared, as one JSON line:
 * `node tests/crash/many-photos.ts [count]`, after `npm run build`. Then drops some more and cancels them half-way.
 * A page that is watched like this pays some 200 ms for each piece it sends, because its watcher gets a copy; else it is 20 ms.
 */
const count = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'kulkul-many-'));

/** A 12-megapixel picture of about 8 MB; each copy carries a comment of its own, so that no two are the same file. */
async function makeCard(name: string, files: number): Promise<string[]> {
  const [width, height] = [4000, 3000];
  const pixels = Buffer.alloc(width * height * 3);
  let state = name.length;
  for (let index = 0; index < pixels.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[index] = (((index / 3) % width) / width) * 180 + (state >>> 24) * 0.16;
  }
  const picture = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 97 })
    .toBuffer();
  mkdirSync(join(folder, name));
  return Array.from({ length: files }, (_, index) => {
    const comment = Buffer.from(`${name} ${index}`);
    const path = join(folder, name, `DSC_${String(index + 1).padStart(4, '0')}.JPG`);
    const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, comment.length + 2]), comment]);
    writeFileSync(path, Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]));
    return path;
  });
}

/** Resident megabytes of a process and all it started. */
function megabytes(pid: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const words = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ');
      parents.set(Number(name), Number(words?.[1]));
    } catch {
      // gone meanwhile
    }
  }
  const mine = (one: number): boolean => one === pid || (parents.has(one) && mine(parents.get(one) as number));
  let kilobytes = 0;
  for (const one of parents.keys()) {
    if (!mine(one)) continue;
    try {
      kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // gone meanwhile
    }
  }
  return Math.round(kilobytes / 1024);
}

/** Milliseconds until an arrow key has moved the focus in the grid and the page has painted. */
async function step(page: Page, key: string): Promise<number> {
  await page.evaluate(`window.stepped = new Promise((resolve) => addEventListener('keydown', (event) =>
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp))), { once: true, capture: true })); 0`);
  await page.keyboard.press(key);
  return page.evaluate<number>('window.stepped');
}

const core = await startCore({});
const browser = await chromium.launch({ executablePath: chromiumFile() ?? '', args: asRoot });
try {
  const { documentation } = await addPeople(core, await firstStart(core), ['documentation']);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' });
  await page.context().addCookies([...documentation.cookies].map(([name, value]) => ({ name, value, url: core.url })));
  await page.goto(`${core.url}/foto`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return Math.round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1e6);
  };
  await page.evaluate(`window.long = []; new PerformanceObserver((list) =>
    window.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })`);
  const before = { core: megabytes(core.pid), heap: await heap() };
  const peak = { core: 0, heap: 0 };
  const steps: number[] = [];
  const card = await makeCard('kartu', count);
  const size = card.reduce((sum, path) => sum + readFileSync(path).byteLength, 0);
  const began = performance.now();
  await page.locator('input[type=file]').first().setInputFiles(card);
  const dock = page.getByRole('region', { name: 'Foto', exact: true });
  const done = dock.getByText(`${count} foto aman di arsip`);
  while (!(await done.isVisible())) {
    peak.core = Math.max(peak.core, megabytes(core.pid));
    peak.heap = Math.max(peak.heap, await heap());
    const tile = page.getByRole('option').first();
    if (await tile.isVisible()) {
      await page.locator('[role=option][tabindex="0"]').first().focus();
      steps.push(await step(page, steps.length % 4 < 2 ? 'ArrowDown' : 'ArrowUp'));
    }
    console.error(
      `${Math.round((performance.now() - began) / 1000)} s  ${(await dock.innerText().catch(() => '')).split('\n').slice(0, 3).join(' | ')}  ${JSON.stringify(peak)}  ${Math.round(steps.at(-1) ?? 0)} ms`,
    );
    await page.waitForTimeout(2000);
  }
  const seconds = (performance.now() - began) / 1000;
  await page.getByRole('button', { name: 'Tutup' }).click();

  const more = await makeCard('kartu dua', 40);
  await page.locator('input[type=file]').first().setInputFiles(more);
  await dock.getByText(/Menambah foto: ([5-9]|[1-9]\d)/).waitFor();
  const asked = performance.now();
  await dock.getByRole('button', { name: 'Batalkan' }).click();
  await dock.getByText(/Dibatalkan; \d+ foto/).waitFor();
  const cancelled = {
    milliseconds: Math.round(performance.now() - asked),
    says: await dock.locator('p').first().innerText(),
  };
  await page.waitForTimeout(1500);
  const { total } = await documentation.rpc.photos.list({ limit: 1 });

  const long = await page.evaluate<number[]>('window.long');
  steps.sort((one, other) => one - other);
  console.log(
    JSON.stringify({
      photos: count,
      megabytes: Math.round(size / 1e6),
      seconds: Math.round(seconds),
      coreMegabytes: { before: before.core, peak: peak.core, after: megabytes(core.pid) },
      heapMegabytes: { before: before.heap, peak: peak.heap, after: await heap() },
      stepMilliseconds: {
        median: Math.round(steps[Math.floor(steps.length / 2)] ?? 0),
        worst: Math.round(steps.at(-1) ?? 0),
      },
      longTasks: { count: long.length, worst: Math.round(Math.max(0, ...long)) },
      cancelled,
      inArchive: total,
      slowTransactions: core.log().split('transaction held').length - 1,
    }),
  );
} finally {
  await browser.close();
  await core.dispose();
  rmSync(folder, { recursive: true });
}
