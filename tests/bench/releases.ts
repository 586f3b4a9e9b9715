import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CDPSession, type Locator, type Page, chromium as playwright } from '@playwright/test';
import { build } from 'vite';
import { writtenRelease } from '../harness/approved-release.ts';
import { firstStart } from '../harness/client.ts';
import { startCore } from '../harness/core-process.ts';
import { asRoot, chromium } from '../harness/runtimes.ts';
import { median, print } from './figure.ts';

const WORDS = 3000;
const KEYSTROKES = 40;
const ROUNDS = 9;
const SLOWDOWN = 6;

/** The same text for both: paragraphs of fifty words. */
const paragraphs = Array.from({ length: WORDS / 50 }, (_, block) =>
  Array.from({ length: 50 }, (_, n) => `kata${(block * 50 + n) % 97}`).join(' '),
);

const bareFolder = mkdtempSync(path.join(tmpdir(), 'kulkul-bare-'));
await build({
  root: path.join(import.meta.dirname, 'page'),
  logLevel: 'error',
  build: { outDir: bareFolder, emptyOutDir: true, minify: true },
});
const bareServer = createServer(async (request, response) => {
  const name = (request.url ?? '/').split('?')[0] ?? '/';
  const file = path.join(bareFolder, name === '/' ? 'index.html' : name);
  const bytes = await readFile(file).catch(() => null);
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'text/html');
  response.end(bytes ?? '');
});
await new Promise<void>((resolve) => bareServer.listen(0, '127.0.0.1', () => resolve()));
const address = bareServer.address();
const bareUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/?words=${WORDS}`;

const core = await startCore();
const person = await firstStart(core, { people: 1 });
const release = await writtenRelease(person, { title: 'Bench', paragraphs });

const browser = await playwright.launch({ executablePath: chromium() ?? undefined, args: asRoot });
const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: core.url })));

interface Typist {
  readonly page: Page;
  readonly session: CDPSession;
  readonly perKeystroke: number[];
}

async function open(url: string): Promise<Typist> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // the thread's own time: what other processes of this machine take away in between is not counted
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await middle(page).waitFor();
  return { page, session, perKeystroke: [] };
}

function middle(page: Page): Locator {
  return page.locator('.ProseMirror p').nth(WORDS / 100);
}

/** Types one round in the middle of the text at ten keys a second and notes the milliseconds of main-thread work per keystroke. */
async function type({ page, session, perKeystroke }: Typist): Promise<void> {
  await page.bringToFront();
  await middle(page).click();
  await page.keyboard.press('End');
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.waitForTimeout(500);
  const before = await taskSeconds(session);
  for (let key = 0; key < KEYSTROKES; key += 1) {
    await page.keyboard.press('abcdefghij klmno'[key % 16] ?? 'a');
    await page.waitForTimeout(100);
  }
  perKeystroke.push((((await taskSeconds(session)) - before) * 1000) / KEYSTROKES);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.waitForTimeout(500);
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0;
}

// many short rounds in turn: a machine that grows slower or faster meets both
const bare = await open(bareUrl);
const ours = await open(`${core.url}/siaran-pers/${release.id}`);
for (let round = 0; round < ROUNDS; round += 1) {
  await type(bare);
  await type(ours);
}
print({
  area: 'releases',
  figure: `main-thread ms per keystroke in ${WORDS} words at ${SLOWDOWN}x CPU throttling`,
  unit: 'ms',
  ours: median(ours.perKeystroke),
  peer: median(bare.perKeystroke),
  peerName: 'bare TipTap + Collaboration',
  better: 'lower',
  goal: 1.3,
});
await browser.close();
await core.dispose();
bareServer.close();
process.exit(0);
