import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { root } from '../harness/core-process.ts';
import { asRoot, electron } from '../harness/runtimes.ts';

export { expect };

/** A real Electron window with its own core. */
export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Process id of the core that holds the data folder now, or 0. */
  corePid(): number;
  close(): Promise<void>;
}

/** Opens the window on a data folder. */
export async function openDesktop(dataFolder: string, words: readonly string[] = []): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: electron() ?? undefined,
    args: [root, ...asRoot, '--data', dataFolder, ...words],
    cwd: root,
    env: { ...(process.env as Record<string, string>), KULKUL_NO_DIALOGS: '1' },
  });
  const page = await app.firstWindow();
  // on a slow machine the event may be over before Playwright listens for it
  await page.waitForFunction(() => document.readyState === 'complete');
  return {
    app,
    page,
    dataFolder,
    corePid() {
      try {
        return Number(readFileSync(join(dataFolder, 'kulkul.holder'), 'utf8'));
      } catch {
        return 0;
      }
    },
    close: () => app.close(),
  };
}

/** `desktop` is a window on a fresh folder whose name has spaces; `folder` is such a folder alone. */
export const test = base.extend<{ folder: string; desktop: Desktop; words: readonly string[] }>({
  words: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the braces
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kulkul meja '));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  desktop: async ({ folder, words }, use) => {
    const desktop = await openDesktop(folder, words);
    await use(desktop);
    await desktop.close();
    expect(readFileSync(join(folder, 'window/core.log'), 'utf8'), 'what the core says of itself').not.toContain(
      'bug in ',
    );
  },
});

test.beforeEach(() => {
  test.skip(electron() === null, 'no Electron runtime on this machine');
  test.skip(process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY, 'no display');
});
