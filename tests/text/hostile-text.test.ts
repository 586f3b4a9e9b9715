import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { freeze } from '../../src-main/text/freeze.ts';
import { BODY } from '../../src-main/text/release-document.ts';

/** Updates of a page that was tampered with: what no editor of ours would write. */
function tampered(change: (body: Y.XmlFragment) => void): Uint8Array[] {
  const doc = new Y.Doc();
  change(doc.getXmlFragment(BODY));
  return [Y.encodeStateAsUpdate(doc)];
}

describe('a text that no editor of ours wrote', () => {
  it('is refused, not a crash, when bare words stand beside the paragraphs', () => {
    expect(freeze(tampered((body) => body.push([new Y.XmlText('lepas')])))).toMatchObject({ ok: false });
  });

  it('is refused, not a crash, when lists stand thousands deep in each other', () => {
    const updates = tampered((body) => {
      let list = new Y.XmlElement('bulletList');
      body.push([list]);
      for (let depth = 0; depth < 2000; depth += 1) {
        const item = new Y.XmlElement('listItem');
        list.push([item]);
        list = new Y.XmlElement('bulletList');
        item.push([list]);
      }
    });
    expect(freeze(updates)).toMatchObject({ ok: false });
  });

  it('keeps only plain values of attributes', () => {
    const frozen = freeze(
      tampered((body) => {
        const heading = new Y.XmlElement('heading');
        heading.setAttribute('level', { evil: true } as unknown as string);
        heading.push([new Y.XmlText('Judul')]);
        body.push([heading]);
      }),
    );
    expect(frozen.ok && frozen.content.body.content).toEqual([
      { type: 'heading', content: [{ type: 'text', text: 'Judul' }] },
    ]);
  });
});
