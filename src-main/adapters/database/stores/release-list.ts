import { type Kysely, sql } from 'kysely';
import type { ReleaseState } from '../../../contract/release-nouns.ts';
import type { ReleaseStore } from '../../../newsroom/releases/release-store.ts';
import type { Tables } from '../tables/index.ts';

/** States of a release whose text is not decided. */
const OPEN_STATES: readonly ReleaseState[] = ['draft', 'submitted', 'returned'];

/** Rows of a list of releases, the newest change first. */
export function listed(db: Kysely<Tables>, filter: Parameters<ReleaseStore['list']>[0]) {
  let query = db
    .selectFrom('release')
    .selectAll()
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  const { approvedBut } = filter;
  if (filter.states.length > 0) {
    const states = [...filter.states];
    // what is being written anew counts as approved for who sees only that
    const raw = approvedBut === undefined || !states.includes('approved') ? [] : OPEN_STATES;
    query = query.where((eb) =>
      approvedBut === undefined
        ? eb('state', 'in', states)
        : eb.or([
            eb.and([eb('created_by', '=', approvedBut ?? ''), eb('state', 'in', states)]),
            eb.and([
              eb('created_by', '!=', approvedBut ?? ''),
              eb('state', 'in', [...states.filter((state) => !OPEN_STATES.includes(state)), ...raw]),
            ]),
          ]),
    );
  }
  if (approvedBut !== undefined)
    query = query.where(
      sql<boolean>`(created_by = ${approvedBut ?? ''} or exists (select 1 from release_version v where v.release_id = release.id))`,
    );
  if (filter.eventId !== undefined) query = query.where('event_id', '=', filter.eventId);
  if (filter.createdBy !== undefined) query = query.where('created_by', '=', filter.createdBy);
  if (filter.before !== undefined)
    query = query.where(sql<boolean>`(changed_at, id) < (${filter.before.changedAt}, ${filter.before.id})`);
  for (const word of filter.search.split(/\s+/).filter((part) => part !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(
      approvedBut === undefined
        ? sql<boolean>`title like ${pattern} escape '\\'`
        : sql<boolean>`case when created_by = ${approvedBut ?? ''} then title else (select v.manifest ->> 'title'
            from release_version v where v.release_id = release.id order by v.version desc limit 1) end
            like ${pattern} escape '\\'`,
    );
  }
  return query;
}
