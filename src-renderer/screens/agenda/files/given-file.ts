let file: File | null = null;

/** Carries a file that was dropped or pasted on another screen to the one that reads it; taken once, never kept. */
export const givenFile = {
  keep(given: File): void {
    file = given;
  },
  take(): File | null {
    const taken = file;
    file = null;
    return taken;
  },
};

/** What the file picker offers; the core looks at the content, whatever the name says. */
export const acceptedFiles =
  '.pdf,.ics,.ical,.xlsx,.csv,.tsv,.txt,.docx,application/pdf,text/calendar,text/csv,text/plain,image/jpeg,image/png,image/webp';

/** A table that was copied from a spreadsheet: rows of the same number of tabs. */
export function asTable(text: string): File | null {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const tabs = rows.map((row) => row.split('\t').length - 1);
  const [first = 0] = tabs;
  if (rows.length < 2 || first < 2 || tabs.filter((many) => many === first).length < rows.length * 0.8) return null;
  return new File([text], 'tempelan.tsv', { type: 'text/tab-separated-values' });
}
