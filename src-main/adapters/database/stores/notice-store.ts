import { type Kysely, sql } from 'kysely';
import type { NoticeData, NoticeRecord, NoticeStore } from '../../../newsroom/notices/notice-store.ts';
import { isClosed } from '../closed-by-words.ts';
import type { Tables } from '../tables/index.ts';
import { toChange } from './event-rows.ts';

/** As many values as one statement takes without strain. */
const AT_ONCE = 500;

export function noticeStore(db: Kysely<Tables>): NoticeStore {
  return {
    async setNewsAuthor(changeIds, userId) {
      for (let from = 0; from < changeIds.length; from += AT_ONCE)
        await db
          .updateTable('event_news')
          .set({ user_id: userId })
          .where('change_id', 'in', changeIds.slice(from, from + AT_ONCE))
          .execute();
    },
    async lastNews() {
      const row = await db
        .selectFrom('event_news')
        .select((last) => last.fn.max<number | null>('seq').as('seq'))
        .executeTakeFirst();
      return row?.seq ?? 0;
    },
    async setNewsAuthorBehind(seq, userId) {
      await db.updateTable('event_news').set({ user_id: userId }).where('seq', '>', seq).execute();
    },
    async unseenNews(userId, { fromDay, since, limit }) {
      const all = await db
        .selectFrom('news_seen')
        .select('seq')
        .where('user_id', '=', userId)
        .where('event_id', '=', '')
        .executeTakeFirst();
      let query = db
        .selectFrom('event_news as n')
        .innerJoin('event_change as c', 'c.id', 'n.change_id')
        .innerJoin('event as e', 'e.id', 'n.event_id')
        .leftJoin('news_seen as s', (join) => join.on('s.user_id', '=', userId).onRef('s.event_id', '=', 'n.event_id'))
        .select(['n.seq', 'n.event_id', 'n.user_id', 'c.id', 'c.at', 'c.user_name', 'c.act', 'c.version', 'c.revision'])
        .select(['c.changes', 'c.reason'])
        .where('n.seq', '>', all?.seq ?? 0)
        .where(sql<boolean>`n.seq > coalesce(s.seq, 0)`)
        .where('e.day', '>=', fromDay);
      if (!all) query = query.where('c.at', '>=', since);
      const rows = await query.orderBy('n.seq', 'desc').limit(limit).execute();
      return rows.map((row) => ({
        seq: row.seq,
        eventId: row.event_id,
        userId: row.user_id,
        change: toChange(row),
      }));
    },
    async setNewsSeen(userId, eventId, seq) {
      if (eventId === null)
        await db
          .deleteFrom('news_seen')
          .where('user_id', '=', userId)
          .where('seq', '<=', seq)
          .where('event_id', '!=', '')
          .execute();
      await db
        .insertInto('news_seen')
        .values({ user_id: userId, event_id: eventId ?? '', seq })
        // a page that shows an older state takes nothing back
        .onConflict((on) =>
          on.columns(['user_id', 'event_id']).doUpdateSet({ seq: sql<number>`max(seq, excluded.seq)` }),
        )
        .execute();
    },
    async add(notice) {
      const result = await db
        .insertInto('notice')
        .values({
          id: notice.id,
          user_id: notice.userId,
          kind: notice.kind,
          event_id: notice.eventId,
          once: notice.once,
          data: JSON.stringify(notice.data),
          at: notice.at,
          read_at: null,
        })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async ofUser(userId, since, limit) {
      const rows = await db
        .selectFrom('notice')
        .selectAll()
        .where('user_id', '=', userId)
        .where((eb) => eb.or([eb('read_at', 'is', null), eb('at', '>=', since)]))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userId: row.user_id,
        kind: row.kind as NoticeRecord['kind'],
        eventId: row.event_id,
        once: row.once,
        data: JSON.parse(row.data) as NoticeData,
        at: row.at,
        readAt: row.read_at,
      }));
    },
    async setRead(userId, ids, at) {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        await db
          .updateTable('notice')
          .set({ read_at: at })
          .where('user_id', '=', userId)
          .where('id', 'in', some)
          .where('read_at', 'is', null)
          .execute();
        await sql`insert into news_seen (user_id, event_id, seq)
          select ${userId}, event_id, max(seq) from event_news where event_id in (
            select event_id from notice where user_id = ${userId} and id in (${sql.join(some)})
          ) group by event_id
          on conflict (user_id, event_id) do update set seq = max(seq, excluded.seq)`.execute(db);
      }
    },
    async toldSince(userId, eventId, since) {
      const row = await db
        .selectFrom('notice')
        .select('id')
        .where('event_id', '=', eventId)
        .where('user_id', '=', userId)
        .where('at', '>=', since)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async forgetRead(before) {
      await db.deleteFrom('notice').where('read_at', '<', before).execute();
    },
    async reasonsSince(since, events, limit) {
      const of = sql<number>`count(distinct coalesce(e.series_id, e.id))`;
      const rows = await db
        .selectFrom('event_change as c')
        .innerJoin('event as e', 'e.id', 'c.event_id')
        // as it was written last: of one value per group SQLite takes the row that has the greatest
        .select(['c.reason', sql`max(c.at)`.as('last')])
        .where('c.reason', 'is not', null)
        .where('c.at', '>=', since)
        .where((where) => where.not(isClosed('e')))
        .groupBy(sql`lower(trim(c.reason))`)
        .having(of, '>=', events)
        .orderBy(of, 'desc')
        .orderBy('last', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap(({ reason }) => reason?.trim() ?? []);
    },
  };
}
