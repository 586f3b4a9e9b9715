import { setTimeout as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Refusal } from '../contract/refusals.ts';
import type { Job } from '../newsroom/job-store.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import type { JobEnd, JobKind } from './job.ts';

/** A job that throws is a bug; it is tried again so often and so late, then given up where a person can see it. */
const BUG_DELAYS_SECONDS = [5, 60, 600];
/** The longest sleep, so that a computer that slept or a clock that jumped is noticed. */
const LONGEST_SLEEP_MS = 15_000;
/** What could not be written is written again after so long. */
const AGAIN_MS = 2_000;

export interface Runner {
  /**
   * Returns to the queue what was running when the last core died, then begins. Nothing begins before that is written, or the
   * jobs left running would wait for the next start.
   * @param again told of a refused write (a full disk); resolves when it may be tried again, false when the core is ending
   */
  start(again: (refusal: Refusal) => Promise<boolean>): Promise<void>;
  /** Begins nothing new, tells the running jobs to end, and waits for them. */
  stop(): Promise<void>;
  /** Looks at the queue now; called after every commit. */
  wake(): void;
  /** When nothing is due and nothing runs; for tests. */
  idle(): Promise<void>;
  /** RFC 3339 instant of the last look at the queue: the heartbeat that the page shows. */
  lastLook(): string | null;
}

/**
 * Runs durable jobs out of the database. One core per data folder, so there are no leases.
 * @param failed told of every job that threw, with its kind and the error
 */
export function createRunner(
  newsroom: Newsroom,
  kinds: readonly JobKind[],
  failed: (kind: string, error: unknown) => void,
): Runner {
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (byKind.size !== kinds.length) {
    throw new Error('two kinds of job have one name');
  }
  const ending = new AbortController();
  const running = new Map<string, number>();
  const promises = new Set<Promise<void>>();
  /** Looks under way: the database must not be closed under them. */
  const looks = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let again = false;
  let lookedAt: string | null = null;
  let started = false;

  const freeKinds = () => kinds.filter((kind) => (running.get(kind.kind) ?? 0) < kind.atOnce).map((kind) => kind.kind);

  async function look(): Promise<void> {
    if (looking || !started || ending.signal.aborted) {
      again = true;
      return;
    }
    looking = true;
    try {
      do {
        again = false;
        const now = newsroom.clock.now().toString();
        lookedAt = now;
        for (;;) {
          const free = freeKinds();
          if (free.length === 0 || ending.signal.aborted) {
            break;
          }
          // most looks find nothing: ask the reader before taking the writer
          const due = await newsroom.read((stores) => stores.jobs.due(now, free));
          if (!due) {
            break;
          }
          const taken = await newsroom.write(async (stores) => done(await stores.jobs.take(now, free)));
          if (!taken.ok || taken.value === null) {
            break;
          }
          // ended meanwhile: it stays `running` on disk, and the next start returns it to the queue
          if (ending.signal.aborted) {
            break;
          }
          launch(taken.value);
        }
      } while (again && !ending.signal.aborted);
    } finally {
      looking = false;
    }
    await sleepUntilNext();
  }

  async function sleepUntilNext(): Promise<void> {
    if (ending.signal.aborted) {
      return;
    }
    const next = await newsroom.read((stores) => stores.jobs.nextDue());
    const wait =
      next === null
        ? LONGEST_SLEEP_MS
        : Temporal.Instant.from(next).epochMilliseconds - newsroom.clock.now().epochMilliseconds;
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(Math.max(wait, 20), LONGEST_SLEEP_MS));
    timer.unref();
  }

  function launch(job: Job): void {
    running.set(job.kind, (running.get(job.kind) ?? 0) + 1);
    const promise = runOne(job).finally(() => {
      running.set(job.kind, (running.get(job.kind) ?? 1) - 1);
      promises.delete(promise);
      wake();
    });
    promises.add(promise);
  }

  async function runOne(job: Job): Promise<void> {
    const kind = byKind.get(job.kind);
    const end = await (kind === undefined
      ? Promise.resolve<JobEnd>({ end: 'failed', reason: `no such kind of job: ${job.kind}` })
      : kind
          .run(newsroom, job.data, ending.signal, (error) => failed(job.kind, error))
          .catch((error: unknown): JobEnd => {
            failed(job.kind, error);
            const seconds =
              BUG_DELAYS_SECONDS[job.attempts - 1] ?? (kind.neverGivenUp ? BUG_DELAYS_SECONDS.at(-1) : undefined);
            const reason = error instanceof Error ? error.message : String(error);
            return seconds === undefined
              ? { end: 'failed', reason }
              : { end: 'later', at: newsroom.clock.now().add({ seconds }).toString(), reason };
          }));
    if (ending.signal.aborted && end.end !== 'done') {
      // stays `running` on disk; the next start returns it to the queue
      return;
    }
    // on a full disk the end is said again until there is room; stopped before, the next start runs it again
    while (!(await keepEnd(job, end)) && !ending.signal.aborted) {
      await pause(AGAIN_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  }

  async function keepEnd(job: Job, end: JobEnd): Promise<boolean> {
    try {
      const kept = await newsroom.write(async (stores) => {
        if (end.end === 'done') {
          await stores.jobs.finish(job.id);
        } else {
          await stores.jobs.fail(job.id, end.reason, end.end === 'later' ? end.at : null);
        }
        return done(undefined);
      });
      return kept.ok;
    } catch (error) {
      failed(job.kind, error);
      return false;
    }
  }

  function wake(): void {
    const one = look()
      .catch((error: unknown) => failed('runner', error))
      .finally(() => looks.delete(one));
    looks.add(one);
  }

  return {
    async start(again) {
      for (;;) {
        const requeued = await newsroom.write(async (stores) => done(await stores.jobs.requeueRunning()));
        if (requeued.ok) break;
        if (!(await again(requeued.refusal))) return;
      }
      started = true;
      wake();
    },
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await Promise.allSettled([...looks]);
      await Promise.allSettled([...promises]);
    },
    wake,
    async idle() {
      while (looking || promises.size > 0 || (await dueNow())) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    lastLook: () => lookedAt,
  };

  function dueNow(): Promise<boolean> {
    return newsroom.read((stores) => stores.jobs.due(newsroom.clock.now().toString(), freeKinds()));
  }
}
