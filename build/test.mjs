// npm test: everything from a fresh clone to one counted line.
//   npm test                          all of it
//   npm test -- types browser         only steps whose name begins with these words
// Last line: `N passed, N failed, N skipped`; the exit code is 1 when anything failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  chromium,
  ensureElectron,
  ensurePackages,
  ensureSystem,
  has,
  hasDisplay,
  ownEnvironment,
  ownNode,
  root,
} from './machine.mjs';

const only = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'kulkul-report-'));
const tool = (file) => join(root, 'node_modules', file);

/** One thing that passes or fails as a whole. */
const check = (name, ...words) => ({ name, words });

const checks = [
  check('types: core', tool('typescript/bin/tsc'), '-p', 'tsconfig.json'),
  check(
    'types: contract, text, words and newsroom without Node and DOM',
    tool('typescript/bin/tsc'),
    '-p',
    'tsconfig.pure.json',
  ),
  check('types: page', tool('typescript/bin/tsc'), '-p', 'tsconfig.page.json'),
  check('types: browser and desktop tests', tool('typescript/bin/tsc'), '-p', 'tsconfig.browser.json'),
  check(
    'lint and format (biome)',
    tool('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--max-diagnostics=30',
    '.',
  ),
  check(
    'import rules (dependency-cruiser)',
    tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    'build/import-rules.cjs',
    'src-main',
    'src-renderer',
  ),
  check('dead code (knip)', tool('knip/bin/knip.js'), '--no-progress'),
];

const projects = ['text', 'newsroom', 'adapters', 'door', 'server', 'architecture'];

const began = Date.now();
await ensurePackages();
const missing = await ensureSystem(['chromium', 'display', 'exiftool', 'window']);
if (missing.length > 0)
  console.log(`Still missing on this machine: ${missing.join(', ')}. What needs it is skipped below.`);

// two cores: two checks at a time
const waiting = checks.filter(({ name }) => wanted(name));
await Promise.all(
  [1, 2].map(async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runCheck(next);
  }),
);

const built = await step('build', [join(root, 'build/build.mjs')]);
for (const project of projects) {
  if (!wanted(`vitest: ${project}`)) continue;
  await runVitest(project);
}
if (built) {
  if (wanted('browser')) await runPlaywright('browser', chromium() ? null : 'no Chromium on this machine');
  if (wanted('desktop')) await runPlaywright('desktop', await whyNoDesktop());
}

rmSync(reports, { recursive: true, force: true });
console.log(`\nThe whole run took ${seconds(began)}.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

function wanted(name) {
  return only.length === 0 || only.some((word) => name.startsWith(word) || name.startsWith(`vitest: ${word}`));
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs a script with our own Node and keeps what it says. */
function say(words, { env = {}, before = [], show = false } = {}) {
  return new Promise((done) => {
    const [program, ...rest] = [...before, ownNode(), ...words];
    const child = spawn(program, rest, { cwd: root, env: ownEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const hear = (piece) => {
      text += piece;
      if (show) process.stdout.write(piece);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => done({ code: 1, text: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, text }));
  });
}

async function step(name, words) {
  const since = Date.now();
  const { code, text } = await say(words);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name}  (${seconds(since)})`);
  if (code !== 0) console.log(`${indent(text)}\n`);
  return code === 0;
}

async function runCheck({ name, words }) {
  await step(name, words);
}

function count(name, since, { passed, failed, skipped, reasons = [] }, code, text) {
  // a run that ended badly although no test failed (a crash, a file that cannot be loaded) has failed too
  const broken = code !== 0 && failed === 0 ? 1 : 0;
  total.passed += passed;
  total.failed += failed + broken;
  total.skipped += skipped;
  const good = failed + broken === 0;
  console.log(
    `${good ? 'ok  ' : 'FAIL'}  ${name}: ${passed} passed, ${failed + broken} failed, ${skipped} skipped  (${seconds(since)})`,
  );
  if (good) return;
  for (const reason of reasons) console.log(`${indent(reason, 40)}\n`);
  // without a reason of a test's own (a crash, a file that cannot be loaded) the run's words are all there is
  if (reasons.length === 0) console.log(`${indent(text)}\n`);
}

