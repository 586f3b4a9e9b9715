import type { Caller } from '../../src-main/newsroom/caller.ts';
import { digestText } from '../../src-main/newsroom/releases/digest-text.ts';
import { appendText } from '../../src-main/newsroom/releases/release-text.ts';
import { textChecks } from '../../src-main/newsroom/releases/text-checks.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import { mortal } from './mortal.ts';
import { openInChild } from './open-in-child.ts';

/**
 * A core process that saves what was typed, says so, and kills itself at one step of saving what was typed next, or of reading
 * the text for the lists afterwards. Started by kill.test.ts: node save-and-die.ts '<json>'.
 */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  readonly releaseId: string;
  /** Updates of the text, base64; in a digest the last is saved whole before it begins. */
  readonly updates: readonly string[];
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  readonly during: 'save' | 'digest';
  /** See mortal.ts. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const core = await openInChild(wish.folder, wish.now);
const { newsroom } = core;
const checks = textChecks(newsroom);

for (const [index, update] of wish.updates.entries()) {
  const last = index === wish.updates.length - 1;
  const saved = await appendText(
    wish.during === 'save' && last ? mortal(newsroom, wish.step) : newsroom,
    wish.caller,
    {
      releaseId: wish.releaseId,
      origin: 'uji',
      update: new Uint8Array(Buffer.from(update, 'base64')),
      schemaVersion: SCHEMA_VERSION,
      late: false,
    },
    checks,
  );
  if (!saved.ok) throw new Error(saved.refusal.code);
  process.stdout.write(`${saved.value.seq}\n`);
}
if (wish.during === 'digest') await digestText(mortal(newsroom, wish.step), wish.releaseId);
process.exit(0);
