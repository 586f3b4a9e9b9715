import type { AssignmentLetter } from './assignment-letter.ts';
import type { CalendarFile } from './calendar.ts';
import type { DaySheet } from './day-sheet.ts';

/**
 * Makes papers: their bytes, outside of the core's own thread, which must go on answering meanwhile. Throws when the maker dies
 * twice over one paper, which is a bug in it.
 */
export interface Papers {
  /** PDF of an *Agenda Harian Pimpinan*: fonts embedded, bookmarks, title and language said. */
  daySheet(sheet: DaySheet): Promise<Uint8Array>;
  /** DOCX of a Surat Tugas. */
  assignmentLetter(letter: AssignmentLetter): Promise<Uint8Array>;
  /** iCalendar (RFC 5545), UTF-8. */
  calendar(file: CalendarFile): Promise<Uint8Array>;
  /** A name that is good on every system: `Agenda 2025-11-20 Wali Kota (internal).pdf`. */
  fileName(wanted: string, extension: '.pdf' | '.docx' | '.ics'): string;
}
