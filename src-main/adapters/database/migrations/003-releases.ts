import type { Migration } from './migration.ts';

export const releases: Migration = {
  number: 3,
  name: 'releases',
  up(database) {
    database.exec(`
      -- event_id and photo_id name rows of other areas; those rows are never deleted, only closed or put aside
      create table release (
        id text primary key,
        event_id text,
        kind text not null,
        state text not null,
        info_class text not null,
        embargo_until text,
        -- title, excerpt, words: read from the text by the job, for lists
        title text not null,
        excerpt text not null,
        words integer not null,
        working_version integer not null,
        schema_version integer not null,
        -- last update that came in, late ones too
        text_seq integer not null,
        -- up to here title, excerpt, words and guests were read
        digest_seq integer not null,
        -- late updates up to here have become part of the text
        admitted_seq integer not null,
        created_by text not null references user (id),
        created_by_name text not null,
        created_at text not null,
        changed_by_name text not null,
        changed_at text not null,
        version integer not null
      ) strict;
      create index release_changed on release (changed_at);
      create index release_state on release (state, changed_at);
      create index release_event on release (event_id) where event_id is not null;

      -- appended, never changed, never deleted: the whole history of a text can be read again
      create table release_update (
        release_id text not null references release (id),
        seq integer not null,
        working_version integer not null,
        late integer not null,
        data blob not null,
        sha256 text not null,
        user_id text not null references user (id),
        user_name text not null,
        origin text not null,
        schema_version integer not null,
        at text not null,
        primary key (release_id, seq)
      ) strict, without rowid;
      -- a window that got no answer sends the same bytes again
      create index release_update_same on release_update (release_id, sha256);

      -- only to open faster; can be thrown away and made again from the updates
      create table release_snapshot (
        release_id text not null references release (id),
        seq integer not null,
        data blob not null,
        at text not null,
        primary key (release_id, seq)
      ) strict, without rowid;

      create table release_photo (
        release_id text not null references release (id),
        photo_id text not null,
        position integer not null,
        primary key (release_id, photo_id)
      ) strict, without rowid;
      create index release_photo_used on release_photo (photo_id);

      -- frozen: written once at approval
      create table release_version (
        release_id text not null references release (id),
        version integer not null,
        number text,
        -- RFC 8785 canonical JSON, exactly the bytes that content_hash is over
        manifest text not null,
        content_hash text not null,
        approved_at text not null,
        approved_by text not null references user (id),
        approved_by_name text not null,
        primary key (release_id, version)
      ) strict, without rowid;
      create unique index release_version_number on release_version (number, version) where number is not null;

      create table release_guest (
        release_id text not null references release (id),
        name text not null,
        position text not null,
        short_name text not null,
        at text not null,
        primary key (release_id, name)
      ) strict, without rowid;
    `);
  },
};
