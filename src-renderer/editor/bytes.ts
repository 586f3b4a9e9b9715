/** Yjs updates travel as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a long text as one argument list overflows the stack.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
