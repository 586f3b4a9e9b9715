import { describe, expect, test } from 'vitest';
import { accentOf } from '../../src-renderer/theme/accent.ts';
import { contrast, hexOfOklch, oklchOf } from '../../src-renderer/theme/colour.ts';
import { surfaces, toneNames, tones } from '../../src-renderer/theme/tones.ts';

const AA = 4.5;
const themes = ['light', 'dark'] as const;

test('contrast is the one of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('a colour comes back from OKLCH as it went', () => {
  for (const hex of ['#1a5fb4', '#0b6b57', '#f6d32d', '#000000', '#ffffff']) expect(hexOfOklch(oklchOf(hex))).toBe(hex);
});

describe.each(themes)('%s', (theme) => {
  const s = surfaces[theme];
  const grounds = [s.rail, s.ground, s.sheet, s.hover];

  test('ink and soft ink can be read on every surface', () => {
    for (const ground of grounds) {
      expect(contrast(s.ink, ground)).toBeGreaterThanOrEqual(AA);
      expect(contrast(s.inkSoft, ground), `soft ink on ${ground}`).toBeGreaterThanOrEqual(AA);
      expect(contrast(s.lineStrong, ground), `strong line on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(toneNames)('%s can be read on its chip and on every surface', (tone) => {
    const { soft, ink } = tones[theme][tone];
    for (const ground of [soft, ...grounds]) expect(contrast(ink, ground), ground).toBeGreaterThanOrEqual(AA);
  });

  /** All hues, light, dark, grey and glaring: whatever an office picks from its emblem. */
  const chosen = [
    '#000000',
    '#ffffff',
    '#808080',
    '#ffff00',
    '#ff0000',
    '#00ff00',
    '#0000ff',
    '#0b6b57',
    '#f6d32d',
    ...Array.from({ length: 24 }, (_, step) => hexOfOklch({ l: 0.35 + (step % 5) * 0.13, c: 0.18, h: step * 15 })),
  ];
  test.each(chosen)('the accent %s passes AA', (accent) => {
    const a = accentOf(accent, theme);
    expect(contrast('#ffffff', a.fill)).toBeGreaterThanOrEqual(AA);
    expect(contrast('#ffffff', a.fillHover)).toBeGreaterThanOrEqual(AA);
    for (const ground of [...grounds, a.soft]) expect(contrast(a.ink, ground), ground).toBeGreaterThanOrEqual(AA);
    for (const ground of grounds) expect(contrast(a.ring, ground)).toBeGreaterThanOrEqual(3);
  });
});
