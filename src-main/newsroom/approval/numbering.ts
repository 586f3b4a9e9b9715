import type { Numbering } from '../../contract/approval.ts';
import type { Office } from '../../contract/office-nouns.ts';
import { type ReleaseKind, releaseKinds } from '../../contract/release-nouns.ts';

/** domain.md 3. The first is the usual letter number of 400.14.5.6 (Hubungan dengan Media Massa). */
export const numberPresets = [
  'B/400.14.5.6/{urut:3}/{unit}/{tahun}',
  '{urut:3}/SP/{unit}/{romawi}/{tahun}',
  '480/{urut:3}/{unit}/{tahun}',
  'SP-{tahun}-{urut:4}',
] as const;

/** Kinds that go out as an official statement of the office carry a number unless the office says otherwise. */
const numberedAtFirst: readonly ReleaseKind[] = ['siaran_pers_resmi', 'klarifikasi', 'pernyataan'];

/** Name of the setting that holds what {kode}, {unit} and {sifat} stand for. */
export const NUMBER_WORDS = 'number-words';

/** What this kind's number is made of, or null where it has none. */
export function templateOf(office: Pick<Office, 'numbering'>, kind: ReleaseKind): string | null {
  const own = office.numbering[kind];
  if (own !== undefined) return own;
  return numberedAtFirst.includes(kind) ? numberPresets[1] : null;
}

export function allTemplates(office: Pick<Office, 'numbering'>): Record<ReleaseKind, string | null> {
  return Object.fromEntries(releaseKinds.map((kind) => [kind, templateOf(office, kind)])) as Record<
    ReleaseKind,
    string | null
  >;
}

/** The words as kept, or guessed from the name of the unit. */
export function numberWords(office: Pick<Office, 'unit'>, kept: unknown): Numbering['words'] {
  const own = (typeof kept === 'object' && kept !== null ? kept : {}) as Partial<Numbering['words']>;
  return { code: own.code ?? '400.14.5.6', unit: own.unit ?? shortUnit(office.unit), nature: own.nature ?? 'B' };
}

/**
 * A number is unique only with its sequence and its year: the register begins again each year.
 * @returns what is wrong, or null
 */
export function templateProblem(template: string): 'urut' | 'tahun' | 'token' | null {
  const tokens = [...template.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  if (tokens.some((token) => !/^(urut(:[1-9])?|kode|unit|bulan|romawi|tahun|sifat)$/.test(token))) return 'token';
  if (!tokens.some((token) => token.startsWith('urut'))) return 'urut';
  return tokens.includes('tahun') ? null : 'tahun';
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/**
 * Prints a number.
 * @param day local day of the approval, `2025-11-20`
 */
export function printNumber(template: string, seq: number, day: string, words: Numbering['words']): string {
  const [year = '', month = ''] = day.split('-');
  return template.replace(/\{(\w+)(?::(\d))?\}/g, (whole, token: string, width?: string) => {
    switch (token) {
      case 'urut':
        return String(seq).padStart(Number(width ?? 1), '0');
      case 'kode':
        return words.code;
      case 'unit':
        return words.unit;
      case 'sifat':
        return words.nature;
      case 'bulan':
        return month;
      case 'romawi':
        return romans[Number(month) - 1] ?? '';
      case 'tahun':
        return year;
      default:
        return whole;
    }
  });
}

/** `Bagian Protokol dan Komunikasi Pimpinan` -> `PROKOPIM`, `Bagian Prokopim` -> `PROKOPIM`, else the capitals' initials. */
function shortUnit(unit: string): string {
  if (/protokol/i.test(unit) && /komunikasi pimpinan/i.test(unit)) return 'PROKOPIM';
  if (/hubungan masyarakat|humas/i.test(unit)) return 'HUMAS';
  if (/komunikasi (dan|&) informatika|kominfo/i.test(unit)) return 'KOMINFO';
  const words = unit.replace(/^(bagian|bidang|dinas|badan|sub ?bagian|sekretariat)\s+/i, '').split(/\s+/);
  if (words.length === 1) return (words[0] ?? '').toLocaleUpperCase('id');
  return words
    .filter((word) => !/^(dan|&|pada|di)$/i.test(word))
    .map((word) => word.charAt(0).toLocaleUpperCase('id'))
    .join('');
}
