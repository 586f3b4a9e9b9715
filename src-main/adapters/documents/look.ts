import { open, readFile, stat } from 'node:fs/promises';
import type { FileKind } from '../../contract/agenda-files.ts';
import { headerRowOf } from '../../newsroom/agenda/files/sheet-columns.ts';
import { decode } from './decode.ts';
import { Refusing } from './protocol.ts';

/** What a file is, by its content: names are given by whoever sent it. */
export async function look(path: string): Promise<{ kind: FileKind; pages: number }> {
  const head = await firstBytes(path, 4_096);
  const ascii = Buffer.from(head).toString('latin1');
  if (ascii.slice(0, 1_024).includes('%PDF-'))
    return { kind: 'pdf', pages: await (await import('./pages.ts')).count(path) };
  if (is(head, 0xff, 0xd8, 0xff) || is(head, 0x89, 0x50, 0x4e, 0x47)) return { kind: 'picture', pages: 1 };
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return { kind: 'picture', pages: 1 };
  if (ascii.startsWith('GIF8') || is(head, 0x49, 0x49, 0x2a, 0) || is(head, 0x4d, 0x4d, 0, 0x2a))
    return { kind: 'picture', pages: 1 };
  if (ascii.slice(4, 8) === 'ftyp')
    throw new Refusing('file_kind', { kind: /^(?:hei|mif|msf|avi)/.test(ascii.slice(8, 12)) ? 'heic' : 'video' });
  if (is(head, 0x50, 0x4b, 3, 4)) return { kind: await insideZip(path), pages: 0 };
  if (is(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new Refusing('file_kind', { kind: await oldOffice(path) });
  if (is(head, 0x1a, 0x45, 0xdf, 0xa3) || ascii.startsWith('OggS') || ascii.startsWith('ID3'))
    throw new Refusing('file_kind', { kind: 'video' });
  if (ascii.startsWith('{\\rtf')) throw new Refusing('file_kind', { kind: 'doc' });
  return { kind: await textKind(path, head), pages: 0 };
}

async function textKind(path: string, head: Uint8Array): Promise<FileKind> {
  const { text, encoding } = decode(head);
  const start = text.replace(/^\uFEFF/, '').trimStart();
  // bytes that are no text of any kind
  const odd = encoding.startsWith('utf-16') ? 0 : head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (odd > head.length / 50) throw new Refusing('file_kind', { kind: 'unknown' });
  if (/^BEGIN:(?:VCALENDAR|VEVENT)/im.test(start)) return 'calendar';
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|table|head|body)\b/i.test(start))
    throw new Refusing('file_kind', { kind: 'html' });
  return (await looksLikeTable(path)) ? 'table' : 'text';
}

/** Bytes that tell a table from a message. */
const SAMPLE = 64 * 1024;

/** Cells of the same number from row to row, or headings that are known: a message with commas has neither. */
async function looksLikeTable(path: string): Promise<boolean> {
  const { cellsOf } = await import('./table.ts');
  const bytes = await firstBytes(path, SAMPLE);
  const { text } = decode(bytes);
  // the last row of a longer file is cut anywhere
  const whole = bytes.length < SAMPLE ? text : text.slice(0, text.lastIndexOf('\n') + 1);
  const rows = cellsOf(whole).filter((row) => row.some((cell) => cell !== ''));
  if (rows.length < 2) return false;
  if (headerRowOf(rows) >= 0) return true;
  const widths = rows.map((row) => row.length);
  const [width] = widths;
  return width !== undefined && width >= 3 && widths.filter((one) => one === width).length >= widths.length * 0.9;
}

async function insideZip(path: string): Promise<FileKind> {
  const names = (await (await import('./zip.ts')).namesIn(path)).map((entry) => entry.name);
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'table';
  if (has('word/document.xml')) return 'document';
  if (has('content.xml')) {
    const mimetype = Buffer.from(await firstBytes(path, 120)).toString('latin1');
    throw new Refusing('file_kind', { kind: mimetype.includes('spreadsheet') ? 'ods' : 'odt' });
  }
  throw new Refusing('file_kind', { kind: 'zip' });
}

/** An OLE file: a locked workbook of today (it holds an encrypted package), or a document of an old Office. */
async function oldOffice(path: string): Promise<string> {
  const bytes = await readFile(path).then((all) => all.subarray(0, 2_000_000));
  const utf16 = (name: string) => Buffer.from(name, 'utf16le');
  if (bytes.includes(utf16('EncryptedPackage'))) throw new Refusing('file_locked');
  return bytes.includes(utf16('Workbook')) || bytes.includes(utf16('Book')) ? 'xls' : 'doc';
}

function is(head: Uint8Array, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

async function firstBytes(path: string, most: number): Promise<Uint8Array> {
  const { size } = await stat(path);
  const handle = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(most, size)), 0, Math.min(most, size), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
