import { openInChild } from './open-in-child.ts';

/**
 * A core process that starts on a folder, does all its work, and ends; it fails with what start threw. For what a user without
 * privilege meets: tests often run as root, to whom every file is writable.
 * node start-once.ts '{ "folder": …, "now": RFC 3339 instant }'
 */
const { folder, now } = JSON.parse(process.argv[2] ?? '') as { folder: string; now: string };
const core = await openInChild(folder, now, (line) => process.stderr.write(`core: ${line}\n`));
// as the listening socket does in a server: nothing of the core itself keeps a process going
const alive = setInterval(() => {}, 60_000);
await core.start();
await core.runner.idle();
await core.stop();
clearInterval(alive);
