import type { Migration } from './migration.ts';

export const photos: Migration = {
  number: 4,
  name: 'photos',
  up(database) {
    database.exec(`
      -- event_id names a row of the agenda, which is never deleted, only cancelled
      create table photo (
        id text primary key,
        event_id text,
        -- one row per picture: the same bytes are linked to further events, never kept twice
        sha256 text not null unique,
        -- where the original lies, relative and with '/'; never computed again
        path text not null unique,
        file_name text not null,
        format text not null,
        bytes integer not null,
        width integer not null,
        height integer not null,
        -- local wall time of the camera
        taken_at text,
        camera text,
        caption text not null,
        credit text not null,
        alt text not null,
        state text not null,
        preview integer not null,
        -- how the copy was read back: 'disk' past the page cache, or 'cache'
        verified text not null,
        added_at text not null,
        added_by text not null references user (id),
        added_by_name text not null,
        version integer not null
      ) strict;
      create index photo_unfinished on photo (state) where state = 'copied';
      create index photo_by on photo (added_by, id);

      create table photo_event (
        photo_id text not null references photo (id),
        event_id text not null,
        position integer not null,
        primary key (photo_id, event_id)
      ) strict, without rowid;
      create index photo_event_order on photo_event (event_id, position);

      create table photo_import (
        id text primary key,
        event_id text,
        state text not null,
        started_at text not null,
        started_by text not null references user (id),
        started_by_name text not null
      ) strict;
      create index photo_import_open on photo_import (state) where state in ('open', 'paused');

      create table photo_import_file (
        id text primary key,
        import_id text not null references photo_import (id),
        position integer not null,
        name text not null,
        size integer not null,
        last_modified integer not null,
        -- where it is read from when it lies in the core's own computer
        source_path text,
        state text not null,
        photo_id text references photo (id),
        refusal text
      ) strict;
      create index photo_import_file_of on photo_import_file (import_id, position);
      create index photo_import_file_seen on photo_import_file (name, size, last_modified) where photo_id is not null;
    `);
  },
};
