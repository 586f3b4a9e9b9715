import type { PictureFormat } from '../../contract/photo-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';
import { refused } from '../outcome.ts';

/** What the first bytes of a file say it is; the name says nothing. */
export type Kind =
  | { readonly is: 'picture'; readonly format: PictureFormat }
  /** Known, but not taken in: HEIC, GIF, TIFF, PDF, video … */
  | { readonly is: 'other'; readonly name: string }
  | { readonly is: 'unknown' };

const signatures: readonly { readonly at: number; readonly bytes: readonly number[]; readonly name: string }[] = [
  { at: 0, bytes: [0x47, 0x49, 0x46, 0x38], name: 'GIF' },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], name: 'TIFF/RAW' },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'TIFF/RAW' },
  { at: 0, bytes: [0x42, 0x4d], name: 'BMP' },
  { at: 0, bytes: [0x25, 0x50, 0x44, 0x46], name: 'PDF' },
  { at: 0, bytes: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP/Office' },
  { at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3], name: 'MKV/WebM' },
];

const formats: readonly { readonly format: PictureFormat; readonly matches: (head: Uint8Array) => boolean }[] = [
  { format: 'jpeg', matches: (head) => has(head, 0, [0xff, 0xd8, 0xff]) },
  { format: 'png', matches: (head) => has(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { format: 'webp', matches: (head) => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP' },
];

/**
 * @param head the first bytes of the file, 16 are enough
 */
export function sniff(head: Uint8Array): Kind {
  for (const { format, matches } of formats) if (matches(head)) return { is: 'picture', format };
  // ISO media: the brand after `ftyp` tells a phone's HEIC from a film
  if (text(head, 4, 8) === 'ftyp') {
    const brand = text(head, 8, 12);
    if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) return { is: 'other', name: 'HEIC' };
    if (brand === 'avif' || brand === 'avis') return { is: 'other', name: 'AVIF' };
    return { is: 'other', name: 'video' };
  }
  const known = signatures.find((signature) => has(head, signature.at, signature.bytes));
  return known === undefined ? { is: 'unknown' } : { is: 'other', name: known.name };
}

/** Why these first bytes are not taken in; null when they may be a picture. */
export function refusalOfKind(head: Uint8Array): Refusal | null {
  const kind = sniff(head);
  if (kind.is === 'picture') return null;
  return (kind.is === 'other' ? refused('kind_not_supported', { kind: kind.name }) : refused('not_a_picture')).refusal;
}

/** The extension a file of this format gets when its own name has a wrong one or none. */
export function extensionOf(format: PictureFormat): string {
  return { jpeg: '.jpg', png: '.png', webp: '.webp' }[format];
}

/** What browsers are told. */
export function mediaTypeOf(format: PictureFormat): string {
  return `image/${format}`;
}

function has(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

function text(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to));
}
