import { escapeWhatsapp } from './whatsapp-text.ts';

/** What a shared message is made of. `lead` and `title` are plain, `greeting` is as a person typed it. */
export interface ShareParts {
  readonly greeting: string;
  readonly title: string;
  readonly lead: string;
  /** Public page, or null. */
  readonly link: string | null;
}

/** Longer addresses are cut by some phones and browsers; nothing published says where, 2,000 is safe everywhere. */
export const LONGEST_SHARE_ADDRESS = 1999;

/** The message for a group: greeting, title in bold, first paragraph, address of the page. */
export function shareText({ greeting, title, lead, link }: ShareParts): string {
  return [greeting.trim(), `*${escapeWhatsapp(title.trim())}*`, escapeWhatsapp(lead.trim()), link ?? '']
    .filter((part) => part !== '' && part !== '**')
    .join('\n\n');
}

/**
 * The address that opens WhatsApp with this text. What makes it too long is cut at a word; the page's own address, where the text
 * has one, stays whole at the end, because a message without it would lead nowhere.
 * @returns `shortened`: the message that opens is not the whole text
 */
export function shareAddress(text: string, link: string | null): { readonly url: string; readonly shortened: boolean } {
  const url = (message: string) => `https://wa.me/?text=${encode(message)}`;
  if (url(text).length <= LONGEST_SHARE_ADDRESS) return { url: url(text), shortened: false };
  const end = link !== null && text.includes(link) ? `\n\n${link}` : '';
  const body = end === '' ? text : text.replace(link ?? '', '').trimEnd();
  // Graphemes, so that no emoji is cut in two; found by halving, because encoding makes lengths uneven.
  const signs = [...new Intl.Segmenter('id').segment(body)].map(({ segment }) => segment);
  let fits = 0;
  let breaks = signs.length;
  while (breaks - fits > 1) {
    const middle = Math.floor((fits + breaks) / 2);
    if (url(`${signs.slice(0, middle).join('')}…${end}`).length <= LONGEST_SHARE_ADDRESS) fits = middle;
    else breaks = middle;
  }
  const cut = signs.slice(0, fits).join('');
  const word = cut.search(/\s\S*$/);
  const kept = (word > cut.length / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–-]+$/u, '');
  return { url: url(`${kept}…${end}`), shortened: true };
}

/** `encodeURIComponent` throws on half an emoji; a cut paste may hold one. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
