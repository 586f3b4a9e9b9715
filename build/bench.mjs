// npm run bench [-- area ...]: figures beside their peers, one line of JSON each. A benchmark, never a timed test.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const areas = ['shell', 'agenda', 'releases', 'photos', 'distribution'];
const asked = process.argv.slice(2);
const unknown = asked.filter((area) => !areas.includes(area));
if (unknown.length > 0) {
  process.stderr.write(`no such area: ${unknown.join(', ')} (${areas.join(', ')})\n`);
  process.exit(64);
}
const run = (...words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
if (run(join('build', 'build.mjs')) !== 0) process.exit(1);
let failed = 0;
for (const area of asked.length > 0 ? asked : areas) {
  // an area may have several files: agenda.ts, agenda-import.ts
  const own = readdirSync(join(root, 'tests', 'bench'))
    .filter((name) => name === `${area}.ts` || (name.startsWith(`${area}-`) && name.endsWith('.ts')))
    .sort();
  for (const name of own)
    if (run('--disable-warning=ExperimentalWarning', join('tests', 'bench', name)) !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
