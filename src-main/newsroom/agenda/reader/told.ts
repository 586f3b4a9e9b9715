import type { DutyRole } from '../../../contract/event-parts.ts';

/** Values that are told in a line of their own: somebody to call, the crew, a speech, guests. All pure text in, values out. */

const phone = /(?:\+\s?62|\(?0\d{2,3}\)|0\d)[\d\s().-]{5,18}\d/u;

/** `dr. Ketut (0812 3666 7788)`, `Siti / 0813-9876-5432`, `0812...`. Null when the text names nobody and has no number. */
export function readContact(text: string): { name: string; phone: string } | null {
  const match = phone.exec(text);
  const number = match ? match[0].trim() : '';
  const more = match ? phone.exec(text.slice(match.index + match[0].length)) : null;
  // "Bu Ninik 0856... / Pak Heri 0812...": the second person stays behind the first number
  if (match && more) {
    const first = readContact(text.slice(0, match.index + match[0].length));
    const others = text.slice(match.index + match[0].length).trim();
    return first ? { name: first.name, phone: `${first.phone} ${others}`.slice(0, 60) } : null;
  }
  const name = (match ? `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}` : text)
    .replace(/(?<!\p{L})(?:no\.?\s*)?(?:hp|wa|telp?|tlp|telepon|nomor)(?!\p{L})\s*[.:]?/giu, ' ')
    .replace(/\(\s*[,/.:-]*\s*\)/gu, ' ')
    .replace(/^[\s(),;:/.–-]+|[\s(,;:/–-]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s,]+\.$/u, '')
    .trim();
  // an opened bracket that held the number
  const plain = name.includes('(') ? name : name.replace(/\)+$/u, '').trim();
  return number === '' && plain === '' ? null : { name: plain.slice(0, 120), phone: number.slice(0, 60) };
}

/** Only a telephone number, without a name. */
export function readPhone(text: string): string | null {
  return phone.exec(text)?.[0].trim() ?? null;
}

/** A telephone number in words that may hold hours as well: `08.00 - 10.00` is none. */
export function readCall(text: string): string | null {
  const number = readPhone(text);
  if (number === null || /^0\d[.:]\d\d(?!\d)/u.test(number)) return null;
  return number.replace(/\D/gu, '').length >= 9 ? number : null;
}

const roles: readonly (readonly [DutyRole, RegExp])[] = [
  ['videographer', /video(?:grafer|grapher)?|kamera video|cameram[ae]n|kameram[ae]n|drone/iu],
  ['photographer', /foto(?:grafer)?|photo(?:grapher)?|dok(?:umentasi)?|doc|docum\p{L}*|jepret/iu],
  ['social', /medsos|media sosial|sosmed|konten|ig|reels|live/iu],
  ['writer', /tulis|penulis|rilis|berita|naskah|reporter|peliput|liputan|humas/iu],
];

/** `Ayu (tulis), Made (foto)`, `foto: Made, video: Komang`, `penulis Ayu & fotografer Made`. Null when a piece names no role. */
export function readCrew(text: string): { role: DutyRole; name: string }[] | null {
  const crew: { role: DutyRole; name: string }[] = [];
  for (const piece of crewPieces(text)) {
    const one = readDuty(piece);
    if (one === null) return null;
    crew.push(...one);
  }
  return crew.length > 0 && crew.length <= 30 ? crew : null;
}

/** Cut at commas and joining words outside of brackets. */
function crewPieces(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[,;&+]/u.test(character)) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces
    .flatMap((piece) => piece.split(/\s+dan\s+/iu))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function readDuty(piece: string): { role: DutyRole; name: string }[] | null {
  const inside = /^([^():]{1,80}?)\s*[(:–-]\s*([^()]{1,40})\)?$/u.exec(piece);
  if (inside) {
    const [, one = '', other = ''] = inside;
    const behind = rolesIn(other);
    if (behind.length > 0 && rolesIn(one).length === 0) return behind.map((role) => ({ role, name: one.trim() }));
    const before = rolesIn(one);
    if (before.length > 0 && other.trim() !== '') return before.map((role) => ({ role, name: other.trim() }));
    return null;
  }
  const words = piece.split(/\s+/u);
  const first = rolesIn(words[0] ?? '');
  if (first.length > 0 && words.length > 1) return first.map((role) => ({ role, name: words.slice(1).join(' ') }));
  const last = rolesIn(words.at(-1) ?? '');
  if (last.length > 0 && words.length > 1) return last.map((role) => ({ role, name: words.slice(0, -1).join(' ') }));
  return null;
}

function rolesIn(text: string): DutyRole[] {
  const found: DutyRole[] = [];
  for (const word of text.split(/[\s/,&+]+/u)) {
    const role = roles.find(([, pattern]) => new RegExp(`^(?:${pattern.source})$`, 'iu').test(word))?.[0];
    if (role && !found.includes(role)) found.push(role);
  }
  return found;
}

