import type { Manifest } from '../contract/release-nouns.ts';
import { type Block, printedBlocks, type Run } from './printed.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made harmless for HTML content and for attribute values in quotation marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * The body as HTML: p, h2, h3, blockquote, ul, ol, li, strong, em, a, br and nothing else; every word escaped, links only where
 * link-address.ts lets them lead. Title, photos and letterhead are the business of the one who embeds it.
 */
export function bodyHtml(manifest: Pick<Manifest, 'dateline' | 'body'>): string {
  const blocks = printedBlocks(manifest);
  let html = '';
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    if (block.type === 'item') {
      let end = at;
      while (blocks[end]?.type === 'item') end++;
      html += listHtml(blocks.slice(at, end));
      at = end;
      continue;
    }
    const inner = runsHtml(block.runs);
    if (block.type === 'heading') html += `<h${block.level === 3 ? 3 : 2}>${inner}</h${block.level === 3 ? 3 : 2}>\n`;
    else if (block.type === 'quote') html += `<blockquote><p>${inner}</p></blockquote>\n`;
    else html += `<p>${inner}</p>\n`;
    at++;
  }
  return html;
}

/** Items that follow one another, as nested lists by their depth. Two lists of another kind side by side stay two. */
function listHtml(items: readonly Block[]): string {
  let html = '';
  const open: { tag: 'ul' | 'ol'; level: number }[] = [];
  const close = () => {
    html += `</li></${open.pop()?.tag}>\n`;
  };
  for (const item of items) {
    const tag = item.marker === '•' ? 'ul' : 'ol';
    const inner = runsHtml(item.runs);
    if (item.marker === '' && open.length > 0) {
      html += `<br>${inner}`;
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > item.level) close();
    const list = open.at(-1);
    if (list !== undefined && list.level === item.level && (list.tag !== tag || item.marker === '1.')) close();
    if ((open.at(-1)?.level ?? 0) < item.level) {
      const start = tag === 'ol' && item.marker !== '1.' ? ` start="${Number.parseInt(item.marker, 10) || 1}"` : '';
      html += `<${tag}${start}><li>${inner}`;
      open.push({ tag, level: item.level });
    } else html += `</li><li>${inner}`;
  }
  while (open.length > 0) close();
  return html;
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      let html = escapeHtml(run.text).replace(/\n/g, '<br>');
      if (run.italic) html = `<em>${html}</em>`;
      if (run.bold) html = `<strong>${html}</strong>`;
      return run.href === null ? html : `<a href="${escapeHtml(run.href)}" rel="noopener noreferrer">${html}</a>`;
    })
    .join('');
}
