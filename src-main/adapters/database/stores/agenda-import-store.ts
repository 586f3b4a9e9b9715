import { type Kysely, sql } from 'kysely';
import type { ColumnField, FileReading, ImportRow } from '../../../contract/agenda-files.ts';
import type { FoundLeader } from '../../../newsroom/agenda/files/documents.ts';
import type {
  AgendaImport,
  AgendaImportStore,
  Comparable,
  Landing,
  Match,
  StagedEvent,
} from '../../../newsroom/agenda/files/import-store.ts';
import type { StoreTools } from '../open-database.ts';
import type { Tables } from '../tables/index.ts';
import { agendaImportLanding } from './agenda-import-landing.ts';
import { toAttendance } from './event-rows.ts';

const comparable = [
  'event.id',
  'event.external_uid as uid',
  'event.version',
  'event.revision',
  'event.state',
  'event.title',
  'event.start',
  'event.end',
  'event.open_end',
  'event.zone',
  'event.starts_at',
  'event.venue',
  'event.organizer',
  'event.dress_code',
  'event.companions',
  'event.note',
  'event.press_access',
] as const;

type Seen = Omit<Comparable, 'openEnd' | 'startsAt' | 'dressCode' | 'pressAccess'> & {
  open_end: number;
  starts_at: string;
  dress_code: string;
  press_access: string;
};
const toComparable = ({ open_end, starts_at, dress_code, press_access, ...row }: Seen): Comparable => ({
  ...row,
  openEnd: open_end === 1,
  startsAt: starts_at,
  dressCode: dress_code,
  pressAccess: press_access as Comparable['pressAccess'],
});

const staged = [
  'import_id',
  'n',
  'act',
  'chosen',
  'event_id',
  'change_id',
  'revision',
  'changes',
  'uid',
  'kind',
  'title',
  'state',
  'start',
  '"end"',
  'open_end',
  'zone',
  'starts_at',
  'venue',
  'organizer',
  'dress_code',
  'companions',
  'note',
  'contact_name',
  'contact_phone',
  'press_access',
  'doubts',
  'leaders',
];
const insertRow = `insert into agenda_import_row (${staged.join(', ')}) values (${staged.map(() => '?').join(', ')})`;

function* rowsOf(id: string, events: readonly StagedEvent[]) {
  for (const one of events)
    yield [
      id,
      one.n,
      one.state === 'cancelled' ? 'cancel' : 'add',
      1,
      one.eventId,
      // the id of the event is that of the first line of its history, too; a known event keeps its own
      one.eventId,
      one.state === 'confirmed' ? 1 : 0,
      '[]',
      one.uid,
      one.kind,
      one.title,
      one.state,
      one.start,
      one.end,
      one.openEnd ? 1 : 0,
      one.zone,
      one.startsAt,
      one.venue,
      one.organizer,
      one.dressCode,
      one.companions,
      one.note,
      one.contactName,
      one.contactPhone,
      one.pressAccess,
      one.doubts.length === 0 ? '[]' : JSON.stringify(one.doubts),
      one.leaders.length === 0 ? '[]' : JSON.stringify(one.leaders),
    ];
}

const settled = [
  'act',
  'event_id',
  'seen_version',
  'revision',
  'changes',
  'title',
  'start',
  '"end"',
  'open_end',
  'zone',
  'starts_at',
  'venue',
  'organizer',
  'dress_code',
  'companions',
  'press_access',
];
const settleRow = `update agenda_import_row set ${settled.map((column) => `${column} = ?`).join(', ')},
  note = case when ? then '' else note end where import_id = ? and n = ?`;

function* settledOf(id: string, matches: readonly Match[]) {
  for (const { n, act, eventId, seenVersion, revision, changes, final } of matches)
    yield [
      act,
      eventId,
      seenVersion,
      revision,
      JSON.stringify(changes),
      final.title,
      final.start,
      final.end,
      final.openEnd ? 1 : 0,
      final.zone,
      final.startsAt,
      final.venue,
      final.organizer,
      final.dressCode,
      final.companions,
      final.pressAccess,
      final.note === '' ? 1 : 0,
      id,
      n,
    ];
}

