import { expect, test } from 'vitest';
import type { TextNode } from '../../src-main/text/release-document.ts';
import { releaseSchema } from '../../src-main/text/schema.ts';
import { wordCount } from '../../src-main/text/word-count.ts';
import { countWords } from '../../src-renderer/editor/live-word-count.ts';
import { printedSpeakers } from '../../src-renderer/editor/printed-speakers.ts';
import { bodyOf, paragraph, quote } from '../builders/typing.ts';

const ratna = { name: 'Ratna Dewi Anggraini', position: 'Kepala Dinas Kominfo', shortName: 'Ratna Dewi', verb: 'kata' };
const saying = (words: string, speaker: object = ratna): TextNode => ({ ...quote(words), attrs: { ...speaker } });
const list = (...parts: TextNode[]): TextNode => ({
  type: 'bulletList',
  content: [{ type: 'listItem', content: parts }],
});
const empty: TextNode = { type: 'quote', attrs: { ...ratna } };

const first = 'kata Kepala Dinas Kominfo Ratna Dewi Anggraini.';
const later = 'kata Ratna Dewi.';

test.each([
  ['the second quote', bodyOf(saying('Pasar ini milik kita'), paragraph('Lalu.'), saying('Silakan')), [first, later]],
  ['after a paragraph that names her', bodyOf(paragraph('Ratna Dewi Anggraini hadir.'), saying('Silakan')), [later]],
  ['after an empty quote, which nobody prints', bodyOf(empty, saying('Silakan')), [first, first]],
  ['in a list', bodyOf(saying('Satu'), list(paragraph('Lalu'), saying('Dua'))), [first, later]],
])('speaker and word count as printed: %s', (_, body, words) => {
  const doc = releaseSchema.nodeFromJSON(body);
  expect(printedSpeakers(doc).map((one) => one.words)).toEqual(words);
  expect(countWords(doc, 'DENPASAR')).toBe(wordCount({ dateline: 'DENPASAR', body }));
});
