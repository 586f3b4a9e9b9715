import { useCallback, useRef } from 'react';

/** The same function over all renders, which does what the newest one would: cells that are drawn by the hundred stay as they are. */
export function useStable<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}
