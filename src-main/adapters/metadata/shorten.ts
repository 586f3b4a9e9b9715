/**
 * Shortens to at most so many UTF-8 bytes, on a word border where there is one, never inside a letter; `…` shows that
 * something is missing.
 */
export function shortenToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const room = bytes - Buffer.byteLength('…');
  let kept = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter('id').segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > room) break;
    kept += segment;
  }
  const border = kept.search(/\s+\S*$/u);
  return `${(border > 0 ? kept.slice(0, border) : kept).trimEnd()}…`;
}
