import type { Kysely } from 'kysely';
import type { Job, JobStore } from '../../../newsroom/job-store.ts';
import type { StoreTools } from '../open-database.ts';
import type { Tables } from '../tables/index.ts';

export function jobStore(db: Kysely<Tables>, tools: Pick<StoreTools, 'clock' | 'ids'>): JobStore {
  return {
    async add(job) {
      const now = tools.clock.now().toString();
      await db
        .insertInto('job')
        .values({
          id: tools.ids.next(),
          kind: job.kind,
          key: job.key,
          data: JSON.stringify(job.data ?? null),
          state: 'queued',
          attempts: 0,
          not_before: job.notBefore ?? now,
          error: null,
          created_at: now,
        })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    async due(now, kinds) {
      const row = await db
        .selectFrom('job')
        .select('id')
        .where('state', '=', 'queued')
        .where('not_before', '<=', now)
        .where('kind', 'in', [...kinds])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async take(now, kinds) {
      const row = await db
        .selectFrom('job')
        .selectAll()
        .where('state', '=', 'queued')
        .where('not_before', '<=', now)
        .where('kind', 'in', [...kinds])
        .orderBy('not_before')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) {
        return null;
      }
      await db
        .updateTable('job')
        .set({ state: 'running', attempts: row.attempts + 1 })
        .where('id', '=', row.id)
        .execute();
      return {
        id: row.id,
        kind: row.kind,
        key: row.key,
        data: JSON.parse(row.data),
        state: 'running',
        attempts: row.attempts + 1,
        notBefore: row.not_before,
        error: row.error,
      } satisfies Job;
    },
    async finish(id) {
      await db.deleteFrom('job').where('id', '=', id).execute();
    },
    async fail(id, error, notBefore) {
      await db
        .updateTable('job')
        .set(notBefore === null ? { state: 'failed', error } : { state: 'queued', error, not_before: notBefore })
        .where('id', '=', id)
        .execute();
    },
    async requeueRunning() {
      const result = await db
        .updateTable('job')
        .set({ state: 'queued' })
        .where('state', '=', 'running')
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    async nextDue() {
      const row = await db
        .selectFrom('job')
        .select('not_before')
        .where('state', '=', 'queued')
        .orderBy('not_before')
        .limit(1)
        .executeTakeFirst();
      return row?.not_before ?? null;
    },
  };
}
