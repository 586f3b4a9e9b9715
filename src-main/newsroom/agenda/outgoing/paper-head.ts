import type { Office } from '../../../contract/office-nouns.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { PaperHead } from './day-sheet.ts';
import { withoutPhones } from './without-phones.ts';

/** A logo larger than this was never accepted by the settings. */
const MOST_LOGO_BYTES = 2_000_000;

/** The letterhead as papers carry it; the office's name where none was typed. A public one names no telephone. */
export async function paperHead(
  ports: Pick<Newsroom, 'files'>,
  office: Office,
  edition: 'internal' | 'public',
): Promise<PaperHead> {
  const typed = office.letterhead.lines.map((line) => line.trim()).filter((line) => line !== '');
  const lines = typed.length > 0 ? typed : [office.unit, office.city];
  const say = (text: string) => (edition === 'public' ? withoutPhones(text) : text);
  return {
    lines: lines.map(say).filter((line) => line.trim() !== ''),
    footer: office.letterhead.footer.split('\n').map(say).join('\n'),
    logo: await logoOf(ports, office.letterhead.logo),
  };
}

async function logoOf(ports: Pick<Newsroom, 'files'>, sha256: string | null): Promise<PaperHead['logo']> {
  if (sha256 === null) return null;
  const size = await ports.files.attachments.size(sha256);
  // gone or never whole: the paper goes out without it, as every other paper would
  if (size === null || size === 0 || size > MOST_LOGO_BYTES) return null;
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of ports.files.attachments.open(sha256)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, type: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg' };
}