export function agendaImportStore(db: Kysely<Tables>, tools: Pick<StoreTools, 'insertMany'>): AgendaImportStore {
  const of = (id: string) => db.selectFrom('agenda_import_row').where('import_id', '=', id);

  return {
    ...agendaImportLanding(db, tools),
    async begin(one) {
      await db
        .insertInto('agenda_import')
        .values({ id: one.id, user_id: one.userId, name: one.name, state: one.state, at: one.at })
        .execute();
    },
    async byId(id) {
      const row = await db.selectFrom('agenda_import').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      return {
        id: row.id,
        userId: row.user_id,
        name: row.name,
        state: row.state as AgendaImport['state'],
        at: row.at,
        view: row.view === null ? null : (JSON.parse(row.view) as FileReading),
        landedTo: row.landed_to,
        landing: row.landing === null ? null : (JSON.parse(row.landing) as Landing),
      };
    },
    async setState(id, state) {
      await db.updateTable('agenda_import').set({ state }).where('id', '=', id).execute();
    },
    async setLanding(id, landing) {
      await db
        .updateTable('agenda_import')
        .set({ state: 'landing', landed_to: 0, landing: JSON.stringify(landing) })
        .where('id', '=', id)
        .execute();
    },
    async setLandedTo(id, to) {
      await db.updateTable('agenda_import').set({ landed_to: to }).where('id', '=', id).execute();
    },
    async setView(id, view) {
      await db
        .updateTable('agenda_import')
        .set({ view: JSON.stringify(view) })
        .where('id', '=', id)
        .execute();
    },
    async openOf(userId) {
      return db
        .selectFrom('agenda_import')
        .select('id')
        .where('user_id', '=', userId)
        .where('state', 'in', ['open', 'landing', 'undoing'])
        .orderBy('id', 'desc')
        .execute();
    },
    async drop(id) {
      await db.deleteFrom('agenda_import').where('id', '=', id).execute();
    },
    async olderThan(at) {
      const rows = await db
        .selectFrom('agenda_import')
        .select('id')
        .where('at', '<', at)
        .where('state', 'not in', ['landing', 'undoing'])
        .execute();
      return rows.map((row) => row.id);
    },
    async clear(id) {
      await db.deleteFrom('agenda_import_row').where('import_id', '=', id).execute();
    },
    async dropUids(id, uids) {
      const gone = await db
        .deleteFrom('agenda_import_row')
        .where('import_id', '=', id)
        .where('uid', 'in', [...uids])
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async add(id, events) {
      tools.insertMany(insertRow, rowsOf(id, events));
    },
    async staged(id, after, limit) {
      const rows = await of(id).selectAll().where('n', '>', after).orderBy('n').limit(limit).execute();
      return rows.map((row) => ({
        n: row.n,
        line: row.n,
        act: row.act as ImportRow['act'],
        eventId: row.event_id,
        uid: row.uid,
        kind: row.kind as StagedEvent['kind'],
        title: row.title,
        state: row.state as StagedEvent['state'],
        start: row.start,
        end: row.end,
        openEnd: row.open_end === 1,
        zone: row.zone as StagedEvent['zone'],
        startsAt: row.starts_at,
        venue: row.venue,
        organizer: row.organizer,
        dressCode: row.dress_code,
        companions: row.companions,
        note: row.note,
        contactName: row.contact_name,
        contactPhone: row.contact_phone,
        pressAccess: row.press_access as StagedEvent['pressAccess'],
        doubts: JSON.parse(row.doubts) as string[],
        leaders: JSON.parse(row.leaders) as FoundLeader[],
      }));
    },
    async byUid(id, after, limit) {
      const any = await db
        .selectFrom('event')
        .select('id')
        .where('external_uid', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      if (any === undefined) return [];
      const rows = await db
        .selectFrom('agenda_import_row as row')
        .innerJoin('event', 'event.external_uid', 'row.uid')
        .select(comparable)
        .select('row.n as n')
        .where('row.import_id', '=', id)
        .where('row.n', '>', after)
        .orderBy('row.n')
        .limit(limit)
        .execute();
      return rows.map(({ n, ...event }) => ({ n, event: toComparable(event) }));
    },
    async between(from, to, after, limit) {
      const rows = await db
        .selectFrom('event')
        .select(comparable)
        .where('event.day', '>=', from)
        .where('event.day', '<=', to)
        .where('event.id', '>', after)
        .orderBy('event.id')
        .limit(limit)
        .execute();
      return rows.map(toComparable);
    },
    async attendanceOf(eventIds) {
      const rows = await db
        .selectFrom('event_attendance')
        .selectAll()
        .where(sql<boolean>`event_id in (select value from json_each(${JSON.stringify(eventIds)}))`)
        .orderBy('event_id')
        .orderBy('position')
        .execute();
      const byEvent = Map.groupBy(rows, (row) => row.event_id);
      return new Map([...byEvent].map(([eventId, answers]) => [eventId, answers.map(toAttendance)]));
    },
    async settle(id, matches) {
      // row by row: joined with a JSON text of them, SQLite reads that text once for each row of the import
      tools.insertMany(settleRow, settledOf(id, matches));
    },
    async dropUnknownCancelled(id) {
      const gone = await db
        .deleteFrom('agenda_import_row')
        .where('import_id', '=', id)
        .where('act', '=', 'cancel')
        .where('seen_version', 'is', null)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async rows(id, after, limit, text) {
      let query = of(id);
      for (const word of text.split(/\s+/).filter((part) => part !== '')) {
        const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
        query = query.where((where) =>
          where.or(
            (['title', 'venue', 'organizer', 'start'] as const).map(
              (column) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`,
            ),
          ),
        );
      }
      const counted = await query.select((count) => count.fn.countAll<number>().as('found')).executeTakeFirst();
      const rows = await query.selectAll().where('n', '>', after).orderBy('n').limit(limit).execute();
      return {
        found: counted?.found ?? 0,
        rows: rows.map((row) => ({
          n: row.n,
          act: row.act as ImportRow['act'],
          title: row.title,
          start: row.start,
          end: row.end,
          openEnd: row.open_end === 1,
          zone: row.zone as ImportRow['zone'],
          venue: row.venue,
          organizer: row.organizer,
          leaders: (JSON.parse(row.leaders) as FoundLeader[]).map((leader) => leader.called),
          doubts: JSON.parse(row.doubts) as string[],
          changes: JSON.parse(row.changes) as ImportRow['changes'],
          eventId: row.event_id,
        })),
      };
    },
    async counts(id) {
      const rows = await of(id)
        .select(['act'])
        .select((count) => [
          count.fn.countAll<number>().as('many'),
          count.fn.min<string>('start').as('first'),
          count.fn.max<string>('start').as('last'),
        ])
        .groupBy('act')
        .execute();
      const many = (act: ImportRow['act']) => rows.find((row) => row.act === act)?.many ?? 0;
      const firsts = rows.map((row) => row.first.slice(0, 10)).sort();
      const lasts = rows.map((row) => row.last.slice(0, 10)).sort();
      return {
        add: many('add'),
        change: many('change'),
        cancel: many('cancel'),
        same: many('same'),
        first: firsts[0] ?? null,
        last: lasts.at(-1) ?? null,
      };
    },
    async columnsFor(headings) {
      const row = await db
        .selectFrom('table_columns')
        .select('columns')
        .where('headings', '=', headings)
        .executeTakeFirst();
      return row === undefined ? null : (JSON.parse(row.columns) as ColumnField[]);
    },
    async keepColumns(headings, columns, at) {
      const row = { headings, columns: JSON.stringify(columns), at };
      await db
        .insertInto('table_columns')
        .values(row)
        .onConflict((conflict) => conflict.column('headings').doUpdateSet({ columns: row.columns, at }))
        .execute();
    },
  };
}
