const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for an element or a quoted attribute. Control characters that HTML and XML forbid are taken out. */
export function esc(text: string): string {
  return sayable(text).replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

/** Paragraphs of plain text: an empty line ends one, a line end breaks. */
export function escLines(text: string): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${esc(part.trim()).replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}

/** Without the characters that XML 1.0 (2.2) does not allow at all, and without lone surrogates. */
export function sayable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
}

/** JSON as the content of a data block: nothing in it can end the element or open a comment. */
export function jsonBlock(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
