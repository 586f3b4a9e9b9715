// npm start: everything from a fresh clone to the open newsroom.
//   npm start                     the desktop window (or, where there is none, the browser)
//   npm start -- --demo           the sample office
//   npm start -- --data DIR       another data folder
//   npm start -- --browser        no window, only 127.0.0.1
//   npm start -- --server --host 0.0.0.0 --port 8443 --tls-cert F --tls-key F     office mode
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asRoot, ensureElectron, ensurePackages, ensureSystem, has, hasDisplay, ownNode, root } from './machine.mjs';

const words = process.argv.slice(2);
const office = words.includes('--server');
const inBrowser = words.includes('--browser');
const forCore = words.filter((word) => word !== '--browser');

const help = `npm start                            jendela Kulkul / the desktop window (else the browser)
npm start -- --demo                  kantor contoh / the sample office
npm start -- --data DIR              folder data lain / another data folder
npm start -- --browser               tanpa jendela / no window, only 127.0.0.1
npm start -- --server ...            kantor dengan banyak komputer / an office with more than one computer:
  --host ADDRESS --port PORT         alamat yang didengarkan / where to listen (127.0.0.1, 8181)
  --tls-cert FILE --tls-key FILE     wajib di luar komputer ini / needed beyond this computer, or:
  --behind-proxy                     proksi https berdiri di depan / an https proxy stands before it
  --host-name NAME[:PORT]            nama yang dipakai orang, boleh berulang; wajib dengan --behind-proxy
                                     the name people use, may be repeated; needed with --behind-proxy`;

try {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(help);
    process.exit(0);
  }
  await ensurePackages();
  const { build } = await import('./build.mjs');
  await build([], { quiet: true });
  const whyNoWindow = office || inBrowser ? '' : await openWindow();
  if (whyNoWindow !== null) {
    if (whyNoWindow) console.log(whyNoWindow);
    const code = await serve(forCore);
    // nobody asked for the usual port, so another free one does as well
    const portTaken = code === 75 && !office && !forCore.some((word) => word.startsWith('--port'));
    process.exitCode = portTaken ? await serve([...forCore, '--port', '0']) : code;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Opens the window and stays until it is closed. @returns null when it was open, else why it could not be */
async function openWindow() {
  if (!hasDisplay()) {
    return 'Tidak ada layar di sini, jadi Kulkul dilayankan untuk peramban.\nThere is no display here, so Kulkul is served for a browser.';
  }
  const electron = await ensureElectron();
  if (!electron) {
    return 'Electron tidak dapat diperoleh di jaringan ini, jadi Kulkul dilayankan untuk peramban.\nElectron cannot be had on this network, so Kulkul is served for a browser.';
  }
  const missing = await ensureSystem(['window']);
  if (missing.length > 0) {
    return 'Pustaka jendela belum lengkap, jadi Kulkul dilayankan untuk peramban.\nLibraries for the window are missing, so Kulkul is served for a browser.';
  }
  const began = Date.now();
  const { code, said } = await new Promise((done) => {
    let said = '';
    const child = spawn(electron, [root, ...asRoot, ...forCore], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
    child.stderr.on('data', (text) => (said += text));
    child.once('error', (error) => done({ code: 1, said: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, said }));
    forward(child);
  });
  if (code !== 0 && Date.now() - began < 5_000) {
    return `${said.trim()}\nJendela tidak bisa dibuka, jadi Kulkul dilayankan untuk peramban.\nThe window could not be opened, so Kulkul is served for a browser.`;
  }
  process.exitCode = code;
  return null;
}

/** Serves the page and stays until it is ended. @returns the exit code */
function serve(words) {
  return new Promise((done) => {
    const core = spawn(ownNode(), [join(root, 'out/server/main.mjs'), '--page', join(root, 'out/renderer'), ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    createInterface({ input: core.stdout }).on('line', (line) => {
      let news = {};
      try {
        news = JSON.parse(line);
      } catch {
        // words for a person
        console.log(line);
      }
      if (news.ready && !office) openBrowser(news.open);
    });
    core.once('error', (error) => {
      console.error(error.message);
      done(1);
    });
    core.once('exit', (code) => done(code ?? 0));
    forward(core);
  });
}

function openBrowser(address) {
  if (!hasDisplay()) return;
  const [program, given] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  if (process.platform === 'linux' && !has(program)) return;
  spawn(program, given, { stdio: 'ignore', detached: true })
    // the address is printed, too
    .on('error', () => {})
    .unref();
}

/** Ctrl-C ends the child first, and this with it. */
function forward(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}
