import type SQLite from 'better-sqlite3';
import { type RawBuilder, sql } from 'kysely';
import { closedByWords } from '../../text/said-inside.ts';

/** The texts of an event that may say it is closed, in the order the function takes them. */
const texts = ['title', 'venue', 'organizer', 'dress_code', 'note', 'open_despite'] as const;

/** Lets queries ask whether an event's words close it: one rule for what is listed, counted and searched. */
export function knowClosedByWords(connection: SQLite.Database): void {
  connection.function(
    'closed_by_words',
    { deterministic: true, varargs: true },
    // of an event that is not there any more all of it is null
    (...told: (string | null)[]) => {
      const [title = '', venue = '', organizer = '', dressCode = '', note = '', openDespite = ''] = told.map(
        (text) => text ?? '',
      );
      return closedByWords({ title, venue, organizer, dressCode, note, openDespite }) === null ? 0 : 1;
    },
  );
}

/**
 * An event kept from the public, by its field or by its words. One that is not there any more counts as closed: nobody can say that it
 * was open.
 * @param table what the query calls the table of events
 */
export function isClosed(table: string): RawBuilder<boolean> {
  const words = sql.join(texts.map((column) => sql.ref(`${table}.${column}`)));
  return sql<boolean>`(coalesce(${sql.ref(`${table}.press_access`)}, 'closed') = 'closed' or closed_by_words(${words}))`;
}
