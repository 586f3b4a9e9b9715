// npm run package: the unpacked app in dist/, with its own Node and its own Electron.
//   --dir FOLDER   puts it somewhere else than dist/
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureElectron, ensurePackages, ownNode, root } from './machine.mjs';

/**
 * Packages the app.
 * @param {string} output folder; what was there is replaced
 * @returns {Promise<string>} path of the executable
 */
export async function packageApp(output = join(root, 'dist')) {
  await ensurePackages();
  const electron = await ensureElectron();
  if (!electron)
    throw new Error(
      'Electron tidak dapat diperoleh. / Electron cannot be had: set ELECTRON_OVERRIDE_DIST_PATH or allow github.com.',
    );
  const { build: buildApp } = await import('./build.mjs');
  await buildApp([], { quiet: true });
  const { build, Platform } = await import('electron-builder');

  const dist = dirname(electron);
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  // Electron's own default app must not be shipped with ours
  const clean = mkdtempSync(join(tmpdir(), 'kulkul-electron-'));
  try {
    cpSync(dist, clean, { recursive: true });
    rmSync(join(clean, 'resources/app'), { recursive: true, force: true });
    rmSync(join(clean, 'resources/default_app.asar'), { force: true });
    const nodeFile = ownNode();
    const config = {
      extends: 'build/electron-builder.yml',
      directories: { output: resolve(output), buildResources: 'resources/icons' },
      electronVersion: version,
      electronDist: clean,
      extraResources: [
        { from: nodeFile, to: `node/${process.platform === 'win32' ? 'node.exe' : 'node'}` },
        { from: 'LICENSE', to: 'LICENSE' },
      ].filter(({ from }) => existsSync(resolve(root, from))),
      // a fuse is a switch inside the Electron binary; versions before 29 lack some of these
      ...(Number(version.split('.')[0]) >= 29
        ? {
            electronFuses: {
              runAsNode: false,
              enableCookieEncryption: true,
              enableNodeOptionsEnvironmentVariable: false,
              enableNodeCliInspectArguments: false,
              enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
              onlyLoadAppFromAsar: true,
            },
          }
        : {}),
    };
    rmSync(resolve(output), { recursive: true, force: true });
    mkdirSync(resolve(output), { recursive: true });
    await build({ projectDir: root, targets: Platform.current().createTarget('dir'), config, publish: 'never' });
  } finally {
    rmSync(clean, { recursive: true, force: true });
  }
  const name = { win32: 'win-unpacked/Kulkul.exe', darwin: 'mac/Kulkul.app/Contents/MacOS/Kulkul' }[process.platform];
  return join(resolve(output), name ?? 'linux-unpacked/kulkul');
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--dir');
  try {
    console.log(await packageApp(at > 0 ? process.argv[at + 1] : undefined));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
