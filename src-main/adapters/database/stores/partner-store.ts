import { type Kysely, type Selectable, sql } from 'kysely';
import type { Group, Journalist, Outlet } from '../../../contract/partners.ts';
import type { PartnerStore } from '../../../newsroom/partners/partner-store.ts';
import type { Tables } from '../tables/index.ts';

export function partnerStore(db: Kysely<Tables>): PartnerStore {
  const setMembers = async (group: Group): Promise<void> => {
    await db.deleteFrom('group_member').where('group_id', '=', group.id).execute();
    await sql`
      insert into group_member (group_id, journalist_id)
      select ${group.id}, value from json_each(${JSON.stringify(group.memberIds)})
    `.execute(db);
  };
  const groupsOf = async (rows: Selectable<Tables['partner_group']>[]): Promise<Group[]> => {
    const members = new Map<string, string[]>(rows.map((row) => [row.id, []]));
    if (rows.length > 0) {
      const found = await db
        .selectFrom('group_member')
        .selectAll()
        .where(
          'group_id',
          'in',
          rows.map((row) => row.id),
        )
        .execute();
      for (const one of found) members.get(one.group_id)?.push(one.journalist_id);
    }
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind as Group['kind'],
      memberIds: members.get(row.id) ?? [],
      note: row.note,
      version: row.version,
    }));
  };
  const groupRow = (group: Group) => ({
    id: group.id,
    name: group.name,
    kind: group.kind,
    note: group.note,
    version: group.version,
  });
  return {
    async outlets() {
      return (await db.selectFrom('outlet').selectAll().orderBy('name').execute()).map(toOutlet);
    },
    async outlet(id) {
      const row = await db.selectFrom('outlet').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toOutlet(row);
    },
    async outletByName(name) {
      const row = await db.selectFrom('outlet').selectAll().where('name', '=', name).executeTakeFirst();
      return row === undefined ? null : toOutlet(row);
    },
    async insertOutlet(outlet) {
      await db.insertInto('outlet').values(outletRow(outlet)).execute();
    },
    async updateOutlet(outlet) {
      await db.updateTable('outlet').set(outletRow(outlet)).where('id', '=', outlet.id).execute();
    },
    async journalists() {
      return (await db.selectFrom('journalist').selectAll().orderBy('name').orderBy('id').execute()).map(toJournalist);
    },
    async journalist(id) {
      const row = await db.selectFrom('journalist').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toJournalist(row);
    },
    async journalistByEmail(email) {
      const row = await db.selectFrom('journalist').selectAll().where('email', '=', email).executeTakeFirst();
      return row === undefined ? null : toJournalist(row);
    },
    async insertJournalists(journalists) {
      // one statement and one JSON array, however many were pasted
      const json = JSON.stringify(journalists.map(journalistRow));
      await sql`
        insert into journalist (id, name, email, phone, outlet_id, desk, note, active, version)
        select value ->> 'id', value ->> 'name', value ->> 'email', value ->> 'phone', value ->> 'outlet_id', value ->> 'desk',
          value ->> 'note', value ->> 'active', value ->> 'version'
        from json_each(${json})
      `.execute(db);
    },
    async updateJournalist(journalist) {
      await db.updateTable('journalist').set(journalistRow(journalist)).where('id', '=', journalist.id).execute();
    },
    async groups() {
      return groupsOf(await db.selectFrom('partner_group').selectAll().orderBy('name').execute());
    },
    async group(id) {
      const rows = await db.selectFrom('partner_group').selectAll().where('id', '=', id).execute();
      return (await groupsOf(rows))[0] ?? null;
    },
    async groupByName(name) {
      const rows = await db.selectFrom('partner_group').selectAll().where('name', '=', name).execute();
      return (await groupsOf(rows))[0] ?? null;
    },
    async insertGroup(group) {
      await db.insertInto('partner_group').values(groupRow(group)).execute();
      await setMembers(group);
    },
    async updateGroup(group) {
      await db.updateTable('partner_group').set(groupRow(group)).where('id', '=', group.id).execute();
      await setMembers(group);
    },
    async removeGroup(id) {
      await db.deleteFrom('partner_group').where('id', '=', id).execute();
    },
  };
}

function toOutlet(row: Selectable<Tables['outlet']>): Outlet {
  return { ...row, kind: row.kind as Outlet['kind'], active: row.active === 1 };
}

function outletRow(outlet: Outlet): Tables['outlet'] {
  return { ...outlet, active: outlet.active ? 1 : 0 };
}

function toJournalist({ outlet_id, ...row }: Selectable<Tables['journalist']>): Journalist {
  return { ...row, outletId: outlet_id, active: row.active === 1 };
}

function journalistRow({ outletId, ...journalist }: Journalist): Tables['journalist'] {
  return { ...journalist, outlet_id: outletId, active: journalist.active ? 1 : 0 };
}
