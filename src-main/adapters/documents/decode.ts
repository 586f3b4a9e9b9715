/**
 * The text of a file whose encoding nobody tells: what its first bytes say, else UTF-8 where it is that without a fault, else UTF-16
 * where every other byte is zero, else Windows-1252, in which every byte is a character. A guesser is not used: it takes a lone `é`
 * for Shift_JIS.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { text: loose('utf-8', bytes), encoding: 'utf-8' };
  if (a === 0xff && b === 0xfe) return { text: loose('utf-16le', bytes), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: loose('utf-16be', bytes), encoding: 'utf-16be' };
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const half = sample.length / 2;
  if ((zeros[1] ?? 0) > half * 0.6) return { text: loose('utf-16le', bytes), encoding: 'utf-16le' };
  if ((zeros[0] ?? 0) > half * 0.6) return { text: loose('utf-16be', bytes), encoding: 'utf-16be' };
  const strict = exact(bytes) ?? exact(unfolded(bytes));
  if (strict !== null) return { text: strict, encoding: 'utf-8' };
  return { text: loose('windows-1252', bytes), encoding: 'windows-1252' };
}

const loose = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

function exact(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Some calendars fold their lines in the middle of a character (RFC 5545, 3.1): joined as bytes it is whole again. */
function unfolded(bytes: Uint8Array): Uint8Array {
  const joined = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const fold = byte === 0x0d && bytes[at + 1] === 0x0a ? 2 : byte === 0x0a ? 1 : 0;
    const next = bytes[at + fold];
    if (fold > 0 && (next === 0x20 || next === 0x09)) at += fold;
    else joined[length++] = byte;
  }
  return joined.subarray(0, length);
}
