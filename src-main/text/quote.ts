import { mergeAttributes, Node } from '@tiptap/core';
import { titled } from './titled.ts';

/** Who said it. `officialId` is null for a guest who is not in the register. */
export interface Speaker {
  readonly officialId: string | null;
  readonly name: string;
  readonly position: string;
  readonly shortName: string;
  /** Attribution verb as it is printed: `ujar`, `kata`, `ungkap`. */
  readonly verb: string;
}

/** The verbs of attribution the field uses; a person may type another. */
export const attributionVerbs = [
  'ujar',
  'kata',
  'ungkap',
  'jelas',
  'tutur',
  'ucap',
  'tegas',
  'papar',
  'tambah',
  'imbuh',
  'tutup',
] as const;

const kept = (name: string, empty: string | null) => ({
  default: empty,
  // Kept in data- attributes so that a quote copied from one release into another keeps its speaker.
  parseHTML: (element: { getAttribute(name: string): string | null }) => element.getAttribute(`data-${name}`) ?? empty,
  renderHTML: (attributes: Record<string, unknown>) => {
    const value = attributes[camel(name)];
    return typeof value === 'string' && value !== '' ? { [`data-${name}`]: value } : {};
  },
});

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * A quote with its speaker. The words said are the content; the marks of quotation and the attribution are not typed but
 * printed from the attributes, so they cannot drift from the register. Attributes are flat strings: y-tiptap compares
 * attribute values by identity and would rewrite an object at every keystroke.
 */
export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes() {
    return {
      officialId: kept('official-id', null),
      name: kept('name', ''),
      position: kept('position', ''),
      shortName: kept('short-name', ''),
      verb: kept('verb', 'ujar'),
    };
  },
  parseHTML() {
    return [{ tag: 'blockquote' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['blockquote', mergeAttributes(HTMLAttributes), 0];
  },
});

/** The speaker in a quote node's attributes, or null when nobody was chosen yet. */
export function speakerOf(attributes: Readonly<Record<string, unknown>> | null | undefined): Speaker | null {
  const text = (key: string) => {
    const value = attributes?.[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const name = text('name');
  if (name === '') return null;
  return {
    officialId: text('officialId') || null,
    name,
    position: text('position'),
    shortName: text('shortName') || name,
    verb: text('verb') || 'ujar',
  };
}

/**
 * The words after the closing quotation mark. First mention: position and full name; later: the short name
 * (the field's rule, e.g. `Wali Kota Denpasar I Gusti Ngurah Jaya Negara`, then `Jaya Negara`).
 */
export function attribution(speaker: Speaker, namedBefore: boolean): string {
  const who = namedBefore ? speaker.shortName : titled(speaker);
  // the full stop of a degree (`S.E.`) ends the sentence, too (EYD V)
  return `${speaker.verb} ${who}${who.endsWith('.') ? '' : '.'}`;
}

/**
 * How the said words end inside the quotation marks: a comma before an attribution (EYD V), but `?`, `!` and `…` stay.
 * Without an attribution a sentence keeps, or gets, its full stop.
 */
export function closingOf(said: string, attributed: boolean): { readonly cut: number; readonly add: string } {
  const trimmed = said.trimEnd();
  const cut = said.length - trimmed.length;
  const last = trimmed.at(-1) ?? '';
  if ('?!…'.includes(last) || trimmed.endsWith('...')) return { cut, add: '' };
  if (last === '.' || last === ',') return { cut: cut + 1, add: attributed ? ',' : '.' };
  return { cut, add: attributed ? ',' : '.' };
}
