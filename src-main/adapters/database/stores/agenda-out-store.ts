import { type Kysely, type Selectable, sql } from 'kysely';
import { encodeTime } from 'ulid';
import type { AgendaOutStore, SubscriptionRecord } from '../../../newsroom/agenda/outgoing/out-store.ts';
import type { Tables } from '../tables/index.ts';

const A_WEEK_MS = 7 * 86_400_000;

export function agendaOutStore(db: Kysely<Tables>): AgendaOutStore {
  return {
    async lastChanges(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('event_change')
        .select(({ fn }) => ['event_id', fn.max('at').as('at')])
        .where(sql<boolean>`event_id in (select value from json_each(${JSON.stringify(ids)}))`)
        .groupBy('event_id')
        .execute();
      return new Map(rows.map((row) => [row.event_id, String(row.at)]));
    },
    async revisedSince(at) {
      // ids grow with time, and are what the table is ordered by; those of an import are as old as its reading
      const from = `${encodeTime(Date.parse(at) - A_WEEK_MS, 10)}${'0'.repeat(16)}`;
      const rows = await db
        .selectFrom('event_change')
        .select('event_id')
        .distinct()
        .where('id', '>=', from)
        .where('at', '>=', at)
        .where('revision', '>', 1)
        .orderBy('event_id')
        .execute();
      return rows.map((row) => row.event_id);
    },
    async series(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('event_series')
        .selectAll()
        .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        rule: row.rule,
        start: row.start,
        zone: row.zone as 'Asia/Jakarta',
      }));
    },
    async lettersOf(eventIds) {
      if (eventIds.length === 0) return [];
      const rows = await db
        .selectFrom('invitation')
        .select(['organizer', 'letter_no', 'letter_day', 'subject'])
        .where('event_id', 'in', [...eventIds])
        .orderBy('letter_day')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        organizer: row.organizer,
        letterNo: row.letter_no,
        letterDay: row.letter_day,
        subject: row.subject,
      }));
    },
    async addSubscription(subscription) {
      await db.insertInto('calendar_subscription').values(toRow(subscription)).execute();
    },
    async subscriptions(userId) {
      const all = db.selectFrom('calendar_subscription').selectAll().orderBy('made_at', 'desc').orderBy('id');
      const rows = await (userId === null ? all : all.where('user_id', '=', userId)).execute();
      return rows.map(toRecord);
    },
    async subscriptionByToken(tokenHash) {
      const row = await db
        .selectFrom('calendar_subscription')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : toRecord(row);
    },
    async subscriptionUsed(id, at) {
      await db.updateTable('calendar_subscription').set({ last_used_at: at }).where('id', '=', id).execute();
    },
    async removeSubscription(id) {
      const { numDeletedRows } = await db.deleteFrom('calendar_subscription').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function toRow(one: SubscriptionRecord): Tables['calendar_subscription'] {
  return {
    id: one.id,
    user_id: one.userId,
    what: one.what,
    leader_id: one.leaderId,
    token_hash: one.tokenHash,
    made_at: one.madeAt,
    last_used_at: one.lastUsedAt,
  };
}

function toRecord(row: Selectable<Tables['calendar_subscription']>): SubscriptionRecord {
  return {
    id: row.id,
    userId: row.user_id,
    what: row.what as SubscriptionRecord['what'],
    leaderId: row.leader_id,
    tokenHash: row.token_hash,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
  };
}
