import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Manifest } from '../../src-main/contract/release-nouns.ts';
import { freeze } from '../../src-main/text/freeze.ts';
import { bodyHtml } from '../../src-main/text/html.ts';
import { safeAddress } from '../../src-main/text/link-address.ts';
import { canonicalJson, contentHash, manifestOf } from '../../src-main/text/manifest.ts';
import { bodyText, excerpt } from '../../src-main/text/plain-text.ts';
import {
  BODY,
  DATELINE,
  firstUpdate,
  isUpdate,
  mergedUpdate,
  type TextNode,
  TITLE,
} from '../../src-main/text/release-document.ts';
import { skeleton } from '../../src-main/text/skeleton.ts';
import { whatsappText } from '../../src-main/text/whatsapp-text.ts';
import { wordCount } from '../../src-main/text/word-count.ts';
import { changesBetween } from '../../src-main/text/word-diff.ts';

const say = (words: string, ...marks: TextNode['marks'] & {}): TextNode =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
const p = (...content: TextNode[]): TextNode => ({ type: 'paragraph', content });
const item = (...content: TextNode[]): TextNode => ({ type: 'listItem', content });
const walikota = {
  officialId: '01JD0000000000000000000001',
  name: 'I Gusti Ngurah Jaya Negara',
  position: 'Wali Kota Denpasar',
  shortName: 'Jaya Negara',
  verb: 'ujar',
};
const quote = (words: string, attrs: Record<string, unknown> = walikota): TextNode => ({
  type: 'quote',
  attrs,
  content: [say(words)],
});

function manifest(blocks: TextNode[], over: Partial<Manifest> = {}): Manifest {
  const frozen = freeze([
    firstUpdate({ title: 'Pekan Literasi Dibuka', dateline: 'DENPASAR', body: { type: 'doc', content: blocks } }),
  ]);
  if (!frozen.ok) throw new Error(`unknown: ${frozen.unknown}`);
  return {
    ...manifestOf(frozen.content, { kind: 'rilis_kegiatan', infoClass: 'berkala', embargoUntil: null, photos: [] }),
    ...over,
  };
}

describe('hash', () => {
  test('is the same for the same content, whoever typed it in which order', () => {
    const base = firstUpdate({
      title: '',
      dateline: 'DENPASAR',
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
    });
    const typed = (order: readonly string[]) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, base);
      const text = new Y.XmlText();
      (doc.getXmlFragment(BODY).get(0) as Y.XmlElement).insert(0, [text]);
      for (const step of order) {
        if (step === 'words') text.insert(0, 'Satu dua tiga');
        if (step === 'bold') text.format(5, 3, { bold: {} });
        if (step === 'title') doc.getText(TITLE).insert(0, 'Judul');
      }
      const frozen = freeze([Y.encodeStateAsUpdate(doc)]);
      if (!frozen.ok) throw new Error('unknown');
      return contentHash(
        manifestOf(frozen.content, { kind: 'rilis_kilat', infoClass: 'berkala', embargoUntil: null, photos: [] }),
      );
    };
    expect(typed(['words', 'bold', 'title'])).toBe(typed(['title', 'words', 'bold']));
    expect(typed(['words', 'bold', 'title'])).not.toBe(typed(['words', 'title']));
  });

  test('does not hang on the order of keys, and survives being stored', () => {
    const one = manifest([p(say('Halo'))]);
    const stored = JSON.parse(canonicalJson(one)) as Manifest;
    const turned = Object.fromEntries(Object.entries(one).reverse()) as Manifest;
    expect(contentHash(stored)).toBe(contentHash(one));
    expect(contentHash(turned)).toBe(contentHash(one));
    expect(contentHash(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash({ ...one, embargoUntil: '2025-11-20T01:00:00.000Z' })).not.toBe(contentHash(one));
  });

  test('does not change when the first text is made again from the same words', () => {
    expect(contentHash(manifest([p(say('Halo')), quote('Terima kasih.')]))).toBe(
      contentHash(manifest([p(say('Halo')), quote('Terima kasih.')])),
    );
  });
});

