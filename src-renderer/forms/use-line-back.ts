import { useEffect, useRef } from 'react';
import { isLineDown } from '../client.ts';
import { useHouse } from '../house.ts';

/**
 * Does again what found no core, as soon as there is one. A refusal, or any other error, is not tried again by itself.
 * @param error of the last try, null while none failed
 */
export function useLineBack(error: unknown, again: () => void): void {
  const house = useHouse();
  const wasDown = useRef(false);
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (house !== 'well') {
      wasDown.current = true;
      return;
    }
    // an answer that comes late, after the line is back, says that it is down once more; that round is heard as well
    if (!wasDown.current || !isLineDown(error)) return;
    wasDown.current = false;
    latest.current();
  }, [house, error]);
}
