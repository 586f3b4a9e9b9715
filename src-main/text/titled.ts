/**
 * A person at first mention: position and full name (`Wali Kota Denpasar I Gusti Ngurah Jaya Negara`). Who is in the register under
 * one name for both, because nobody has completed it yet, is named once.
 */
export function titled({ position, name }: { readonly position: string; readonly name: string }): string {
  const same = position.trim().toLocaleLowerCase('id') === name.trim().toLocaleLowerCase('id');
  return same ? name : [position, name].filter((part) => part !== '').join(' ');
}
