/** The beginning of a text, at most so long, without half a character at its end: no database and no page can hold one. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
