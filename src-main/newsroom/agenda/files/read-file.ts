import type { FileKind, FileReading } from '../../../contract/agenda-files.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../outcome.ts';
import type { DocumentWork } from './documents.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import { readSheet } from './read-sheet.ts';
import { type Reading, Stopper } from './readings.ts';

export type ReadPorts = Pick<
  Newsroom,
  'read' | 'write' | 'files' | 'ids' | 'clock' | 'documents' | 'readings' | 'turn'
>;

/** Letters and pictures have at most so many pages that are read; an agenda is on the first. */
const lettersOf: ReadonlySet<FileKind> = new Set(['pdf', 'picture', 'text', 'document']);

/** Starts the reading of a file that is all here. What becomes of it is told by `reading.view`. */
export function readFile(ports: ReadPorts, caller: Caller, reading: Reading, isCalendar: boolean): void {
  run(ports, reading, 'looking', async (work) => {
    if (isCalendar) {
      show(reading, { kind: 'calendar' });
      return readCalendarFile(ports, caller, reading, work);
    }
    const path = ports.files.incoming.pathOf(reading.view.id);
    const looked = await ports.documents.look(path, work);
    if (!looked.ok) return looked;
    const { kind, pages } = looked.value;
    show(reading, { kind });
    if (kind === 'calendar') return readCalendarFile(ports, caller, reading, work);
    if (kind === 'table') return readSheet(ports, reading, 0, work);
    return lettersOf.has(kind) ? readLetter(ports, reading, pages, work) : looked;
  });
}

/** The text layer where there is one, else the shapes on the page. */
async function readLetter(
  ports: ReadPorts,
  reading: Reading,
  pages: number,
  work: DocumentWork,
): Promise<Outcome<unknown>> {
  const path = ports.files.incoming.pathOf(reading.view.id);
  if (reading.view.kind !== 'picture') {
    step(reading, 'pages', pages || null);
    const told = await ports.documents.text(path, work);
    if (!told.ok) return told;
    if (told.value.text.trim() !== '' || reading.view.kind !== 'pdf') {
      show(reading, { text: { ...told.value, fromPicture: false }, state: 'ready' });
      return told;
    }
  }
  step(reading, 'words', pages || null);
  const words = await ports.documents.words(path, work);
  if (words.ok) show(reading, { text: { ...words.value, fromPicture: true }, state: 'ready' });
  return words;
}

/** Runs one reading at a time for a file; its refusal, or a bug, is what is shown. */
export function run(
  ports: Pick<ReadPorts, 'clock'>,
  reading: Reading,
  first: FileReading['progress']['step'],
  read: (work: DocumentWork) => Promise<Outcome<unknown>>,
): void {
  const stopper = new Stopper();
  reading.stopper = stopper;
  show(reading, { state: 'reading', refusal: null, report: null });
  step(reading, first, null);
  const work: DocumentWork = {
    signal: stopper,
    told: (done, of) => {
      reading.view = { ...reading.view, progress: { ...reading.view.progress, done, of } };
    },
  };
  reading.running = (async () => {
    const outcome = await read(work).catch((): { ok: false; refusal: Refusal } => ({
      ok: false,
      refusal: { code: 'file_unreadable', params: {} },
    }));
    reading.touched = ports.clock.now().epochMilliseconds;
    if (outcome.ok) return;
    const cancelled = outcome.refusal.code === 'reading_cancelled';
    show(reading, { state: cancelled ? 'cancelled' : 'failed', refusal: outcome.refusal });
  })();
}

export function show(reading: Reading, what: Partial<FileReading>): void {
  reading.view = { ...reading.view, ...what };
}

export function step(reading: Reading, name: FileReading['progress']['step'], of: number | null): void {
  show(reading, { progress: { step: name, done: 0, of } });
}
