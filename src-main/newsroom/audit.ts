import type { Caller } from './caller.ts';
import type { Newsroom } from './newsroom.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { AuditEnd, ReadStores } from './ports.ts';

/** Lines read and hashed in one go: some milliseconds. */
const PAGE = 250;
/** Setting: the end of this trail has been kept outside of the database. A restore takes it away, with the mark it speaks of. */
export const AUDIT_ANCHORED = 'audit-anchored';
/** Act of the line that says where the end had to be kept anew, because what was kept before was gone or its key was. */
const ANCHORED_ANEW = 'audit.anchored-anew';
/** Act of the line in which a person took note that the trail is not the one whose end was kept. */
const ACKNOWLEDGED = 'audit.acknowledged';

type Anchored = Pick<Newsroom, 'read' | 'auditAnchor'>;

/** What is known of the whole trail. */
export interface AuditVerified {
  readonly lines: number;
  /** The first line that is wrong or gone; null when none is. */
  readonly brokenAt: number | null;
  /** Whether the trail was compared with its end as it was kept outside: without that, lines cut off the end do not show. */
  readonly endChecked: boolean;
  /** The last line that says that the end was kept anew, by itself or by a person: what was cut off before it does not show. */
  readonly anewAt: number | null;
}

/**
 * Walks the whole audit trail and checks that every line follows from the one before it, and that it is as long as it once was.
 * Page by page, each a read of its own: reads take turns, and every request waits for its own. One moment is not needed, for the
 * chain only grows; the end kept outside is looked at first, so every page that is read later must still hold it.
 */
export async function verifyAudit(ports: Anchored & Pick<Newsroom, 'turn'>): Promise<AuditVerified> {
  const kept = ports.auditAnchor.read();
  const end = isEnd(kept) ? kept : null;
  let lines = 0;
  let last: string | null = null;
  let anewAt: number | null = null;
  const verified = (brokenAt: number | null) => ({ lines, brokenAt, endChecked: end !== null, anewAt });
  for (;;) {
    const page = await ports.read(async ({ audit }) =>
      (await audit.walk(lines, PAGE)).map((line) => ({ line, hash: audit.hashOf(line) })),
    );
    for (const { line, hash } of page) {
      lines += 1;
      const follows =
        line.seq === lines && (last === null ? /^0{64}$/.test(line.previousHash) : line.previousHash === last);
      const other = end?.seq === lines && end.hash !== line.hash;
      if (!follows || other || hash !== line.hash) {
        return verified(line.seq);
      }
      if (line.act === ANCHORED_ANEW || line.act === ACKNOWLEDGED) {
        anewAt = line.seq;
      }
      last = line.hash;
    }
    if (page.length < PAGE) {
      const cut = kept === 'unreadable' || (end !== null && end.seq > lines);
      return verified(cut ? lines + 1 : null);
    }
    await ports.turn();
  }
}

/** What the end kept outside says of the trail: that it is still the same, that it is another, or nothing. */
export type AuditEndState = 'same' | 'other' | 'unknown';

/** Looks only at the line that was kept, not at the whole trail. */
export async function auditEnd(ports: Anchored): Promise<AuditEndState> {
  const kept = ports.auditAnchor.read();
  if (kept === 'unreadable') {
    return 'other';
  }
  return isEnd(kept) ? ports.read((stores) => compared(stores, kept)) : 'unknown';
}

/**
 * Keeps the present end of the trail outside of the database; called now and then, and when the core ends. An end that is not this
 * trail's is evidence and stays as it is, however much is written after it. Where it is gone, or the key it was sealed with, the
 * trail itself says from which line on it is kept anew. While the disk does not say what is kept, nothing is done.
 * @returns what the end kept before said
 */
export async function anchorAudit(ports: Pick<Newsroom, 'read' | 'write' | 'auditAnchor'>): Promise<AuditEndState> {
  const { auditAnchor } = ports;
  const kept = auditAnchor.read();
  if (kept === 'unreadable') {
    return 'other';
  }
  if (kept === 'not_now') {
    return 'unknown';
  }
  const seen = await ports.read(async (stores) => ({
    anchored: (await stores.office.setting(AUDIT_ANCHORED)) === true,
    last: await lastOf(stores),
    state: isEnd(kept) ? await compared(stores, kept) : ('unknown' as const),
  }));
  if (seen.state === 'other' || seen.last === null || !auditAnchor.ready) {
    return seen.state;
  }
  let { last } = seen;
  if (kept === 'locked' || (kept === null && seen.anchored)) {
    const said = await ports.write(async (stores) => {
      const [line] = await stores.audit.list({ limit: 1 });
      // said already by a round that then could not keep the end: not once more every ten seconds
      if (line?.act !== ANCHORED_ANEW) {
        await stores.audit.append({
          caller: 'system',
          act: ANCHORED_ANEW,
          subject: { kind: 'office', id: 'office' },
          details: { because: kept === null ? 'gone' : 'other_key' },
        });
      }
      return done(await lastOf(stores));
    });
    if (!said.ok || said.value === null) {
      return seen.state;
    }
    last = said.value;
  }
  if (!isEnd(kept) || kept.seq < last.seq) {
    auditAnchor.keep(last);
  }
  if (!seen.anchored) {
    // after the file: the other way round, a crash between the two would call it gone
    await ports.write(async (stores) => done(await stores.office.setSetting(AUDIT_ANCHORED, true)));
  }
  return seen.state;
}

/**
 * A person has looked at a trail that is not the one whose end was kept (a power cut took the last commits, an older database was
 * put back) and begins anew from here, so that what is written from now on is protected again. The trail says who did, and which end
 * was kept; the kept end itself is set aside as evidence first. Does nothing where the end is the same or not known now.
 * Refuses: `vault_locked` where there is no key to seal the new end with.
 */
export async function acknowledgeEnd(
  ports: Pick<Newsroom, 'read' | 'write' | 'auditAnchor'>,
  caller: Caller,
): Promise<Outcome<undefined>> {
  const { auditAnchor } = ports;
  const kept = auditAnchor.read();
  const state =
    kept === 'unreadable' ? 'other' : isEnd(kept) ? await ports.read((all) => compared(all, kept)) : 'unknown';
  if (state !== 'other') return done(undefined);
  if (!auditAnchor.ready) return refused('vault_locked');
  const file = auditAnchor.setAside();
  const said = await ports.write(async (stores) => {
    await stores.audit.append({
      caller,
      act: ACKNOWLEDGED,
      subject: { kind: 'office', id: 'office' },
      details: { keptFile: file, ...(isEnd(kept) ? { keptLine: kept.seq, keptHash: kept.hash } : {}) },
    });
    return done(await lastOf(stores));
  });
  if (!said.ok) return said;
  if (said.value !== null) auditAnchor.keep(said.value);
  return done(undefined);
}

async function compared({ audit }: Pick<ReadStores, 'audit'>, kept: AuditEnd): Promise<AuditEndState> {
  const [line] = await audit.walk(kept.seq - 1, 1);
  return line?.seq === kept.seq && line.hash === kept.hash && audit.hashOf(line) === line.hash ? 'same' : 'other';
}

async function lastOf({ audit }: Pick<ReadStores, 'audit'>): Promise<AuditEnd | null> {
  const [last] = await audit.list({ limit: 1 });
  return last === undefined ? null : { seq: last.seq, hash: last.hash };
}

function isEnd(kept: ReturnType<Newsroom['auditAnchor']['read']>): kept is AuditEnd {
  return kept !== null && typeof kept === 'object';
}
