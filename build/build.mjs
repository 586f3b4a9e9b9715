// Builds what has changed: the core (out/server), the window (out/desktop) and the page (out/renderer).
//   npm run build                 everything that is out of date
//   npm run build -- server page  only these
//   npm run build -- --force      also what is up to date
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => join(root, 'node_modules', name);

const shared = ['package-lock.json', 'src-main/contract', 'src-main/text', 'src-main/words'];
const parts = {
  server: {
    entry: 'src-main/server/main.ts',
    made: 'out/server/main.mjs',
    from: [
      ...shared,
      'build/server.vite.config.ts',
      'build/old-parts.ts',
      'src-main/newsroom',
      'src-main/procedures',
      'src-main/jobs',
      'src-main/adapters',
      'src-main/core.ts',
      'src-main/make-folder.ts',
      'src-main/usual-data-folder.ts',
      'src-main/whole-file.ts',
      'src-main/server',
    ],
    command: [bin('vite/bin/vite.js'), 'build', '--config', 'build/server.vite.config.ts'],
    env: {},
  },
  desktop: {
    entry: 'src-main/desktop/main.ts',
    made: 'out/desktop/main.cjs',
    from: [
      'package-lock.json',
      'electron.vite.config.ts',
      'src-main/contract',
      'src-main/desktop',
      'src-main/make-folder.ts',
      'src-main/usual-data-folder.ts',
    ],
    command: [bin('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    env: { KULKUL_BUILD: 'desktop' },
  },
  page: {
    entry: 'src-renderer/index.html',
    made: 'out/renderer/index.html',
    from: [...shared, 'electron.vite.config.ts', 'src-renderer'],
    command: [bin('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    env: { KULKUL_BUILD: 'page' },
  },
};

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path).sort()) yield* filesUnder(join(path, entry));
}

/** What went into a part, as one hash over names and contents. */
function fingerprint(from) {
  const hash = createHash('sha256');
  for (const path of from) {
    for (const file of filesUnder(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function run(part) {
  return new Promise((done, fail) => {
    // the project's own Node 24, whatever node started this script
    const own = join(root, 'node_modules/.bin/node');
    const node = existsSync(own) ? own : process.execPath;
    const child = spawn(node, part.command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...part.env, NODE_ENV: 'production' },
    });
    let words = '';
    child.stdout.on('data', (text) => (words += text));
    child.stderr.on('data', (text) => (words += text));
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? done(words) : fail(new Error(words.trim() || `exit code ${code}`))));
  });
}

/** Two builds at once would write over each other; the second waits. */
async function alone(work) {
  const lock = join(root, 'out/.building');
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      let holder = 0;
      try {
        holder = Number(readFileSync(lock, 'utf8'));
        process.kill(holder, 0);
        await new Promise((wake) => setTimeout(wake, 300));
      } catch (gone) {
        if (gone.code === 'ESRCH' || holder === 0) rmSync(lock, { force: true });
      }
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * Builds the named parts that are out of date.
 * @param {string[]} wanted part names; empty means all
 * @param {{ force?: boolean, quiet?: boolean }} options
 * @returns {Promise<string[]>} the parts that were built
 * @throws with the builder's own words when a part cannot be built
 */
export async function build(wanted = [], { force = false, quiet = false } = {}) {
  for (const name of wanted)
    if (!(name in parts)) throw new Error(`No such part: ${name}. There are: ${Object.keys(parts).join(', ')}`);
  const say = quiet ? () => {} : (text) => console.log(text);
  return alone(async () => {
    const built = [];
    for (const [name, part] of Object.entries(parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      if (!existsSync(join(root, part.entry))) {
        say(`${name}: nothing to build yet (${part.entry} is not there)`);
        continue;
      }
      const stamp = join(root, 'out', `.${name}.stamp`);
      const now = fingerprint(part.from);
      if (!force && existsSync(stamp) && existsSync(join(root, part.made)) && readFileSync(stamp, 'utf8') === now) {
        say(`${name}: up to date`);
        continue;
      }
      const began = Date.now();
      rmSync(stamp, { force: true });
      let words = '';
      try {
        words = await run(part);
      } catch (error) {
        throw new Error(`The ${name} could not be built:\n${error.message}`);
      }
      if (words.trim() !== '' && !quiet) console.log(words.trim());
      writeFileSync(stamp, now);
      built.push(name);
      say(`${name}: built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
    return built;
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const given = process.argv.slice(2);
  try {
    await build(
      given.filter((word) => !word.startsWith('--')),
      { force: given.includes('--force') },
    );
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
