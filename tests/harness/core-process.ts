import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const root = resolve(import.meta.dirname, '../..');
const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** The project's own Node 24. */
export const nodeFile = existsSync(own) ? own : process.execPath;

export interface CoreSettings {
  /** A fresh temporary folder when left out; that one is removed at the end. */
  readonly dataFolder?: string;
  readonly demo?: boolean;
  /** Office mode: no launch key, the first start asks for the set-up code. */
  readonly office?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** More words for the command line of the core. */
  readonly words?: readonly string[];
}

/** A real core process made by the build, on a random port of 127.0.0.1. */
export interface RunningCore {
  readonly url: string;
  /** Address with the key that is due: who opens it sits at this computer. It works once, then the core prints the next. */
  readonly openUrl: string;
  readonly setupCode: string | null;
  readonly dataFolder: string;
  readonly pid: number;
  /** What it wrote to standard error so far. */
  log(): string;
  /** kill -9, as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Ends it as the system would, and waits. */
  stop(): Promise<number | null>;
  /** Starts it again on the same folder and port; kill it first if that is what you test. */
  restart(): Promise<void>;
  /** Ends it and removes a temporary folder. */
  dispose(): Promise<void>;
}

interface News {
  ready?: boolean;
  address?: string;
  open?: string;
  setupCode?: string;
  refused?: { code: string; id: string; en: string };
}

/** Starts a core and waits until it answers. @throws with its own words when it refuses to start */
export async function startCore(settings: CoreSettings = {}): Promise<RunningCore> {
  const temporary = settings.dataFolder === undefined;
  const dataFolder = settings.dataFolder ?? mkdtempSync(join(tmpdir(), 'kulkul-test-'));
  let child: ChildProcess;
  let news: News = {};
  let port = '0';
  let log = '';

  const start = async () => {
    const words = ['--data', dataFolder, '--page', join(root, 'out/renderer'), '--port', port];
    if (settings.demo) words.push('--demo');
    if (settings.office) words.push('--server');
    child = spawn(nodeFile, [join(root, 'out/server/main.mjs'), ...words, ...(settings.words ?? [])], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings.env },
    });
    child.stderr?.on('data', (text) => (log += text));
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    news = await new Promise<News>((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`the core did not start within 30 s\n${log}`)), 30_000);
      const end = () => fail(new Error(`the core ended before it was ready\n${log}`));
      child.once('exit', end);
      lines.on('line', (line) => {
        if (!line.startsWith('{')) return;
        const said = JSON.parse(line) as News;
        if (said.open !== undefined && !said.ready) news = { ...news, open: said.open };
        clearTimeout(timer);
        child.off('exit', end);
        done(JSON.parse(line) as News);
      });
    });
    if (news.refused) throw new Error(`${news.refused.code}: ${news.refused.en}`);
    port = new URL(news.address ?? '').port;
  };
  await start();

  const gone = () =>
    new Promise<number | null>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
      else child.once('exit', (code) => done(code));
    });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return gone();
  };
  return {
    get url() {
      return news.address ?? '';
    },
    get openUrl() {
      return news.open ?? news.address ?? '';
    },
    get setupCode() {
      return news.setupCode ?? null;
    },
    dataFolder,
    get pid() {
      return child.pid ?? 0;
    },
    log: () => log,
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    restart: start,
    async dispose() {
      await end('SIGKILL');
      if (temporary) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
