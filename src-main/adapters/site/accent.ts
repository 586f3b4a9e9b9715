/** WCAG 2.2, 1.4.3: normal text. */
const readable = 4.5;

/**
 * The office's colour, moved towards black or white until it can be read as text on this ground; its hue stays.
 * @param accent `#rrggbb`
 * @param ground `#rrggbb`
 */
export function readableOn(accent: string, ground: string): string {
  const base = channels(accent);
  const back = luminance(channels(ground));
  const end = back > 0.4 ? 0 : 255;
  for (let step = 0; step <= 20; step++) {
    const mixed = base.map((value) => Math.round(value + ((end - value) * step) / 20));
    if (contrast(luminance(mixed), back) >= readable) return hex(mixed);
  }
  return end === 0 ? '#000000' : '#ffffff';
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2 definition). */
export function contrastOf(one: string, other: string): number {
  return contrast(luminance(channels(one)), luminance(channels(other)));
}

function channels(colour: string): number[] {
  const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1] ?? '1a4f8b';
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

function luminance(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function hex(rgb: readonly number[]): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
