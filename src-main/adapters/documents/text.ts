import { readFile } from 'node:fs/promises';
import { decode } from './decode.ts';
import type { Pages } from './protocol.ts';
import { Refusing } from './protocol.ts';
import { entryOf, namesIn } from './zip.ts';

/** Longer than any agenda; the reader of text takes less at once. */
const MOST_CHARACTERS = 200_000;

/** The text of a letter, a document or a message, a line per line. */
export async function readText(path: string, told: (done: number, of: number | null) => void): Promise<Pages> {
  const bytes = await readFile(path);
  if (bytes.subarray(0, 1_024).includes('%PDF-')) return (await import('./pages.ts')).textOf(bytes, told);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { text: cut(await documentText(path)), pages: 1, pagesRead: 1 };
  return {
    text: cut(
      decode(bytes)
        .text.replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n'),
    ),
    pages: 1,
    pagesRead: 1,
  };
}

const cut = (text: string) => text.slice(0, MOST_CHARACTERS);

/** The words of a DOCX (ECMA-376, 17.3): paragraphs are lines, the cells of a row stand beside each other. */
async function documentText(path: string): Promise<string> {
  await namesIn(path);
  const xml = (await entryOf(path, 'word/document.xml'))?.toString('utf8');
  if (xml === undefined) throw new Refusing('file_broken');
  let text = '';
  let inCell = false;
  for (const match of xml.matchAll(/<(\/?)w:(tr|tc|p|t|tab|br|cr)(?:\s[^<>]*)?(\/?)>([^<]*)/g)) {
    const [, end, name, alone, words] = match as unknown as [string, string, string, string, string];
    if (name === 't' && end === '' && alone === '') text += unescaped(words);
    else if (name === 'tab') text += '\t';
    else if (name === 'br' || name === 'cr') text += inCell ? ' ' : '\n';
    else if (name === 'p' && (end === '/' || alone === '/')) text += inCell ? ' ' : '\n';
    else if (name === 'tc') {
      inCell = end === '';
      if (end === '/') text = `${text.trimEnd()} | `;
    } else if (name === 'tr' && end === '/') {
      text = `${text.replace(/[\s|]+$/, '')}\n`;
    }
    if (text.length > MOST_CHARACTERS) break;
  }
  // a table of two columns says `Waktu` and `: 09.00`
  return text
    .replace(/ \| :/g, ' :')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (all, hex, decimal, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  });
}
