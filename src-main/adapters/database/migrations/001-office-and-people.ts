import type { Migration } from './migration.ts';

export const officeAndPeople: Migration = {
  number: 1,
  name: 'office-and-people',
  up(database) {
    database.exec(`
      create table setting (key text primary key, value text not null) strict, without rowid;

      create table user (
        id text primary key,
        username text not null unique,
        name text not null,
        roles text not null,
        active integer not null,
        language text not null,
        password_hash text,
        pin_hash text
      ) strict;

      create table session (
        id text primary key,
        user_id text not null references user (id),
        token_hash text not null unique,
        device text not null,
        place text not null,
        started_at text not null,
        last_seen_at text not null
      ) strict;
      create index session_user on session (user_id);

      create table sign_in_failure (name text primary key, count integer not null, until text not null) strict, without rowid;

      create table official (
        id text primary key,
        name text not null,
        position text not null,
        short_position text not null,
        short_name text not null,
        leader integer not null,
        confirmed integer not null,
        active integer not null
      ) strict;

      create table agency (id text primary key, name text not null, short_name text not null) strict;

      create table audit (
        seq integer primary key autoincrement,
        at text not null,
        user_id text,
        user_name text not null,
        session_id text,
        act text not null,
        subject_kind text not null,
        subject_id text not null,
        details text not null,
        previous_hash text not null,
        hash text not null
      ) strict;
      create index audit_subject on audit (subject_kind, subject_id, seq);

      create table job (
        id text primary key,
        kind text not null,
        key text not null,
        data text not null,
        state text not null,
        attempts integer not null,
        not_before text not null,
        error text,
        created_at text not null
      ) strict;
      -- asking twice for the same work gives one job
      create unique index job_open on job (kind, key) where state in ('queued', 'running');
      create index job_due on job (state, not_before);
    `);
  },
};
