/** Work that is done once after things have been quiet for a while. */
export interface AfterQuiet {
  /** Something happened. */
  poke(): void;
  /** What waits is not done any more. */
  stop(): void;
}

/**
 * @param quietMs how long nothing must have happened
 * @param mostMs a stream of happenings puts it off no longer than this
 */
export function afterQuiet(quietMs: number, mostMs: number, work: () => void): AfterQuiet {
  let timer: NodeJS.Timeout | undefined;
  let since: number | null = null;
  const run = () => {
    timer = undefined;
    since = null;
    work();
  };
  return {
    poke() {
      const now = performance.now();
      since ??= now;
      clearTimeout(timer);
      timer = setTimeout(run, Math.max(0, Math.min(quietMs, since + mostMs - now)));
      timer.unref();
    },
    stop() {
      clearTimeout(timer);
      since = null;
    },
  };
}
