import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import Database from 'better-sqlite3';
import { root } from '../harness/core-process.ts';
import { asRoot, electron } from '../harness/runtimes.ts';
import { median, print } from './figure.ts';

const ROUNDS = 5;

const executablePath = electron();
if (executablePath === null) {
  console.error('no Electron runtime: the shell is not measured');
  process.exit(0);
}
const runtime = executablePath;
const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-bench-'));

/** The peer: a window of the same Electron with an empty page of its own. */
const bareApp = path.join(folder, 'bare');
execFileSync('mkdir', ['-p', bareApp]);
writeFileSync(path.join(bareApp, 'package.json'), '{"name":"bare","version":"1.0.0","main":"main.js"}');
writeFileSync(path.join(bareApp, 'page.html'), '<!doctype html><title>bare</title><button id="b">ada</button>');
writeFileSync(
  path.join(bareApp, 'main.js'),
  `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }).loadFile('page.html'));`,
);

/** Resident memory of a process and what it started, in MB, by the name of its role. */
function memory(pid: number): Record<string, number> {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid,args'])
    .toString()
    .split('\n')
    .slice(1)
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ pid: Number(match[1]), parent: Number(match[2]), words: match[3] ?? '' }));
  const family = new Set([pid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const row of rows) {
      if (family.has(row.parent) && !family.has(row.pid)) {
        family.add(row.pid);
        grown = true;
      }
    }
  }
  const roles: Record<string, number> = {};
  for (const row of rows.filter((candidate) => family.has(candidate.pid))) {
    const role =
      /--type=([a-z-]+)/.exec(row.words)?.[1] ??
      (/main\.mjs/.test(row.words) ? 'core' : /image-child/.test(row.words) ? 'image child' : 'main');
    const peak = /VmHWM:\s+(\d+)/.exec(readStatus(row.pid))?.[1];
    roles[role] = (roles[role] ?? 0) + Number(peak ?? 0) / 1024;
  }
  return roles;
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

let barePeak: Record<string, number> = {};
async function bareSeconds(): Promise<number> {
  const began = performance.now();
  const app = await _electron.launch({ executablePath: runtime, args: [bareApp, ...asRoot] });
  const page = await app.firstWindow();
  await page.locator('#b').click();
  const seconds = (performance.now() - began) / 1000;
  barePeak = memory(app.process().pid ?? 0);
  await app.close();
  return seconds;
}

/** Until the office has made its pictures and sent its mails: a core that is ended in the middle begins them anew at each start. */
async function workDone(file: string): Promise<void> {
  const database = new Database(file, { readonly: true });
  const left = database.prepare<[], { left: number }>('select count(*) as left from job');
  while ((left.get()?.left ?? 0) > 0) await pause(200);
  database.close();
}

let peak: Record<string, number> = {};
async function ourSeconds(data: string, user: string): Promise<number> {
  const began = performance.now();
  const app = await _electron.launch({
    executablePath: runtime,
    args: [root, '--demo', '--data', data, `--user-data-dir=${user}`, ...asRoot],
    cwd: root,
  });
  const page = await app.firstWindow();
  // Beranda, signed in and clickable: its heading stands, and a press on the rail would be taken
  await page.locator('[data-page-title]').waitFor({ timeout: 60_000 });
  await page.locator('nav a[href="/agenda"]').first().click({ trial: true });
  const seconds = (performance.now() - began) / 1000;
  peak = memory(app.process().pid ?? 0);
  await app.close();
  return seconds;
}

const data = path.join(folder, 'data');
const user = path.join(folder, 'user');
// the first start fills the sample office and signs in; it is not what people wait for each morning
{
  const app = await _electron.launch({
    executablePath: runtime,
    args: [root, '--demo', '--data', data, `--user-data-dir=${user}`, ...asRoot],
    cwd: root,
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: /Ida Bagus Surya Dharma/ }).click({ timeout: 120_000 });
  await page.locator('nav a[href="/agenda"]').first().waitFor();
  await workDone(path.join(data, 'kulkul.db'));
  await app.close();
}
const bare: number[] = [];
const ours: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  bare.push(await bareSeconds());
  ours.push(await ourSeconds(data, user));
}
print({
  area: 'shell',
  figure: 'process start to Beranda of the demo office, signed in and clickable',
  unit: 's',
  ours: median(ours),
  peer: median(bare),
  peerName: 'a bare window of the same Electron',
  better: 'lower',
  goal: 2.5,
});
for (const [role, megabytes] of Object.entries(peak)) {
  print({
    area: 'shell',
    figure: `peak memory: ${role}`,
    unit: 'MB',
    ours: megabytes,
    // the core and its children have no like in a bare window
    peer: barePeak[role] ?? null,
    peerName: role in barePeak ? 'a bare window of the same Electron' : '',
    better: 'lower',
    goal: null,
  });
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
