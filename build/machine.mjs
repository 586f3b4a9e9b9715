// What the two commands need of the machine, and how they get it. Runs on any Node >= 20 with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** Whether a program is on the path. */
export function has(program) {
  const names = windows ? [`${program}.exe`, `${program}.cmd`] : [program];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => names.some((name) => existsSync(join(folder, name))));
}

/**
 * Runs a program and shows what it says.
 * @returns its exit code, or 1 when it could not be started
 */
export function run(program, words, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, words, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', () => done(1));
    child.once('exit', (code, signal) => done(signal ? 1 : (code ?? 1)));
  });
}

// ---------------------------------------------------------------- npm packages

/** Whether every package of package-lock.json that this platform needs stands in node_modules in that version. */
function packagesStand() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const there = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
    );
  } catch {
    // nothing installed yet
    return false;
  }
}

/**
 * Installs the npm packages when they are missing or others than package-lock.json says.
 * @throws with what to do, also where this Node is too old for npm's own words to be understood
 */
export async function ensurePackages() {
  if (nodeVersion() < 20) {
    throw new Error(
      `Perlu Node 20 atau lebih baru dari https://nodejs.org (yang ini ${process.version}).\n` +
        `Node 20 or newer is needed, from https://nodejs.org (this is ${process.version}).`,
    );
  }
  if (packagesStand()) return;
  console.log('Memasang paket npm … / Installing npm packages …');
  // npm is a .cmd on Windows, which node starts only through a shell
  if ((await run('npm', ['ci', '--no-audit', '--no-fund'], { shell: windows })) !== 0) {
    throw new Error('npm ci gagal: periksa jaringan lalu ulangi. / npm ci failed: check the network and try again.');
  }
}

/**
 * The Node that runs the core: the one the packages bring, else this one if it is new enough.
 * @throws with what to install
 */
export function ownNode() {
  const own = join(
    root,
    'node_modules',
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
    'bin',
    windows ? 'node.exe' : 'node',
  );
  if (existsSync(own)) return own;
  if (nodeVersion() >= 22) return process.execPath;
  throw new Error(
    `Untuk ${process.platform}-${process.arch} pasang Node 24 dari https://nodejs.org (yang ini ${process.version}).\n` +
      `For ${process.platform}-${process.arch} install Node 24 from https://nodejs.org (this is ${process.version}).`,
  );
}

function nodeVersion() {
  return Number(process.versions.node.split('.')[0]);
}

/** The environment in which `node` is our own, for tools that start `node` themselves. */
export function ownEnvironment(more = {}) {
  return { ...process.env, PATH: dirname(ownNode()) + delimiter + process.env.PATH, ...more };
}

// ---------------------------------------------------------------- system packages

function library(name) {
  for (const ldconfig of ['ldconfig', '/sbin/ldconfig', '/usr/sbin/ldconfig']) {
    const { stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' });
    if (stdout) return stdout.includes(name);
  }
  return false;
}

// newer Debian and Ubuntu renamed some packages for their 64-bit time; the first that is known is taken
const needs = {
  chromium: { there: () => chromium() !== null, packages: [['chromium']] },
  display: { there: () => has('Xvfb') && has('xvfb-run') && has('xauth'), packages: [['xvfb'], ['xauth']] },
  exiftool: { there: () => has('exiftool') && has('perl'), packages: [['libimage-exiftool-perl']] },
  window: {
    there: () => ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libXss.so.1'].every(library),
    packages: [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libasound2t64', 'libasound2'], ['libgbm1'], ['libxss1']],
  },
};

/**
 * Sees to it that the named needs are met: installs them on Debian and Ubuntu as root, elsewhere says how.
 * @param {('chromium'|'display'|'exiftool'|'window')[]} wanted
 * @returns {Promise<string[]>} the needs that are still missing
 */
export async function ensureSystem(wanted) {
  const missing = () => wanted.filter((name) => !applies(name) || !needs[name].there()).filter(applies);
  const first = missing();
  if (first.length === 0) return [];
  const groups = first.flatMap((name) => needs[name].packages);
  if (process.platform === 'linux' && has('apt-get')) {
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends'];
    const quiet = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    };
    if (process.getuid() === 0) {
      console.log(`Memasang dari sistem / Installing from the system: ${first.join(', ')} …`);
      await run('apt-get', [...apt, 'update'], quiet);
      const names = groups.map(firstKnown);
      if ((await run('apt-get', [...apt, 'install', ...names], quiet)) !== 0) {
        // one package that cannot be had must not keep the others away
        for (const name of names) await run('apt-get', [...apt, 'install', name], quiet);
      }
    } else {
      console.log(
        `Perlu dari sistem, jalankan / needed from the system, run:\n  sudo apt-get install ${groups.map(firstKnown).join(' ')}`,
      );
    }
  } else if (process.platform === 'linux') {
    console.log(
      `Perlu dari sistem (nama paket Debian) / needed from the system (Debian's package names):\n  ${groups.map((names) => names.at(-1)).join(' ')}`,
    );
  } else {
    if (first.includes('chromium')) console.log('Perlu / needed: Google Chrome, https://www.google.com/chrome');
    if (first.includes('exiftool')) console.log('Perlu / needed: exiftool, https://exiftool.org');
  }
  return missing();
}

/** A virtual display and GTK are Linux matters. */
function applies(name) {
  return process.platform === 'linux' || name === 'chromium' || name === 'exiftool';
}

function firstKnown(names) {
  return names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0) ?? names.at(-1);
}

// ---------------------------------------------------------------- runtimes

/** The installed Chromium (or Chrome), or null. */
export function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const found = names.find(has);
  if (found) return found;
  const others = [
    process.env.KULKUL_CHROMIUM,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return others.find((file) => file && existsSync(file)) ?? null;
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function electronFile() {
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return existsSync(join(given, name)) ? join(given, name) : null;
  const file = join(root, 'node_modules/electron/dist', name);
  return existsSync(file) ? file : null;
}

/**
 * The Electron to run: ELECTRON_OVERRIDE_DIST_PATH, else the electron package's own, fetched now if it must be.
 * @returns {Promise<string | null>} its path, or null where it cannot be had
 */
export async function ensureElectron() {
  const there = electronFile();
  if (there || process.env.ELECTRON_OVERRIDE_DIST_PATH) return there;
  const packageFile = join(root, 'node_modules/electron/package.json');
  if (!existsSync(packageFile)) return null;
  const { version } = createRequire(packageFile)(packageFile);
  if (!process.env.ELECTRON_MIRROR && !process.env.npm_config_electron_mirror) {
    // some networks block that place; asking first costs seconds, its own attempts cost minutes
    const address = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
    try {
      const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(8_000) });
      if (!answer.ok) return null;
    } catch {
      // said by who asked: no Electron on this network
      return null;
    }
  }
  console.log(`Mengunduh Electron ${version} … / Fetching Electron ${version} …`);
  await run(process.execPath, [join(root, 'node_modules/electron/install.js')], { timeout: 600_000 });
  return electronFile();
}

/** Chromium's own sandbox refuses root. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
