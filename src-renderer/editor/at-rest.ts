/** Something that is done once the hands rest. */
export interface AtRest {
  /** The hands moved: wait anew. Costs next to nothing, for it is called at every letter. */
  touch(milliseconds?: number): void;
  /** Forget it. */
  cancel(): void;
}

/**
 * Does `act` when nothing was touched for `restMs`. Setting and clearing a timer at every letter costs a part of a keystroke that
 * an old computer feels; here one timer runs, looks at the time of the last touch when it ends, and runs again for the rest.
 */
export function atRest(restMs: number, act: () => void): AtRest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let until = 0;
  const look = () => {
    const left = until - performance.now();
    timer = left > 1 ? setTimeout(look, left) : undefined;
    if (timer === undefined) act();
  };
  return {
    touch(milliseconds = restMs) {
      until = performance.now() + milliseconds;
      timer ??= setTimeout(look, milliseconds);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
