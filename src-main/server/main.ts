// The core as a process: reads its options, takes the data folder, opens the core, listens, and ends cleanly.
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { listenForCommands } from './command-line/command-socket.ts';
import { type Listening, listen, type Place } from './listen.ts';
import { readOptions, type ServerOptions, type StartMessage } from './options.ts';
import type { LaunchPlaces } from './sessions.ts';
import { type StartRefusal, sentence, startRefusals } from './start-refusal.ts';

await main();

async function main(): Promise<void> {
  const nodeMajor = Number(process.versions.node.split('.')[0]);
  // better-sqlite3 on an older node dies without a word, so this comes before anything loads it
  if (nodeMajor < 22) return refuse({ code: 'node_too_old', params: { detail: process.version } });

  const read = readOptions(process.argv.slice(2));
  if (!read.ok) return refuse(read.refusal);
  const { options } = read;

  // what opens the office is loaded while the window is still finding its key; nothing of it runs before the message came
  const loading = Promise.all([import('../core.ts'), import('./door.ts'), import('./sessions.ts')]);
  // a part that cannot be loaded is told below, where it is awaited
  loading.catch(() => {});
  const message = options.secretFromStdin ? await startMessage() : null;
  const place = placeOf(options, message);
  if ('code' in place) return refuse(place);

  const [{ openCore }, { createDoor }, { launchPlaces }] = await loading;
  const places = launchPlaces(place.kind === 'tcp' && !options.office);
  const setupCode = newSetupCode();
  const opened = await openCore({
    dataFolder: options.dataFolder,
    demo: options.demo,
    dataKey: message?.dataKey ? Buffer.from(message.dataKey, 'base64') : null,
    setupCode,
    log,
  });
  if (!opened.ok) return refuse(opened.refusal as StartRefusal);
  const { core } = opened;
  let listening: Listening;
  const door = createDoor(core, {
    pageFolder: options.pageFolder,
    places,
    keySpent: () => announceNextKey(options, openAddress(listening, places)),
    hosts: options.place.kind === 'tcp' ? options.place.hostNames : [],
    beatMs: options.beatMs,
    log,
  });

  try {
    listening = await listen(place, door, log);
  } catch (error) {
    await core.stop();
    return refuse(listenRefusal(place, error as NodeJS.ErrnoException));
  }
  await core.start();
  const leaveCommands = await listenForCommands(core, options.dataFolder, log);
  endWith(async () => {
    await listening.close();
    await leaveCommands();
    await core.stop();
  });
  announce(options, {
    ready: true,
    address: listening.address,
    ...(places.key === null ? {} : { open: openAddress(listening, places) }),
    ...(options.office ? { setupCode } : {}),
  });
}

function openAddress({ address }: Listening, { key }: LaunchPlaces): string {
  return `${address}/?kunci=${key}`;
}

/** Eight letters and digits nobody confuses, for the first start of an office server: `K7QM-2XRD`. */
function newSetupCode(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`);
}

/** The first line of standard input; when standard input ends, whoever started this core is gone, and so is the core. */
async function startMessage(): Promise<StartMessage> {
  const lines = createInterface({ input: process.stdin });
  const line = await new Promise<string>((done) => {
    lines.once('line', done);
    lines.once('close', () => process.exit(0));
  });
  lines.on('close', () => process.kill(process.pid, 'SIGTERM'));
  return JSON.parse(line) as StartMessage;
}

function placeOf({ place }: ServerOptions, message: StartMessage | null): Place | StartRefusal {
  if (place.kind === 'socket') return { ...place, secret: message?.secret ?? randomBytes(32).toString('hex') };
  const { host, port, behindProxy, certFile, keyFile } = place;
  try {
    const tls = certFile && keyFile ? { cert: readFileSync(certFile), key: readFileSync(keyFile) } : null;
    return { kind: 'tcp', host, port, behindProxy, tls };
  } catch (error) {
    return { code: 'tls_broken', params: { detail: (error as Error).message } };
  }
}

function listenRefusal(place: Place, error: NodeJS.ErrnoException): StartRefusal {
  const detail = place.kind === 'socket' ? place.path : `${place.host}:${place.port}`;
  if (error.code === 'EADDRINUSE') return { code: 'address_in_use', params: { detail } };
  if (error.code?.startsWith('ERR_OSSL') || error.code?.startsWith('ERR_TLS')) {
    return { code: 'tls_broken', params: { detail: error.message } };
  }
  return { code: 'address_not_possible', params: { detail: `${detail} (${error.code ?? error.message})` } };
}

/** One line of JSON for a program that started this core, plain words for a person. */
function announce(
  options: ServerOptions,
  news: { ready: true; address: string; open?: string; setupCode?: string },
): void {
  if (options.secretFromStdin || !process.stdout.isTTY) {
    process.stdout.write(`${JSON.stringify(news)}\n`);
    if (options.secretFromStdin) return;
  }
  const setup = news.setupCode ? `\nKode penyiapan / set-up code: ${news.setupCode}` : '';
  process.stderr.write(`\nKulkul: ${news.open ?? news.address}${setup}\n`);
}

/** The address that was printed has let one browser in and opens nothing more; whoever needs another finds it here. */
function announceNextKey(options: ServerOptions, open: string): void {
  if (options.secretFromStdin || !process.stdout.isTTY) process.stdout.write(`${JSON.stringify({ open })}\n`);
  process.stderr.write(
    `Alamat tadi sudah dipakai. Untuk peramban lain / that address is used up; for another browser: ${open}\n`,
  );
}

function refuse(refusal: StartRefusal): void {
  process.stdout.write(
    `${JSON.stringify({ refused: { ...refusal, id: sentence(refusal, 'id'), en: sentence(refusal, 'en') } })}\n`,
  );
  process.stderr.write(`${sentence(refusal, 'id')}\n${sentence(refusal, 'en')}\n`);
  process.exitCode = startRefusals[refusal.code].exit;
  // a reader on standard input would keep a refused core alive
  process.stdin.destroy();
}

function endWith(end: () => Promise<void>): void {
  let ending = false;
  const once = () => {
    if (ending) return;
    ending = true;
    // a core that hangs while ending must not keep the data folder from the next one
    setTimeout(() => process.exit(1), 8_000).unref();
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
}
