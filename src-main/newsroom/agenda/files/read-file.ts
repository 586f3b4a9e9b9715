import type { FileKind } from '../../../contract/agenda-files.ts';
import type { Caller } from '../../caller.ts';
import type { Outcome } from '../../outcome.ts';
import type { DocumentWork } from './documents.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import { readSheet } from './read-sheet.ts';
import type { Reading } from './readings.ts';
import { type ReadPorts, run, show, step } from './run-reading.ts';

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
