import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AgendaReading, agendaReadingSchema, type Span } from '../../../src-main/contract/agenda-reading.ts';
import { readWhen } from '../../../src-main/newsroom/agenda/read-when.ts';
import type { Setting } from '../../../src-main/newsroom/agenda/reader/draft.ts';
import { readAgenda } from '../../../src-main/newsroom/agenda/reader/read-agenda.ts';

const setting: Setting = {
  today: '2025-11-19',
  zone: 'Asia/Makassar',
  leaders: [
    {
      id: '01KAF8Z4007MHHB3YGCAZE47HR',
      name: 'I Gusti Ngurah Jaya Negara',
      position: 'Wali Kota Denpasar',
      shortPosition: 'Wali Kota',
      shortName: 'Jaya Negara',
    },
  ],
  agencies: ['Dinas Kesehatan', 'Dinkes'],
};
/** What the contract lets in, in UTF-16 units, and the longest such a text may take (ms) on a busy machine. */
const MOST = 50_000;
const PATIENCE = 5_000;

const folder = join(import.meta.dirname, '../../fixtures/agenda/measured');
const real = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
/** Pieces that the reader has rules for, so that a draw comes far into it. */
const pieces = [
  ...new Set(real.flatMap((text) => text.split(/\s+/))),
  ...[
    '\n',
    '\n\n',
    '  ',
    '\t',
    '|',
    '(',
    ')',
    '(diwakili ',
    ': ',
    ' – ',
    ', ',
    '1. ',
    '- ',
    '*',
    '~',
    '_',
    '08.00',
    '-',
    'WITA',
  ],
  ...[
    '31 November',
    'Kamis',
    'besok',
    's.d. selesai',
    '(120\u2032)',
    '2025',
    '📍',
    '👔',
    '[20/11/25 07.12] Made: ',
    'jam 2',
  ],
];

function spansOf(value: unknown): Span[] {
  if (Array.isArray(value)) return value.flatMap(spansOf);
  if (typeof value !== 'object' || value === null) return [];
  const one = value as Partial<Span>;
  return typeof one.start === 'number' && typeof one.end === 'number'
    ? [{ start: one.start, end: one.end }]
    : Object.values(value).flatMap(spansOf);
}

/** Whatever was pasted: an answer of the contract's shape whose spans point into the text. */
function holds(text: string): AgendaReading {
  const reading = readAgenda(text, setting);
  agendaReadingSchema.parse(reading);
  for (const { start, end } of spansOf(reading)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  return reading;
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  // lone surrogates and raw bytes, as from a spreadsheet that was pasted as text
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
);
const almostAgenda = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: anything }), {
    maxLength: 120,
  })
  .map((parts) => parts.join(' '));
