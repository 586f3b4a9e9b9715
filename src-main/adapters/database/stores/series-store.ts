import { type Kysely, sql } from 'kysely';
import type { Series, SeriesStore } from '../../../newsroom/agenda/series/series-store.ts';
import type { Tables } from '../tables/index.ts';
import { toAttendanceRow, toChangeRow, toDutyRow, toEventRow, toVisitRow } from './event-rows.ts';
import { eventStore } from './event-store.ts';

/** SQLite takes 32,766 values in one statement; an event has less than fifty. */
const AT_ONCE = 500;

export function seriesStore(db: Kysely<Tables>): SeriesStore {
  const events = eventStore(db);
  return {
    async byId(id) {
      const row = await db.selectFrom('event_series').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toSeries(row);
    },
    async byIds(ids) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('event_series')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();
      return rows.map(toSeries);
    },
    async insert(series) {
      await db.insertInto('event_series').values(toSeriesRow(series)).execute();
    },
    async update(series) {
      await db.updateTable('event_series').set(toSeriesRow(series)).where('id', '=', series.id).execute();
    },
    async occurrences(id) {
      const rows = await db
        .selectFrom('event')
        .select(['id', 'own_fields'])
        .where('series_id', '=', id)
        .orderBy('series_day')
        .orderBy('id')
        .execute();
      const whole = new Map((await events.byIds(rows.map((row) => row.id))).map((event) => [event.id, event]));
      return rows.flatMap((row) => {
        const event = whole.get(row.id);
        return event ? [{ event, ownFields: JSON.parse(row.own_fields) as string[] }] : [];
      });
    },
    async saveAll(all) {
      for (let from = 0; from < all.length; from += AT_ONCE) {
        const some = all.slice(from, from + AT_ONCE);
        const ids = some.map((event) => event.id);
        const rows = some.map((event) => ({ ...toEventRow(event), own_fields: '[]' }));
        const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id' && name !== 'own_fields');
        await db
          .insertInto('event')
          .values(rows)
          .onConflict((row) =>
            row
              .column('id')
              .doUpdateSet(Object.fromEntries(columns.map((name) => [name, sql`excluded.${sql.ref(name)}`]))),
          )
          .execute();
        await db.deleteFrom('event_attendance').where('event_id', 'in', ids).execute();
        await db.deleteFrom('duty').where('event_id', 'in', ids).execute();
        await db.deleteFrom('event_visit').where('event_id', 'in', ids).execute();
        const answers = some.flatMap((event) => event.attendance.map((one, at) => toAttendanceRow(event.id, one, at)));
        const duties = some.flatMap((event) => event.crew.map((duty, at) => toDutyRow(event.id, duty, at)));
        const visits = some.flatMap((event) => (event.visit ? [toVisitRow(event.id, event.visit)] : []));
        for (let at = 0; at < answers.length; at += AT_ONCE)
          await db
            .insertInto('event_attendance')
            .values(answers.slice(at, at + AT_ONCE))
            .execute();
        for (let at = 0; at < duties.length; at += AT_ONCE)
          await db
            .insertInto('duty')
            .values(duties.slice(at, at + AT_ONCE))
            .execute();
        if (visits.length > 0) await db.insertInto('event_visit').values(visits).execute();
      }
    },
    async addChanges(changes) {
      for (let from = 0; from < changes.length; from += AT_ONCE) {
        await db
          .insertInto('event_change')
          .values(changes.slice(from, from + AT_ONCE).map(toChangeRow))
          .execute();
      }
    },
    async addOwnFields(eventId, fields) {
      await setOwnFields(eventId, (own) => [...own, ...fields]);
    },
    async removeOwnFields(eventId, fields) {
      await setOwnFields(eventId, (own) => own.filter((field) => !fields.includes(field)));
    },
  };

  async function setOwnFields(eventId: string, next: (own: readonly string[]) => readonly string[]): Promise<void> {
    const row = await db.selectFrom('event').select('own_fields').where('id', '=', eventId).executeTakeFirst();
    if (row === undefined) return;
    const own = [...new Set(next(JSON.parse(row.own_fields) as string[]))].sort();
    await db
      .updateTable('event')
      .set({ own_fields: JSON.stringify(own) })
      .where('id', '=', eventId)
      .execute();
  }
}

function toSeries(row: Tables['event_series']): Series {
  return {
    id: row.id,
    rule: row.rule,
    start: row.start,
    zone: row.zone as Series['zone'],
    leftOut: JSON.parse(row.left_out) as string[],
    splitFrom: row.split_from,
  };
}

function toSeriesRow(series: Series): Tables['event_series'] {
  return {
    id: series.id,
    rule: series.rule,
    start: series.start,
    zone: series.zone,
    left_out: JSON.stringify(series.leftOut),
    split_from: series.splitFrom,
  };
}
