import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { safeAddress } from '../../src-main/text/link-address.ts';

/**
 * What is pasted keeps its meaning (paragraphs, bold, italic, headings, lists, links) and loses everything else. The HTML is read in
 * a document of its own, which loads nothing and runs nothing; it is then read once more by the schema, which knows no other nodes.
 */
export function cleanPastedHtml(html: string): string {
  // Handlers do not run in such a document; taken out of the tags beforehand, the browser need not report them either.
  const quiet = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s"'/])on[a-z]+\s*=/gi, '$1data-off='));
  const page = new DOMParser().parseFromString(quiet, 'text/html');
  // Our own clipboard is already in the schema, and a quote keeps its speaker; but any page can write this mark.
  if (page.querySelector('[data-pm-slice]') !== null) return withoutActs(page);
  const out = page.implementation.createHTMLDocument('');
  copyBlocks(page.body, out.body, out);
  gatherWordLists(out);
  dropEmpty(out.body);
  return out.body.innerHTML;
}

const dropped = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'TITLE',
  'META',
  'LINK',
  'IFRAME',
  'OBJECT',
  'SVG',
  'IMG',
  'BUTTON',
  'INPUT',
  'SELECT',
  'NOSCRIPT',
  'XML',
]);
const blocks = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'ASIDE',
  'BLOCKQUOTE',
  'PRE',
  'ADDRESS',
  'FIGURE',
  'FIGCAPTION',
  'DL',
  'DT',
  'DD',
  'TABLE',
  'TBODY',
  'THEAD',
  'TFOOT',
  'TR',
  'CENTER',
  'FORM',
  'BODY',
  'HTML',
]);

/** The same HTML with nothing in it that could act or load: only words, their elements, data and safe addresses stay. */
function withoutActs(page: Document): string {
  for (const element of [...page.body.querySelectorAll('*')]) {
    if (dropped.has(element.tagName.toUpperCase())) element.remove();
    for (const { name, value } of [...element.attributes]) {
      if (name.startsWith('data-') || name === 'start') continue;
      const address = name === 'href' ? safeAddress(value) : null;
      if (address === null) element.removeAttribute(name);
      else element.setAttribute(name, address);
    }
  }
  return page.body.innerHTML;
}

/** Copies block by block; loose words between blocks become a paragraph of their own. */
function copyBlocks(from: Element, to: Element, out: Document): void {
  let loose: Element | null = null;
  const flow = () => {
    if (loose === null) {
      loose = out.createElement('p');
      to.append(loose);
    }
    return loose;
  };
  for (const child of [...from.childNodes]) {
    if (child.nodeType === 3) {
      if (loose !== null || child.textContent?.trim()) flow().append(child.textContent?.replace(/\s+/g, ' ') ?? '');
      continue;
    }
    if (!(child.nodeType === 1) || dropped.has((child as Element).tagName.toUpperCase())) continue;
    const element = child as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (hidden(element)) continue;
    if (/^H[1-6]$/.test(tag)) {
      const heading = out.createElement(Number(tag[1]) <= 2 ? 'h2' : 'h3');
      copyInline(element, heading, out);
      to.append(heading);
    } else if (tag === 'UL' || tag === 'OL') {
      const list = out.createElement(tag.toLowerCase());
      for (const item of [...element.children]) {
        const copy = out.createElement('li');
        copyBlocks(item, copy, out);
        list.append(copy);
      }
      to.append(list);
    } else if (tag === 'TR') {
      const row = out.createElement('p');
      [...element.children].forEach((cell, at) => {
        if (at > 0) row.append(' | ');
        copyInline(cell, row, out);
      });
      to.append(row);
    } else if (blocks.has(tag) || [...element.children].some((inner) => blocks.has(inner.tagName.toUpperCase()))) {
      if (
        [...element.querySelectorAll('*')].some(
          (inner) => blocks.has(inner.tagName) || /^(UL|OL|H[1-6])$/.test(inner.tagName),
        )
      ) {
        copyBlocks(element, to, out);
      } else {
        const paragraph = out.createElement('p');
        const level = element.getAttribute('style')?.match(/mso-list:\s*l\d+\s+level(\d)/i)?.[1];
        if (level !== undefined) paragraph.setAttribute('data-word-list', level);
        copyInline(element, paragraph, out);
        to.append(...splitAtDoubleBreaks(paragraph, out));
      }
    } else if (tag === 'BR' && loose === null) {
      continue;
    } else {
      copyInline({ childNodes: [element] } as unknown as Element, flow(), out);
      continue;
    }
    loose = null;
  }
}