/** `ya`, `tidak`, `ya, oleh Wali Kota`, `Wali Kota`. Null when it is a text of its own. */
export function readSpeech(text: string): { needed: boolean; speaker: string } | null {
  const value = text.trim().replace(/[.;]+$/u, '');
  if (/^(?:tidak(?: ada| perlu)?|tdk(?: ada| perlu)?|no|nihil|❌|✖|-)$/iu.test(value))
    return { needed: false, speaker: '' };
  if (
    /^(?:(?:mohon|dimohon|berkenan|kesediaan|memberi(?:kan)?|menyampaikan|sambutan|arahan|kata|dan|sekaligus|membuka|menutup|acara|secara|resmi|bapak|ibu|bpk)[\s,]*)+$/iu.test(
      value,
    )
  )
    return { needed: true, speaker: '' };
  const yes = /^(?:ya|iya|ada|perlu|yes|✅|✔|disiapkan|mohon disiapkan)(?![\p{L}])\s*[,;:(–-]*\s*/iu.exec(value);
  const rest = value
    .slice(yes?.[0].length ?? 0)
    .replace(/^(?:oleh|dari|sambutan|bpk\.?|bapak)\s+/iu, '')
    .replace(/\)$/u, '')
    .trim();
  if (yes && rest === '') return { needed: true, speaker: '' };
  return rest.length <= 80 && !/\d{2}[.:]\d{2}/u.test(rest) ? { needed: true, speaker: rest } : null;
}

const visiting =
  /(?<!\p{L})(?<!(?:persiapan|kesiapan|gladi|evaluasi|laporan|hasil)\s+)(?!kunjungan\s+(?:sma|smp|smk|sd|tk|paud|puskesmas|rsud|pasar|desa)(?:n|\s))(?:(?:(?:menerima|terima)\s+(?:(?:tamu|kunjungan)(?:\s+dari)?|audiensi\s+dari)|kunjungan|kunker|studi tiru|studi banding|kaji tiru|kaji banding|studi komparasi|(?<=kunjungan\s+)kerja|studi)\s+){1,4}(?:dari\s+|rombongan\s+)?/iu;
const guests =
  /^(?:dprd|dpr|dpd|pemkab|pemkot|pemprov|pemerintah|kab(?:upaten)?\.?\s|kota\s|prov(?:insi)?\.?\s|dinas|diskominfo|disdik|bagian|badan|bpkad|prokopim|biro|setda|sekretariat|sma|smp|smk|sd\s|tk\s|universitas|univ\.?\s|institut|politeknik|kedutaan|dubes|duta besar|konsul|konjen|delegasi|rombongan|tim\s|komisi|pansus|banggar|bapemperda|badan anggaran|menteri|kemen\p{L}*|bupati|wali ?kota|gubernur|kapolda|pangdam|perwakilan|siswa|mahasiswa|peserta|tp\.? pkk|forkopimda|asosiasi|yayasan|pt\.?\s)/iu;
const headcount =
  /[\s,(–-]*(?:sebanyak\s+|sejumlah\s+|±\s*|\+\/-\s*|kurang lebih\s+|sekitar\s+)?(?<size>\d{1,4})\s*(?:orang|org|pax|peserta|tamu|rombongan)\)?/iu;

/** `Kunjungan kerja DPRD Kab. X, 25 orang`; null when a title speaks of no guests, or of a visit of one's own. */
export function readVisit(
  title: string,
): { delegation: string; size: number | null; sizeAt: [number, number] | null } | null {
  const match = visiting.exec(title);
  if (!match) return null;
  const rest = title.slice(match.index + match[0].length);
  if (!guests.test(rest)) return null;
  // "Kunjungan Kerja Pansus ke Badung": a body of the own council goes there
  if (/^(?:komisi|pansus|banggar|bapemperda|badan \p{L}+|fraksi)(?:\s+(?:[ivx]+|\p{L}))?\s+ke\s/iu.test(rest))
    return null;
  const count = headcount.exec(rest);
  const at = match.index + match[0].length + (count?.index ?? 0);
  const delegation =
    (count ? rest.slice(0, count.index) : rest)
      .split(/\s+(?:terkait|tentang|dalam rangka|dlm rangka|ke\s|di\s|mengenai)/iu)[0]
      ?.split(',')[0] ?? '';
  return {
    delegation: delegation.replace(/[\s,(–-]+$/u, '').slice(0, 200),
    size: sizeOf(count?.groups?.size),
    sizeAt: count ? [at, at + count[0].length] : null,
  };
}

/** `25 orang`; null for any other words. */
export function readHeadcount(text: string): number | null {
  const match = headcount.exec(text);
  return match && match.index === 0 && match[0].length === text.trim().length ? sizeOf(match.groups?.size) : null;
}

function sizeOf(digits: string | undefined): number | null {
  const size = Number(digits);
  return size >= 1 && size <= 5000 ? size : null;
}
