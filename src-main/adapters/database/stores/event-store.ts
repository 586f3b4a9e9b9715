import type { Kysely, Selectable } from 'kysely';
import type { Attendance, Event, EventChange } from '../../../contract/agenda-nouns.ts';
import type { EventStore } from '../../../newsroom/agenda/event-store.ts';
import type { Tables } from '../tables/index.ts';

const MOST = 2000;

export function eventStore(db: Kysely<Tables>): EventStore {
  async function withAttendance(rows: Selectable<Tables['event']>[]): Promise<Event[]> {
    if (rows.length === 0) {
      return [];
    }
    const answers = await db
      .selectFrom('event_attendance')
      .selectAll()
      .where(
        'event_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('position')
      .execute();
    const byEvent = Map.groupBy(answers, (answer) => answer.event_id);
    return rows.map((row) => toEvent(row, (byEvent.get(row.id) ?? []).map(toAttendance)));
  }

  async function writeAttendance(event: Event): Promise<void> {
    await db.deleteFrom('event_attendance').where('event_id', '=', event.id).execute();
    if (event.attendance.length === 0) {
      return;
    }
    await db
      .insertInto('event_attendance')
      .values(
        event.attendance.map((answer, position) => ({
          event_id: event.id,
          official_id: answer.officialId,
          position,
          answer: answer.answer,
          delegate_id: answer.delegateId,
          delegate_name: answer.delegateName,
          instruction: answer.instruction,
        })),
      )
      .execute();
  }

  return {
    async byId(id) {
      const row = await db.selectFrom('event').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : ((await withAttendance([row]))[0] ?? null);
    },
    async byIds(ids) {
      if (ids.length === 0) {
        return [];
      }
      return withAttendance(
        await db
          .selectFrom('event')
          .selectAll()
          .where('id', 'in', [...ids])
          .orderBy('starts_at')
          .execute(),
      );
    },
    async list(filter) {
      let query = db
        .selectFrom('event')
        .selectAll()
        .where('day', '>=', filter.from)
        .where('day', '<=', filter.to)
        .orderBy('starts_at')
        .orderBy('id')
        .limit(MOST);
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
      return withAttendance(await query.execute());
    },
    async insert(event) {
      await db.insertInto('event').values(toRow(event)).execute();
      await writeAttendance(event);
    },
    async update(event) {
      await db.updateTable('event').set(toRow(event)).where('id', '=', event.id).execute();
      await writeAttendance(event);
    },
    async remove(id) {
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
      await db
        .insertInto('event_change')
        .values({
          id: change.id,
          event_id: change.eventId,
          at: change.at,
          user_name: change.userName,
          act: change.act,
          version: change.version,
          revision: change.revision,
          changes: JSON.stringify(change.changes),
          reason: change.reason,
        })
        .execute();
    },
    async changes(eventId) {
      const rows = await db
        .selectFrom('event_change')
        .selectAll()
        .where('event_id', '=', eventId)
        .orderBy('version')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        eventId: row.event_id,
        at: row.at,
        userName: row.user_name,
        act: row.act as EventChange['act'],
        version: row.version,
        revision: row.revision,
        changes: JSON.parse(row.changes) as EventChange['changes'],
        reason: row.reason,
      }));
    },
    async namesOfficial(officialId) {
      const row = await db
        .selectFrom('event_attendance')
        .select('event_id')
        .where((where) => where.or([where('official_id', '=', officialId), where('delegate_id', '=', officialId)]))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function toAttendance(row: Selectable<Tables['event_attendance']>): Attendance {
  return {
    officialId: row.official_id,
    answer: row.answer as Attendance['answer'],
    delegateId: row.delegate_id,
    delegateName: row.delegate_name,
    instruction: row.instruction,
  };
}

function toEvent(row: Selectable<Tables['event']>, attendance: Attendance[]): Event {
  return {
    id: row.id,
    kind: row.kind as Event['kind'],
    title: row.title,
    state: row.state as Event['state'],
    start: row.start,
    end: row.end,
    openEnd: row.open_end === 1,
    zone: row.zone as Event['zone'],
    startsAt: row.starts_at,
    day: row.day,
    venue: row.venue,
    organizer: row.organizer,
    dressCode: row.dress_code,
    companions: row.companions,
    note: row.note,
    pressAccess: row.press_access as Event['pressAccess'],
    releaseNeeded: row.release_needed === 1,
    attendance,
    stateReason: row.state_reason,
    revision: row.revision,
    version: row.version,
  };
}

function toRow(event: Event): Tables['event'] {
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    start: event.start,
    end: event.end,
    open_end: event.openEnd ? 1 : 0,
    zone: event.zone,
    starts_at: event.startsAt,
    day: event.day,
    venue: event.venue,
    organizer: event.organizer,
    dress_code: event.dressCode,
    companions: event.companions,
    note: event.note,
    press_access: event.pressAccess,
    release_needed: event.releaseNeeded ? 1 : 0,
    state_reason: event.stateReason,
    revision: event.revision,
    version: event.version,
  };
}
