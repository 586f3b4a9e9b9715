import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Core } from '../../core.ts';
import { bugReport } from '../../procedures/bug-report.ts';
import { type Answer, launchHeader, listen } from '../listen.ts';
import { type Commanded, runCommand } from './commands.ts';

/** How the command line finds a running core: a file of mode 0600 in its data folder. */
interface Address {
  readonly socket: string;
  readonly secret: string;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'commands.json');

/**
 * Takes commands on a socket of its own, which no network reaches. Whoever can read the data folder may command; that is the
 * same person who could open the database itself.
 * @param log told of a command that throws
 * @returns how to stop
 */
export async function listenForCommands(
  core: Core,
  dataFolder: string,
  log: (line: string) => void,
): Promise<() => Promise<void>> {
  sweepOld(dataFolder);
  const address = newAddress();
  const place = { kind: 'socket', path: address.socket, secret: address.secret } as const;
  const answer: Answer = async (asked) => {
    const name = new URL(asked.url).pathname.slice(1);
    const input: unknown = await asked.json();
    try {
      return Response.json(await runCommand(core, name, input, asked.signal));
    } catch (error) {
      log(bugReport(`command ${name}`, error, input));
      return Response.json({ bug: error instanceof Error ? error.message : String(error) }, { status: 500 });
    }
  };
  const listening = await listen(place, answer, log);
  rmSync(fileOf(dataFolder), { force: true });
  try {
    writeFileSync(fileOf(dataFolder), JSON.stringify(address), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // on a full disk people go on reading; only the command line does not find this core
    log(`the command line cannot be offered: ${(error as NodeJS.ErrnoException).code ?? error}`);
  }
  return async () => {
    await listening.close();
    rmSync(fileOf(dataFolder), { force: true });
    sweep(address);
  };
}

/** Sends a command to the core that runs on this folder. Null when none does. @throws when the core has a bug */
export async function sendCommand(dataFolder: string, name: string, input: unknown): Promise<Commanded | null> {
  const address = read(dataFolder);
  if (!address) return null;
  const body = JSON.stringify(input);
  const text = await new Promise<string | null>((done, fail) => {
    const headers = { [launchHeader]: address.secret, 'content-type': 'application/json' };
    const outgoing = request({ socketPath: address.socket, path: `/${name}`, method: 'POST', headers }, (incoming) => {
      let heard = '';
      incoming.setEncoding('utf8').on('data', (piece: string) => {
        heard += piece;
      });
      incoming.once('end', () => done(heard));
      incoming.once('error', fail);
    });
    // a core that was killed leaves its file behind
    outgoing.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? done(null) : fail(error),
    );
    outgoing.end(body);
  });
  if (text === null) return null;
  const answer = JSON.parse(text) as Commanded | { bug: string };
  if ('bug' in answer) throw new Error(answer.bug);
  return answer;
}

function newAddress(): Address {
  const secret = randomBytes(32).toString('base64url');
  if (process.platform === 'win32') {
    return { socket: `\\\\.\\pipe\\kulkul-commands-${randomBytes(16).toString('hex')}`, secret };
  }
  return { socket: join(mkdtempSync(join(tmpdir(), 'kulkul-commands-')), 'commands'), secret };
}

function read(dataFolder: string): Address | null {
  try {
    return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as Address;
  } catch {
    // no core runs here, or it was killed in the middle of writing this
    return null;
  }
}

function sweepOld(dataFolder: string): void {
  const old = read(dataFolder);
  if (old) sweep(old);
}

function sweep({ socket }: Address): void {
  if (process.platform === 'win32') return;
  const folder = dirname(socket);
  // only what newAddress made
  if (dirname(folder) === tmpdir() && folder.includes('kulkul-commands-'))
    rmSync(folder, { recursive: true, force: true });
}