describe('freezing', () => {
  test('a text with something this program does not know is refused whole, and nothing is deleted from it', () => {
    const doc = new Y.Doc();
    doc.getText(TITLE).insert(0, 'Judul');
    const fragment = doc.getXmlFragment(BODY);
    const table = new Y.XmlElement('table');
    table.insert(0, [new Y.XmlText('angka')]);
    const known = new Y.XmlElement('paragraph');
    known.insert(0, [new Y.XmlText('kata')]);
    fragment.insert(0, [known, table]);
    const before = Y.encodeStateAsUpdate(doc);
    const frozen = freeze([before]);
    expect(frozen).toEqual({ ok: false, unknown: ['table'] });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(fragment.toString()).toContain('angka');
  });

  test('an unknown mark is found too', () => {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText('penting');
    paragraph.insert(0, [text]);
    doc.getXmlFragment(BODY).insert(0, [paragraph]);
    text.format(0, 3, { highlight: { color: 'red' } });
    expect(freeze([Y.encodeStateAsUpdate(doc)])).toEqual({ ok: false, unknown: ['highlight'] });
  });

  test('two windows that typed at once both keep their words', () => {
    const base = firstUpdate({
      title: 'Rilis',
      dateline: 'DENPASAR',
      body: { type: 'doc', content: [p(say('Satu.')), p(say('Dua.'))] },
    });
    const window = (at: number, words: string) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, base);
      const seen = Y.encodeStateVector(doc);
      const text = (doc.getXmlFragment(BODY).get(at) as Y.XmlElement).get(0) as Y.XmlText;
      text.insert(text.length, words);
      doc.getText(TITLE).insert(doc.getText(TITLE).length, words);
      return Y.encodeStateAsUpdate(doc, seen);
    };
    const [a, b] = [window(0, ' Ayu'), window(1, ' Made')];
    for (const updates of [
      [base, a, b],
      [b, base, a, a],
      [mergedUpdate([base, b]), a],
    ]) {
      const frozen = freeze(updates);
      expect(frozen.ok && bodyText(frozen.content)).toBe('DENPASAR – Satu. Ayu\n\nDua. Made');
      expect(frozen.ok && frozen.content.title).toMatch(/^Rilis( Ayu Made| Made Ayu)$/);
    }
  });

  test('a title on two lines is one line, a dash that was typed into the dateline is not printed twice', () => {
    const doc = new Y.Doc();
    doc.getText(TITLE).insert(0, ' Judul\n rilis ');
    doc.getText(DATELINE).insert(0, 'DENPASAR – ');
    const frozen = freeze([Y.encodeStateAsUpdate(doc)]);
    expect(frozen).toMatchObject({ ok: true, content: { title: 'Judul rilis', dateline: 'DENPASAR' } });
  });

  test('bytes that are no update are known as such', () => {
    expect(isUpdate(new Uint8Array([1, 2, 3, 250, 250]))).toBe(false);
    expect(isUpdate(new Uint8Array())).toBe(false);
    expect(isUpdate(firstUpdate({ title: 'a', dateline: '', body: { type: 'doc' } }))).toBe(true);
  });
});

