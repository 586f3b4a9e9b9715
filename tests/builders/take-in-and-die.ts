import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { landImport } from '../../src-main/newsroom/agenda/files/land-import.ts';
import { beginFile, lookAtFile, takeFilePiece } from '../../src-main/newsroom/agenda/files/receive-file.ts';
import { undoImport } from '../../src-main/newsroom/agenda/files/undo-import.ts';
import type { Caller } from '../../src-main/newsroom/caller.ts';
import { mortal } from './mortal.ts';
import { openInChild } from './open-in-child.ts';

/** A core process that reads a calendar, takes it in, takes it back, and kills itself at one step of it. Started by import-killed.test.ts. */
interface Wish {
  readonly folder: string;
  readonly caller: Caller;
  /** The calendar. */
  readonly file: string;
  /** RFC 3339 instant at which its clock stands. */
  readonly now: string;
  readonly during: 'reading' | 'landing' | 'undoing';
  /** See mortal.ts. */
  readonly step: string;
}

const wish = JSON.parse(process.argv[2] ?? '') as Wish;
const { newsroom } = await openInChild(wish.folder, wish.now);
const reading = wish.during === 'reading' ? mortal(newsroom, wish.step) : newsroom;
const bytes = readFileSync(wish.file);
const begun = await beginFile(reading, wish.caller, { name: 'agenda-opd.ics', bytes: bytes.byteLength });
if (!begun.ok) throw new Error(begun.refusal.code);
const { id } = begun.value;
await takeFilePiece(reading, wish.caller, { id, offset: 0, piece: bytes });
for (;;) {
  const view = await lookAtFile(reading, wish.caller, id);
  if (!view.ok || view.value.state === 'ready') break;
  await pause(10);
}
const dies = mortal(newsroom, wish.step);
await landImport(wish.during === 'undoing' ? newsroom : dies, wish.caller, { id, except: [] });
await undoImport(dies, wish.caller, id);
process.stdout.write('survived\n');
process.exit(0);
