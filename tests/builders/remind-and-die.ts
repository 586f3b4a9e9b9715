import { remind } from '../../src-main/newsroom/notices/remind.ts';
import { mortal } from './mortal.ts';
import { openInChild } from './open-in-child.ts';

/** A core process that reminds and kills itself at one step of it. Started by reminders.test.ts: node remind-and-die.ts '<json>'. */
interface Wish {
  readonly folder: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  /** See mortal.ts. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const { newsroom } = await openInChild(wish.folder, wish.now);
const told = await remind(mortal(newsroom, wish.step));
process.stdout.write(`${JSON.stringify(told)}\n`);
process.exit(0);
