import type { Kysely, Selectable } from 'kysely';
import type { SessionRecord, SessionStore } from '../../../newsroom/people/session-store.ts';
import type { Tables } from '../tables/index.ts';

export function sessionStore(db: Kysely<Tables>): SessionStore {
  const one = async (column: 'id' | 'token_hash', value: string) => {
    const row = await db.selectFrom('session').selectAll().where(column, '=', value).executeTakeFirst();
    return row === undefined ? null : toSession(row);
  };
  return {
    async insert(session) {
      await db
        .insertInto('session')
        .values({
          id: session.id,
          user_id: session.userId,
          token_hash: session.tokenHash,
          device: session.device,
          place: session.place,
          started_at: session.startedAt,
          last_seen_at: session.lastSeenAt,
        })
        .execute();
    },
    byTokenHash: (tokenHash) => one('token_hash', tokenHash),
    byId: (id) => one('id', id),
    async ofUser(userId) {
      const rows = await db.selectFrom('session').selectAll().where('user_id', '=', userId).orderBy('id').execute();
      return rows.map(toSession);
    },
    async all() {
      return (await db.selectFrom('session').selectAll().orderBy('id').execute()).map(toSession);
    },
    async seen(id, at) {
      await db.updateTable('session').set({ last_seen_at: at }).where('id', '=', id).execute();
    },
    async setUser(id, userId) {
      await db.updateTable('session').set({ user_id: userId }).where('id', '=', id).execute();
    },
    async remove(id) {
      await db.deleteFrom('session').where('id', '=', id).execute();
    },
    async removeOfUser(userId, except) {
      let query = db.deleteFrom('session').where('user_id', '=', userId);
      if (except !== null) {
        query = query.where('id', '!=', except);
      }
      return (await query.returning('id').execute()).map((row) => row.id);
    },
    async removeIdle(before) {
      const result = await db.deleteFrom('session').where('last_seen_at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
    async rememberOn(deviceHash, userId, at) {
      await db
        .insertInto('device_person')
        .values({ device_hash: deviceHash, user_id: userId, seen_at: at })
        .onConflict((on) => on.columns(['device_hash', 'user_id']).doUpdateSet({ seen_at: at }))
        .execute();
    },
    async knownOn(deviceHash) {
      const rows = await db
        .selectFrom('device_person')
        .select('user_id')
        .where('device_hash', '=', deviceHash)
        .execute();
      return rows.map((row) => row.user_id);
    },
    async forgetDevices(before) {
      await db.deleteFrom('device_person').where('seen_at', '<', before).execute();
    },
  };
}

function toSession(row: Selectable<Tables['session']>): SessionRecord {
  return {
    id: row.id,
    userId: row.user_id,
    tokenHash: row.token_hash,
    device: row.device,
    place: row.place as SessionRecord['place'],
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
  };
}
