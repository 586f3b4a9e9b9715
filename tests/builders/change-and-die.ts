import { changeEvent } from '../../src-main/newsroom/agenda/change-event.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { mortal } from './mortal.ts';
import { openInChild } from './open-in-child.ts';

/** A core process that changes the place of an event and kills itself at one step of it. Started by told.test.ts. */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  readonly eventId: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  /** See mortal.ts. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const { newsroom } = await openInChild(wish.folder, wish.now);
const changed = await changeEvent(mortal(newsroom, wish.step), wish.caller, {
  id: wish.eventId,
  version: 1,
  venue: 'Ruang Sewaka',
  reason: 'hujan',
});
process.stdout.write(`${JSON.stringify(changed)}\n`);
process.exit(0);
