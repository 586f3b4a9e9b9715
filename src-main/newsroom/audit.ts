import type { Newsroom } from './newsroom.ts';

const PAGE = 1000;

/**
 * Walks the whole audit trail and checks that every line follows from the one before it.
 * @returns how many lines there are, and the first one that is wrong
 */
export async function verifyAudit(ports: Pick<Newsroom, 'read'>): Promise<{ lines: number; brokenAt: number | null }> {
  return ports.read(async ({ audit }) => {
    let lines = 0;
    let last: string | null = null;
    for (;;) {
      const page = await audit.walk(lines, PAGE);
      for (const line of page) {
        lines += 1;
        const follows =
          line.seq === lines && (last === null ? /^0{64}$/.test(line.previousHash) : line.previousHash === last);
        if (!follows || audit.hashOf(line) !== line.hash) {
          return { lines, brokenAt: line.seq };
        }
        last = line.hash;
      }
      if (page.length < PAGE) {
        return { lines, brokenAt: null };
      }
    }
  });
}
