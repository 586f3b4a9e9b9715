import type { ColumnField } from '../../../contract/agenda-files.ts';

/** Headings of an agenda's table as offices write them, Indonesian and English; the first that fits counts. */
const words: readonly (readonly [ColumnField, RegExp])[] = [
  ['none', /^(?:no\.?|nomor|#|urut|no\.? urut)$/],
  ['start', /^(?:(?:jam|waktu|pukul)\s+)?(?:mulai|awal|start(?: time)?|begin|dari)$/],
  ['end', /^(?:(?:jam|waktu|pukul)\s+)?(?:selesai|akhir|berakhir|sampai|s\.?\/?d\.?|end(?: time)?|finish)$/],
  ['time', /^(?:waktu|jam|pukul|pkl\.?|time|waktu pelaksanaan|jam pelaksanaan|waktu acara)(?:\s*\(.*\))?$/],
  ['day', /\b(?:tanggal|tgl|date)\b|^(?:hari|day)$/],
  ['delegate', /diwakili|disposisi|yang mewakili|delegat/],
  ['companions', /pendamping|mendampingi|didampingi/],
  ['leaders', /pimpinan|dihadiri|yang hadir|pejabat|leader|attended by|kehadiran|^hadir$/],
  ['dress', /pakaian|busana|seragam|dress/],
  ['contact', /narahubung|kontak|contact|\bcp\b|no\.?\s*(?:hp|telp|wa)|telepon/],
  [
    'organizer',
    /penyelenggara|pelaksana|pengundang|\bopd\b|perangkat daerah|instansi|organi[sz]er|leading sector|panitia/,
  ],
  ['venue', /tempat|lokasi|venue|location|place|ruang/],
  ['title', /acara|kegiatan|agenda|uraian|perihal|event|activity|title|nama/],
  ['status', /^status|konfirmasi/],
  [
    'press',
    /sifat|akses media|liputan|press|^(?:media|pers|publikasi|publik|diliput|untuk umum|terbuka untuk)(?![a-z])/,
  ],
  ['note', /keterangan|catatan|^ket\.?$|note|remark/],
];

/** What a heading says its column holds; `none` where it says nothing known. */
export function fieldOfHeading(heading: string): ColumnField {
  const plain = heading
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '')
    .trim();
  if (plain === '') return 'none';
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'none';
}

/** The row of the headings: the one of the first twenty that knows most of them, at least two; -1 where there is none. */
export function headerRowOf(rows: readonly (readonly string[])[]): number {
  let best = -1;
  let most = 1;
  for (const [index, row] of rows.slice(0, 20).entries()) {
    // a sentence that mentions an event is no heading
    const known = new Set(row.filter((cell) => cell.length <= 40).map(fieldOfHeading));
    known.delete('none');
    if (known.size > most) {
      most = known.size;
      best = index;
    }
  }
  return best;
}

/** Fields that only one column can hold; the others are joined. */
const once: ReadonlySet<ColumnField> = new Set(['time', 'start', 'end', 'title', 'status', 'press']);

/** What each column holds by its heading, or by what stands in it where there are no headings. */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[]): ColumnField[] {
  const width = Math.max(header.length, ...rows.slice(0, 50).map((row) => row.length));
  const fields: ColumnField[] = Array.from({ length: width }, (_, index) => fieldOfHeading(header[index] ?? ''));
  const seen = new Set<ColumnField>();
  for (const [index, field] of fields.entries()) {
    if (once.has(field) && seen.has(field)) fields[index] = 'none';
    seen.add(field);
  }
  const rest = (field: ColumnField, looks: (cell: string) => boolean) => {
    if (fields.includes(field) || (field === 'time' && fields.includes('start'))) return;
    const share = (index: number) => {
      const cells = rows
        .slice(0, 50)
        .map((row) => row[index] ?? '')
        .filter((cell) => cell !== '');
      return cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
    };
    const found = fields.findIndex(
      (other, index) => other === 'none' && (header[index] ?? '') === '' && share(index) > 0.6,
    );
    if (found >= 0) fields[found] = field;
  };
  rest('day', (cell) => /^\d{4}-\d{2}-\d{2}$|\d{1,2}[\s/.-]+(?:\d{1,2}|[a-z]{3,9})[\s/.-]+\d{2,4}/i.test(cell));
  rest('time', (cell) => /^(?:pkl\.?|pukul|jam)?\s*\d{1,2}[.:]\d{2}/i.test(cell));
  rest('title', (cell) => cell.length >= 12 && /[a-z]{3}/i.test(cell));
  return fields;
}

/** By what a table is known again: its headings, however they are written. */
export function signatureOf(header: readonly string[]): string {
  return header
    .map((cell) =>
      cell
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|')
    .slice(0, 2_000);
}

/** Whether these columns are enough to make events of the rows. */
export function enough(columns: readonly ColumnField[]): boolean {
  // the day may stand in a row of its own above its events
  return columns.includes('title') && ['day', 'time', 'start'].some((field) => columns.includes(field as ColumnField));
}
