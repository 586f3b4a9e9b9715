import type { Kysely, Selectable } from 'kysely';
import type { RosterRecord, RosterStore } from '../../../newsroom/roster/roster-store.ts';
import type { Tables } from '../tables/index.ts';

export function rosterStore(db: Kysely<Tables>): RosterStore {
  const all = () => db.selectFrom('roster_entry').selectAll();
  return {
    async byId(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row ? toEntry(row) : null;
    },
    async at(day, part, duty) {
      const rows = await all().where('day', '=', day).where('part', '=', part).where('duty', '=', duty).execute();
      return rows.map(toEntry);
    },
    async between(from, to) {
      const rows = await all()
        .where('ends_at', '>', from)
        .where('starts_at', '<', to)
        .orderBy('starts_at')
        .orderBy('duty')
        .orderBy('id')
        .execute();
      return rows.map(toEntry);
    },
    async standIns(userId, at) {
      const rows = await all()
        .where('user_id', '=', userId)
        .where('ends_at', '>', at)
        .where('starts_at', '<=', at)
        .where('duty', '=', 'approval')
        .orderBy('starts_at')
        .execute();
      return rows.map(toEntry);
    },
    async latest(part) {
      const row = await all().where('part', '=', part).orderBy('id', 'desc').limit(1).executeTakeFirst();
      return row ? toEntry(row) : null;
    },
    async insert(entry) {
      await db.insertInto('roster_entry').values(toRow(entry)).execute();
    },
    async update(entry) {
      await db.updateTable('roster_entry').set(toRow(entry)).where('id', '=', entry.id).execute();
    },
    async remove(id) {
      await db.deleteFrom('roster_entry').where('id', '=', id).execute();
    },
  };
}

function toEntry(row: Selectable<Tables['roster_entry']>): RosterRecord {
  return {
    id: row.id,
    day: row.day,
    part: row.part as RosterRecord['part'],
    duty: row.duty as RosterRecord['duty'],
    userId: row.user_id,
    insteadOf: row.instead_of,
    start: row.start,
    end: row.end,
    zone: row.zone as RosterRecord['zone'],
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    note: row.note,
    setBy: row.set_by,
    version: row.version,
  };
}

function toRow(entry: RosterRecord): Tables['roster_entry'] {
  return {
    id: entry.id,
    day: entry.day,
    part: entry.part,
    duty: entry.duty,
    user_id: entry.userId,
    instead_of: entry.insteadOf,
    start: entry.start,
    end: entry.end,
    zone: entry.zone,
    starts_at: entry.startsAt,
    ends_at: entry.endsAt,
    note: entry.note,
    set_by: entry.setBy,
    version: entry.version,
  };
}
