import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Waits for the end of who holds its standard input; what belongs to the window may write for a moment longer. */
const sweeper = `process.stdin.resume().once('end', () => setTimeout(() =>
  require('node:fs').rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }), 1000))`;

/**
 * A folder for a window that lives only to say why not, gone when the window is, however it ends. Chromium writes there after the
 * last event a program hears, so another process clears it away.
 * @param node a plain Node
 */
export function borrowFolder(node: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kulkul-window-'));
  spawn(node, ['-e', sweeper, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, windowsHide: true })
    // no Node: the core cannot be started either, and that is what is said
    .on('error', () => {})
    .unref();
  return folder;
}
