import type { Kysely, Selectable } from 'kysely';
import type { Language } from '../../../contract/basics.ts';
import type { UserRecord, UserStore } from '../../../newsroom/people/user-store.ts';
import type { Tables } from '../tables/index.ts';

export function userStore(db: Kysely<Tables>): UserStore {
  return {
    async all() {
      return (await db.selectFrom('user').selectAll().orderBy('name').execute()).map(toUser);
    },
    async byId(id) {
      const row = await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toUser(row);
    },
    async byUsername(username) {
      const row = await db.selectFrom('user').selectAll().where('username', '=', username).executeTakeFirst();
      return row === undefined ? null : toUser(row);
    },
    async insert(user) {
      await db.insertInto('user').values(toRow(user)).execute();
    },
    async update(user) {
      await db.updateTable('user').set(toRow(user)).where('id', '=', user.id).execute();
    },
    async failures(name) {
      const row = await db.selectFrom('sign_in_failure').selectAll().where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : { count: row.count, until: row.until };
    },
    async setFailures(name, failures) {
      if (failures === null) {
        await db.deleteFrom('sign_in_failure').where('name', '=', name).execute();
        return;
      }
      await db
        .insertInto('sign_in_failure')
        .values({ name, ...failures })
        .onConflict((on) => on.column('name').doUpdateSet(failures))
        .execute();
    },
    async forgetFailures(beginning) {
      await db
        .deleteFrom('sign_in_failure')
        .where((at) => at.eb(at.fn('substr', ['name', at.lit(1), at.val(beginning.length)]), '=', beginning))
        .execute();
    },
    async pinState(id) {
      const row = await db.selectFrom('pin_off').select('lifted_at').where('user_id', '=', id).executeTakeFirst();
      return row === undefined ? 'on' : row.lifted_at === null ? 'off' : 'lifted';
    },
    async setPinState(id, state, at) {
      await db.deleteFrom('pin_off').where('user_id', '=', id).execute();
      if (state !== 'on') {
        await db
          .insertInto('pin_off')
          .values({ user_id: id, at, lifted_at: state === 'lifted' ? at : null })
          .execute();
      }
    },
    async sweepFailures(before) {
      await db.deleteFrom('sign_in_failure').where('until', '<', before).where('name', 'not like', 'pin:%').execute();
    },
  };
}

function toUser(row: Selectable<Tables['user']>): UserRecord {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    roles: JSON.parse(row.roles),
    active: row.active === 1,
    language: row.language as Language,
    passwordHash: row.password_hash,
    pinHash: row.pin_hash,
  };
}

function toRow(user: UserRecord): Tables['user'] {
  return {
    id: user.id,
    username: user.username,
    name: user.name,
    roles: JSON.stringify(user.roles),
    active: user.active ? 1 : 0,
    language: user.language,
    password_hash: user.passwordHash,
    pin_hash: user.pinHash,
  };
}
