import type { Kysely } from 'kysely';
import type { ClashStore } from '../../../newsroom/agenda/clashes/clash-store.ts';
import type { Tables } from '../tables/index.ts';

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 10_000;

export function clashStore(db: Kysely<Tables>): ClashStore {
  return {
    async answers(keys) {
      const answers: Awaited<ReturnType<ClashStore['answers']>> = new Map();
      for (let from = 0; from < keys.length; from += AT_ONCE) {
        const rows = await db
          .selectFrom('clash_override')
          .selectAll()
          .where('key', 'in', keys.slice(from, from + AT_ONCE))
          .execute();
        for (const row of rows) answers.set(row.key, { reason: row.reason, userName: row.user_name, at: row.at });
      }
      return answers;
    },
    async answer(key, { reason, userName, at }) {
      await db
        .insertInto('clash_override')
        .values({ key, reason, user_name: userName, at })
        .onConflict((row) => row.column('key').doUpdateSet({ reason, user_name: userName, at }))
        .execute();
    },
  };
}
