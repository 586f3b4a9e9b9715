import { flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { type Core, openCore } from '../../src-main/core.ts';
import { handClock } from './hand-clock.ts';

/**
 * Opens the core of a folder in a process that a test started, with its clock standing still.
 * @param now RFC 3339 instant
 * @throws the refusal as JSON when the folder cannot be opened
 */
export async function openInChild(folder: string, now: string, log?: (line: string) => void): Promise<Core> {
  const opened = await openCore({
    dataFolder: folder,
    demo: false,
    dataKey: null,
    setupCode: '',
    clock: handClock(now),
    imageChild: resolve(import.meta.dirname, '../../src-main/adapters/images/child.ts'),
    ...(log === undefined ? {} : { log }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  // who is going to be killed keeps what was compiled for the next one before
  flushCompileCache();
  return opened.core;
}
