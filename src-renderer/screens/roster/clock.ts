/** `18.00`, `18:00`, `7` -> `18:00`, `18:00`, `07:00`; what is no clock stays as it was typed, and is refused at its field. */
export function clockOf(typed: string): string {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : typed;
}
