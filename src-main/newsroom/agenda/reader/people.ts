/**
 * Who an agenda means by `WALI KOTA`, `Wawali`, `Bpk. Sekda` or a name. Positions of leaders as regional governments use them
 * (Permendagri 56/2019 keeps them alike everywhere); a name that is not known is proposed, never invented.
 */

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly shortPosition: string;
  readonly shortName: string;
}

export interface ReadPerson {
  /** How the text calls them, made even: `Wali Kota`, `Plt. Bupati`, `I Gusti Ngurah Jaya Negara`. */
  readonly called: string;
  readonly officialId: string | null;
  /** Name beside the position, when the text gives one. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Positions and the ways people write them; the first is the even form. Longer ones stand first so that they win. */
const positions: readonly (readonly [string, RegExp])[] = [
  ['Wakil Wali Kota', /wakil\s+wali\s*kota|wawali(?:\s*kota)?|wawalkot|wawako/iu],
  ['Wakil Gubernur', /wakil\s+gubernur|wagub/iu],
  ['Wakil Bupati', /wakil\s+bupati|wabup/iu],
  ['Ketua TP PKK', /ketua\s+(?:tim\s+penggerak|tp\.?)\s*pkk|ketua\s+pkk/iu],
  ['Wakil Ketua TP PKK', /wakil\s+ketua\s+(?:tim\s+penggerak|tp\.?)\s*pkk/iu],
  ['Ketua Dekranasda', /ketua\s+dekranasda/iu],
  ['Ketua DWP', /ketua\s+(?:dwp|dharma\s+wanita(?:\s+persatuan)?)/iu],
  ['Wali Kota', /wali\s*kota|walkot|wako/iu],
  ['Gubernur', /gubernur/iu],
  ['Bupati', /bupati/iu],
  ['Sekda', /sekretaris\s+daerah|sekda(?:prov|kab|kot|ko)?|sek(?:prov|kab|ko|kot)/iu],
  ['Asisten', /asisten(?:\s+(?:iii|ii|iv|i|[1-4]))?(?:\s+(?:setda|sekda))?/iu],
  ['Staf Ahli', /staf\s+ahli(?:\s+(?:iii|ii|i|[1-3]))?/iu],
];

/** `WK` and `WWK` head the parts of an agenda where a Wali Kota is; elsewhere the letters mean something else. */
const letters: Readonly<Record<string, string>> = { WK: 'Wali Kota', WWK: 'Wakil Wali Kota' };

/** `Bapak Wali` is the Wali Kota; without the Bapak the word may be anything. */
const shortWali: (typeof positions)[number] = ['Wali Kota', /wali(?!\s*kota)/iu];

const honorific =
  /^(?:yth\.?\s+)?(?:bpk\.?|bapak|bp\.?|ibu|sdr\.?|pak|pa['’]?|bu|mbak|mas|kang|gus|bang|kanda|bunda|ayahanda|bapa|abah|puang)\s+/iu;
const status = /^(plt|plh|pj|pjs)\.?\s+/iu;
const statuses: Readonly<Record<string, string>> = { plt: 'Plt.', plh: 'Plh.', pj: 'Pj.', pjs: 'Pjs.' };

/** Makes writings of one person alike: no honorific, one word for Wali Kota, no dots, lower case. */
function even(text: string): string {
  return text
    .replace(honorific, '')
    .replace(/walikota/giu, 'wali kota')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Reads one person at `from`: an official of the register by name or position, or a leader's position with an optional name.
 * @param whole only when nothing but this person stands in `text` (a heading); else the person must begin the text
 */
export function readPerson(text: string, known: readonly KnownPerson[], whole: boolean): ReadPerson | null {
  return (
    readKnown(text, known, whole) ??
    readPosition(text, known, whole) ??
    readDeputy(text, known) ??
    (whole ? readLetters(text, known) : null)
  );
}

function readLetters(text: string, known: readonly KnownPerson[]): ReadPerson | null {
  const match = /^\s*(?<letters>W?WK)[\s:.]*$/u.exec(text);
  const official = match ? knownBy(letters[match.groups?.letters ?? ''] ?? '', known) : null;
  return official
    ? {
        called: official.shortPosition,
        officialId: official.id,
        name: official.name,
        from: 0,
        to: text.trimEnd().length,
      }
    : null;
}

/** `Ibu Wakil` is the deputy of whoever heads this office; without the Ibu the word may be anything. */
function readDeputy(text: string, known: readonly KnownPerson[]): ReadPerson | null {
  const match =
    /^(?:yth\.?\s+)?(?:bpk\.?|bapak|ibu|pak|pa['’]?|bu|mbak|mas)\s+(?:wakil|wk\.?)(?:nya)?[\s:.]*$/iu.exec(text) ??
    /^WAKIL\s*:$|^Wakil\s*:$/u.exec(text);
  const deputy = match
    ? known.find((one) => /^wakil\s+(?:wali\s*kota|bupati|gubernur)$/iu.test(one.shortPosition))
    : undefined;
  return deputy
    ? { called: deputy.shortPosition, officialId: deputy.id, name: deputy.name, from: 0, to: text.trimEnd().length }
    : null;
}

function readKnown(text: string, known: readonly KnownPerson[], whole: boolean): ReadPerson | null {
  const lead = honorific.exec(text)?.[0].length ?? 0;
  const wanted = even(text);
  let best: ReadPerson | null = null;
  for (const person of known) {
    for (const called of [person.position, person.shortPosition, person.name, person.shortName]) {
      const length = called.trim() === '' ? null : prefixLength(text, lead, even(called));
      if (length === null || (best && best.to - best.from >= length)) continue;
      if (whole && wanted !== even(called)) continue;
      const behind =
        called === person.position || called === person.shortPosition ? nameBehind(text.slice(length), person) : 0;
      best = {
        called: person.shortPosition || person.position || person.name,
        officialId: person.id,
        name: person.name,
        from: 0,
        to: length + behind,
      };
    }
  }
  return best;
}

/** `Wali Kota Jaya Negara`: the name of who holds the position, right behind it. */
function nameBehind(rest: string, { name, shortName }: KnownPerson): number {
  const gap = /^[\s,]+/u.exec(rest)?.[0].length ?? 0;
  if (gap === 0) return 0;
  for (const called of [name, shortName]) {
    const length =
      called.trim() === ''
        ? null
        : prefixLength(rest.slice(gap), honorific.exec(rest.slice(gap))?.[0].length ?? 0, even(called));
    if (length !== null) return gap + length;
  }
  return 0;
}

/** How many characters of `text` the even form covers, ending at the edge of a word; null when the text begins otherwise. */
function prefixLength(text: string, lead: number, wanted: string): number | null {
  if (!even(text.slice(lead)).startsWith(wanted)) return null;
  for (let to = lead + wanted.length - 1; to <= text.length; to++) {
    if (even(text.slice(lead, to)) !== wanted) continue;
    return /[\p{L}\p{N}]/u.test(text[to] ?? ' ') ? null : to;
  }
  return null;
}

const begun = new Map<RegExp, RegExp>();

/** The pattern at the beginning of a text, as a whole word; made once. */
function atStart(pattern: RegExp): RegExp {
  const known = begun.get(pattern);
  if (known) return known;
  const made = new RegExp(`^(?:${pattern.source})(?![\\p{L}\\p{N}])`, 'iu');
  begun.set(pattern, made);
  return made;
}

function readPosition(text: string, known: readonly KnownPerson[], whole: boolean): ReadPerson | null {
  const lead = honorific.exec(text)?.[0].length ?? 0;
  const acting = status.exec(text.slice(lead));
  const begin = lead + (acting?.[0].length ?? 0);
  const rest = text.slice(begin);
  for (const [form, pattern] of lead > 0 ? [...positions, shortWali] : positions) {
    const match = atStart(pattern).exec(rest);
    if (!match) continue;
    const position = form === 'Asisten' || form === 'Staf Ahli' ? tidy(match[0], form) : form;
    const called = acting ? `${statuses[(acting[1] as string).toLowerCase()]} ${position}` : position;
    let to = begin + match[0].length;
    const tail = text.slice(to);
    const name = readName(tail, whole);
    if (whole && name === null) return null;
    to += name?.length ?? 0;
    const official = acting ? null : knownBy(position, known);
    return { called, officialId: official?.id ?? null, name: name?.name ?? '', from: 0, to };
  }
  return null;
}

/** Offices below the leaders, as they are written: `Kadis Perpustakaan`, `Kepala Bagian Umum`, `Camat Denpasar Barat`. */
const offices =
  /^(?:(?:plt|plh|pj|pjs)\.?\s+)?(?:kepala|kadis\p{L}*|kaban|kabag|kasat(?:pol)?|kabid|kakan|camat|lurah|sekretaris|sekwan|inspektur|direktur|dirut|danramil|dandim|kapolres\p{L}*|wakil ketua|ketua)\s*(?!\p{L})/iu;

/** The position somebody is told by who is nobody's leader: `Bpk. Sekda` -> `Sekda`; null for a name, and for several people. */
export function readPositionHeld(text: string): { called: string; name: string } | null {
  const plain = text.replace(honorific, '').trim();
  const person = readPerson(plain, [], true);
  if (person) return { called: person.called, name: person.name };
  const several = /[,;/&+()]|(?<!\p{L})(?:dan|serta|bersama|atau)(?!\p{L})/iu;
  return plain.length <= 80 && offices.test(plain) && !several.test(plain) ? { called: plain, name: '' } : null;
}

/** `asisten 2 sekda` -> `Asisten II`. */
function tidy(text: string, form: string): string {
  const number = /(iii|ii|iv|i|[1-4])(?:\s+(?:setda|sekda))?$/iu.exec(text)?.[1]?.toUpperCase();
  if (!number) return form;
  return `${form} ${{ '1': 'I', '2': 'II', '3': 'III', '4': 'IV' }[number] ?? number}`;
}

function knownBy(position: string, known: readonly KnownPerson[]): KnownPerson | null {
  return (
    known.find((person) => even(person.shortPosition) === even(position)) ??
    known.find((person) => even(person.position) === even(position)) ??
    known.find((person) => even(person.position).startsWith(`${even(position)} `)) ??
    null
  );
}

/**
 * The name after a position: `: I Gusti Ngurah Jaya Negara`, `(I Kadek Agus Arya Wibawa)`. A place after it (`Wali Kota
 * Denpasar`) is part of the position. Only a heading may carry a name without a mark between.
 */
function readName(tail: string, whole: boolean): { name: string; length: number } | null {
  const rest = tail.trim();
  if (/^[:.,-]?$/.test(rest)) return { name: '', length: tail.length };
  const marked =
    /^\s*(?:[\p{L} ]{0,40}?)(?:\s*[(:,–—-]\s*)(?<name>(?:(?:Dr|dr|Drs|Dra|Ir|Prof|H|Hj|I|Ni|Tjok)\.?\s+)*\p{Lu}[\p{L}.'’ ]{2,80}?(?:,\s*[\p{L}.]{2,8})*)\)?\s*:?$/u.exec(
      tail,
    );
  if (whole && marked?.groups?.name) return { name: marked.groups.name.trim(), length: tail.length };
  const region =
    /^\s+(?:(?:kota|kab|kabupaten|provinsi|prov|adm|administrasi)\.?\s+){0,3}\p{Lu}[\p{L}]*(?:\s+\p{Lu}[\p{L}]*){0,2}\s*:?$/iu;
  if (
    whole &&
    /^\s+\p{Lu}/u.test(tail) &&
    region.test(tail) &&
    !/\d|(?<!\p{L})(?:dan|serta|bersama|beserta|atau)(?!\p{L})/iu.test(tail)
  ) {
    return { name: '', length: tail.length };
  }
  return whole ? null : { name: '', length: 0 };
}

/**
 * Several people in a row: `Wali Kota, Wakil Wali Kota dan Sekda`. Ranges are in `text`. Stops at the first piece that is nobody;
 * `rest` is where that begins (equal to the length when all were read).
 */
export function readPeople(
  text: string,
  known: readonly KnownPerson[],
  whole: boolean,
): { people: ReadPerson[]; rest: number } {
  const people: ReadPerson[] = [];
  const single = readPerson(text, known, whole);
  if (whole && single && single.to >= text.replace(/[\s:.]+$/, '').length)
    return { people: [single], rest: text.length };
  const joint = /\s*(?:,|&|\+|\/|;|\bdan\b|\bserta\b|\bbersama\b)\s*|(?<=\bW?WK)\s+(?=W?WK\b|SEKDA\b)/giu;
  let at = 0;
  for (const piece of pieces(text, joint)) {
    const raw = text.slice(piece.from, piece.to);
    const before = people.at(-1)?.called;
    // "wali kota + wakil"
    const inner = before && /^\s*wakil(?:nya)?\s*$/iu.test(raw) ? `Wakil ${before}` : raw;
    const person = readPerson(inner, known, true);
    if (!person) return { people, rest: at };
    people.push({ ...person, from: piece.from, to: piece.to });
    at = piece.to;
  }
  return { people, rest: text.length };
}

function pieces(text: string, joint: RegExp): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(joint)) {
    if (match.index > from) found.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ from, to: text.length });
  return found;
}
