import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Kysely, Selectable } from 'kysely';
import type { AuditLine, AuditStore } from '../../../newsroom/audit-store.ts';
import type { Clock } from '../../../newsroom/ports.ts';
import type { Tables } from '../tables/index.ts';

/** Hash before the first line. */
export const CHAIN_START = '0'.repeat(64);

/** The audit trail: each line holds the SHA-256 of itself and of the line before, so a changed or missing line shows. */
export function auditStore(db: Kysely<Tables>, clock: Clock): AuditStore {
  return {
    async append(entry) {
      const last = await db
        .selectFrom('audit')
        .select(['seq', 'hash'])
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      const caller = entry.caller === 'system' ? null : entry.caller;
      const row = {
        seq: (last?.seq ?? 0) + 1,
        at: clock.now().toString(),
        user_id: caller?.userId ?? null,
        user_name: caller?.name ?? 'Kulkul',
        session_id: caller?.sessionId ?? null,
        act: entry.act,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        details: canonicalize(entry.details ?? {}) ?? '{}',
        previous_hash: last?.hash ?? CHAIN_START,
      };
      await db
        .insertInto('audit')
        .values({ ...row, hash: hashOf(row) })
        .execute();
    },
    async list(filter) {
      let query = db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(filter.limit);
      if (filter.subjectKind !== undefined) {
        query = query.where('subject_kind', '=', filter.subjectKind);
      }
      if (filter.subjectId !== undefined) {
        query = query.where('subject_id', '=', filter.subjectId);
      }
      if (filter.before !== undefined) {
        query = query.where('seq', '<', filter.before);
      }
      return (await query.execute()).map(toLine);
    },
    async walk(after, limit) {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toLine);
    },
    hashOf: (line) =>
      hashOf({
        seq: line.seq,
        at: line.at,
        user_id: line.userId,
        user_name: line.userName,
        session_id: line.sessionId,
        act: line.act,
        subject_kind: line.subjectKind,
        subject_id: line.subjectId,
        details: canonicalize(line.details) ?? '{}',
        previous_hash: line.previousHash,
      }),
  };
}

type Hashed = Omit<Selectable<Tables['audit']>, 'hash'>;

function hashOf(row: Hashed): string {
  return createHash('sha256')
    .update(canonicalize(row) ?? '')
    .digest('hex');
}

function toLine(row: Selectable<Tables['audit']>): AuditLine {
  return {
    seq: row.seq,
    at: row.at,
    userId: row.user_id,
    userName: row.user_name,
    sessionId: row.session_id,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: JSON.parse(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
