import type { Draft } from './draft.ts';
import { type Line, spanOf } from './lines.ts';

/**
 * Places that no word announces: `Pelepasan peserta, Ngarai Sianok`, `senam halaman balai kota`. It is believed only where the whole
 * item names no other place, and a person is asked to look.
 */

const rooms =
  /\s+(?=(?:halaman|lapangan|lap\.|aula|ruang(?:an)?|rg\.?|gedung|gd\.|hotel|pendop[oa]|gor|alun-alun|balai (?:kota|desa|banjar|budaya|rakyat|kelurahan)|graha|wantilan|stadion|kantor|rumah (?:dinas|jabatan)|rujab|masjid|gereja|gpib|gki)\s+\S)/giu;
/** Words whose object the place is: `peninjauan lapangan futsal`. */
const about =
  /(?:^|\s)(?:peresmian|meresmikan|resmikan|peninjauan|meninjau|tinjau|pembangunan|membangun|rehab\S*|renovasi|revitalisasi|peletakan|penyerahan|serah|pengelolaan|pemanfaatan|penataan|pembersihan|bersih\S*|hut|ulang|jadi|kunjungan|mengunjungi|sidak|groundbreaking|pengukuhan|pelantikan|lomba|piala|cup|melaspas|peringatan|kesiapan|persiapan|pembahasan|terkait|tentang|soal|perbaikan|pengadaan|pemugaran|launching|soft|grand|opening|penutupan|operasional|aset|jaga|panitia|pengurus|perangkat|kepala|pemasangan|sewa|dan|dengan|dgn|untuk|utk|dari|ke|se|para|oleh|pada|antar|akan|lahan|sengketa|relokasi|eks|pegawai|staf|karyawan|warga|jemaat|jamaah|takmir|imam|dkm|kunker|monev|cek|studi|tamu|peserta|tim)\b/iu;
const listed = /(?<!\p{L})(?:dan|serta|atau|bersama|dengan|dgn|dalam rangka|untuk|guna|tahun|ke-?\d+)(?!\p{L})|&/iu;
const degree = /^(?:\p{Lu}\p{L}{0,3}\.\s?){1,4}\p{L}{0,4}$/u;

/** Where the place begins in such a title, and where the rest of it ends; null when nothing in it looks so. */
export function placeBehind(title: string): { cut: number; from: number } | null {
  const flat = title === title.toLowerCase();
  for (const comma of [title.indexOf(','), title.lastIndexOf(',')]) {
    if (comma < 0) continue;
    const rest = title.slice(comma + 1);
    const from = comma + 1 + (rest.length - rest.trimStart().length);
    const words = title.slice(from).trim();
    const before = title.slice(0, comma).trim();
    if (before.split(/\s+/u).length < 2 || words.split(/\s+/u).length > 9 || words.length < 3) continue;
    if (
      listed.test(words.replace(/\([^)]*\)/gu, '')) ||
      (words.length <= 12 && degree.test(words) && words.includes('.'))
    )
      continue;
    if (flat || /^[\p{Lu}\d]/u.test(words) || /^\p{Ll}+\s+\p{Lu}/u.test(words)) return { cut: comma, from };
  }
  for (const match of title.matchAll(rooms)) {
    const before = title.slice(0, match.index);
    if (before.split(/\s+/u).length < 2 || about.test(before)) continue;
    return { cut: match.index, from: match.index + match[0].length };
  }
  return null;
}

/** Remembers where a title that was just put may end in a place. */
export function rememberPlace(draft: Draft, line: Line, from: number, to: number): void {
  const at = draft.title ? placeBehind(line.text.slice(from, to)) : null;
  draft.placeBehind = null;
  if (!at || !draft.title) return;
  const value = line.text.slice(from + at.from, to).replace(/[\s|:;,.–—-]+$/u, '');
  const span = spanOf(line, from + at.from, to);
  const titleSpan = spanOf(line, from, from + at.cut);
  if (value === '' || !span || !titleSpan) return;
  draft.placeBehind = {
    whole: draft.title,
    title: {
      value: line.text
        .slice(from, from + at.cut)
        .replace(/^[\s.]+/u, '')
        .trim(),
      spans: [titleSpan],
      assumed: true,
    },
    venue: { value, spans: [span], assumed: true },
  };
}

/** Takes the place from the end of the title, where nothing else said one. */
export function settlePlace(draft: Draft): void {
  const { placeBehind: found } = draft;
  if (!found || draft.venue !== null || draft.title !== found.whole) return;
  draft.title = found.title;
  draft.venue = found.venue;
}
