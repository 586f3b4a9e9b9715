import { type Kysely, type Selectable, sql } from 'kysely';
import type {
  ChannelKind,
  Delivery,
  DeliveryAttempt,
  DeliveryReason,
  DeliveryState,
} from '../../../contract/delivery-nouns.ts';
import type {
  ChannelRecord,
  CountRow,
  DeliveryStore,
  DueDelivery,
} from '../../../newsroom/distribution/delivery-store.ts';
import type { Tables } from '../tables/index.ts';

const WAITING = ['ready', 'preparing', 'intended', 'retrying'] as const;
const TROUBLE = ['unknown', 'refused', 'not_sent'] as const;

/**
 * The ledger in SQL. What a send writes goes as one JSON array through json_each, so that a commit of many rows is two
 * statements, however many rows there are.
 */
export function deliveryStore(db: Kysely<Tables>): DeliveryStore {
  return {
    async add(rows, at) {
      const json = JSON.stringify(rows);
      const added = await sql<{ id: string }>`
        insert into delivery (id, release_id, version, content_hash, channel, recipient_key, recipient_name, recipient_address,
          outlet, state, attempts, failures, answer, at, created_at, created_by)
        select value ->> 'id', value ->> 'releaseId', value ->> 'version', value ->> 'contentHash', value ->> 'channel',
          value ->> 'key', value ->> 'recipientName', value ->> 'recipientAddress', value ->> 'outlet', value ->> 'state',
          0, 0, '', ${at}, ${at}, value ->> 'createdBy'
        from json_each(${json}) where true
        on conflict (release_id, version, channel, recipient_key) do nothing
        returning id
      `.execute(db);
      return added.rows.map((row) => row.id);
    },
    async get(id) {
      const row = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toDelivery(row);
    },
    async many(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .orderBy('id')
        .execute();
      return rows.map(toDelivery);
    },
    async byRelease(releaseId) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('release_id', '=', releaseId)
        .orderBy('version', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toDelivery);
    },
    async existing(releaseId, version) {
      const rows = await db
        .selectFrom('delivery')
        .select(['channel', 'recipient_key', 'state'])
        .where('release_id', '=', releaseId)
        .where('version', '=', version)
        .execute();
      return new Map(rows.map((row) => [`${row.channel} ${row.recipient_key}`, row.state as DeliveryState]));
    },
    async counts(releaseIds) {
      if (releaseIds.length === 0) return [];
      const rows = await db
        .selectFrom('delivery')
        .select(['release_id', 'version', 'channel', 'state', (eb) => eb.fn.countAll<number>().as('count')])
        .where('release_id', 'in', [...releaseIds])
        .groupBy(['release_id', 'version', 'channel', 'state'])
        .execute();
      return rows.map(
        (row): CountRow => ({
          releaseId: row.release_id,
          version: row.version,
          channel: row.channel as ChannelKind,
          state: row.state as DeliveryState,
          count: row.count,
        }),
      );
    },
    async recent(before, limit) {
      let query = db
        .selectFrom('delivery')
        .select([
          'release_id',
          'version',
          (eb) => eb.fn.min('created_at').as('first_at'),
          (eb) => eb.fn.max('at').as('last_at'),
        ])
        .groupBy(['release_id', 'version'])
        .orderBy('last_at', 'desc')
        .limit(limit);
      if (before !== null) query = query.having((eb) => eb.fn.max('at'), '<', before);
      const rows = await query.execute();
      return rows.map((row) => ({
        releaseId: row.release_id,
        version: row.version,
        firstAt: row.first_at,
        lastAt: row.last_at,
      }));
    },
    async trouble(limit) {
      const rows = await db
        .selectFrom('delivery')
        .selectAll()
        .where('state', 'in', [...TROUBLE])
        // who has a row for a newer version is taken care of there; only what may have arrived is still asked about
        .where(
          sql<boolean>`(state = 'unknown' or not exists (select 1 from delivery newer
            where newer.release_id = delivery.release_id and newer.channel = delivery.channel
              and newer.recipient_key = delivery.recipient_key and newer.version > delivery.version))`,
        )
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toDelivery);
    },
    async attempts(id) {
      const rows = await db
        .selectFrom('delivery_attempt')
        .selectAll()
        .where('delivery_id', '=', id)
        .orderBy('number')
        .execute();
      return rows.map((row) => ({
        number: row.number,
        reference: row.reference,
        intendedAt: row.intended_at,
        outcome: row.outcome as DeliveryAttempt['outcome'],
        reason: row.reason as DeliveryReason | null,
        answer: row.answer,
        finishedAt: row.finished_at,
      }));
    },
    async due(channel, now, limit, only) {
      let query = db
        .selectFrom('delivery')
        .selectAll()
        .where('channel', '=', channel)
        .where((eb) =>
          eb.or([eb('state', '=', 'ready'), eb.and([eb('state', '=', 'retrying'), eb('next_try_at', '<=', now)])]),
        )
        .orderBy('id')
        .limit(limit);
      if (only !== undefined) {
        query = query.where('release_id', '=', only.releaseId).where('version', '=', only.version);
      }
      const rows = await query.execute();
      return rows.map((row): DueDelivery => ({ ...toDelivery(row), failures: row.failures }));
    },
    async intend(intents, at) {
      const json = JSON.stringify(intents);
      await sql`
        insert into delivery_attempt (delivery_id, number, reference, intended_at, answer)
        select value ->> 'deliveryId', value ->> 'number', value ->> 'reference', ${at}, '' from json_each(${json})
      `.execute(db);
      await sql`
        update delivery set state = 'intended', attempts = intent.value ->> 'number', reference = intent.value ->> 'reference',
          reason = null, answer = '', next_try_at = null, at = ${at}
        from json_each(${json}) as intent
        where delivery.id = intent.value ->> 'deliveryId'
      `.execute(db);
    },
    async close(closings, at) {
      const json = JSON.stringify(closings);
      await sql`
        update delivery_attempt set outcome = closing.value ->> 'outcome', reason = closing.value ->> 'reason',
          answer = closing.value ->> 'answer', finished_at = ${at}
        from json_each(${json}) as closing
        where delivery_attempt.delivery_id = closing.value ->> 'deliveryId'
          and delivery_attempt.number = closing.value ->> 'number' and delivery_attempt.outcome is null
      `.execute(db);
      await sql`
        update delivery set state = closing.value ->> 'state', reason = closing.value ->> 'reason',
          answer = closing.value ->> 'answer', next_try_at = closing.value ->> 'nextTryAt',
          failures = closing.value ->> 'failures',
          reference = coalesce(closing.value ->> 'reference', delivery.reference), at = ${at}
        from json_each(${json}) as closing
        where delivery.id = closing.value ->> 'deliveryId'
          and delivery.attempts = closing.value ->> 'number' and delivery.state = 'intended'
      `.execute(db);
      const released = closings.filter((closing) => closing.outcome === 'released');
      if (released.length > 0) {
        const taken = JSON.stringify(released);
        await sql`
          delete from delivery_attempt where outcome = 'released' and (delivery_id, number) in
            (select value ->> 'deliveryId', value ->> 'number' from json_each(${taken}))
        `.execute(db);
        await sql`
          update delivery set attempts = delivery.attempts - 1, reason = null, reference = null
          from json_each(${taken}) as closing
          where delivery.id = closing.value ->> 'deliveryId' and delivery.attempts = closing.value ->> 'number'
        `.execute(db);
      }
    },
    async set(ids, change, at) {
      if (ids.length === 0) return;
      await db
        .updateTable('delivery')
        .set({
          state: change.state,
          reason: change.reason,
          answer: change.answer,
          next_try_at: change.nextTryAt,
          failures: 0,
          at,
          ...(change.reference === undefined ? {} : { reference: change.reference }),
        })
        .where('id', 'in', [...ids])
        .execute();
    },
    async postpone(channel, nextTryAt, reason, answer, at) {
      const rows = await db
        .updateTable('delivery')
        .set({ state: 'retrying', next_try_at: nextTryAt, reason, answer, at })
        .where('channel', '=', channel)
        .where('state', '=', 'ready')
        .returning('release_id')
        .execute();
      return [...new Set(rows.map((row) => row.release_id))];
    },
    async hurry(channel, at) {
      await db
        .updateTable('delivery')
        .set({ state: 'ready', next_try_at: null, failures: 0, at })
        .where('channel', '=', channel)
        .where('state', '=', 'retrying')
        .execute();
    },
    async openIntents() {
      const rows = await db
        .selectFrom('delivery')
        .innerJoin('delivery_attempt', (join) =>
          join
            .onRef('delivery_attempt.delivery_id', '=', 'delivery.id')
            .onRef('delivery_attempt.number', '=', 'delivery.attempts'),
        )
        .selectAll('delivery')
        .select(['delivery_attempt.number as number', 'delivery_attempt.reference as attempt_reference'])
        .where('delivery.state', '=', 'intended')
        .orderBy('delivery.id')
        .execute();
      return rows.map((row) => ({
        deliveryId: row.id,
        number: row.number,
        reference: row.attempt_reference,
        delivery: toDelivery(row),
      }));
    },
    async nextTry(channel) {
      const row = await db
        .selectFrom('delivery')
        .select((eb) => eb.fn.min('next_try_at').as('next'))
        .where('channel', '=', channel)
        .where('state', '=', 'retrying')
        .executeTakeFirst();
      return row?.next ?? null;
    },
    async channel(kind): Promise<ChannelRecord> {
      const row = await db.selectFrom('channel_state').selectAll().where('channel', '=', kind).executeTakeFirst();
      return {
        channel: kind,
        pausedAt: row?.paused_at ?? null,
        pausedBecause: (row?.paused_because ?? null) as ChannelRecord['pausedBecause'],
        pausedWords: row?.paused_words ?? '',
        consecutive: row?.consecutive ?? 0,
        tried: row?.tried ?? 0,
        failed: row?.failed ?? 0,
      };
    },
    async setChannel(record) {
      const row = {
        paused_at: record.pausedAt,
        paused_because: record.pausedBecause,
        paused_words: record.pausedWords,
        consecutive: record.consecutive,
        tried: record.tried,
        failed: record.failed,
      };
      await db
        .insertInto('channel_state')
        .values({ channel: record.channel, ...row })
        .onConflict((on) => on.column('channel').doUpdateSet(row))
        .execute();
    },
    async waiting(kind) {
      const row = await db
        .selectFrom('delivery')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('channel', '=', kind)
        .where('state', 'in', [...WAITING])
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

function toDelivery(row: Selectable<Tables['delivery']>): Delivery {
  return {
    id: row.id,
    releaseId: row.release_id,
    version: row.version,
    contentHash: row.content_hash,
    channel: row.channel as ChannelKind,
    recipientName: row.recipient_name,
    recipientAddress: row.recipient_address,
    outlet: row.outlet,
    state: row.state as DeliveryState,
    attempts: row.attempts,
    reason: row.reason as DeliveryReason | null,
    answer: row.answer,
    reference: row.reference,
    at: row.at,
    nextTryAt: row.next_try_at,
  };
}
