import { readFile, writeFile } from 'node:fs/promises';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { type Glyph, linesOfGlyphs } from './page-lines.ts';
import { type Pages, Refusing } from './protocol.ts';

/** Pages of a letter that are read; an agenda stands on the first ones. */
export const mostPages = 30;
/** Characters of one page; more is a book printed small, or a trap. */
const MOST_GLYPHS = 60_000;
const MOST_PIXELS = 40_000_000;

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;

/** The functions of PDFium that the wrapper keeps to itself (fpdf_text.h). */
interface Raw {
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  /** The box of the font's size around a character, as four floats: left, top, right, bottom. */
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number;
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void };
}

async function opened<T>(bytes: Uint8Array, work: (document: Document) => Promise<T>): Promise<T> {
  const library = await PDFiumLibrary.init();
  let document: Document;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    // FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
    throw new Refusing(/password|security/i.test(String(error)) ? 'file_locked' : 'file_broken');
  }
  return work(document);
}

/** Pages of a PDF. */
export async function count(path: string): Promise<number> {
  return opened(await readFile(path), async (document) => document.getPageCount());
}

/** The text layer in reading order; empty where a scanner left none. */
export async function textOf(bytes: Uint8Array, told: (done: number, of: number | null) => void): Promise<Pages> {
  return opened(bytes, async (document) => {
    const pages = document.getPageCount();
    const pagesRead = Math.min(pages, mostPages);
    const texts: string[] = [];
    for (let index = 0; index < pagesRead; index++) {
      told(index, pagesRead);
      texts.push(linesOfGlyphs(glyphsOf(document, index)).join('\n'));
    }
    return { text: texts.join('\n\n').trim().slice(0, 200_000), pages, pagesRead };
  });
}

function glyphsOf(document: Document, index: number): Glyph[] {
  const page = document.getPage(index) as unknown as { module: Raw; pageIdx: number };
  const raw = page.module;
  const text = raw._FPDFText_LoadPage(page.pageIdx);
  if (text === 0) return [];
  const box = raw.wasmExports.malloc(16);
  try {
    const glyphs: Glyph[] = [];
    const length = Math.min(raw._FPDFText_CountChars(text), MOST_GLYPHS);
    for (let at = 0; at < length; at++) {
      const code = raw._FPDFText_GetUnicode(text, at);
      if (code === 0 || code === 0xfffe || code === 0xffff) continue;
      if (raw._FPDFText_GetLooseCharBox(text, at, box) === 0) continue;
      // read anew each time: memory that has grown is another array
      const view = new DataView(raw.HEAPU8.buffer, box, 16);
      const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((offset) => view.getFloat32(offset, true));
      glyphs.push({ text: String.fromCodePoint(code), left, right, bottom, top });
    }
    return glyphs;
  } finally {
    raw.wasmExports.free(box);
    raw._FPDFText_ClosePage(text);
  }
}

/** A page as raw pixels, so wide; white where nothing is printed. */
async function rendered(document: Document, index: number, width: number): Promise<Sharp> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0) || !(originalHeight > 0)) throw new Refusing('file_broken');
  const height = (width / originalWidth) * originalHeight;
  // a page of a kilometre, or of no height at all
  const scale = (width / originalWidth) * Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  const picture = await page.render({ scale });
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } }).flatten({
    background: '#ffffff',
  });
}

/** Writes a page of a PDF, or a picture itself, as JPEG. */
export async function picture(
  path: string,
  page: number,
  width: number,
  target: string,
): Promise<{ width: number; height: number }> {
  const bytes = await readFile(path);
  const source = bytes.subarray(0, 1_024).includes('%PDF-')
    ? await opened(bytes, async (document) => {
        if (page < 0 || page >= document.getPageCount()) throw new Refusing('not_found');
        return rendered(document, page, width);
      })
    : page === 0
      ? fromPicture(bytes)
      : null;
  if (source === null) throw new Refusing('not_found');
  const { data, info } = await source
    .resize({ width, withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  await writeFile(target, data);
  return { width: info.width, height: info.height };
}

function fromPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { failOn: 'none', limitInputPixels: 0x3fff * 0x3fff })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
}

/** Long side in pixels that shapes are read at: about 200 dots per inch of an A4 page, which Tesseract wants. */
const READ_AT = 2_300;

/** Each page as a grey PNG to read from. */
export async function eachPage(
  path: string,
  each: (png: Uint8Array, index: number, pages: number) => Promise<void>,
): Promise<{ pages: number; pagesRead: number }> {
  const bytes = await readFile(path);
  const grey = async (source: Sharp, enlarge: boolean) =>
    source
      .resize({ width: READ_AT, height: READ_AT, fit: 'inside', withoutEnlargement: !enlarge })
      .greyscale()
      .normalise()
      .png({ compressionLevel: 1 })
      .toBuffer();
  if (!bytes.subarray(0, 1_024).includes('%PDF-')) {
    await each(await grey(fromPicture(bytes), true), 0, 1);
    return { pages: 1, pagesRead: 1 };
  }
  return opened(bytes, async (document) => {
    const pages = document.getPageCount();
    const pagesRead = Math.min(pages, 10);
    for (let index = 0; index < pagesRead; index++)
      await each(await grey(await rendered(document, index, 1_650), false), index, pagesRead);
    return { pages, pagesRead };
  });
}
