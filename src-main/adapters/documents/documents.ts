import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Documents, DocumentWork, TakeEvents } from '../../newsroom/agenda/files/documents.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import type { Message, Results, Work } from './protocol.ts';

export interface DocumentOptions {
  /** The process's entry: out/server/document-child.mjs, or child.ts where Node strips types itself. */
  readonly childPath: string;
  /** Files read at once; the others wait. */
  readonly atOnce?: number;
  /** Milliseconds without a word after which a process counts as hung. */
  readonly patience?: number;
  /** Milliseconds a file may take all in all. */
  readonly longest?: number;
  /** Megabytes a process may hold. */
  readonly mostMemory?: number;
}

/** A process that nobody needed is ended after so long. */
const SPARE_MS = 60_000;
/** Series of one calendar whose rules do not come to an end, before the whole file is given up. */
const MOST_SKIPPED = 5;

/** @param coreUrl import.meta.url of core.ts, wherever it was bundled into */
export function documentChild(coreUrl: string): string {
  const places = ['./document-child.mjs', '../document-child.mjs', './adapters/documents/child.ts'];
  const found = places.map((place) => fileURLToPath(new URL(place, coreUrl))).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`no document child beside ${coreUrl}`);
  return found;
}

type Ended = 'cancelled' | { readonly died: true; readonly trying: number | null };

