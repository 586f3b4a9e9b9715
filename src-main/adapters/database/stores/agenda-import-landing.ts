import { type Kysely, sql } from 'kysely';
import type { ImportRow } from '../../../contract/agenda-files.ts';
import type { FoundLeader } from '../../../newsroom/agenda/files/documents.ts';
import type { AgendaImportStore, Match, Span } from '../../../newsroom/agenda/files/import-store.ts';
import type { StoreTools } from '../open-database.ts';
import type { Tables } from '../tables/index.ts';

type Landing = Pick<
  AgendaImportStore,
  | 'chosen'
  | 'unknownLeaders'
  | 'unknownDelegates'
  | 'choose'
  | 'nextPortion'
  | 'stale'
  | 'leaveStale'
  | 'insertChosen'
  | 'attendanceChanges'
  | 'changeAttendance'
  | 'changeChosen'
  | 'changesThatConcern'
  | 'removeLanded'
  | 'changed'
  | 'markTakenBack'
  | 'takenBack'
>;

/** `chosen` of a row that changed an event: 1 until it is taken back. */
const PUT_BACK = 2;
const LEFT = 3;

/** From rows of an import to events and back: statements over a span of rows at once. */
export function agendaImportLanding(db: Kysely<Tables>, tools: Pick<StoreTools, 'insertMany'>): Landing {
  const of = (id: string) => db.selectFrom('agenda_import_row').where('import_id', '=', id);

  const within = ({ after, to }: Span) => sql`n > ${after} and n <= ${to}`;
  /** Rows that are events already; all of them where that is not kept any more. */
  const landed = sql<boolean>`n <= coalesce((select landed_to from agenda_import where id = agenda_import_row.import_id), n)`;
  const staleRows = (id: string, span: Span) => sql`import_id = ${id} and ${within(span)} and chosen = 1
    and act in ('change', 'cancel') and not exists (
      select 1 from event where event.id = agenda_import_row.event_id and event.version = agenda_import_row.seen_version)`;

  /** Of a known event its leaders are read where they change: JSON escapes what would look like this in a text. */
  const changesAnswers = sql<boolean>`row.act = 'change' and instr(row.changes, '"field":"attendance"') > 0`;
  const namesLeaders = sql<boolean>`(row.act = 'add' or (${changesAnswers}))`;

  return {
    async nextPortion(id, after, most) {
      // octet_length reads no page of a long note
      const found = await sql<{ n: number; bytes: number }>`
        select n, octet_length(note) + octet_length(title) + octet_length(leaders) as bytes from agenda_import_row
        where import_id = ${id} and n > ${after} and chosen = 1 order by n limit ${most.rows}`.execute(db);
      let bytes = 0;
      let to: number | null = null;
      for (const row of found.rows) {
        bytes += row.bytes;
        if (to !== null && bytes > most.bytes) break;
        to = row.n;
      }
      return to;
    },
    async stale(id, span) {
      const found = await sql<{ many: number }>`
        select count(*) as many from agenda_import_row where ${staleRows(id, span)}`.execute(db);
      return found.rows[0]?.many ?? 0;
    },
    async leaveStale(id, span) {
      const left = await sql`update agenda_import_row set chosen = 0 where ${staleRows(id, span)}`.execute(db);
      return Number(left.numAffectedRows ?? 0n);
    },
    async chosen(id) {
      const row = await of(id)
        .where('chosen', '=', 1)
        .select((count) => count.fn.countAll<number>().as('many'))
        .executeTakeFirstOrThrow();
      return row.many;
    },
    // by its length: the text itself stands behind the note, and reading it would read every note
    async unknownLeaders(id) {
      const rows = await sql<{ leader: string }>`
        select leader.value as leader from agenda_import_row as row, json_each(row.leaders) as leader
        where row.import_id = ${id} and row.chosen = 1 and ${namesLeaders} and octet_length(row.leaders) > 2
          and leader.value ->> 'officialId' is null
        group by lower(leader.value ->> 'called')`.execute(db);
      return rows.rows.map((row) => JSON.parse(row.leader) as FoundLeader);
    },
    async unknownDelegates(id) {
      const rows = await sql<{ name: string }>`
        select distinct leader.value ->> 'delegateName' as name from agenda_import_row as row, json_each(row.leaders) as leader
        where row.import_id = ${id} and row.chosen = 1 and ${namesLeaders} and octet_length(row.leaders) > 2
          and leader.value ->> 'answer' = 'delegated' and leader.value ->> 'delegateId' is null
          and leader.value ->> 'delegateName' is not null
        order by name`.execute(db);
      return rows.rows.map(({ name }) => name);
    },
    async choose(id, except) {
      // only what differs from "all" is written: ten thousand rows would take longer than the events themselves
      await sql`update agenda_import_row set chosen = 1 where import_id = ${id} and chosen = 0`.execute(db);
      await sql`
        update agenda_import_row set chosen = 0
        where import_id = ${id} and n in (select value from json_each(${JSON.stringify(except)}))`.execute(db);
      await sql`update agenda_import_row set chosen = 0 where import_id = ${id} and act = 'same'`.execute(db);
      const row = await of(id)
        .where('chosen', '=', 1)
        .select([
          sql<number>`coalesce(sum(act = 'add'), 0)`.as('added'),
          sql<number>`coalesce(sum(act <> 'add'), 0)`.as('changed'),
        ])
        .executeTakeFirstOrThrow();
      return row;
    },
    async insertChosen(id, span, { at, by, officials, delegates }) {
      await sql`
        insert into event (id, kind, title, state, start, "end", open_end, zone, starts_at, day, venue, organizer, dress_code,
          companions, note, contact_name, contact_phone, press_access, release_needed, state_reason, revision, version,
          external_uid)
        select event_id, kind, title, state, start, "end", open_end, zone, starts_at, substr(start, 1, 10), venue, organizer,
          dress_code, companions, note, contact_name, contact_phone, press_access, 0, null, revision, 1, uid
        from agenda_import_row where import_id = ${id} and ${within(span)} and chosen = 1 and act = 'add' order by n`.execute(
        db,
      );
      await sql`
        insert into event_change (id, event_id, at, user_name, act, version, revision, changes, reason)
        select change_id, event_id, ${at}, ${by.name}, 'added', 1, revision, '[]', null
        from agenda_import_row where import_id = ${id} and ${within(span)} and chosen = 1 and act = 'add' order by n`.execute(
        db,
      );
      await sql`
        insert or ignore into event_attendance (event_id, official_id, position, answer, delegate_id, delegate_name, instruction)
        select row.event_id, coalesce(leader.value ->> 'officialId', told.value), leader.key, leader.value ->> 'answer',
          coalesce(leader.value ->> 'delegateId', held.value),
          case when coalesce(leader.value ->> 'delegateId', held.value) is null then leader.value ->> 'delegateName' end, null
        from agenda_import_row as row, json_each(row.leaders) as leader
          left join json_each(${JSON.stringify(officials)}) as told
            on told.key = lower(leader.value ->> 'called')
          left join json_each(${JSON.stringify(delegates)}) as held
            on held.key = leader.value ->> 'delegateName'
        where row.import_id = ${id} and ${within(span)} and row.chosen = 1 and row.act = 'add' and octet_length(row.leaders) > 2
          and coalesce(leader.value ->> 'officialId', told.value) is not null`.execute(db);
    },
    async attendanceChanges(id, span) {
      const rows = await sql<{ n: number; event_id: string; changes: string }>`
        select n, event_id, changes from agenda_import_row as row
        where import_id = ${id} and ${within(span)} and chosen = 1 and ${changesAnswers} order by n`.execute(db);
      return rows.rows.map((row) => ({
        n: row.n,
        eventId: row.event_id,
        changes: JSON.parse(row.changes) as ImportRow['changes'],
      }));
    },
    async changeAttendance(id, changed) {
      const answers = JSON.stringify(
        changed.map(({ eventId, changes }) => [eventId, changes.find(({ field }) => field === 'attendance')?.new]),
      );
      tools.insertMany(
        'update agenda_import_row set changes = ? where import_id = ? and n = ?',
        changed.map(({ n, changes }) => [JSON.stringify(changes), id, n]),
      );
      await sql`
        delete from event_attendance where event_id in (select value ->> 0 from json_each(${answers}))`.execute(db);
      await sql`
        insert or ignore into event_attendance (event_id, official_id, position, answer, delegate_id, delegate_name, instruction)
        select event.value ->> 0, answer.value ->> 'officialId', answer.key, answer.value ->> 'answer',
          answer.value ->> 'delegateId', answer.value ->> 'delegateName', answer.value ->> 'instruction'
        from json_each(${answers}) as event, json_each(event.value, '$[1]') as answer`.execute(db);
    },
    async changeChosen(id, span, { at, userName, reason }) {
      const changed = await sql`
        update event set title = row.title, start = row.start, "end" = row."end", open_end = row.open_end, zone = row.zone,
          starts_at = row.starts_at, day = substr(row.start, 1, 10),
          venue = case when row.venue = '' then event.venue else row.venue end,
          organizer = case when row.organizer = '' then event.organizer else row.organizer end,
          dress_code = case when row.dress_code = '' then event.dress_code else row.dress_code end,
          companions = case when row.companions = '' then event.companions else row.companions end,
          note = case when row.note = '' then event.note else row.note end, press_access = row.press_access,
          external_uid = coalesce(row.uid, event.external_uid), revision = row.revision, version = event.version + 1
        from agenda_import_row as row
        where row.import_id = ${id} and ${within(span)} and row.chosen = 1 and row.act = 'change'
          and event.id = row.event_id and event.version = row.seen_version`.execute(db);
      const cancelled = await sql`
        update event set state = 'cancelled', state_reason = ${reason}, press_access = row.press_access, revision = row.revision,
          version = event.version + 1
        from agenda_import_row as row
        where row.import_id = ${id} and ${within(span)} and row.chosen = 1 and row.act = 'cancel'
          and event.id = row.event_id and event.version = row.seen_version`.execute(db);
      await sql`
        insert into event_change (id, event_id, at, user_name, act, version, revision, changes, reason)
        select change_id, event_id, ${at}, ${userName}, case act when 'cancel' then 'state' else 'changed' end,
          seen_version + 1, revision, changes, ${reason}
        from agenda_import_row where import_id = ${id} and ${within(span)} and chosen = 1 and act in ('change', 'cancel')`.execute(
        db,
      );
      return Number((changed.numAffectedRows ?? 0n) + (cancelled.numAffectedRows ?? 0n));
    },
    async changesThatConcern(id, span) {
      const rows = await of(id)
        .select(['event_id', 'change_id', 'act', 'changes'])
        .where('n', '>', span.after)
        .where('n', '<=', span.to)
        .where('chosen', '=', 1)
        .where('act', 'in', ['change', 'cancel'])
        .where(
          sql<boolean>`(exists (select 1 from duty where duty.event_id = agenda_import_row.event_id and duty.user_id is not null)
            or exists (select 1 from event where event.id = agenda_import_row.event_id and event.series_id is not null))`,
        )
        .orderBy('n')
        .execute();
      return rows.map((row) => ({
        eventId: row.event_id,
        changeId: row.change_id,
        act: row.act as ImportRow['act'],
        changes: JSON.parse(row.changes) as ImportRow['changes'],
      }));
    },
    async removeLanded(id, after, limit) {
      const rows = await of(id)
        .select(['n', 'event_id'])
        .where('chosen', '=', 1)
        .where('act', '=', 'add')
        .where(landed)
        .where('n', '>', after)
        .orderBy('n')
        .limit(limit)
        .execute();
      const last = rows.at(-1)?.n ?? null;
      if (last === null) return { removed: [], kept: 0, last };
      const removed = await sql<{ id: string }>`
        delete from event where version = 1
          and id in (select value from json_each(${JSON.stringify(rows.map((row) => row.event_id))}))
          and not exists (select 1 from "release" where "release".event_id = event.id)
          and not exists (select 1 from photo where photo.event_id = event.id)
          and not exists (select 1 from photo_event where photo_event.event_id = event.id)
          and not exists (select 1 from photo_import where photo_import.event_id = event.id)
          and not exists (select 1 from attachment where attachment.event_id = event.id)
          and not exists (select 1 from invitation where invitation.event_id = event.id)
        returning id`.execute(db);
      return { removed: removed.rows.map((row) => row.id), kept: rows.length - removed.rows.length, last };
    },
    async changed(id, after, limit) {
      const rows = await of(id)
        .select(['n', 'act', 'event_id', 'seen_version', 'revision', 'changes'])
        .where('chosen', '=', 1)
        .where('n', '>', after)
        .where('act', 'in', ['change', 'cancel'])
        .where(landed)
        .orderBy('n')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        n: row.n,
        act: row.act as Match['act'],
        eventId: row.event_id,
        seenVersion: row.seen_version ?? 0,
        revision: row.revision,
        changes: JSON.parse(row.changes) as Match['changes'],
      }));
    },
    async markTakenBack(id, put, left) {
      for (const [mark, ns] of [
        [PUT_BACK, put],
        [LEFT, left],
      ] as const)
        await sql`
          update agenda_import_row set chosen = ${mark}
          where import_id = ${id} and n in (select value from json_each(${JSON.stringify(ns)}))`.execute(db);
    },
    async takenBack(id) {
      const found = await sql<{ gone: number; stayed: number; back: number; left: number }>`
        select coalesce(sum(act = 'add' and chosen = 1 and event.id is null), 0) as gone,
          coalesce(sum(act = 'add' and chosen = 1 and event.id is not null), 0) as stayed,
          coalesce(sum(chosen = ${PUT_BACK}), 0) as back, coalesce(sum(chosen = ${LEFT}), 0) as "left"
        from agenda_import_row left join event on event.id = agenda_import_row.event_id
        where import_id = ${id} and chosen > 0 and ${landed}`.execute(db);
      const { gone, stayed, back, left } = found.rows[0] ?? { gone: 0, stayed: 0, back: 0, left: 0 };
      return { removed: gone + back, kept: stayed + left, changedBack: back };
    },
  };
}
