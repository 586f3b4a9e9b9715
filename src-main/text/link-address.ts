/** What a link in a release may point to. Everything else (javascript:, data:, file: …) is refused, also when it hides. */
const allowed = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@[^\s@]+)/i;

/**
 * The address as it may stand in a link, or null when it may not.
 * Control characters and blanks are taken out first: browsers ignore them inside a scheme (`java\nscript:`), see
 * https://url.spec.whatwg.org/#concept-basic-url-parser step 2 and 3.
 * @param address what a person typed or pasted; `www.…` and `name.tld/…` are read as https
 */
export function safeAddress(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > 2000) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  const bare = address.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff]/g, '');
  if (allowed.test(bare)) return bare;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#].*)?$/i.test(bare)) return `https://${bare}`;
  return null;
}
