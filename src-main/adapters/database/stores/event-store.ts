import { type Kysely, type Selectable, sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../../contract/agenda-nouns.ts';
import type { EventStore } from '../../../newsroom/agenda/event-store.ts';
import type { Tables } from '../tables/index.ts';
import {
  delegationKey,
  toAttendance,
  toAttendanceRow,
  toChange,
  toChangeRow,
  toDuty,
  toDutyRow,
  toEvent,
  toEventRow,
  toVisit,
  toVisitRow,
} from './event-rows.ts';

/** Variables of one statement have an end. */
const ROWS_AT_ONCE = 500;
/** A fair or an exhibition; one that lasts longer is not looked for any more. */
const LONGEST_DAYS = 60;

export function eventStore(db: Kysely<Tables>): EventStore {
  async function whole(rows: Selectable<Tables['event']>[]): Promise<Event[]> {
    const events: Event[] = [];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      events.push(...(await withParts(rows.slice(from, from + ROWS_AT_ONCE))));
    return events;
  }

  async function withParts(rows: Selectable<Tables['event']>[]): Promise<Event[]> {
    const ids = rows.map((row) => row.id);
    const [answers, duties, visits] = [
      await db.selectFrom('event_attendance').selectAll().where('event_id', 'in', ids).orderBy('position').execute(),
      await db.selectFrom('duty').selectAll().where('event_id', 'in', ids).orderBy('position').execute(),
      await db.selectFrom('event_visit').selectAll().where('event_id', 'in', ids).execute(),
    ];
    const answersOf = Map.groupBy(answers, (answer) => answer.event_id);
    const dutiesOf = Map.groupBy(duties, (duty) => duty.event_id);
    const visitOf = new Map(visits.map((visit) => [visit.event_id, visit]));
    return rows.map((row) => {
      const visit = visitOf.get(row.id);
      return toEvent(row, {
        attendance: (answersOf.get(row.id) ?? []).map(toAttendance),
        crew: (dutiesOf.get(row.id) ?? []).map(toDuty),
        visit: visit ? toVisit(visit) : null,
      });
    });
  }

  async function writeParts(event: Event): Promise<void> {
    await db.deleteFrom('event_attendance').where('event_id', '=', event.id).execute();
    await db.deleteFrom('duty').where('event_id', '=', event.id).execute();
    await db.deleteFrom('event_visit').where('event_id', '=', event.id).execute();
    if (event.attendance.length > 0) {
      await db
        .insertInto('event_attendance')
        .values(event.attendance.map((answer, position) => toAttendanceRow(event.id, answer, position)))
        .execute();
    }
    if (event.crew.length > 0) {
      await db
        .insertInto('duty')
        .values(event.crew.map((duty, position) => toDutyRow(event.id, duty, position)))
        .execute();
    }
    if (event.visit) await db.insertInto('event_visit').values(toVisitRow(event.id, event.visit)).execute();
  }

  return {
    async byId(id) {
      const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : ((await whole([row]))[0] ?? null);
    },
    async byIds(ids) {
      if (ids.length === 0) {
        return [];
      }
      return whole(
        await db
          .selectFrom('event')
          .selectAll()
          .where(sql<boolean>`id in (select value from json_each(${JSON.stringify(ids)}))`)
          .orderBy('starts_at')
          .execute(),
      );
    },
    async around(from, to) {
      const earliest = Temporal.PlainDate.from(from).subtract({ days: LONGEST_DAYS }).toString();
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('day', '>=', earliest)
        .where('day', '<=', to)
        .where((where) => where.or([where('day', '>=', from), where('end', '>=', from)]))
        .orderBy('starts_at')
        .orderBy('id')
        .execute();
      return whole(rows);
    },
    async idsOf(filter) {
      let query = db
        .selectFrom('event')
        .select('id')
        .where('day', '>=', filter.from)
        .where('day', '<=', filter.to)
        .orderBy('starts_at')
        .orderBy('id');
      if (filter.states !== undefined && filter.states.length > 0) {
        query = query.where('state', 'in', [...filter.states]);
      }
      if (filter.releaseNeeded !== undefined) {
        query = query.where('release_needed', '=', filter.releaseNeeded ? 1 : 0);
      }
      const leaderId = filter.leaderId;
      if (leaderId !== undefined) {
        query = query.where('id', 'in', (from) =>
          from
            .selectFrom('event_attendance')
            .select('event_id')
            .where((where) => where.or([where('official_id', '=', leaderId), where('delegate_id', '=', leaderId)])),
        );
      }
      for (const word of (filter.text ?? '').split(/\s+/).filter((part) => part !== '')) {
        const pattern = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
        query = query.where((where) =>
          where.or(
            (['title', 'venue', 'organizer', 'note'] as const).map((column) =>
              where(where.fn<string>('lower', [column]), 'like', pattern.toLowerCase()),
            ),
          ),
        );
      }
      return (await query.execute()).map(({ id }) => id);
    },
    async ofCrew(userId, fromDay) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('day', '>=', fromDay)
        .where('id', 'in', (from) => from.selectFrom('duty').select('event_id').where('user_id', '=', userId))
        .orderBy('starts_at')
        .orderBy('id')
        .execute();
      return whole(rows);
    },
    async visitsOf(delegation, most) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('id', 'in', (from) =>
          from.selectFrom('event_visit').select('event_id').where('delegation_key', '=', delegationKey(delegation)),
        )
        .orderBy('starts_at', 'desc')
        .limit(most)
        .execute();
      return whole(rows);
    },
    async byDuty(dutyId) {
      const duty = await db.selectFrom('duty').select('event_id').where('id', '=', dutyId).executeTakeFirst();
      if (duty === undefined) return null;
      const rows = await db.selectFrom('event').selectAll().where('id', '=', duty.event_id).execute();
      return (await whole(rows))[0] ?? null;
    },
    async setDuty(duty) {
      await db
        .updateTable('duty')
        .set({ state: duty.state, state_at: duty.stateAt })
        .where('id', '=', duty.id)
        .execute();
    },
    async insert(event) {
      await db
        .insertInto('event')
        .values({ ...toEventRow(event), own_fields: '[]' })
        .execute();
      await writeParts(event);
    },
    async update(event) {
      await db.updateTable('event').set(toEventRow(event)).where('id', '=', event.id).execute();
      await writeParts(event);
    },
    async remove(id) {
      // its letter waits again
      await db
        .updateTable('invitation')
        .set((row) => ({ state: 'waiting', event_id: null, version: row('version', '+', 1) }))
        .where('event_id', '=', id)
        .execute();
      await db.deleteFrom('event').where('id', '=', id).execute();
    },
    async noteAccepted(made, { userId, at, forgetBefore }) {
      await db.deleteFrom('accepted_proposal').where('at', '<', forgetBefore).execute();
      if (made.length === 0) return;
      await db
        .insertInto('accepted_proposal')
        .values(made.map((id) => ({ made_id: id, accepted_by: userId, at })))
        .execute();
    },
    async acceptedBy(userId, ids, since) {
      const rows = await db
        .selectFrom('accepted_proposal')
        .select('made_id')
        .where('accepted_by', '=', userId)
        .where('at', '>=', since)
        .execute();
      const made = new Set(rows.map((row) => row.made_id));
      return new Set(ids.filter((id) => made.has(id)));
    },
    async addChange(change) {
      await db.insertInto('event_change').values(toChangeRow(change)).execute();
    },
    async changes(eventId) {
      const rows = await db
        .selectFrom('event_change')
        .selectAll()
        .where('event_id', '=', eventId)
        .orderBy('version')
        .orderBy('id')
        .execute();
      return rows.map(toChange);
    },
    async namesOfficial(officialId) {
      const named = await db
        .selectFrom('event_attendance')
        .select('event_id')
        .where((where) => where.or([where('official_id', '=', officialId), where('delegate_id', '=', officialId)]))
        .limit(1)
        .executeTakeFirst();
      if (named !== undefined) return true;
      const speaks = await db
        .selectFrom('event')
        .select('id')
        .where('speech_official_id', '=', officialId)
        .limit(1)
        .executeTakeFirst();
      const receives = await db
        .selectFrom('event_visit')
        .select('event_id')
        .where('receiver_id', '=', officialId)
        .limit(1)
        .executeTakeFirst();
      return speaks !== undefined || receives !== undefined;
    },
  };
}
