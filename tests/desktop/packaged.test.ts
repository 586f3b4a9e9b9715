import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { packageApp } from '../../build/package.mjs';
import { asRoot, electron } from '../harness/runtimes.ts';
import { firstTwoStations } from './first-stations.ts';

test.skip(electron() === null, 'no Electron runtime on this machine');
test.skip(process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY, 'no display');

let folder: string;
let program: string;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = mkdtempSync(join(tmpdir(), 'kulkul paket '));
  program = await packageApp(join(folder, 'tempat ber spasi'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the packaged app starts from a path with spaces, with its own Node, and does the first two stations', async () => {
  const resources = join(program, '../resources');
  expect(existsSync(join(resources, 'node'))).toBe(true);
  // nothing of the checkout but what runs
  expect(readdirSync(join(resources, 'app.asar.unpacked')).sort()).toEqual(['node_modules', 'out', 'resources']);
  const app = await _electron.launch({
    executablePath: program,
    args: [...asRoot, '--data', join(folder, 'data saya')],
    cwd: folder,
    // no node of this machine may help
    env: { ...(process.env as Record<string, string>), PATH: '/nonexistent', KULKUL_NO_DIALOGS: '1' },
  });
  const page = await app.firstWindow();
  // on a slow machine the event may be over before Playwright listens for it
  await page.waitForFunction(() => document.readyState === 'complete');
  expect(await app.evaluate((electronApp) => electronApp.app.isPackaged)).toBe(true);
  await firstTwoStations(page);
  await app.close();
  expect(existsSync(join(folder, 'data saya/kulkul.db'))).toBe(true);
});
