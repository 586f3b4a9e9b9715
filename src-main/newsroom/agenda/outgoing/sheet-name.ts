import type { DaySheet } from './day-sheet.ts';

/** Words of the name; words/{id,en}/agenda-paper.ts have this shape. */
export interface SheetNameWords {
  readonly fileOf: (days: string, who: string, edition: string) => string;
  readonly fileAll: string;
  readonly fileMatrix: string;
  readonly fileDays: (from: string, to: string) => string;
  readonly editions: Readonly<Record<'internal' | 'public', string>>;
}

/** `Agenda 2025-11-20 Wali Kota (internal)`: sorts by day, tells who and for whom. */
export function sheetName(
  sheet: Pick<DaySheet, 'days' | 'leader' | 'arrangement' | 'edition'>,
  words: SheetNameWords,
): string {
  const from = sheet.days[0]?.day ?? '';
  const days = words.fileDays(from, sheet.days.at(-1)?.day ?? from);
  const all = sheet.arrangement === 'matrix' ? words.fileMatrix : words.fileAll;
  return words.fileOf(days, sheet.leader ?? all, words.editions[sheet.edition]);
}
