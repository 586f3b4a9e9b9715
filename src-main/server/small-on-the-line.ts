import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Text and programs; pictures and fonts are packed already. */
const packable = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;
/** Fewer bytes than this fit into the first packets anyway. */
const WORTH_IT = 1400;

type Encoding = 'br' | 'gzip';

/**
 * Packs the files of the page for a line that is narrower than this computer: a phone outside of the office reads about a quarter of
 * the bytes. Each file is packed once per way and kept; only what the build made comes through here, so nothing secret is ever mixed
 * with what a stranger chose (BREACH).
 * @returns the bytes to send, and the value of `content-encoding` when they are packed
 */
export function packer(): (
  type: string,
  bytes: Uint8Array,
  accepted: string | null,
) => Promise<{ readonly bytes: Uint8Array; readonly encoding: Encoding | null }> {
  const kept = new Map<string, Promise<Uint8Array>>();
  return async (type, bytes, accepted) => {
    const encoding = bytes.length < WORTH_IT || !packable.test(type) ? null : best(accepted ?? '');
    if (encoding === null) return { bytes, encoding };
    // by its bytes: the page itself keeps its name when it is built anew
    const key = `${encoding} ${createHash('sha256').update(bytes).digest('base64')}`;
    let packed = kept.get(key);
    if (packed === undefined) {
      packed = encoding === 'br' ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }) : zip(bytes);
      kept.set(key, packed);
      packed.catch(() => kept.delete(key));
    }
    return { bytes: await packed, encoding };
  };
}

/** The better of the two ways that `accept-encoding` allows; `gzip;q=0` forbids. */
function best(accepted: string): Encoding | null {
  const allowed = new Set(
    accepted
      .toLowerCase()
      .split(',')
      .map((part) => part.trim().split(/\s*;\s*/))
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
      .map(([way]) => way),
  );
  return allowed.has('br') ? 'br' : allowed.has('gzip') ? 'gzip' : null;
}
