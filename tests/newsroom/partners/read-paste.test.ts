import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../src-main/newsroom/partners/read-paste.ts';

const one = (line: string) => {
  const [row] = readPaste(line, new Set());
  return row && [row.name, row.email, row.outlet, row.verdict];
};

describe('reading a pasted list of journalists', () => {
  it.each([
    ['Made Wirawan <made@bali.example>, Bali Raya', ['Made Wirawan', 'made@bali.example', 'Bali Raya', 'new']],
    ['Ni Luh Sari, Nusa Post, sari@nusa.example', ['Ni Luh Sari', 'sari@nusa.example', 'Nusa Post', 'new']],
    ['3. "I Wayan" <wayan@tv.example> - Dewata TV', ['I Wayan', 'wayan@tv.example', 'Dewata TV', 'new']],
    ['Ketut\tketut@radio.example\tRadio Kota', ['Ketut', 'ketut@radio.example', 'Radio Kota', 'new']],
    ['• mailto:redaksi@kabar.example', ['redaksi', 'redaksi@kabar.example', '', 'new']],
    ['Putu (putu@kabar.example)', ['Putu', 'putu@kabar.example', '', 'new']],
    ['Tanpa alamat, Media Sunyi', ['', '', '', 'unreadable']],
    ['Salah <salah@titik>, Media', ['', '', '', 'unreadable']],
  ])('%s', (line, expected) => {
    expect(one(line)).toEqual(expected);
  });

  it('takes a To line apart, and knows who is there already and who stands twice', () => {
    const rows = readPaste('A <a@x.example>; B <b@x.example>\n\nA lagi <A@X.example>', new Set(['b@x.example']));
    expect(rows.map((row) => [row.line, row.email, row.verdict])).toEqual([
      [1, 'a@x.example', 'new'],
      [1, 'b@x.example', 'known'],
      [3, 'A@X.example', 'twice'],
    ]);
  });
});

it('does not lose itself in a line that has no end', () => {
  for (const endless of ['1'.repeat(190_000), `a${' '.repeat(190_000)}b`, `${'a'.repeat(9000)}\n`.repeat(20)]) {
    expect(readPaste(endless, new Set()).every((row) => row.verdict === 'unreadable')).toBe(true);
  }
});
