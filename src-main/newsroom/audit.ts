import type { Newsroom } from './newsroom.ts';

const PAGE = 1000;

/**
 * Walks the whole audit trail and checks that every line follows from the one before it, and that it is as long as it once was.
 * @returns how many lines there are, and the first one that is wrong or gone
 */
export async function verifyAudit(
  ports: Pick<Newsroom, 'read' | 'auditAnchor'>,
): Promise<{ lines: number; brokenAt: number | null }> {
  const anchor = ports.auditAnchor.read();
  return ports.read(async ({ audit }) => {
    let lines = 0;
    let last: string | null = null;
    for (;;) {
      const page = await audit.walk(lines, PAGE);
      for (const line of page) {
        lines += 1;
        const follows =
          line.seq === lines && (last === null ? /^0{64}$/.test(line.previousHash) : line.previousHash === last);
        const other = anchor !== null && anchor !== 'unreadable' && anchor.seq === lines && anchor.hash !== line.hash;
        if (!follows || other || audit.hashOf(line) !== line.hash) {
          return { lines, brokenAt: line.seq };
        }
        last = line.hash;
      }
      if (page.length < PAGE) {
        const cut = anchor === 'unreadable' || (anchor !== null && anchor.seq > lines);
        return { lines, brokenAt: cut ? lines + 1 : null };
      }
    }
  });
}

/** Keeps the present end of the trail outside of the database; called now and then, and when the core ends. */
export async function anchorAudit(ports: Pick<Newsroom, 'read' | 'auditAnchor'>): Promise<void> {
  const [last] = await ports.read(({ audit }) => audit.list({ limit: 1 }));
  const kept = ports.auditAnchor.read();
  // an end that is not ours or lies beyond the trail is evidence, and evidence is not written over
  if (last === undefined || kept === 'unreadable' || (kept !== null && kept.seq >= last.seq)) {
    return;
  }
  ports.auditAnchor.keep({ seq: last.seq, hash: last.hash });
}
