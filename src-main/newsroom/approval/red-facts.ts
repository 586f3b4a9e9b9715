import { Temporal } from 'temporal-polyfill';
import type { RedFact } from '../../contract/approval-nouns.ts';
import type { Manifest } from '../../contract/release-nouns.ts';
import { blockText, printedBlocks } from '../../text/printed.ts';
import { speakerOf } from '../../text/quote.ts';
import type { TextNode } from '../../text/release-document.ts';

/** A sheet shows at most so many. */
const MOST = 3;

/**
 * What the approver must know, at most three, those that block the approval first. Each one proposes nothing and changes
 * nothing: the person decides.
 * @param today local day at the office, for dates that name no year
 * @param ownText whether the caller wrote in it; `allowed`: the office lets them approve it all the same
 */
export function redFacts(
  manifest: Manifest,
  today: string,
  ownText: 'no' | 'allowed' | 'forbidden',
): readonly RedFact[] {
  const paragraphs = printedBlocks(manifest).map(blockText);
  const all = [manifest.title, ...paragraphs, ...manifest.photos.map((photo) => photo.caption)];
  const facts: (RedFact | null)[] = [
    ownText === 'no' ? null : { code: 'own_text', blocks: ownText === 'forbidden', words: '', expected: '', count: 1 },
    fact('quote_without_speaker', true, quotesWithoutSpeaker(manifest)),
    fact('caption_missing', true, photosWithoutWords(manifest)),
    fact('gap_left', false, all.flatMap(gaps)),
    wrongWeekday(all, today),
    // An invitation to the press names its contact on purpose.
    fact(
      'personal_data',
      false,
      manifest.kind === 'undangan_liputan' ? all.flatMap(identityNumbers) : all.flatMap(personal),
    ),
  ];
  return facts.filter((one) => one !== null).slice(0, MOST);
}

/** Beginnings of quotes that name nobody; one that holds no word is not printed and does not count. */
export function quotesWithoutSpeaker(manifest: Pick<Manifest, 'body'>): string[] {
  const found: string[] = [];
  const walk = (node: TextNode) => {
    if (node.type === 'quote' && speakerOf(node.attrs) === null) {
      const said = textOf(node).trim();
      if (said !== '') found.push(shortened(said));
    }
    for (const child of node.content ?? []) walk(child);
  };
  walk(manifest.body as TextNode);
  return found;
}

/** Photos that lack caption or credit, by what they have. */
export function photosWithoutWords(manifest: Pick<Manifest, 'photos'>): string[] {
  return manifest.photos
    .map((photo, index) => ({ photo, place: index + 1 }))
    .filter(({ photo }) => photo.caption.trim() === '' || photo.credit.trim() === '')
    .map(({ place }) => String(place));
}

function fact(code: RedFact['code'], blocks: boolean, found: readonly string[]): RedFact | null {
  const [first] = found;
  return first === undefined ? null : { code, blocks, words: first, expected: '', count: found.length };
}

/** What the skeleton left for a person to fill in: `[tempat]`. */
function gaps(text: string): string[] {
  return [...text.matchAll(/\[[^[\]\n]{2,60}\]/g)].map((match) => match[0]);
}

const days = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
] as const;

const dated = new RegExp(
  `\\b(Senin|Selasa|Rabu|Kamis|Jumat|Jum['’]at|Sabtu|Minggu|Ahad)\\b[\\s,]*\\(?\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{4}|\\d{2}))?|\\s+(${months.join('|')}|nopember|pebruari)(?:\\s+(\\d{4}))?)\\s*\\)?`,
  'giu',
);

/** A weekday that does not stand on its date. */
function wrongWeekday(texts: readonly string[], today: string): RedFact | null {
  const wrong: { words: string; expected: string }[] = [];
  for (const text of texts) {
    for (const match of text.matchAll(dated)) {
      const [words, named = '', day = '', numericMonth, numericYear, monthName, longYear] = match;
      const month = numericMonth === undefined ? monthNumber(monthName ?? '') : Number(numericMonth);
      const year = numericYear ?? longYear;
      const date = dateOf(Number(day), month, year, today);
      const expected = date === null ? undefined : days[date.dayOfWeek - 1];
      if (expected !== undefined && expected !== dayName(named)) wrong.push({ words: words.trim(), expected });
    }
  }
  const [first] = wrong;
  return first === undefined ? null : { code: 'weekday_wrong', blocks: false, ...first, count: wrong.length };
}

function dayName(word: string): string {
  const lower = word.toLocaleLowerCase('id').replace(/['’]/g, '');
  if (lower === 'ahad') return 'Minggu';
  return days.find((day) => day.toLocaleLowerCase('id') === lower) ?? '';
}

function monthNumber(name: string): number {
  const lower = name.toLocaleLowerCase('id').replace('nopember', 'november').replace('pebruari', 'februari');
  return (months as readonly string[]).indexOf(lower) + 1;
}

/** The date, or null when it is none. Without a year: the one nearest to today (a text of January speaks of December). */
function dateOf(day: number, month: number, year: string | undefined, today: string): Temporal.PlainDate | null {
  const now = Temporal.PlainDate.from(today);
  const at = (of: number) => {
    try {
      return Temporal.PlainDate.from({ year: of, month, day }, { overflow: 'reject' });
    } catch {
      return null;
    }
  };
  if (year !== undefined) return at(year.length === 2 ? 2000 + Number(year) : Number(year));
  const near = [now.year - 1, now.year, now.year + 1]
    .map(at)
    .filter((date) => date !== null)
    .sort((a, b) => Math.abs(now.until(a).days) - Math.abs(now.until(b).days));
  return near[0] ?? null;
}

/** NIK: 16 digits whose 7th to 12th are a birthday (day + 40 for women); Permendagri 102/2019. */
function identityNumbers(text: string): string[] {
  return [...text.matchAll(/(?<![\d.])\d{2}[ .]?\d{4}[ .]?\d{6}[ .]?\d{4}(?![\d.]\d)/g)]
    .map((match) => match[0])
    .filter((found) => {
      const digits = found.replace(/\D/g, '');
      const day = Number(digits.slice(6, 8)) % 40;
      const month = Number(digits.slice(8, 10));
      return digits.length === 16 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
    });
}

/** Identity numbers and mobile phones (`0812-3456-7890`, `+62 812 3456 7890`). */
function personal(text: string): string[] {
  const phones = [...text.matchAll(/(?<![\d+])(?:\+?62[ -]?|0)8\d{2}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)/g)].map((match) =>
    match[0].trim(),
  );
  return [...identityNumbers(text), ...phones];
}

function textOf(node: TextNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join('');
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd()}…`;
}
