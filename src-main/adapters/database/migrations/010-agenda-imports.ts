import type { Migration } from './migration.ts';

export const agendaImports: Migration = {
  number: 10,
  name: 'agenda-imports',
  up(database) {
    database.exec(`
      -- one file of events that is being looked at, or has landed and may be taken back
      create table agenda_import (
        id text primary key,
        user_id text not null references user (id),
        name text not null,
        state text not null,
        at text not null
      ) strict;

      -- what it would bring; the event itself is written only when a person takes it in
      create table agenda_import_row (
        import_id text not null references agenda_import (id) on delete cascade,
        n integer not null,
        act text not null,
        chosen integer not null,
        event_id text not null,
        change_id text not null,
        -- of the event that is there already
        seen_version integer,
        -- what its revision becomes
        revision integer not null,
        -- JSON: [{field, old, new}]
        changes text not null,
        uid text,
        kind text not null,
        title text not null,
        state text not null,
        start text not null,
        "end" text,
        open_end integer not null,
        zone text not null,
        starts_at text not null,
        venue text not null,
        organizer text not null,
        dress_code text not null,
        companions text not null,
        note text not null,
        contact_name text not null,
        contact_phone text not null,
        press_access text not null,
        -- JSON: [code]; JSON: [{called, name, officialId, answer, delegateId, delegateName}]
        doubts text not null,
        leaders text not null,
        primary key (import_id, n)
      ) strict, without rowid;
      create index agenda_import_row_uid on agenda_import_row (import_id, uid) where uid is not null;

      -- what the columns of a table hold, by its headings
      create table table_columns (
        headings text primary key,
        columns text not null,
        at text not null
      ) strict, without rowid;
    `);
  },
};
