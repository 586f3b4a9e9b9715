import type { FileReading, ImportRow } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { findReading } from './find-reading.ts';
import { readCalendarFile } from './read-calendar-file.ts';
import { readingOf } from './readings.ts';
import { type ReadPorts, run, show } from './run-reading.ts';

/** A part of what an import would bring, by its place in the file. */
export async function importRows(
  ports: Pick<Newsroom, 'read' | 'readings' | 'clock'>,
  caller: Caller,
  { id, after, limit, text }: { id: Id; after: number; limit: number; text: string },
): Promise<Outcome<{ rows: ImportRow[]; found: number }>> {
  if ((await findReading(ports, caller.userId, id)) === null) return refused('not_found');
  return done(await ports.read((stores) => stores.agendaImports.rows(id, after, limit, text)));
}

/** Reads a calendar again, for these days only. */
export function chooseSpan(
  ports: ReadPorts,
  caller: Caller,
  { id, from, to }: { id: Id; from: string; to: string },
): Outcome<FileReading> {
  const reading = readingOf(ports.readings, caller.userId, id);
  if (reading === null || reading.view.kind !== 'calendar' || !['failed', 'ready'].includes(reading.view.state))
    return refused('not_found');
  if (to < from) return refused('end_before_start', {}, 'to');
  reading.span = { from, to };
  show(reading, { refusal: null });
  run(ports, reading, 'events', (work) => readCalendarFile(ports, caller, reading, work));
  return done(reading.view);
}
