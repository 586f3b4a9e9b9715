import { extname } from 'node:path';
import sanitize from 'sanitize-filename';

/**
 * The only way from a name that somebody gave (an uploaded file, the title of an event) to a name on disk.
 *
 * The archive is opened by people in Explorer, on network drives and USB disks, so every name must be good on Windows, macOS
 * and Linux at once: no separators, reserved signs, device names (CON, LPT1 …) or trailing dots, composed Unicode (NFC: macOS
 * hands over decomposed names, which then look equal and are not), no invisible or direction-changing signs, which hide what
 * a file really is, and a limit in bytes: ext4 takes 255 bytes, and an emoji has four.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */

/** Zero-width, direction-changing and tag signs, and lone surrogates. The joiner inside emoji (200D) stays only between pictures. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|\p{Co}|\p{Cn}/gu;

/** Windows reads `IMG.jpg::$DATA` and superscript digits in device names: COM¹ is COM1. */
const deviceWithSuperscript = /^(com|lpt)[¹²³](\..*)?$/i;

/** Letters the byte limit of a name leaves for ` (12)` and `.part` beside it: 255 less a margin. */
const mostBytes = 180;

function cutToBytes(text: string, bytes: number): string {
  // by grapheme, so that no emoji or accent is cut in two
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('id').segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > bytes) break;
    kept += segment;
  }
  return kept;
}

/** Leading and trailing spaces and dots go (Windows drops the trailing ones itself; leading dots hide a file). */
function trimEnds(text: string): string {
  return text.replace(/^[\s.]+/u, '').replace(/[\s.]+$/u, '');
}

function clean(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[/\\|:]+/g, '-')
    .replace(/\s+/gu, ' ');
  const safe = trimEnds(sanitize(trimEnds(plain)));
  return deviceWithSuperscript.test(safe) ? '' : safe;
}

/**
 * A folder name from a title.
 * @param title any text
 * @param fallback used where nothing of it is left; must be safe itself
 */
export function safeFolderName(title: string, fallback: string): string {
  return trimEnds(cutToBytes(clean(title), mostBytes)) || fallback;
}

/**
 * A file name from a name that was given; only its last path segment counts.
 * @param extension what the content is, with its dot; the given one is kept where it means the same (`.JPG`, `.jpeg`)
 * @param fallback the stem used where nothing of the name is left; must be safe itself
 */
export function safeFileName(given: string, extension: string, fallback: string): string {
  const last = given.split(/[/\\]/).pop() ?? '';
  const name = clean(last);
  const had = extname(name);
  const keeps = sameKind(had, extension);
  const stem = trimEnds(
    cutToBytes(had !== '' && (keeps || isPictureExtension(had)) ? name.slice(0, -had.length) : name, mostBytes),
  );
  // the stem alone may be a device name again once its extension is gone
  const safeStem = clean(stem) || fallback;
  return `${safeStem}${keeps ? had : extension}`;
}

/** `IMG_1.JPG` with 2 -> `IMG_1 (2).JPG`. */
export function numbered(name: string, number: number): string {
  if (number < 2) return name;
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
}

function sameKind(a: string, b: string): boolean {
  const kind = (extension: string) => extension.toLowerCase().replace('.jpeg', '.jpg').replace('.jpe', '.jpg');
  return a !== '' && kind(a) === kind(b);
}

function isPictureExtension(extension: string): boolean {
  return /^\.(jpe?g|jpe|png|webp|gif|heic|heif|tiff?|bmp|avif)$/i.test(extension);
}
