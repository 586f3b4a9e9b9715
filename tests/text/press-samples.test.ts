import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { freeze } from '../../src-main/text/freeze.ts';
import { bodyHtml } from '../../src-main/text/html.ts';
import { contentHash, manifestOf } from '../../src-main/text/manifest.ts';
import { bodyText } from '../../src-main/text/plain-text.ts';
import { firstUpdate, mergedUpdate, type TextNode } from '../../src-main/text/release-document.ts';
import { whatsappText } from '../../src-main/text/whatsapp-text.ts';
import { wordCount, wordsIn } from '../../src-main/text/word-count.ts';
import { changesBetween } from '../../src-main/text/word-diff.ts';

const folder = new URL('../../../shared/samples/press/', import.meta.url);
const here = existsSync(folder);
const names = here
  ? readdirSync(folder).filter((name) => name.endsWith('.txt'))
  : ['(../shared/samples/press is not here)'];

describe.skipIf(!here)('real published texts', () => {
  test.each(names)('%s goes through every form with all of its words', (name) => {
    const lines = readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const [title = '', ...paragraphs] = lines;
    const manifest = (texts: readonly string[]) => {
      const content: TextNode[] = texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
      const update = firstUpdate({ title, dateline: '', body: { type: 'doc', content } });
      const frozen = freeze([mergedUpdate([update])]);
      if (!frozen.ok) throw new Error(frozen.unknown.join());
      return manifestOf(frozen.content, {
        kind: 'rilis_kegiatan',
        infoClass: 'berkala',
        embargoUntil: null,
        photos: [],
      });
    };
    const whole = manifest(paragraphs);
    expect(bodyText(whole)).toBe(paragraphs.join('\n\n'));
    expect(wordCount(whole)).toBe(wordsIn(paragraphs.join(' ')));
    expect(bodyHtml(whole).match(/<p>/g)?.length).toBe(paragraphs.length);
    expect(whatsappText(whole).split('\n\n').length).toBe(paragraphs.length + 1);
    expect(contentHash(manifest(paragraphs))).toBe(contentHash(whole));

    const corrected = paragraphs.map((text, at) => (at === 2 ? `${text} Kalimat tambahan redaktur.` : text));
    const changes = changesBetween(whole, manifest(corrected));
    expect(changes).toMatchObject({ added: 3, removed: 0, changed: true });
    expect(changes.blocks.filter((block) => block.change !== 'same').length).toBe(1);
  });
});