/** Each file in a process of its own, which ends with it: nothing of a hostile file is left for the next. */
export function documentReader(options: DocumentOptions): Documents & { stop(): Promise<void> } {
  const atOnce = options.atOnce ?? 2;
  const patience = options.patience ?? 20_000;
  const longest = options.longest ?? 300_000;
  const mostMemory = options.mostMemory ?? 1_200;
  const running = new Set<ChildProcess>();
  const waiting: (() => void)[] = [];
  let stopped = false;

  interface Started {
    readonly child: ChildProcess;
    readonly ready: Promise<void>;
  }
  /** A process that waits for the file somebody is sending. */
  let spare: (Started & { readonly timer: NodeJS.Timeout }) | null = null;

  function started(): Started {
    const child = fork(options.childPath, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [
        `--max-old-space-size=${Math.round(mostMemory * 0.7)}`,
        // what a file leaves behind while it is read dies young: fewer and cheaper collections
        '--max-semi-space-size=32',
        '--disable-warning=ExperimentalWarning',
      ],
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    const ready = new Promise<void>((resolve) => {
      child.once('message', () => resolve());
    });
    // an error to start it is told by `exit`, or by nobody asking it
    child.on('error', () => {});
    child.unref();
    child.channel?.unref();
    return { child, ready };
  }

  function keepSpare(): void {
    if (stopped || spare !== null) return;
    const fresh = started();
    const timer = setTimeout(() => {
      if (spare?.child === fresh.child) spare = null;
      fresh.child.kill('SIGKILL');
    }, SPARE_MS);
    timer.unref();
    spare = { ...fresh, timer };
  }

  function takeSpare(): Started | null {
    const taken = spare;
    spare = null;
    if (taken === null) return null;
    clearTimeout(taken.timer);
    const { exitCode, signalCode, connected } = taken.child;
    return exitCode === null && signalCode === null && connected ? taken : null;
  }

  async function place(): Promise<void> {
    while (running.size >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  }

  async function ask<K extends keyof Results>(
    asked: Extract<Work, { do: K }>,
    { signal, told }: DocumentWork,
    take?: TakeEvents['take'],
  ): Promise<Outcome<Results[K]> | Ended> {
    await place();
    if (stopped) throw new Error('the core is stopping');
    if (signal.aborted) return 'cancelled';
    return new Promise((resolve, reject) => {
      const { child, ready } = takeSpare() ?? started();
      running.add(child);
      // what a file is leads to the one that reads it, which starts meanwhile
      if (asked.do === 'look') keepSpare();
      let trying: number | null = null;
      let answer: (() => void) | null = null;
      let taking: Promise<unknown> = Promise.resolve();
      let untaken = 0;
      let hung = setTimeout(() => child.kill('SIGKILL'), Math.max(patience, 60_000));
      const heard = () => {
        clearTimeout(hung);
        // it may be waiting for us
        if (untaken > 0) return;
        hung = setTimeout(() => child.kill('SIGKILL'), patience);
        hung.unref();
      };
      const whole = setTimeout(() => child.kill('SIGKILL'), longest);
      const memory = setInterval(() => {
        if (megabytesOf(child) > mostMemory) child.kill('SIGKILL');
      }, 250);
      const cancel = () => child.kill('SIGKILL');
      signal.addEventListener('abort', cancel);
      for (const timer of [hung, whole, memory]) timer.unref();

      child.on('message', (message: Message) => {
        heard();
        if (message.is === 'ready') return;
        if (message.is === 'told') told(message.done, message.of);
        else if (message.is === 'trying') trying = message.line;
        else if (message.is === 'refused') answered(() => resolve(refused(message.code, message.params)));
        else if (message.is === 'done') answered(() => resolve(done(message.result as Results[K])));
        else {
          trying = null;
          untaken++;
          const { events, gone } = message;
          taking = taking.then(async () => {
            if (stopTaking) return;
            const kept = await take?.(events, gone);
            untaken--;
            heard();
            if (kept?.ok === false) fail(() => resolve(kept));
            else if (child.connected) child.send('more', () => {});
          });
          taking = taking.catch((error: unknown) => fail(() => reject(error)));
        }
      });
      let stopTaking = false;
      /** What it gave last is still being taken; how long it takes to end is nobody's wait. */
      const answered = (how: () => void) => {
        answer = how;
        void taking.then(() => stopTaking || how());
      };
      const fail = (how: () => void) => {
        stopTaking = true;
        answer = how;
        child.kill('SIGKILL');
      };
      const over = () => {
        if (!running.delete(child)) return;
        clearTimeout(hung);
        clearTimeout(whole);
        clearInterval(memory);
        signal.removeEventListener('abort', cancel);
        waiting.shift()?.();
        if (stopped) reject(new Error('the core is stopping'));
        else if (signal.aborted) resolve('cancelled');
        // what it gave last is still being taken
        else void taking.then(() => (answer === null ? resolve({ died: true, trying }) : answer()));
      };
      child.on('exit', over);
      child.on('error', over);
      void ready.then(() => child.connected && child.send(asked, () => {}));
    });
  }

  /** A file that kills its process, or keeps it, is unreadable. */
  async function once<K extends keyof Results>(
    asked: Extract<Work, { do: K }>,
    work: DocumentWork,
  ): Promise<Outcome<Results[K]>> {
    const ended = await ask(asked, work);
    if (ended === 'cancelled') return refused('reading_cancelled');
    return 'died' in ended ? refused('file_unreadable') : ended;
  }

  return {
    warm() {
      if (running.size === 0) keepSpare();
    },
    look: (path, work) => once({ do: 'look', path }, work),
    async calendar(path, setting, work, taker) {
      const skip: number[] = [];
      for (;;) {
        const begun = await taker.begin();
        if (!begun.ok) return begun;
        const ended = await ask({ do: 'calendar', path, setting, skip }, work, taker.take);
        if (ended === 'cancelled') return refused('reading_cancelled');
        if (!('died' in ended)) return ended;
        if (ended.trying === null || skip.length >= MOST_SKIPPED || skip.includes(ended.trying))
          return refused('file_unreadable');
        skip.push(ended.trying);
        work.told(0, null);
      }
    },
    table: (path, sheet, work) => once({ do: 'table', path, sheet }, work),
    text: (path, work) => once({ do: 'text', path }, work),
    words: (path, work) => once({ do: 'words', path }, work),
    picture: (path, page, width, target, work) => once({ do: 'picture', path, page, width, target }, work),
    async stop() {
      stopped = true;
      const idle = takeSpare();
      const gone = [...running, ...(idle === null ? [] : [idle.child])].map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => resolve());
            child.ref();
            child.kill('SIGKILL');
          }),
      );
      for (const next of waiting.splice(0)) next();
      await Promise.all(gone);
    },
  };
}

/** Resident memory; 0 where the system does not tell (there the heap's own limit and the time hold). */
function megabytesOf(child: ChildProcess): number {
  if (process.platform !== 'linux') return 0;
  try {
    return (Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1e6;
  } catch {
    return 0;
  }
}
