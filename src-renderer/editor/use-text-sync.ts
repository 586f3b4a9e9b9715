import { useEffect, useState, useSyncExternalStore } from 'react';
import { type TextSnapshot, TextSync } from './text-sync.ts';

const nothing = () => () => {};
const none = () => null;

/** Opens a text for this window and follows where its words are; null until the first render has passed. */
export function useTextSync(releaseId: string, userId: string): { sync: TextSync | null; text: TextSnapshot | null } {
  const [sync, setSync] = useState<TextSync | null>(null);
  useEffect(() => {
    const opened = new TextSync(releaseId, userId);
    setSync(opened);
    return () => {
      setSync(null);
      opened.end();
    };
  }, [releaseId, userId]);
  const text = useSyncExternalStore<TextSnapshot | null>(sync?.subscribe ?? nothing, sync?.snapshot ?? none);
  return { sync, text };
}
