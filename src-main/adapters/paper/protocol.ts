import type { AssignmentLetter } from '../../newsroom/agenda/outgoing/assignment-letter.ts';
import type { CalendarFile } from '../../newsroom/agenda/outgoing/calendar.ts';
import type { DaySheet } from '../../newsroom/agenda/outgoing/day-sheet.ts';

/** What the core asks of the paper worker; plain data by structured clone. */
export type PaperWork =
  | { readonly make: 'daySheet'; readonly of: DaySheet }
  | { readonly make: 'assignmentLetter'; readonly of: AssignmentLetter }
  | { readonly make: 'calendar'; readonly of: CalendarFile };

export interface PaperRequest {
  readonly id: number;
  readonly work: PaperWork;
}
export type PaperAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };
