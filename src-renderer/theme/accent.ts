import { contrast, hexOfOklch, oklchOf } from './colour.ts';
import { surfaces } from './tones.ts';

/** The green patina of an old kulkul; an office chooses its own from its emblem. newsroom/office sets the same at first start. */
export const DEFAULT_ACCENT = '#0b6b57';

/** AA for text is 4.5; a little above, so that rounding never falls below. */
const AA = 4.6;

export interface Accent {
  /** Ground of the primary button; white stands on it. */
  readonly fill: string;
  readonly fillHover: string;
  /** Links and marked words on the surfaces of the theme. */
  readonly ink: string;
  /** Ground of what is chosen; `ink` stands on it. */
  readonly soft: string;
  /** Focus ring; at least 3:1 against the surfaces. */
  readonly ring: string;
}

/** First lightness, walking from `from` by `step`, at which `fits` says so. */
function walk(hex: string, from: number, step: number, chroma: number, fits: (candidate: string) => boolean): string {
  const { h } = oklchOf(hex);
  let candidate = hex;
  for (let l = from; l > 0 && l < 1; l += step) {
    candidate = hexOfOklch({ l, c: chroma, h });
    if (fits(candidate)) return candidate;
  }
  return candidate;
}

/**
 * Makes an office's colour usable: its hue stays, lightness moves until every use passes AA in the theme.
 * @param chosen `#rrggbb`
 */
export function accentOf(chosen: string, theme: 'light' | 'dark'): Accent {
  const { l, c, h } = oklchOf(chosen);
  const chroma = Math.min(c, 0.2);
  const s = surfaces[theme];
  const soft = hexOfOklch(
    theme === 'light' ? { l: 0.945, c: Math.min(c, 0.022), h } : { l: 0.29, c: Math.min(c, 0.035), h },
  );
  const onWhite = (candidate: string) => contrast(candidate, '#ffffff') >= AA;
  const fill =
    theme === 'light'
      ? walk(chosen, Math.min(l, 0.6), -0.005, chroma, onWhite)
      : walk(chosen, 0.6, -0.005, chroma, onWhite);
  const fillL = oklchOf(fill).l;
  const inkFits = (candidate: string) =>
    [s.ground, s.sheet, s.rail, s.hover, soft].every((surface) => contrast(candidate, surface) >= AA);
  const ink =
    theme === 'light'
      ? walk(chosen, Math.min(l, 0.55), -0.005, chroma, inkFits)
      : walk(chosen, Math.max(l, 0.68), 0.005, Math.min(chroma, 0.13), inkFits);
  const ring = theme === 'light' ? fill : ink;
  return { fill, fillHover: hexOfOklch({ l: fillL - 0.05, c: chroma, h }), ink, soft, ring };
}