function copyInline(from: Element, to: Element, out: Document): void {
  for (const child of [...from.childNodes]) {
    if (child.nodeType === 3) to.append(child.textContent?.replace(/[ \t\r\n\f]+/g, ' ') ?? '');
    if (child.nodeType !== 1) continue;
    const element = child as HTMLElement;
    const tag = element.tagName.toUpperCase();
    if (dropped.has(tag) || hidden(element)) continue;
    if (tag === 'BR') {
      to.append(out.createElement('br'));
      continue;
    }
    // Word writes the bullet itself as text, marked to be ignored by who understands lists.
    if (/mso-list:\s*ignore/i.test(element.getAttribute('style') ?? '')) {
      if (/^\s*\(?\w{1,3}[.)]/.test(element.textContent ?? '')) to.setAttribute('data-word-ordered', '');
      continue;
    }
    let into = to;
    const wrap = (name: string) => {
      const inner = out.createElement(name);
      into.append(inner);
      into = inner;
    };
    const { fontWeight, fontStyle } = element.style;
    const bold = /^(B|STRONG)$/.test(tag)
      ? !/^(normal|[1-4]00)$/.test(fontWeight)
      : /^(bold|bolder|[6-9]00)$/.test(fontWeight);
    const italic = /^(I|EM)$/.test(tag) ? fontStyle !== 'normal' : fontStyle === 'italic' || fontStyle === 'oblique';
    const href = tag === 'A' ? safeAddress(element.getAttribute('href')) : null;
    if (href !== null) {
      wrap('a');
      into.setAttribute('href', href);
    }
    if (bold) wrap('strong');
    if (italic) wrap('em');
    copyInline(element, into, out);
  }
}

function hidden(element: HTMLElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.style.display === 'none' ||
    /mso-hide:\s*all/i.test(element.getAttribute('style') ?? '')
  );
}

/** Two line breaks in a row are how mails and chats make a paragraph. */
function splitAtDoubleBreaks(paragraph: Element, out: Document): Element[] {
  const parts: Element[] = [];
  let current = paragraph.cloneNode(false) as Element;
  const children = [...paragraph.childNodes];
  children.forEach((child, at) => {
    const isBreak = child.nodeName === 'BR';
    if (isBreak && children[at + 1]?.nodeName === 'BR') {
      parts.push(current);
      current = out.createElement('p');
    } else if (!(isBreak && current.childNodes.length === 0)) current.append(child);
  });
  parts.push(current);
  return parts;
}

/** Word's lists are paragraphs with a mark in their style. */
function gatherWordLists(out: Document): void {
  for (const first of [...out.querySelectorAll('p[data-word-list]')]) {
    if (!first.isConnected || first.parentElement?.tagName === 'LI') continue;
    const list = out.createElement(first.hasAttribute('data-word-ordered') ? 'ol' : 'ul');
    first.before(list);
    let next: Element | null = first;
    while (next?.matches('p[data-word-list]')) {
      const following: Element | null = next.nextElementSibling;
      const item = out.createElement('li');
      next.removeAttribute('data-word-list');
      next.removeAttribute('data-word-ordered');
      item.append(next);
      list.append(item);
      next = following;
    }
  }
}

function dropEmpty(body: Element): void {
  for (const paragraph of [...body.querySelectorAll('p')]) if (!paragraph.textContent?.trim()) paragraph.remove();
  for (const item of [...body.querySelectorAll('li')]) if (item.childNodes.length === 0) item.remove();
}

/** `[20/11/25 09.12] Made: ` or `[09.12, 20/11/2025] Made: ` before a copied WhatsApp message. */
const whatsappHead = /^\[\s*(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}[.:]\d{2})[^\]]{0,30}\]\s[^:\n]{1,60}:\s/;

/** Pasted plain text: lines are paragraphs, WhatsApp's `*bold*` and `_italic_` become style. */
export function plainTextSlice(text: string, schema: Schema): Slice {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200e\u200f\u202a-\u202e\ufeff]/g, '')
    .split('\n');
  const nodes: Node[] = [];
  for (const line of lines) {
    const words = line.replace(whatsappHead, '').trim();
    if (words !== '') nodes.push(schema.nodes.paragraph?.create(null, styledWords(words, schema)) as Node);
  }
  if (nodes.length === 0) return Slice.empty;
  return new Slice(Fragment.from(nodes), 1, 1);
}

/** A sign counts as style only where WhatsApp reads it so: touching a word on the inside and none on the outside. */
const styled = /(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

function styledWords(words: string, schema: Schema): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const match of words.matchAll(styled)) {
    if (match.index > at) nodes.push(schema.text(words.slice(at, match.index)));
    const mark = match[1] === '*' ? schema.marks.bold : schema.marks.italic;
    nodes.push(schema.text(match[2] ?? '', mark === undefined ? [] : [mark.create()]));
    at = match.index + match[0].length;
  }
  if (at < words.length) nodes.push(schema.text(words.slice(at)));
  return nodes;
}
