import type { Kysely, Selectable } from 'kysely';
import type { Official } from '../../../contract/register.ts';
import type { OfficialStore } from '../../../newsroom/people/official-store.ts';
import type { Tables } from '../tables/index.ts';

export function officialStore(db: Kysely<Tables>): OfficialStore {
  return {
    async all() {
      const rows = await db.selectFrom('official').selectAll().orderBy('leader', 'desc').orderBy('id').execute();
      return rows.map(toOfficial);
    },
    async byId(id) {
      const row = await db.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toOfficial(row);
    },
    async byIds(ids) {
      if (ids.length === 0) {
        return [];
      }
      const rows = await db
        .selectFrom('official')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();
      return rows.map(toOfficial);
    },
    async insert(official) {
      await db.insertInto('official').values(toRow(official)).execute();
    },
    async update(official) {
      await db.updateTable('official').set(toRow(official)).where('id', '=', official.id).execute();
    },
    async remove(id) {
      await db.deleteFrom('official').where('id', '=', id).where('confirmed', '=', 0).execute();
    },
    async agencies() {
      const rows = await db.selectFrom('agency').selectAll().orderBy('name').execute();
      return rows.map((row) => ({ id: row.id, name: row.name, shortName: row.short_name }));
    },
    async insertAgency(agency) {
      await db
        .insertInto('agency')
        .values({ id: agency.id, name: agency.name, short_name: agency.shortName })
        .execute();
    },
  };
}

function toOfficial(row: Selectable<Tables['official']>): Official {
  return {
    id: row.id,
    name: row.name,
    position: row.position,
    shortPosition: row.short_position,
    shortName: row.short_name,
    leader: row.leader === 1,
    confirmed: row.confirmed === 1,
    active: row.active === 1,
  };
}

function toRow(official: Official): Tables['official'] {
  return {
    id: official.id,
    name: official.name,
    position: official.position,
    short_position: official.shortPosition,
    short_name: official.shortName,
    leader: official.leader ? 1 : 0,
    confirmed: official.confirmed ? 1 : 0,
    active: official.active ? 1 : 0,
  };
}
