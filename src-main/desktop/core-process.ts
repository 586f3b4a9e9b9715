import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ALIVE, type CoreState } from '../contract/desk.ts';
import { usualPatience, type WatchPatience, watchCore } from './core-watch.ts';
import type { Places } from './places.ts';

/** Why the core would not start, in its own words. */
export interface CoreRefusal {
  readonly code: string;
  readonly id: string;
  readonly en: string;
}

export interface CoreProcess {
  readonly state: CoreState;
  readonly stopped: boolean;
  /** Unix socket or named pipe, and the secret that opens it. */
  readonly socket: string;
  readonly secret: string;
  onState(listen: (state: CoreState) => void): () => void;
  onRefused(listen: (refusal: CoreRefusal) => void): void;
  /** Waits until the core answers; false when it does not within `ms` milliseconds. */
  whenReady(ms: number): Promise<boolean>;
  stop(): Promise<void>;
}

/** Waiting times before the next start, in milliseconds; a core that lived for 30 seconds begins at the first again. */
const pauses = [150, 500, 1_000, 2_000, 5_000, 10_000];
const healthyAfter = 30_000;

/**
 * Starts the core as a plain Node process on a private socket, and starts it again whenever it dies; one that lives and does not
 * answer is ended first. The secret goes over
 * standard input, so that no list of processes shows it; the core ends by itself when this process is gone.
 * @param dataKey asked at each start; may take its time, because the core loads meanwhile and opens nothing before it has the answer
 */
export function startCoreProcess(
  places: Places,
  {
    demo,
    dataKey,
    patience = usualPatience,
  }: { demo: boolean; dataKey: () => Promise<string | null>; patience?: WatchPatience },
): CoreProcess {
  const secret = randomBytes(32).toString('base64url');
  const { socket, sweep } = privateSocket();
  const states = new Set<(state: CoreState) => void>();
  const refusals = new Set<(refusal: CoreRefusal) => void>();
  const log = openLog(places.windowFolder);
  let state: CoreState = 'starting';
  let stopping = false;
  let stopped = false;
  let child: ChildProcess | undefined;
  let failures = 0;
  let refusal: CoreRefusal | undefined;

  const become = (next: CoreState) => {
    if (state === next) return;
    state = next;
    for (const listen of states) listen(next);
  };

  /** Whatever it answers: that it does is what is asked. */
  const answers = (signal: AbortSignal) =>
    new Promise<void>((done, fail) => {
      const headers = { host: 'kulkul', 'x-kulkul-launch': secret };
      const asked = request(
        { socketPath: socket, path: ALIVE, method: 'HEAD', headers, agent: false, signal },
        (answer) => {
          answer.resume();
          done();
        },
      );
      asked.once('error', fail);
      asked.end();
    });

  const start = () => {
    if (stopping) return;
    const began = Date.now();
    const words = ['--socket', socket, '--secret-from-stdin', '--data', places.dataFolder];
    if (demo) words.push('--demo');
    let refused = false;
    let over = false;
    let leave = () => {};
    const fresh = spawn(places.node, [places.serverFile, ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // Node keeps what it compiled of the bundle, so that the next start need not
      env: { ...plainEnvironment(), NODE_COMPILE_CACHE: join(places.windowFolder, 'compiled') },
      windowsHide: true,
    });
    child = fresh;
    // a core that is gone does not read; its `exit` says so
    fresh.stdin.on('error', () => {});
    void dataKey()
      .catch((error: unknown) => {
        // without its key the vault stays locked; without this line the core would wait for ever
        if (!stopped) log.write(`\n[window] no key for the vault: ${String(error)}\n`);
        return null;
      })
      .then((key) => fresh.stdin.write(`${JSON.stringify({ secret, dataKey: key ?? undefined })}\n`));
    fresh.stderr.pipe(log, { end: false });
    createInterface({ input: fresh.stdout }).on('line', (line) => {
      const news = newsOf(line);
      if (news.ready && !over) {
        become('ready');
        // not while it starts: what a new version changes in a large office takes as long as it takes
        leave = watchCore(answers, silent, patience);
      }
      if (news.refused) {
        refused = true;
        refusal = news.refused;
        become('failed');
        for (const listen of refusals) listen(news.refused);
      }
    });
    const silent = () => {
      if (stopping || over) return;
      log.write('\n[window] core does not answer and is ended\n');
      fresh.kill('SIGKILL');
    };
    const ended = (why: string) => {
      if (over) return;
      over = true;
      leave();
      log.write(`\n[window] core ended: ${why}\n`);
      if (stopping || refused) return;
      failures = Date.now() - began > healthyAfter ? 0 : failures + 1;
      become('restarting');
      setTimeout(start, pauses[Math.min(failures, pauses.length - 1)]);
    };
    fresh.once('error', (error) => ended(error.message));
    fresh.once('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
  };
  start();

  return {
    get state() {
      return state;
    },
    get stopped() {
      return stopped;
    },
    socket,
    secret,
    onState(listen) {
      states.add(listen);
      listen(state);
      return () => states.delete(listen);
    },
    onRefused(listen) {
      refusals.add(listen);
      // it may have refused before the window was ready to hear it
      if (refusal) listen(refusal);
    },
    whenReady: (ms) =>
      new Promise((done) => {
        if (state === 'ready') return done(true);
        const answer = (ready: boolean) => {
          clearTimeout(timer);
          states.delete(listen);
          done(ready);
        };
        const listen = (next: CoreState) => (next === 'ready' || next === 'failed') && answer(next === 'ready');
        const timer = setTimeout(() => answer(false), ms);
        states.add(listen);
        if (state === 'failed') answer(false);
      }),
    async stop() {
      stopping = true;
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null && running.pid !== undefined) {
        const gone = new Promise<void>((done) => running.once('exit', () => done()));
        // on Windows a signal is a kill; the end of standard input asks everywhere
        running.stdin?.end();
        const timer = setTimeout(() => running.kill('SIGKILL'), 10_000);
        await gone;
        clearTimeout(timer);
      }
      log.end();
      sweep();
      stopped = true;
    },
  };
}

/** A socket only this user can reach: a folder of mode 0700, or on Windows a pipe with an unguessable name. */
function privateSocket(): { socket: string; sweep: () => void } {
  if (process.platform === 'win32') {
    return { socket: `\\\\.\\pipe\\kulkul-${randomBytes(16).toString('hex')}`, sweep: () => {} };
  }
  // a socket's path may have 107 bytes, so it does not lie in the data folder
  const folder = mkdtempSync(join(tmpdir(), 'kulkul-'));
  return { socket: join(folder, 'core'), sweep: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Without the switches that would turn Node into something else. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of ['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS_SET', 'NODE_PATH'])
    delete environment[name];
  return environment;
}

function openLog(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'core.log');
  const large = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000;
  return createWriteStream(file, { flags: large ? 'w' : 'a', mode: 0o600 });
}

function newsOf(line: string): { ready?: boolean; refused?: CoreRefusal } {
  try {
    return JSON.parse(line) as { ready?: boolean; refused?: CoreRefusal };
  } catch {
    // not a line of news
    return {};
  }
}
