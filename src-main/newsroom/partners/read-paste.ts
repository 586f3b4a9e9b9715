import { emailSchema, type PastedJournalist } from '../../contract/partners.ts';

/**
 * Something that looks like an address, with or without angle brackets or `mailto:`. Its parts are as long as RFC 5321 4.5.3.1 lets
 * them be: without an end to them a long run of letters would be read again from each of its letters.
 */
const ADDRESS = /<?\s{0,4}(?:mailto:)?([^\s<>,;:()"']{1,64}@[^\s<>,;:()"']{1,255})\s{0,4}>?/i;

/** A To line of a hundred addresses is shorter; what is longer is no list of journalists. */
const LONGEST_LINE = 10_000;

/**
 * Reads pasted lines `Nama <alamat>, Media`, and the ways people really write them: `Nama, Media, alamat`, a row out of a
 * spreadsheet (tabs), a numbered list, several addresses of a To line separated by semicolons. Nothing is guessed: a line without a
 * valid address is `unreadable` and says so.
 * @param known addresses of the register, in lower case
 */
export function readPaste(text: string, known: ReadonlySet<string>): PastedJournalist[] {
  const seen = new Set<string>();
  const rows: PastedJournalist[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.length > LONGEST_LINE) {
      rows.push({ line: index + 1, text: raw.slice(0, 200), name: '', email: '', outlet: '', verdict: 'unreadable' });
      continue;
    }
    for (const piece of pieces(raw)) {
      const row = readLine(piece);
      const key = row.email.toLowerCase();
      const verdict = key === '' ? 'unreadable' : known.has(key) ? 'known' : seen.has(key) ? 'twice' : ('new' as const);
      if (key !== '') seen.add(key);
      rows.push({ line: index + 1, text: piece, ...row, verdict });
    }
  }
  return rows;
}

/** A line is one journalist, unless it holds several addresses separated by semicolons (a To line). */
function pieces(raw: string): string[] {
  const line = raw
    .replace(/^[\s•*-]+/u, '')
    .replace(/^\d{1,3}[.)]\s+/, '')
    .trim();
  if (line === '') return [];
  const parts = line.split(';').map((part) => part.trim());
  return parts.filter((part) => ADDRESS.test(part)).length > 1 ? parts.filter((part) => part !== '') : [line];
}

function readLine(piece: string): { name: string; email: string; outlet: string } {
  const found = ADDRESS.exec(piece);
  const address = (found?.[1] ?? '').replace(/[.,]+$/, '');
  if (found === null || !emailSchema.safeParse(address).success) return { name: '', email: '', outlet: '' };
  const before = words(piece.slice(0, found.index));
  const after = words(piece.slice(found.index + found[0].length));
  const [first = '', ...more] = before;
  const outlet = after.length > 0 ? after.join(', ') : more.join(', ');
  // an address without a name is a desk: `redaksi@media.example` is shown as what stands before the @
  return { name: first === '' ? address.slice(0, address.indexOf('@')) : first, email: address, outlet };
}

/** The parts between commas, tabs, bars and semicolons, without quotes and brackets around them. */
function words(text: string): string[] {
  return (
    text
      .split(/[,;\t|]|\s[-–—]\s/u)
      .map((part) => part.replace(/^[\s"')–—-]+|[\s"'(:–—-]+$/gu, '').trim())
      // a bracket whose other half was beside the address
      .map((part) => (part.includes('(') === part.includes(')') ? part : part.replace(/^\(|\)$/g, '').trim()))
      .filter((part) => part !== '')
  );
}
