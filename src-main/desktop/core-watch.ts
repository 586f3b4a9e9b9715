/** How patient the window is with a core that does not answer. Milliseconds. */
export interface WatchPatience {
  readonly everyMs: number;
  /** So many times in a row it does not answer before it is given up. */
  readonly misses: number;
}

/** A minute. Nothing the core does holds it up for so long; copying and pictures go on beside it. */
export const usualPatience: WatchPatience = { everyMs: 5_000, misses: 12 };

/**
 * Asks a core that runs again and again whether it answers. What is counted are questions without an answer and not minutes, and
 * after a jump of the clock the count begins again: a machine that slept, or a window that was held, says nothing about its core.
 * @param ask resolves with any answer; rejects or is aborted otherwise
 * @param silent told once, when it is to be ended
 * @returns how to stop watching
 */
export function watchCore(
  ask: (signal: AbortSignal) => Promise<void>,
  silent: () => void,
  { everyMs, misses }: WatchPatience,
  now: () => number = Date.now,
): () => void {
  let missed = 0;
  let lastTick = now();
  const timer = setInterval(() => {
    const tick = now();
    const jumped = Math.abs(tick - lastTick) > everyMs * 3;
    lastTick = tick;
    missed = jumped ? 0 : missed + 1;
    if (missed > misses) {
      clearInterval(timer);
      silent();
      return;
    }
    ask(AbortSignal.timeout(everyMs * 3)).then(
      () => {
        missed = 0;
      },
      // its silence is what is counted
      () => {},
    );
  }, everyMs);
  return () => clearInterval(timer);
}
