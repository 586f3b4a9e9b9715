import { useSyncExternalStore } from 'react';
import { desk } from './desk.ts';

/**
 * State of the house: whether the core answers this page. `restarting` is told by the desktop shell, `down` is what the page
 * itself sees when requests or the stream of happenings fail.
 */
export type HouseState = 'well' | 'down' | 'restarting' | 'failed';

let core: 'ready' | 'restarting' | 'failed' = 'ready';
let line: 'up' | 'down' = 'up';
let savedAt: number | null = null;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** A request got an answer. */
export function lineUp(): void {
  if (line === 'up') return;
  line = 'up';
  tell();
}

export function isLineUp(): boolean {
  return line === 'up';
}

/** A request or the stream found nobody. */
export function lineDown(): void {
  if (line === 'down') return;
  line = 'down';
  tell();
}

/**
 * Something was written and the core has acknowledged that it is on disk. The page is told once a minute, which is all that it
 * shows: while somebody types this happens with every other word, and nothing may render for it.
 */
export function saved(): void {
  const now = Date.now();
  const shown = savedAt === null ? null : Math.floor(savedAt / 60_000);
  savedAt = now;
  if (shown !== Math.floor(now / 60_000)) tell();
}

desk?.onCoreState((state) => {
  const next = state === 'ready' ? 'ready' : state === 'failed' ? 'failed' : 'restarting';
  if (next === core) return;
  core = next;
  if (next === 'ready') line = 'up';
  tell();
});

function houseState(): HouseState {
  if (core !== 'ready') return core;
  return line === 'up' ? 'well' : 'down';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useHouse(): HouseState {
  return useSyncExternalStore(subscribe, houseState);
}

/** Milliseconds since the epoch of the last acknowledged write of this window, null before the first. */
export function lastSaved(): number | null {
  return savedAt;
}

/** The same to the minute, for what is on screen. */
export function useSavedMinute(): number | null {
  return useSyncExternalStore(subscribe, () => (savedAt === null ? null : Math.floor(savedAt / 60_000) * 60_000));
}
