import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Papers } from '../../newsroom/agenda/outgoing/papers.ts';
import type { PaperAnswer, PaperRequest, PaperWork } from './protocol.ts';

/** A thread that made nothing for so long is ended: fonts and layout hold some 80 MB. */
const IDLE_MS = 60_000;
/** A paper that takes so long is never finished. */
const PATIENCE_MS = 90_000;

/**
 * Where the worker's entry lies: beside the bundled core, or as source when Node runs the core from source.
 * @param coreUrl import.meta.url of core.ts, wherever it was bundled into
 */
export function paperWorker(coreUrl: string): string {
  const places = ['./paper-worker.mjs', '../paper-worker.mjs', './adapters/paper/worker.ts'];
  const found = places.map((place) => fileURLToPath(new URL(place, coreUrl))).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`no paper worker beside ${coreUrl}`);
  return found;
}

interface Waiting {
  readonly work: PaperWork;
  readonly done: (bytes: Uint8Array) => void;
  readonly fail: (error: Error) => void;
}

export interface PaperOptions {
  readonly workerPath: string;
  /** Folder of the fonts. */
  readonly fonts: string | null;
  /** Makes a name good on every system; see adapters/files/safe-name.ts. */
  readonly safeName: (wanted: string, extension: string, fallback: string) => string;
  readonly idleMs?: number;
}

/** Papers made one after the other in a thread of their own. */
export function createPapers(options: PaperOptions): Papers & { stop(): Promise<void> } {
  const waiting: Waiting[] = [];
  let busy: (Waiting & { readonly id: number; readonly timer: NodeJS.Timeout }) | null = null;
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 1;
  let stopped = false;

  function start(): Worker {
    if (options.fonts === null) throw new Error('the fonts of the papers are missing (resources/paper)');
    const fresh = new Worker(options.workerPath, {
      workerData: { fonts: options.fonts },
      // a paper that grows without end takes its thread with it, never the core
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    fresh.unref();
    fresh.on('message', (answer: PaperAnswer) => {
      if (busy?.id !== answer.id) return;
      const ended = busy;
      release();
      if ('bytes' in answer) ended.done(answer.bytes);
      else ended.fail(new Error(answer.error));
      next();
    });
    const died = (error: Error) => {
      if (worker !== fresh) return;
      worker = null;
      const lost = busy;
      release();
      lost?.fail(error);
      next();
    };
    fresh.on('error', died);
    fresh.on('exit', (code) => died(new Error(`the paper thread ended with ${code}`)));
    return fresh;
  }

  function release(): void {
    if (busy !== null) clearTimeout(busy.timer);
    busy = null;
  }

  function next(): void {
    if (busy !== null || stopped) return;
    const first = waiting.shift();
    if (first === undefined) {
      clearTimeout(idle);
      idle = setTimeout(() => void end(), options.idleMs ?? IDLE_MS);
      idle.unref();
      return;
    }
    clearTimeout(idle);
    try {
      worker ??= start();
    } catch (error) {
      first.fail(error as Error);
      next();
      return;
    }
    const id = nextId++;
    const current = worker;
    busy = { ...first, id, timer: setTimeout(() => void current.terminate(), PATIENCE_MS) };
    busy.timer.unref();
    current.postMessage({ id, work: first.work } satisfies PaperRequest);
  }

  async function end(): Promise<void> {
    const old = worker;
    worker = null;
    await old?.terminate();
  }

  function ask(work: PaperWork): Promise<Uint8Array> {
    if (stopped) return Promise.reject(new Error('the core is stopping'));
    return new Promise((done, fail) => {
      waiting.push({ work, done, fail });
      next();
    });
  }

  return {
    daySheet: (sheet) => ask({ make: 'daySheet', of: sheet }),
    assignmentLetter: (letter) => ask({ make: 'assignmentLetter', of: letter }),
    calendar: (file) => ask({ make: 'calendar', of: file }),
    fileName: (wanted, extension) => options.safeName(wanted.replace(/[/\\]+/g, '-'), extension, 'Agenda'),
    async stop() {
      stopped = true;
      clearTimeout(idle);
      const ending = new Error('the core is stopping');
      for (const one of waiting.splice(0)) one.fail(ending);
      const last = busy;
      release();
      await end();
      last?.fail(ending);
    },
  };
}
