import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { freeze } from '../../src-main/text/freeze.ts';
import { bodyHtml } from '../../src-main/text/html.ts';
import { contentHash, manifestOf } from '../../src-main/text/manifest.ts';
import { releaseText } from '../../src-main/text/plain-text.ts';
import { BODY, DATELINE, isUpdate, mergedUpdate, TITLE } from '../../src-main/text/release-document.ts';
import { whatsappText } from '../../src-main/text/whatsapp-text.ts';
import { changesBetween } from '../../src-main/text/word-diff.ts';

/** Whatever the updates hold: refused, or a text that everything which follows can print, the same every time. */
function holds(updates: Uint8Array[]): void {
  const frozen = freeze(updates);
  expect(freeze(updates)).toEqual(frozen);
  if (!frozen.ok) {
    expect(frozen.unknown.length).toBeGreaterThan(0);
    return;
  }
  const about = { kind: 'rilis_kegiatan', infoClass: 'berkala', embargoUntil: null, photos: [] } as const;
  const manifest = manifestOf(frozen.content, { ...about, photos: [] });
  expect(contentHash(manifest)).toMatch(/^[0-9a-f]{64}$/);
  expect(manifest.title).not.toMatch(/[\n\r\0]/);
  const html = bodyHtml(manifest);
  expect(html).not.toMatch(/<script|(?:href|src)="\s*javascript:|<[^>]*\sonerror=/i);
  for (const text of [releaseText(manifest), whatsappText(manifest)]) expect(typeof text).toBe('string');
  changesBetween(null, manifest);
}

const bytes = fc.uint8Array({ maxLength: 300 });

/** A page that was tampered with: any shared type under any of our names, any node, attribute, mark and embed. */
type Step = { readonly kind: string; readonly at: number; readonly name: string; readonly value: unknown };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('element', 'text', 'map', 'array', 'attribute', 'mark', 'embed', 'delete', 'title', 'hook'),
  at: fc.nat({ max: 30 }),
  name: fc.constantFrom(
    ...['paragraph', 'heading', 'quote', 'bulletList', 'orderedList', 'listItem', 'hardBreak', 'text', 'doc'],
    ...['bold', 'italic', 'link', 'href', 'level', 'officialId', 'name', 'script', '__proto__', 'constructor', ''],
  ),
  value: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('javascript:alert(1)', '<script>alert(1)</script>', '" onerror="x', '\ud800', '\0'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.dictionary(fc.constantFrom('href', 'a', 'toString'), fc.string({ maxLength: 9 }), { noNullPrototype: true }),
  ),
});

/** Any value as words; an object that cannot be made one has its JSON. */
const wordsOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function tampered(steps: readonly Step[]): Uint8Array {
  const doc = new Y.Doc();
  const nodes: (Y.XmlFragment | Y.XmlElement)[] = [doc.getXmlFragment(BODY)];
  const texts: Y.XmlText[] = [];
  for (const { kind, at, name, value } of steps) {
    const node = nodes[at % nodes.length] as Y.XmlElement;
    const text = texts[at % Math.max(1, texts.length)];
    if (kind === 'element' || kind === 'hook') {
      const made = kind === 'hook' ? new Y.XmlHook(name || 'x') : new Y.XmlElement(name || 'paragraph');
      node.push([made as Y.XmlElement]);
      if (made instanceof Y.XmlElement) nodes.push(made);
    } else if (kind === 'text') {
      const made = new Y.XmlText(wordsOf(value));
      node.push([made]);
      texts.push(made);
    } else if (kind === 'map') node.push([new Y.Map() as unknown as Y.XmlElement]);
    else if (kind === 'array') node.push([Y.Array.from([1, 'dua']) as unknown as Y.XmlElement]);
    else if (kind === 'attribute' && node instanceof Y.XmlElement) node.setAttribute(name, value as string);
    else if (kind === 'mark') text?.format(0, text.length, { [name]: value as object });
    else if (kind === 'embed') text?.insertEmbed(0, { [name]: value });
    else if (kind === 'delete' && node.length > 0) node.delete(0, 1);
    else if (kind === 'title') doc.getText(at % 2 === 0 ? TITLE : DATELINE).insert(0, wordsOf(value));
  }
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

describe('updates from anywhere', () => {
  it('that are no updates are told apart, and never crash', () => {
    fc.assert(
      fc.property(bytes, (update) => {
        if (isUpdate(update)) holds([update]);
      }),
      { numRuns: 500 },
    );
  });

  it('that were cut or changed on their way are told apart, or read', () => {
    const real = tampered([
      { kind: 'element', at: 0, name: 'paragraph', value: null },
      { kind: 'text', at: 1, name: '', value: 'Wali Kota meninjau pasar.' },
      { kind: 'title', at: 0, name: '', value: 'Judul' },
    ]);
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 255 }), fc.nat(), (place, value, end) => {
        const changed = Uint8Array.from(real);
        changed[place % real.length] = value;
        const cut = end % 3 === 0 ? changed.subarray(0, end % real.length) : changed;
        if (isUpdate(cut)) holds([real, cut]);
      }),
      { numRuns: 400 },
    );
  });

  it('of a page that was tampered with are refused or read, and merge to the same', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const update = tampered(steps);
        if (!isUpdate(update)) return;
        holds([update]);
        expect(freeze([mergedUpdate([update])])).toEqual(freeze([update]));
      }),
      { numRuns: 400 },
    );
  });

  it('in which our names stand for something else', () => {
    for (const name of [TITLE, DATELINE, BODY]) {
      for (const fill of [
        (doc: Y.Doc) => doc.getMap(name).set('a', 1),
        (doc: Y.Doc) => doc.getArray(name).push([{ a: 1 }]),
        (doc: Y.Doc) => doc.getXmlFragment(name).push([new Y.XmlElement('paragraph')]),
        (doc: Y.Doc) => doc.getText(name).insertEmbed(0, { a: 1 }),
      ]) {
        const doc = new Y.Doc();
        fill(doc);
        holds([Y.encodeStateAsUpdate(doc)]);
      }
    }
  });

  it('of the greatest size are read in time', () => {
    const doc = new Y.Doc();
    const body = doc.getXmlFragment(BODY);
    for (let count = 0; count < 4000; count += 1) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.push([new Y.XmlText('Wali Kota meninjau pasar. '.repeat(15))]);
      body.push([paragraph]);
    }
    doc.getText(TITLE).insert(0, 'x'.repeat(200_000));
    const update = Y.encodeStateAsUpdate(doc);
    expect(update.byteLength).toBeGreaterThan(1_500_000);
    const began = performance.now();
    holds([update]);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
