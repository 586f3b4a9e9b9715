import * as Y from 'yjs';
import { BODY, DATELINE, documentOf, TITLE } from '../../src-main/text/release-document.ts';
import { piecesIn } from './local-copy.ts';

/**
 * The words that a copy of this browser holds, without the core: title, dateline and body, a paragraph a line. Also of a text that
 * no Kulkul can read, because nothing but the letters is looked at.
 * @throws when the browser gives no database
 */
export async function keptWords(copy: string): Promise<string> {
  const doc = documentOf(await piecesIn(copy));
  const lines = [doc.getText(TITLE).toString(), doc.getText(DATELINE).toString(), ...linesOf(doc.getXmlFragment(BODY))];
  doc.destroy();
  return lines.filter((line) => line.trim() !== '').join('\n\n');
}

function linesOf(part: Y.XmlFragment): string[] {
  const lines: string[] = [];
  let line = '';
  for (const child of part.toArray()) {
    if (child instanceof Y.XmlText) line += lettersOf(child);
    else if (child instanceof Y.XmlFragment) lines.push(...linesOf(child));
  }
  return line === '' ? lines : [line, ...lines];
}

/** A break inside of a paragraph and the like is embedded, and has no letters. */
function lettersOf(text: Y.XmlText): string {
  const runs = text.toDelta() as { insert: unknown }[];
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : '\n')).join('');
}
