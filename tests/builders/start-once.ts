import { resolve } from 'node:path';
import { openCore } from '../../src-main/core.ts';
import { handClock } from './hand-clock.ts';

/**
 * A core process that starts on a folder, does all its work, and ends; it fails with what start threw. For what a user without
 * privilege meets: tests often run as root, to whom every file is writable.
 * node start-once.ts '{ "folder": …, "now": RFC 3339 instant }'
 */
const { folder, now } = JSON.parse(process.argv[2] ?? '') as { folder: string; now: string };
const opened = await openCore({
  dataFolder: folder,
  demo: false,
  dataKey: null,
  setupCode: '',
  clock: handClock(now),
  imageChild: resolve(import.meta.dirname, '../../src-main/adapters/images/child.ts'),
  log: (line) => process.stderr.write(`core: ${line}\n`),
});
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
// as the listening socket does in a server: nothing of the core itself keeps a process going
const alive = setInterval(() => {}, 60_000);
await opened.core.start();
await opened.core.runner.idle();
await opened.core.stop();
clearInterval(alive);
