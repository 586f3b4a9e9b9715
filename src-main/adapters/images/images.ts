import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import type { Images } from '../../newsroom/photos/images.ts';
import type { Answer, Ready, Response, Work } from './protocol.ts';

interface Waiting {
  readonly id: number;
  readonly work: Work;
  readonly answer: (answer: Answer | 'worker_died') => void;
  readonly fail: (error: Error) => void;
  /** It was in a worker that died: next time it runs alone, so that the guilty one is known. */
  alone: boolean;
}

/**
 * Where the worker's entry lies: beside the bundled core, or as source when Node runs the core from source.
 * @param coreUrl import.meta.url of core.ts, wherever it was bundled into
 */
export function imageChild(coreUrl: string): string {
  // the bundler may put the core into a folder of parts below the entries
  const places = ['./image-child.mjs', '../image-child.mjs', './adapters/images/child.ts'];
  const found = places.map((place) => fileURLToPath(new URL(place, coreUrl))).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`no image child beside ${coreUrl}`);
  return found;
}

export interface ImageOptions {
  /** The worker's entry: out/server/image-child.mjs, or child.ts where Node strips types itself. */
  readonly childPath: string;
  /** Pictures worked on at once; as many as there are cores. */
  readonly inFlight?: number;
  /** Milliseconds after which a picture counts as hung. */
  readonly patience?: number;
  /** Works after which the worker is replaced when it is idle: native heaps fragment (lovell/sharp#955). */
  readonly worksPerChild?: number;
}

const mostFailedStarts = 3;

/**
 * Picture work in a child process that is started when needed and replaced when it dies. A death costs nobody but the picture
 * that caused it: whatever was in flight is tried once more, each alone, and only a second death is held against it.
 */
export function imageWorker(options: ImageOptions): Images & { stop(): Promise<void> } {
  const inFlight = options.inFlight ?? availableParallelism();
  const patience = options.patience ?? 120_000;
  const worksPerChild = options.worksPerChild ?? 3_000;
  const queue: Waiting[] = [];
  const running = new Map<number, { waiting: Waiting; timer: NodeJS.Timeout }>();
  let child: ChildProcess | null = null;
  let ready = false;
  let failedStarts = 0;
  let worked = 0;
  let nextId = 1;
  let stopped = false;

  function start(): ChildProcess {
    const fresh = fork(options.childPath, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      // fewer malloc arenas: libvips' large blocks go back to the system
      env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    });
    worked = 0;
    ready = false;
    const loading = setTimeout(() => fresh.kill('SIGKILL'), Math.max(patience, 60_000));
    fresh.on('message', (message: Response | Ready) => {
      if ('ready' in message) {
        clearTimeout(loading);
        failedStarts = 0;
        if (fresh === child) ready = true;
      } else {
        const found = running.get(message.id);
        if (found === undefined) return;
        running.delete(message.id);
        clearTimeout(found.timer);
        worked++;
        found.waiting.answer(message.answer);
      }
      next();
    });
    // `error`: it could not even be started; `exit` follows or not, died() takes both
    for (const event of ['error', 'exit']) {
      fresh.on(event, () => {
        clearTimeout(loading);
        died(fresh);
      });
    }
    fresh.unref();
    fresh.channel?.unref();
    return fresh;
  }

  function died(which: ChildProcess): void {
    if (which !== child) return;
    child = null;
    const lost = [...running.values()];
    running.clear();
    for (const { waiting, timer } of lost) {
      clearTimeout(timer);
      if (stopped) waiting.fail(new Error('the core is stopping'));
      // the first death may have been a neighbour's or the machine's fault, a second one alone is the picture's own
      else if (waiting.alone) waiting.answer('worker_died');
      else queue.unshift(Object.assign(waiting, { alone: true }));
    }
    if (!ready && ++failedStarts >= mostFailedStarts) {
      // a worker that cannot even be loaded (no memory, a broken installation) says nothing about any picture
      failedStarts = 0;
      for (const waiting of queue.splice(0)) waiting.fail(new Error('the picture worker cannot be started'));
    }
    next();
  }

  function next(): void {
    while (!stopped && queue.length > 0 && running.size < inFlight) {
      const [first] = queue;
      if (first === undefined) return;
      const someoneAlone = [...running.values()].some(({ waiting }) => waiting.alone);
      if (someoneAlone || (first.alone && running.size > 0)) return;
      if (child !== null && worked >= worksPerChild && running.size === 0) {
        const old = child;
        child = null;
        old.disconnect();
      }
      child ??= start();
      // it says so when it is loaded; nothing is charged to a picture before
      if (!ready) return;
      queue.shift();
      const current = child;
      const timer = setTimeout(() => current.kill('SIGKILL'), patience);
      running.set(first.id, { waiting: first, timer });
      current.send({ id: first.id, work: first.work }, (error) => {
        if (error !== null) died(current);
      });
    }
  }

  function ask(work: Work): Promise<Answer | 'worker_died'> {
    if (stopped) return Promise.reject(new Error('the core is stopping'));
    return new Promise((answer, fail) => {
      const waiting = { id: nextId++, work, answer, fail, alone: false };
      // a look at the head takes a millisecond and holds up an upload; it goes before the long work
      if (work.do === 'head') queue.unshift(waiting);
      else queue.push(waiting);
      next();
    });
  }

  return {
    async head(path) {
      const answer = await ask({ do: 'head', path });
      if (answer !== 'worker_died' && answer.is === 'head') {
        const { format, width, height, exif } = answer;
        return done({ format, width, height, exif });
      }
      return asRefusal(answer);
    },
    async derive(path, outputs) {
      const answer = await ask({ do: 'derive', path, outputs: [...outputs] });
      if (answer === 'worker_died') return done({ condition: 'damaged', written: false });
      if (answer.is === 'derived') return done({ condition: answer.condition, written: answer.written });
      return asRefusal(answer);
    },
    async deliver(path, output) {
      const answer = await ask({ do: 'deliver', path, output });
      if (answer !== 'worker_died' && answer.is === 'delivered')
        return done({ width: answer.width, height: answer.height });
      return asRefusal(answer);
    },
    async stop() {
      stopped = true;
      for (const waiting of queue.splice(0)) waiting.fail(new Error('the core is stopping'));
      const last = child;
      if (last === null || last.exitCode !== null || last.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      // now it is waited for: where nothing else lives, node would end here with 13 instead
      last.ref();
      last.kill('SIGKILL');
      await gone;
    },
  };
}

function asRefusal(answer: Answer | 'worker_died'): Extract<Outcome<never>, { ok: false }> {
  if (answer === 'worker_died') return refused('picture_broken');
  switch (answer.is) {
    case 'not_a_picture':
      return refused('not_a_picture');
    case 'other_kind':
      return refused('kind_not_supported', { kind: answer.kind });
    case 'too_large':
      return refused('picture_too_large', { megapixels: answer.megapixels, limit: `${answer.limit} megapiksel` });
    case 'disk_full':
      return refused('disk_full');
    default:
      return refused('picture_broken');
  }
}
