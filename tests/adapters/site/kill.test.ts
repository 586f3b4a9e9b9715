import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSite } from '../../../src-main/adapters/site/site.ts';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { makePicture } from '../../builders/pictures.ts';
import { siteEntry, sitePhoto, siteRelease, siteSettings } from '../../builders/published.ts';

const script = fileURLToPath(new URL('write-and-die.ts', import.meta.url));
let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'kulkul-mati-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

async function everything(folder: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.startsWith('.kulkul-')) continue;
    const path = join(entry.parentPath, entry.name);
    all.set(path.slice(folder.length + 1), await readFile(path, 'latin1'));
  }
  return all;
}

/** Old: releases 1, 2. New: 1 corrected, 2 withdrawn, 3 added. */
it('killed before any step of writing, every file is the old or the new one, and the next run ends as if nothing had been', async () => {
  const old = join(place, 'lama');
  const picture = await makePicture(9);
  const load = async () => done(siteRelease({ photos: [sitePhoto(picture)] }));
  await createSite(null).write(siteSettings(old), [siteEntry(1), siteEntry(2)], load);
  const before = await everything(old);
  const whole = join(place, 'baru');
  await cp(old, whole, { recursive: true });
  expect(spawnSync(process.execPath, [script, whole, '0']).status).toBe(0);
  const after = await everything(whole);

  let died = 0;
  for (let step = 1; ; step++) {
    const folder = join(place, `langkah-${step}`);
    await cp(old, folder, { recursive: true });
    const run = spawnSync(process.execPath, [script, folder, String(step)]);
    if (run.signal === null) {
      expect(run.status).toBe(0);
      break;
    }
    died++;
    for (const [path, text] of await everything(folder))
      expect([before.get(path), after.get(path)], `${path} at step ${step}`).toContain(text);
    const claimed = await createSite(null).published(folder);
    for (const page of claimed) expect(await readFile(join(folder, page.path), 'latin1')).toBe(before.get(page.path));
    expect(spawnSync(process.execPath, [script, folder, '0']).status).toBe(0);
    expect(await everything(folder)).toEqual(after);
    await rm(folder, { recursive: true });
  }
  expect(died).toBeGreaterThan(10);
}, 120_000);
