import { type Kysely, type Selectable, sql } from 'kysely';
import type { Decision } from '../../../contract/approval-nouns.ts';
import type { ApprovalStore, DecisionRecord } from '../../../newsroom/approval/approval-store.ts';
import type { Tables } from '../tables/index.ts';

/** Decisions and the number register: only ever added to. */
export function approvalStore(db: Kysely<Tables>): ApprovalStore {
  return {
    async addDecision(decision, canonical) {
      await db
        .insertInto('release_decision')
        .values((values) => ({
          id: decision.id,
          release_id: decision.releaseId,
          version: decision.version,
          act: decision.act,
          user_id: decision.userId,
          user_name: decision.userName,
          role: decision.role,
          note: decision.note,
          at: decision.at,
          content_hash: decision.contentHash,
          content: canonical,
          self: decision.self ? 1 : 0,
          text_seq: decision.textSeq,
          admitted_seq: values.selectFrom('release').select('admitted_seq').where('id', '=', decision.releaseId),
          correction_seq: decision.correctionSeq,
          instead_of: decision.insteadOf?.id ?? null,
          instead_of_name: decision.insteadOf?.name ?? null,
        }))
        .execute();
    },
    async decisions(releaseId) {
      const rows = await db
        .selectFrom('release_decision')
        .selectAll()
        .where('release_id', '=', releaseId)
        .orderBy('at', 'desc')
        // Two in one millisecond stand as they were written.
        .orderBy(sql`rowid`, 'desc')
        .execute();
      return rows.map(toDecision);
    },
    async lastSubmissions(releaseIds) {
      if (releaseIds.length === 0) return [];
      const rows = await db
        .selectFrom('release_decision')
        .selectAll()
        .where('release_id', 'in', [...releaseIds])
        .where('act', '=', 'submitted')
        .orderBy('at')
        .orderBy('id')
        .execute();
      return [...new Map(rows.map((row) => [row.release_id, toDecision(row)])).values()];
    },
    async contentOf(decisionId) {
      const row = await db
        .selectFrom('release_decision')
        .select('content')
        .where('id', '=', decisionId)
        .executeTakeFirst();
      return row?.content ?? null;
    },
    async captionersSince(photoIds, after) {
      if (photoIds.length === 0) return [];
      const rows = await db
        .selectFrom('audit')
        .select(['user_id', 'user_name'])
        .distinct()
        .where('subject_kind', '=', 'photo')
        .where((eb) =>
          eb.or([
            eb.and([eb('act', '=', 'photos.words'), eb('subject_id', 'in', [...photoIds])]),
            // one line for many photos; it stands under the first of them
            eb.and([
              eb('act', '=', 'photos.credit'),
              sql<boolean>`exists (select 1 from json_each(audit.details, '$.photos')
                where value in (select value from json_each(${JSON.stringify(photoIds)})))`,
            ]),
          ]),
        )
        .where('at', '>', after)
        .where('user_id', 'is not', null)
        .execute();
      return rows.flatMap((row) => (row.user_id === null ? [] : [{ userId: row.user_id, userName: row.user_name }]));
    },
    async writersSince(releaseId, decisionId) {
      const since =
        decisionId === null
          ? undefined
          : await db
              .selectFrom('release_decision')
              .select(['text_seq', 'admitted_seq'])
              .where('id', '=', decisionId)
              .executeTakeFirst();
      const rows = await db
        .selectFrom('release_update as u')
        .innerJoin('release as r', 'r.id', 'u.release_id')
        .select(['u.user_id', 'u.user_name'])
        .distinct()
        .where('u.release_id', '=', releaseId)
        .where((where) =>
          where.or([
            where.and([where('u.late', '=', 0), where('u.seq', '>', since?.text_seq ?? 0)]),
            // Late words count from when they were let in, not from when they came.
            where.and([
              where('u.late', '=', 1),
              where('u.seq', '>', since?.admitted_seq ?? 0),
              where('u.seq', '<=', where.ref('r.admitted_seq')),
            ]),
          ]),
        )
        .where(
          sql<boolean>`u.seq not in (select correction_seq from release_decision d
            where d.release_id = u.release_id and d.correction_seq is not null)`,
        )
        .execute();
      return rows.map((row) => ({ userId: row.user_id, userName: row.user_name }));
    },
    async lastNumber(year, register) {
      const row = await db
        .selectFrom('release_number')
        .select((select) => select.fn.max('seq').as('last'))
        .where('year', '=', year)
        .where('register', '=', register)
        .executeTakeFirst();
      return Number(row?.last ?? 0);
    },
    async numberTaken(number) {
      const row = await db
        .selectFrom('release_number')
        .select('seq')
        .where('number', '=', number)
        .where('state', '=', 'issued')
        .executeTakeFirst();
      return row !== undefined;
    },
    async addNumber(line) {
      await db
        .insertInto('release_number')
        .values({
          year: line.year,
          register: line.register,
          seq: line.seq,
          number: line.number,
          release_id: line.releaseId,
          kind: line.kind,
          state: line.state,
          at: line.at,
        })
        .execute();
    },
  };
}

function toDecision(row: Selectable<Tables['release_decision']>): DecisionRecord {
  return {
    id: row.id,
    releaseId: row.release_id,
    version: row.version,
    act: row.act as Decision['act'],
    userId: row.user_id,
    userName: row.user_name,
    role: row.role as Decision['role'],
    insteadOf: row.instead_of === null ? null : { id: row.instead_of, name: row.instead_of_name ?? '' },
    note: row.note,
    at: row.at,
    contentHash: row.content_hash,
    self: row.self === 1,
    textSeq: row.text_seq,
    correctionSeq: row.correction_seq,
  };
}