describe('forms', () => {
  const hostile = manifest([
    p(
      say('<script>alert(1)</script> & "kutip" '),
      say('klik', { type: 'link', attrs: { href: 'javascript:alert(1)' } }),
      say(' dan '),
      say('situs', { type: 'link', attrs: { href: 'https://denpasarkota.go.id/?a=1&b="2"' } }),
    ),
  ]);

  test('HTML is escaped and a hostile link is no link', () => {
    const html = bodyHtml(hostile);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;kutip&quot; klik dan ');
    expect(html).toContain(
      '<a href="https://denpasarkota.go.id/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">situs</a>',
    );
  });

  test.each([
    ['https://a.id/b', 'https://a.id/b'],
    ['www.denpasarkota.go.id', 'https://www.denpasarkota.go.id'],
    ['mailto:humas@denpasarkota.go.id', 'mailto:humas@denpasarkota.go.id'],
    ['java\nscript:alert(1)', null],
    [' \u0001javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['//evil.example', null],
    ['vbscript:x', null],
    ['https:', null],
    [7, null],
  ])('an address: %s', (address, safe) => {
    expect(safeAddress(address)).toBe(safe);
  });

  test('lists nest, count and restart', () => {
    const list = (type: string, ...content: TextNode[]): TextNode => ({ type, content });
    const html = bodyHtml(
      manifest([
        list(
          'bulletList',
          item(p(say('a')), list('orderedList', item(p(say('b'))), item(p(say('c'))))),
          item(p(say('d'))),
        ),
        list('orderedList', item(p(say('e')))),
      ]),
    ).replace(/\n/g, '');
    expect(html).toBe(
      '<p><strong>DENPASAR</strong></p><ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>',
    );
  });

  test('a quote is printed with its speaker: in full once, short afterwards', () => {
    const text = bodyText(
      manifest([
        quote('“Kami bersyukur.”'),
        quote('Sudah siap?'),
        quote('Ini milik bersama', { ...walikota, verb: 'tutup' }),
      ]),
    );
    expect(text.split('\n\n')).toEqual([
      'DENPASAR',
      '“Kami bersyukur,” ujar Wali Kota Denpasar I Gusti Ngurah Jaya Negara.',
      '“Sudah siap?” ujar Jaya Negara.',
      '“Ini milik bersama,” tutup Jaya Negara.',
    ]);
  });

  test('a quote whose speaker stands in full in the lead is short at once; without a speaker it is only a quote', () => {
    const text = bodyText(
      manifest([p(say('Wali Kota I Gusti Ngurah Jaya Negara hadir.')), quote('Baik.'), quote('Siapa ini', {})]),
    );
    expect(text).toBe(
      'DENPASAR – Wali Kota I Gusti Ngurah Jaya Negara hadir.\n\n“Baik,” ujar Jaya Negara.\n\n“Siapa ini.”',
    );
  });

  test('WhatsApp: bold and italic where it reads them, a typed sign stays harmless', () => {
    const text = whatsappText(
      manifest([
        p(
          say('Acara '),
          say('penting ', { type: 'bold' }),
          say('sekali', { type: 'bold' }, { type: 'italic' }),
          say('.'),
        ),
        p(say('Harga *naik* di akun @denpasar_kota, _tidak_ '), say('se', { type: 'bold' }), say('mua')),
        p(say('Baca di '), say('sini', { type: 'link', attrs: { href: 'https://a.id/x_y' } })),
      ]),
    );
    expect(text).toBe(
      '*Pekan Literasi Dibuka*\n\n*DENPASAR* – Acara *penting* *_sekali_*.\n\nHarga ∗naik∗ di akun @denpasar_kota, ˍtidakˍ semua\n\nBaca di sini (https://a.id/x_y)',
    );
  });

  test('words are counted as Word counts them', () => {
    expect(wordCount(manifest([p(say('Program-program SP4N-LAPOR! di 33 desa – selesai.'))]))).toBe(7);
  });

  test('an excerpt ends at a word', () => {
    const one = manifest([p(say('Wali Kota membuka pekan literasi di Graha Sewaka Dharma'))]);
    expect(excerpt(one, 40)).toBe('DENPASAR – Wali Kota membuka pekan…');
  });

  test.each([
    [
      'a quote',
      [quote('Kami bersyukur.')],
      'DENPASAR – “Kami bersyukur,” ujar Wali Kota Denpasar I Gusti Ngurah Jaya Negara.',
    ],
    [
      'a heading',
      [{ type: 'heading', attrs: { level: 2 }, content: [say('Pengantar')] }, p(say('Pasar dibuka.'))],
      'DENPASAR – Pasar dibuka.',
    ],
    [
      'a list',
      [{ type: 'bulletList', content: [item(p(say('Pasar Badung'))), item(p(say('Pasar Kreneng')))] }],
      'DENPASAR – Pasar Badung',
    ],
    ['nothing', [], 'DENPASAR'],
  ])('an excerpt of a text that begins with %s has its words, too', (_, blocks, expected) => {
    expect(excerpt(manifest(blocks as TextNode[]))).toBe(expected);
  });

  test('who bears one name for position and person is named once; a degree ends its sentence', () => {
    const said = (name: string, position: string) =>
      bodyText(manifest([quote('Baik.', { ...walikota, name, position })]));
    expect(said('Wakil Wali Kota', 'Wakil Wali Kota')).toMatch(/ ujar Wakil Wali Kota\.$/);
    expect(said('Alfi Yudi Nasori, S.E.', 'Kasubbag Humas')).toMatch(/ ujar Kasubbag Humas Alfi Yudi Nasori, S\.E\.$/);
  });
});

describe('what changed', () => {
  const older = manifest([
    p(say('Wali Kota membuka acara pada pagi hari.')),
    p(say('Paragraf yang dibuang sama sekali.')),
    quote('Baik.'),
  ]);
  const newer = manifest([
    p(say('Wali Kota membuka resmi acara pada sore hari.')),
    quote('Baik.'),
    p(say('Penutup baru.')),
  ]);

  test('marks the words, not the paragraph', () => {
    const changes = changesBetween(older, newer);
    const first = changes.blocks[0];
    expect(first?.change).toBe('changed');
    expect(
      first?.words.filter((word) => word.change !== 'same').map((word) => [word.change, word.text.trim()]),
    ).toEqual([
      ['added', 'resmi'],
      ['removed', 'pagi'],
      ['added', 'sore'],
    ]);
    expect(changes.blocks.map((block) => block.change)).toEqual(['changed', 'removed', 'same', 'added']);
    expect(changes).toMatchObject({ added: 4, removed: 6, changed: true });
  });

  test('the newer text can be read out of it word for word', () => {
    const changes = changesBetween(older, newer);
    const text = changes.blocks
      .filter((block) => block.change !== 'removed')
      .map((block) =>
        block.words
          .filter((word) => word.change !== 'removed')
          .map((word) => word.text)
          .join(''),
      )
      .join('\n\n');
    expect(text).toBe(bodyText(newer));
  });

  test('nothing changed is nothing marked; bold alone, an embargo, a photo moved are seen', () => {
    expect(changesBetween(older, older).changed).toBe(false);
    expect(changesBetween(null, older).changed).toBe(false);
    const bold = manifest([
      p(say('Wali Kota membuka acara pada pagi hari.', { type: 'bold' })),
      p(say('Paragraf yang dibuang sama sekali.')),
      quote('Baik.'),
    ]);
    expect(changesBetween(older, bold).blocks[0]?.change).toBe('restyled');
    expect(changesBetween(older, { ...older, embargoUntil: '2025-11-20T01:00:00.000Z' }).details).toEqual([
      'embargoUntil',
    ]);
    const photo = (photoId: string) => ({
      photoId,
      sha256: 'a'.repeat(64),
      crop: null,
      caption: 'Keterangan',
      credit: '',
      alt: '',
    });
    const photos = changesBetween(
      { ...older, photos: [photo('A'), photo('B')] },
      { ...older, photos: [photo('B'), photo('A'), photo('C')] },
    );
    expect(photos.photos.map(({ photoId, change }) => [photoId, change])).toEqual([
      ['B', 'moved'],
      ['A', 'moved'],
      ['C', 'added'],
    ]);
  });
});

describe('skeleton', () => {
  const event = {
    kind: 'peresmian' as const,
    title: 'Peresmian Pasar Badung',
    start: '2025-11-20T08:00',
    end: null,
    openEnd: true,
    zoneShort: 'WITA',
    venue: 'Jalan Gajah Mada',
    organizer: 'Perumda Pasar',
    dressCode: 'PDH',
    present: [
      { ...walikota, standsInFor: null },
      {
        officialId: null,
        name: 'I Kadek Agus Arya Wibawa',
        position: 'Wakil Wali Kota Denpasar',
        shortName: 'Arya Wibawa',
        standsInFor: null,
      },
    ],
  };
  const read = (kind: Manifest['kind'], over: Partial<typeof event> = {}) => {
    const frozen = freeze([firstUpdate(skeleton(kind, 'Denpasar', { ...event, ...over }))]);
    if (!frozen.ok) throw new Error('unknown');
    return { title: frozen.content.title, text: bodyText(frozen.content) };
  };

  test('who, what, where and when stand in the lead, with titles and the right weekday', () => {
    expect(read('rilis_kegiatan')).toEqual({
      title: 'Jaya Negara Meresmikan Pasar Badung',
      text: 'DENPASAR – Wali Kota Denpasar I Gusti Ngurah Jaya Negara bersama Wakil Wali Kota Denpasar I Kadek Agus Arya Wibawa meresmikan Pasar Badung yang diselenggarakan Perumda Pasar di Jalan Gajah Mada, Kamis (20/11/2025).',
    });
  });

  test('what is not known stands in brackets, a stand-in is named as one', () => {
    const sekda = {
      officialId: null,
      name: 'IB Alit Wiradana',
      position: 'Sekda Kota Denpasar',
      shortName: 'Alit Wiradana',
      standsInFor: walikota,
    };
    expect(read('rilis_kilat', { kind: 'peresmian', venue: '', organizer: '', present: [sekda] as never }).text).toBe(
      'DENPASAR – Sekda Kota Denpasar IB Alit Wiradana, mewakili Wali Kota Denpasar I Gusti Ngurah Jaya Negara, meresmikan Pasar Badung di [tempat], Kamis (20/11/2025).',
    );
    expect(
      read('rilis_kilat', { kind: 'upacara' as never, title: 'Upacara Hari Pahlawan', present: [] }).text,
    ).toContain('Perumda Pasar menggelar Upacara Hari Pahlawan di Jalan Gajah Mada');
  });

  test('who bears one name for position and person stands once in the lead', () => {
    const present = [{ ...walikota, name: 'Made Sudarsana', position: 'Made Sudarsana', standsInFor: null }];
    expect(read('rilis_kegiatan', { present }).text).toMatch(/^DENPASAR – Made Sudarsana meresmikan/);
  });

  test('an invitation to cover lists the facts', () => {
    expect(read('undangan_liputan').text).toContain('• Waktu: pukul 08.00–selesai WITA');
  });
});
