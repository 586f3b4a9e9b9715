import { readFileSync } from 'node:fs';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { beginImport } from '../../src-main/newsroom/photos/imports.ts';
import { takePiece } from '../../src-main/newsroom/photos/take-piece.ts';
import { openInChild } from './open-in-child.ts';

/**
 * A core process that imports one file and kills itself (SIGKILL, no handler runs) at one step of it. Every step of the newsroom's
 * ports can be named, with the moment before or after it; `append` at its second call, so that there is something to lose.
 * Started by kill.test.ts: node import-and-die.ts '<json>'.
 */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  readonly picture: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  readonly step: string;
  readonly moment: 'before' | 'after';
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const core = await openInChild(wish.folder, wish.now);
const { files, images } = core.newsroom;

const die = () => process.kill(process.pid, 'SIGKILL');
type Method = (...given: never[]) => Promise<unknown>;
function watch(owner: object, name: string, step: string, call = 1): void {
  const methods = owner as Record<string, Method>;
  const real = methods[name] as Method;
  let calls = 0;
  methods[name] = async (...given) => {
    const mine = wish.step === step && ++calls === call;
    if (mine && wish.moment === 'before') die();
    const answer = await real.apply(owner, given);
    if (mine && wish.moment === 'after') die();
    return answer;
  };
}
watch(files.incoming, 'append', 'append', 2);
watch(files.incoming, 'seal', 'seal');
watch(files.incoming, 'drop', 'drop');
watch(files.originals, 'place', 'place');
watch(images, 'head', 'head');
watch(images, 'derive', 'derive');
watch(files.derivatives, 'keep', 'keep', 2);

const bytes = readFileSync(wish.picture);
const begun = await beginImport(core.newsroom, wish.caller, {
  eventId: null,
  files: [{ name: 'foto.jpg', size: bytes.byteLength, lastModified: 1 }],
});
if (!begun.ok) throw new Error(begun.refusal.code);
// the commit of the row that names the original: the first write after the import was begun
watch(core.newsroom, 'write', 'commit');
const fileId = begun.value.files[0]?.id ?? '';
const half = Math.floor(bytes.byteLength / 2);
for (const [offset, end] of [
  [0, half],
  [half, bytes.byteLength],
] as const) {
  const outcome = await takePiece(core.newsroom, wish.caller, {
    importId: begun.value.id,
    fileId,
    offset,
    piece: bytes.subarray(offset, end),
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  // what the sender was told before the power went
  process.stdout.write(`${JSON.stringify(outcome.value)}\n`);
}
await core.start();
await core.runner.idle();
process.stdout.write('survived\n');
await core.stop();
