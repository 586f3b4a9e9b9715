// npm run crash [-- rounds [seed]]: kills the core at random moments and looks whether anything acknowledged was lost; then the long
// series of what npm test does only in part (KULKUL_LONG).
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.env.KULKUL_LONG = '1';
const run = (...words) => spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
process.exitCode =
  run(join('build', 'build.mjs')) ||
  run('--disable-warning=ExperimentalWarning', join('tests', 'crash', 'run.ts'), ...process.argv.slice(2)) ||
  run(join('node_modules', 'vitest', 'vitest.mjs'), 'run', 'evening-folder-kill');
