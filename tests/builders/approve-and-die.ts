import { correctAndApprove } from '../../src-main/newsroom/approval/approve.ts';
import { sheetOf } from '../../src-main/newsroom/approval/sheet.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { mortal } from './mortal.ts';
import { openInChild } from './open-in-child.ts';

/**
 * A core process that corrects and approves one release and kills itself at one step of it.
 * Started by kill.test.ts: node approve-and-die.ts '<json>'.
 */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  readonly releaseId: string;
  readonly photoId: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  /** See mortal.ts. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const core = await openInChild(wish.folder, wish.now);
const { newsroom } = core;
const sheet = await sheetOf(newsroom, wish.caller, { releaseId: wish.releaseId });
if (!sheet.ok) throw new Error(sheet.refusal.code);
const approved = await correctAndApprove(mortal(newsroom, wish.step), wish.caller, {
  releaseId: wish.releaseId,
  seenHash: sheet.value.contentHash,
  note: '',
  corrections: {
    title: 'Judul dari Kepala',
    photos: [{ photoId: wish.photoId, caption: 'Takarir dari Kepala.', credit: 'Humas' }],
  },
});
process.stdout.write(`${JSON.stringify(approved)}\n`);
process.exit(0);