async function runVitest(project) {
  const since = Date.now();
  const file = join(reports, `${project}.json`);
  const { code, text } = await say(
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { env: { NO_COLOR: '1' } },
  );
  const tests = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const result = {
    passed: tests.numPassedTests ?? 0,
    failed: tests.numFailedTests ?? 0,
    skipped: (tests.numPendingTests ?? 0) + (tests.numTodoTests ?? 0),
    reasons: [],
  };
  for (const { name, message, assertionResults } of tests.testResults ?? []) {
    if (message && assertionResults.length === 0) result.reasons.push(`${name.replace(`${root}/`, '')}\n${message}`);
    for (const one of assertionResults) {
      if (one.status === 'failed')
        result.reasons.push(`${name.replace(`${root}/`, '')}: ${one.fullName}\n${one.failureMessages.join('\n')}`);
      if (one.status === 'pending' || one.status === 'skipped' || one.status === 'todo') {
        console.log(`skip  ${name.replace(`${root}/`, '')}: ${one.fullName}`);
      }
    }
  }
  count(`vitest: ${project}`, since, result, code, text);
}

async function whyNoDesktop() {
  if (!(await ensureElectron())) return 'no Electron runtime on this machine';
  if (missing.includes('window')) return 'libraries for the window are missing';
  if (!hasDisplay() && !has('xvfb-run')) return 'no display, and no Xvfb';
  return null;
}

async function runPlaywright(name, whyNot) {
  const since = Date.now();
  const config = `tests/${name}/playwright.config.ts`;
  const cli = tool('@playwright/test/cli.js');
  if (whyNot) {
    // every test that cannot run is named and counted
    const { text } = await say([cli, 'test', '-c', config, '--list', '--reporter=list']);
    const names = text.split('\n').filter((line) => line.includes(' › '));
    for (const one of names) console.log(`skip  ${name}: ${one.trim()} (${whyNot})`);
    count(name, since, { passed: 0, failed: 0, skipped: names.length }, 0, '');
    return;
  }
  const file = join(reports, `${name}.json`);
  const virtual = name === 'desktop' && !hasDisplay();
  const { code, text } = await say([cli, 'test', '-c', config], {
    env: { KULKUL_REPORT: file, KULKUL_BUILT: '1', CI: '1', NO_COLOR: '1' },
    before: virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : [],
  });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const result = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for (const { title, file: where, tests } of specsOf(report?.suites ?? [])) {
    for (const { status, annotations, results } of tests) {
      if (status === 'skipped') {
        result.skipped += 1;
        const why = annotations?.find(({ type }) => type === 'skip')?.description;
        console.log(`skip  ${name}: ${where}: ${title}${why ? ` (${why})` : ''}`);
      } else if (status === 'unexpected') {
        result.failed += 1;
        const why = (results ?? []).flatMap(({ errors }) =>
          errors.map(({ message }) => stripVTControlCharacters(message ?? '')),
        );
        result.reasons.push(`${where}: ${title}\n${why.join('\n')}`);
      } else result.passed += 1;
    }
  }
  count(name, since, result, code, text);
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/** What a failed step said: the end of it, where the sums are; of a single reason the beginning, where the words are. */
function indent(text, first) {
  const lines = text.trimEnd().split('\n');
  const most = first ?? 250;
  const kept = first === undefined ? lines.slice(-most) : lines.slice(0, most);
  const cut = lines.length > most ? [`… ${lines.length - most} lines more`] : [];
  return [...(first === undefined ? cut : []), ...kept, ...(first === undefined ? [] : cut)]
    .map((line) => `      ${line}`)
    .join('\n');
}
