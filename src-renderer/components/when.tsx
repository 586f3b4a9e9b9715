import { useSyncExternalStore } from 'react';
import { agoText, exactText } from '../../src-main/words/when.ts';
import { useOffice } from '../frame/session.tsx';
import { useLanguage } from '../words/words.tsx';

let now = new Date().toISOString();
const listeners = new Set<() => void>();
setInterval(() => {
  now = new Date().toISOString();
  for (const listener of listeners) listener();
}, 30_000);

/** The instant of this half minute, RFC 3339; components that use it follow the clock. */
export function useNow(): string {
  return useSyncExternalStore(listen, thisHalfMinute);
}

// the same two functions always: with others each of hundreds of events would listen anew whenever it is drawn
function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function thisHalfMinute(): string {
  return now;
}

/** A moment as people say it, with the exact one on hover. `at` is an instant, RFC 3339 UTC. */
export function When({ at }: { readonly at: string }) {
  const language = useLanguage();
  const { zone } = useOffice();
  const moment = useNow();
  return (
    <time dateTime={at} title={exactText(at, zone, language)}>
      {agoText(at, moment, language)}
    </time>
  );
}
