import { type Kysely, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { EventGlance } from '../../../contract/agenda-span.ts';
import type { GlanceFilter, GlanceStore } from '../../../newsroom/agenda/glance-store.ts';
import { LATE_MINUTES, OPEN_MINUTES } from '../../../text/state-by-clock.ts';
import { isClosed } from '../closed-by-words.ts';
import type { Tables } from '../tables/index.ts';

const columns = [
  'id',
  'kind',
  'title',
  'state',
  'start',
  'end',
  'open_end',
  'zone',
  'starts_at',
  'day',
  'venue',
  'press_access',
  'release_needed',
  'series_id',
  'revision',
  'version',
] as const;
type Row = Pick<Selectable<Tables['event']>, (typeof columns)[number]>;

/** Days an event may have begun before the span it reaches into. */
const LONGEST = '-31 days';

export function glanceStore(db: Kysely<Tables>): GlanceStore {
  return {
    async between({ from, to }, filter, limit) {
      const rows = await narrowed(db.selectFrom('event'), filter)
        .select(columns)
        .where('day', '>=', sql<string>`date(${from}, ${LONGEST})`)
        .where('day', '<=', to)
        .where((where) => where.or([where('day', '>=', from), where('end', '>=', from)]))
        .orderBy('starts_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      if (rows.length === 0) return [];
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
      return rows.map((row) => toGlance(row, byEvent.get(row.id) ?? []));
    },
    async nearest(way, day, filter) {
      const row = await narrowed(db.selectFrom('event'), filter)
        .select('day')
        .where('day', way === 'before' ? '<' : '>', day)
        .orderBy('day', way === 'before' ? 'desc' : 'asc')
        .limit(1)
        .executeTakeFirst();
      return row?.day ?? null;
    },
  };
}

/** `stateByClock` in SQL: whoever looks for what is over finds what is shown as over. */
function seenState(now: string) {
  const ago = sql`(unixepoch(${now}) - unixepoch(starts_at))`;
  const lasts = sql`coalesce(unixepoch("end") - unixepoch(start), ${sql.lit(OPEN_MINUTES * 60)})`;
  return sql<string>`case
    when state = 'confirmed' and ${ago} >= ${lasts} then 'done'
    when state = 'confirmed' and ${ago} >= 0 then 'ongoing'
    when state = 'ongoing' and ${ago} >= ${lasts} + ${sql.lit(LATE_MINUTES * 60)} then 'done'
    else state end`;
}

function narrowed<O>(query: SelectQueryBuilder<Tables, 'event', O>, filter: GlanceFilter) {
  let narrow = query;
  if (filter.openOnly) narrow = narrow.where((where) => where.not(isClosed('event')));
  if (filter.press === 'public') narrow = narrow.where('press_access', '!=', 'closed');
  if (filter.press === 'closed') narrow = narrow.where('press_access', '=', 'closed');
  if (filter.releaseNeeded !== undefined) narrow = narrow.where('release_needed', '=', filter.releaseNeeded ? 1 : 0);
  if (filter.kinds?.length) narrow = narrow.where('kind', 'in', [...filter.kinds]);
  if (filter.states?.length) narrow = narrow.where(seenState(filter.now), 'in', [...filter.states]);
  const leaderId = filter.leaderId;
  if (leaderId !== undefined) {
    narrow = narrow.where('id', 'in', (from) =>
      from
        .selectFrom('event_attendance')
        .select('event_id')
        .where((where) => where.or([where('official_id', '=', leaderId), where('delegate_id', '=', leaderId)])),
    );
  }
  const crewId = filter.crewId;
  if (crewId !== undefined)
    narrow = narrow.where('id', 'in', (from) =>
      from.selectFrom('duty').select('event_id').where('user_id', '=', crewId),
    );
  for (const word of (filter.text ?? '').split(/\s+/).filter((part) => part !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`.toLowerCase();
    narrow = narrow.where((where) =>
      where.or(
        (['title', 'venue', 'organizer', 'note'] as const).map(
          (column) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`,
        ),
      ),
    );
  }
  return narrow;
}

function toGlance(row: Row, answers: Selectable<Tables['event_attendance']>[]): EventGlance {
  return {
    id: row.id,
    kind: row.kind as EventGlance['kind'],
    title: row.title,
    state: row.state as EventGlance['state'],
    start: row.start,
    end: row.end,
    openEnd: row.open_end === 1,
    zone: row.zone as EventGlance['zone'],
    startsAt: row.starts_at,
    day: row.day,
    venue: row.venue,
    pressAccess: row.press_access as EventGlance['pressAccess'],
    releaseNeeded: row.release_needed === 1,
    attendance: answers.map((answer) => ({
      officialId: answer.official_id,
      answer: answer.answer as EventGlance['attendance'][number]['answer'],
      delegateId: answer.delegate_id,
      delegateName: answer.delegate_name,
      instruction: answer.instruction,
    })),
    seriesId: row.series_id,
    revision: row.revision,
    version: row.version,
  };
}
