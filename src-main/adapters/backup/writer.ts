import { createHash, type Hash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { isOver, type Run } from './run.ts';

/** What was written: bytes, and the SHA-256 of them in hex. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/** One form of a backup. Names are paths inside of it; every write rejects with what the disk says, or when the run was cancelled. */
export interface Writer {
  /** Where it grows. */
  readonly path: string;
  file(name: string, source: Readable): Promise<Written>;
  text(name: string, text: string): Promise<Written>;
  /** Everything is on the disk. */
  end(): Promise<void>;
}

/** Counts and hashes what goes through it, tells the run, and breaks off when that is over. */
export function metered(run: Run): { readonly through: Transform; result(): Written } {
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(piece: Buffer, _, next) {
      hash.update(piece);
      bytes += piece.length;
      run.bytes += piece.length;
      if (isOver(run)) next(new Error('cancelled'));
      else next(null, piece);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
