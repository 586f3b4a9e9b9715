import type { Manifest } from '../contract/release-nouns.ts';
import { joinBlocks } from './plain-text.ts';
import { printedBlocks, type Run } from './printed.ts';

/**
 * WhatsApp has no sign that takes the meaning from `*`, `_`, `~` and backtick, but it reads them only at the edge of a word
 * (https://faq.whatsapp.com/539178204879377). There, and only there, a sign that a person typed is replaced by one that looks
 * alike; `denpasar_kota` and addresses stay as they are.
 */
const lookalike: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** Words as they are shown in WhatsApp, without turning anything bold or struck that was not meant so. */
export function escapeWhatsapp(text: string): string {
  return text.replace(/\S+/gu, (word) =>
    /^(?:https?:\/\/|www\.|\S+@\S+\.)/i.test(word)
      ? word
      : word.replace(/(^[^\p{L}\p{N}]+)|([^\p{L}\p{N}]+$)/gu, (edge) =>
          edge.replace(/[*_~`]/g, (sign) => lookalike[sign] ?? sign),
        ),
  );
}

/** Title in bold, then the body in WhatsApp's markup, ready to paste. */
export function whatsappText(manifest: Pick<Manifest, 'title' | 'dateline' | 'body'>): string {
  const body = joinBlocks(printedBlocks(manifest), (block) =>
    marked(block.type === 'heading' ? block.runs.map((run) => ({ ...run, bold: true })) : block.runs),
  );
  return `*${escapeWhatsapp(manifest.title.trim())}*\n\n${body}`;
}

function marked(runs: readonly Run[]): string {
  let text = '';
  const joined = joinSameStyle(runs);
  joined.forEach((run, at) => {
    text += run.text
      .split('\n')
      .map((part, line, lines) => {
        const before = line === 0 ? (joined[at - 1]?.text.at(-1) ?? '') : '';
        const after = line === lines.length - 1 ? (joined[at + 1]?.text.at(0) ?? '') : '';
        return styled(part, run, before, after);
      })
      .join('\n');
    if (run.href !== null) {
      const shown = run.href.replace(/^mailto:/i, '');
      if (shown !== run.text.trim()) text += ` (${shown})`;
    }
  });
  return text;
}

/** WhatsApp reads a mark only where it touches a word on the inside and none on the outside. */
function styled(part: string, run: Run, before: string, after: string): string {
  const [, head = '', words = '', tail = ''] = part.match(/^(\s*)(.*?)(\s*)$/su) ?? [];
  if (words === '' || !(run.bold || run.italic)) return escapeWhatsapp(part);
  const inWord = /[\p{L}\p{N}]/u;
  if ((head === '' && inWord.test(before)) || (tail === '' && inWord.test(after))) return escapeWhatsapp(part);
  const marks = `${run.bold ? '*' : ''}${run.italic ? '_' : ''}`;
  return `${head}${marks}${escapeWhatsapp(words)}${[...marks].reverse().join('')}${tail}`;
}

function joinSameStyle(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.bold === run.bold && last.italic === run.italic && last.href === run.href)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