/** A real one with a piece cut out and something else put there. */
const mutilated = fc
  .tuple(fc.constantFrom(...real), fc.nat(), fc.nat({ max: 60 }), anything)
  .map(([text, at, cut, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });

describe('whatever is pasted', () => {
  it.each([
    ['anything at all', anything, 300],
    ['words of agendas in any order', almostAgenda, 300],
    ['real agendas with a hole', mutilated, 200],
  ] as const)('%s gets an answer', (_name, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => void holds(text)),
      { numRuns, endOnFailure: true },
    );
  });

  it('an item that is struck out stays so with an invisible mark within the word behind it', () => {
    const states = (text: string) => readAgenda(text, setting).proposals.map(({ act }) => act.value);
    const text = 'Kamis, 20 November 2025\n1. 08.00 WITA Apel\n2. ~09.30 WITA Audiensi PMI~ *BATAL*\n';
    expect(states(text.replace('BATAL', 'B\u2068ATAL'))).toEqual(states(text));
  });

  it('invisible characters and marks of direction in an agenda change nothing that is read', () => {
    const invisible = fc.constantFrom(
      '\u200b',
      '\u200d',
      '\u2060',
      '\u200e',
      '\u200f',
      '\u202a',
      '\u202c',
      '\u2068',
      '\u2069',
      '\ufeff',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...real),
        fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 30 }),
        (text, marks) => {
          let marked = text;
          // not between the halves of an emoji, and not where a tab or a line ends, which they may be a part of
          for (const [at, mark] of marks) {
            const place = at % (marked.length + 1);
            if (!/\p{L}/u.test(marked[place - 1] ?? '') || !/\p{L}/u.test(marked[place] ?? '')) continue;
            marked = marked.slice(0, place) + mark + marked.slice(place);
          }
          const values = (reading: AgendaReading) =>
            reading.proposals.map((one) => [one.title?.value, one.day?.value, one.startClock?.value, one.venue?.value]);
          expect(values(holds(marked))).toEqual(values(readAgenda(text, setting)));
        },
      ),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('the time it takes grows with the text, not with its square', () => {
    const lines = (many: number) =>
      Array.from({ length: many }, (_, at) => `${at % 90}. 09.00 Rapat ${at} di Kantor Camat\u200b \u202eX\u202c`).join(
        '\n',
      );
    const took = (text: string) => {
      const began = performance.now();
      readAgenda(text, setting);
      return performance.now() - began;
    };
    took(lines(500));
    // 20 times the lines; on a machine that is busy in between
    expect(took(lines(10_000))).toBeLessThan(60 * Math.max(20, took(lines(500))));
  });

  it('five megabytes are not looked into further than they are lines', () => {
    const began = performance.now();
    for (const text of [
      'a'.repeat(5_000_000),
      '\u200b'.repeat(5_000_000),
      '\t'.repeat(5_000_000),
      `${'\u202e'.repeat(2_000_000)}\n09.00 Rapat`,
    ])
      readAgenda(text, setting);
    expect(performance.now() - began).toBeLessThan(4 * PATIENCE);
  });

  it('reads the same text the same way twice', () => {
    fc.assert(
      fc.property(almostAgenda, (text) => {
        expect(readAgenda(text, setting)).toEqual(readAgenda(text, setting));
      }),
      { numRuns: 50 },
    );
  });

  const line = (unit: string) => unit.repeat(Math.ceil(MOST / unit.length)).slice(0, MOST);
  it.each([
    ['one endless word', line('a')],
    ['one endless number', line('1')],
    ['digits and dots', line('1.')],
    ['spaces', line(' ')],
    ['spaces and a word', `${line(' ').slice(1)}x`],
    ['commas', line('rapat, ')],
    ['brackets', line('(')],
    ['pairs of brackets', line('(diwakili ')],
    ['separators', line('| ')],
    ['dashes', line('– ')],
    ['times', line('08.00 - ')],
    ['days', line('Kamis, 20 November 2025 ')],
    ['leaders in one line', line('Wali Kota, ')],
    ['struck words', line('~a~ ')],
    ['stars', line('*')],
    ['lines', line('\n')],
    ['numbered lines', line('1. Rapat\n')],
    ['events', line('08.00 Rapat di Kantor Wali Kota\n')],
    ['labels', line('Tempat: ')],
    ['emoji', line('📍👔')],
    ['joiners', line('\u200d\u200b\u2060')],
    ['half characters', line('\ud83d')],
    ['zero bytes', line('\0')],
    ['a real agenda over and over', line(real.join('\n'))],
    // as long as a line may be, over and over
    ...(
      [
        ['cells', 'a\t'],
        ['bars', 'a | '],
        ['commas', 'rapat, '],
        ['dashes', 'a - '],
        ['arrows', 'a -> '],
        ['changes', 'rapat jam 9 diundur '],
        ['becoming', 'jam 9 jadi '],
        ['reasons', 'rapat batal karena '],
        ['phones', '08 12 '],
        ['lists', '1. a; 2. b; '],
        ['struck', '~ab cd~ '],
        ['leaders', 'Wali Kota, '],
        ['brackets', '(diwakili '],
        ['crew', 'Ayu (tulis), '],
        ['guests', 'kunjungan kerja '],
        ['days', 'Kamis, 20 November 2025 '],
        ['spaces', ' '],
        ['digits and spaces', '1 '],
      ] as const
    ).map(([name, unit]) => [`lines of ${name}`, line(`${unit.repeat(1990 / unit.length)}\n`)] as [string, string]),
  ])('%s of the greatest length end in time', (_name, text) => {
    const began = performance.now();
    holds(text);
    expect(performance.now() - began).toBeLessThan(PATIENCE);
  });
});

it('a typed time is read or left, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(anything, almostAgenda), (text) => {
      const { start } = readWhen(text.slice(0, 100), { today: '2025-11-19' });
      expect(start === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(start)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
