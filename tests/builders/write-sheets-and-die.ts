import { promises as disk } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { writeFolder } from '../../src-main/newsroom/agenda/outgoing/write-folder.ts';
import { agendaPaper as english } from '../../src-main/words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../../src-main/words/id/agenda-paper.ts';
import { openInChild } from './open-in-child.ts';

/**
 * A core process that writes the evening's sheets and kills itself (SIGKILL, no handler runs) before its n-th act on a file of the
 * chosen folder, or in the middle of it: of what is written only half arrives. Started by evening-folder-kill.test.ts:
 * node write-sheets-and-die.ts '<json>'. Exit code 0 and the names on stdout: it came to its end.
 */
interface Wish {
  readonly dataFolder: string;
  /** The chosen folder; nothing else is counted. */
  readonly folder: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  /** From 1; 0 to live. */
  readonly step: number;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
let steps = 0;
const mayDie = () => {
  if (++steps === wish.step) process.kill(process.pid, 'SIGKILL');
};
const isOurs = (path: unknown) => String(path).startsWith(wish.folder);

const { open, rename, rm } = disk;
disk.open = async (path, flags, mode) => {
  if (!isOurs(path)) return open(path, flags, mode);
  if (flags !== 'r') mayDie();
  const handle = await open(path, flags, mode);
  const { writeFile, sync } = handle;
  handle.writeFile = async (content) => {
    const bytes = Buffer.from(content as Uint8Array);
    if (steps + 1 === wish.step) await writeFile.call(handle, bytes.subarray(0, bytes.length / 2));
    mayDie();
    return writeFile.call(handle, bytes);
  };
  handle.sync = async () => {
    mayDie();
    return sync.call(handle);
  };
  return handle;
};
disk.rename = async (from, to) => {
  if (isOurs(to)) mayDie();
  return rename(from, to);
};
disk.rm = async (path, options) => {
  if (isOurs(path)) mayDie();
  return rm(path, options);
};
syncBuiltinESMExports();

const core = await openInChild(wish.dataFolder, wish.now);
const written = await writeFolder(core.newsroom, { id: indonesian.sheet, en: english.sheet });
process.stdout.write(`${JSON.stringify({ steps, written })}\n`);
await core.stop();
process.exit(written.ok ? 0 : 1);
