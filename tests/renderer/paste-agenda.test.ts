import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../src-main/newsroom/agenda/reader/read-agenda.ts';
import { cardOf } from '../../src-renderer/screens/agenda/paste/card.ts';
import { firstLines } from '../../src-renderer/screens/agenda/paste/first-lines.ts';
import { piecesOf } from '../../src-renderer/screens/agenda/paste/pieces.ts';
import { saidAbove } from '../../src-renderer/screens/agenda/paste/said-above.ts';
import { isComplete } from '../../src-renderer/screens/agenda/paste/to-accept.ts';

const read = (text: string) =>
  readAgenda(text, { today: '2025-11-19', zone: 'Asia/Makassar', leaders: [], agencies: [] });

describe('the original in pieces', () => {
  it('is the whole text in its order, the later mark above, with every proposal it was read for', () => {
    const text = 'Kamis, 20 November\nWALI KOTA\n1. 08.00 WITA | Apel xyzzy\n2. 10.00 WITA | Rapat';
    const pieces = piecesOf(text, read(text));
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    const named = (words: string) => pieces.find((piece) => piece.text === words);
    expect(named('WALI KOTA')).toMatchObject({ mark: 'people', keys: new Set(['1', '2']) });
    expect(named('Kamis, 20 November')).toMatchObject({ mark: 'assumed', keys: new Set(['1', '2']) });
    expect(named('08.00')).toMatchObject({ mark: 'time', keys: new Set(['1']) });
  });
  it('takes time that grows with the text, not with its square', () => {
    const items = (many: number) =>
      Array.from({ length: many }, (_, n) => `[20/11/25 07.12] Made: 0${n % 9}.30 Rapat ${n}`).join('\n');
    const long = items(3000);
    const reading = read(long);
    const began = performance.now();
    piecesOf(long, reading);
    expect(performance.now() - began).toBeLessThan(400);
  });
  it('a day that does not exist is red, and its card is not to be accepted', () => {
    const text = 'Jumat 31 Februari 2026\n08.00 Apel';
    const reading = read(text);
    expect(piecesOf(text, reading)[0]).toMatchObject({ text: 'Jumat 31 Februari 2026', mark: 'missed' });
    expect(reading.proposals.map(cardOf).map((card) => isComplete(card, { kind: 'add' }))).toEqual([false]);
  });
});

describe('what a whole message leaves out', () => {
  it('is said once above its cards, not on each', () => {
    const two = read('Kamis, 20 November\n1. 08.00 Apel\n2. 10.00 Rapat');
    expect(saidAbove(two).map(({ code }) => code)).toEqual(['zone_assumed', 'year_assumed']);
  });
  it('stays on the card where there is one, or where they differ', () => {
    expect(saidAbove(read('Kamis, 20 November\n08.00 Apel'))).toEqual([]);
    expect(saidAbove(null)).toEqual([]);
  });
});

describe('the end of a card', () => {
  const [card] = read('Kamis, 20 November 2025\n09.00-16.00 WITA Bimtek di Hotel Nikki').proposals.map(cardOf);
  if (!card?.when) throw new Error('no card');
  const { when } = card;
  it('may be on another day, and holds the card back where it is before the start or not understood', () => {
    expect(isComplete({ ...card, when: { ...when, end: '2025-11-22T12:00' } }, { kind: 'add' })).toBe(true);
    expect(isComplete({ ...card, when: { ...when, end: '2025-11-20T08:00' } }, { kind: 'add' })).toBe(false);
    expect(isComplete({ ...card, unclear: true }, { kind: 'add' })).toBe(false);
  });
});

describe('what is read at once', () => {
  it('is a text of any usual length, whole', () => {
    expect(firstLines('a\r\nb\rc\n')).toEqual({ text: 'a\nb\nc\n', lines: 4, left: 0 });
    expect(firstLines('')).toEqual({ text: '', lines: 1, left: 0 });
  });
  it('is the first lines of a long one, with how many were left', () => {
    const { text, lines, left } = firstLines('baris\n'.repeat(6000));
    expect([text.split('\n').length, lines, left]).toEqual([500, 500, 5500]);
  });
  it('without the characters that nobody wrote and the core refuses', () => {
    expect(firstLines('09.00\u0000 Apel\u001b\n\u200eLapangan').text).toBe('09.00  Apel \n\u200eLapangan');
  });
  it('never more than the core takes', () => {
    const wide = firstLines(`${'x'.repeat(999)}\n`.repeat(200));
    expect([wide.text.length, wide.lines, wide.left]).toEqual([49_999, 50, 150]);
    expect(firstLines('x'.repeat(60_000))).toMatchObject({ lines: 1, left: 0 });
    expect(firstLines('x'.repeat(60_000)).text).toHaveLength(50_000);
  });
});
