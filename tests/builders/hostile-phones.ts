import fc from 'fast-check';

/** Seven digits that nothing else has by chance, so that finding them means that the number is there. */
const lastSeven = fc.noBias(fc.integer({ min: 1_234_567, max: 9_876_543 })).map(String);

/** One number in the ways people of these offices write it; `digits` are its last seven, `text` how it stands there. */
export interface WrittenPhone {
  readonly digits: string;
  readonly text: string;
}

const four = (rest: string) => [rest.slice(0, 3), rest.slice(3)] as const;

/** `a` and `b` are the last seven digits in two groups. */
const ways: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `0812-3${a}-${b}`,
  (a, b) => `08123${a}${b}`,
  (a, b) => `+62 812 3${a} ${b}`,
  (a, b) => `+62812-3${a}-${b}`,
  (a, b) => `(+62) 812 3${a} ${b}`,
  (a, b) => `62 812 3${a} ${b}`,
  (a, b) => `628123${a}${b}`,
  (a, b) => `0062 812 3${a} ${b}`,
  (a, b) => `(0361) ${a}${b}`,
  (a, b) => `(0361)${a} ${b}`,
  (a, b) => `0361-${a}${b}`,
  (a, b) => `0361/${a}${b}`,
  (a, b) => `021.${a}.${b}`,
  (a, b) => `0812.3${a}.${b}`,
  (a, b) => `0.8.1.2.3.${[...a].join('.')}.${[...b].join('.')}`,
  (a, b) => `0812 3 ${[...a].join(' ')} ${[...b].join(' ')}`,
  (a, b) => `0812_3${a}_${b}`,
  (a, b) => `0812/3${a}/${b}`,
  (a, b) => `0812 – 3${a} – ${b}`,
  (a, b) => `0812*3${a}*${b}`,
  (a, b) => `WA 08123${a}${b}`,
  (a, b) => `WA: 0812 3${a} ${b}`,
  (a, b) => `HP/WA 0812-3${a}-${b}`,
  (a, b) => `hp.08123${a}${b}`,
  (a, b) => `(CP: Made 0812 3${a} ${b})`,
  (a, b) => `wa.me/628123${a}${b}`,
  (a, b) => `https://wa.me/628123${a}${b}?text=halo`,
  (a, b) => `tel:+628123${a}${b}`,
  (a, b) => `Telp. ${a}${b}`,
  (a, b) => `No. HP ${a} ${b}`,
  (a, b) => `Hub. ${a}-${b}`,
  (a, b) => `812 3${a} ${b}`,
  (a, b) => `+1 (212) ${a}-${b}`,
  (a, b) => `0812\u200b3${a}\u2060${b}`,
  (a, b) => `０８１２ ３${[...`${a}${b}`].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('')}`,
];

/** A telephone number as it is typed where none belongs. */
export const writtenPhone: fc.Arbitrary<WrittenPhone> = fc
  .tuple(lastSeven, fc.constantFrom(...ways))
  .map(([digits, write]) => ({ digits, text: write(...four(digits)) }));

/** Digits of a text, of any width, in the order they stand. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}
