import { resolve } from 'node:path';
import { openCore } from '../../src-main/core.ts';
import { correctAndApprove } from '../../src-main/newsroom/approval/approve.ts';
import { sheetOf } from '../../src-main/newsroom/approval/sheet.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import type { Newsroom } from '../../src-main/newsroom/newsroom.ts';
import type { Stores } from '../../src-main/newsroom/stores.ts';
import { handClock } from './hand-clock.ts';

/**
 * A core process that corrects and approves one release and kills itself (SIGKILL, no handler runs) at one step of it: after a
 * named call of a store inside the transaction, at its end before the commit, or after the commit before the answer.
 * Started by kill.test.ts: node approve-and-die.ts '<json>'.
 */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  readonly releaseId: string;
  readonly photoId: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  /** `store.method`, `end` or `commit`. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const opened = await openCore({
  dataFolder: wish.folder,
  demo: false,
  dataKey: null,
  setupCode: '',
  clock: handClock(wish.now),
  imageChild: resolve(import.meta.dirname, '../../src-main/adapters/images/child.ts'),
});
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const { newsroom } = opened.core;

const die = () => process.kill(process.pid, 'SIGKILL');

function watched<T extends object>(owner: T, name: string): T {
  return new Proxy(owner, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function' || `${name}.${String(key)}` !== wish.step) return value;
      return async (...given: unknown[]) => {
        const answer = await value.apply(target, given);
        die();
        return answer;
      };
    },
  });
}

const mortal: Newsroom = {
  ...newsroom,
  write: async (work) => {
    const outcome = await newsroom.write(async (stores) => {
      const all = Object.fromEntries(
        Object.entries(stores).map(([name, store]) => [
          name,
          typeof store === 'function' ? store : watched(store as object, name),
        ]),
      ) as unknown as Stores;
      const answer = await work(all);
      if (wish.step === 'end') die();
      return answer;
    });
    if (wish.step === 'commit') die();
    return outcome;
  },
};

const sheet = await sheetOf(newsroom, wish.caller, { releaseId: wish.releaseId });
if (!sheet.ok) throw new Error(sheet.refusal.code);
const approved = await correctAndApprove(mortal, wish.caller, {
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
