import type { Migration } from './migration.ts';

export const approval: Migration = {
  number: 6,
  name: 'approval',
  up(database) {
    database.exec(`
      create table release_decision (
        id text primary key,
        release_id text not null references release (id),
        version integer not null,
        act text not null,
        user_id text not null references user (id),
        user_name text not null,
        role text not null,
        note text not null,
        at text not null,
        content_hash text,
        -- canonical JSON of what lay before the person, where no frozen version keeps it
        content text,
        self integer not null,
        -- what was written after these is written since the decision
        text_seq integer not null,
        admitted_seq integer not null,
        correction_seq integer
      ) strict;
      create index release_decision_release on release_decision (release_id, id);

      -- one register per template and year; a skipped number keeps its line
      create table release_number (
        year integer not null,
        register text not null,
        seq integer not null,
        number text not null,
        release_id text not null references release (id),
        kind text not null,
        state text not null,
        at text not null,
        primary key (year, register, seq)
      ) strict, without rowid;
      create unique index release_number_once on release_number (number) where state = 'issued';

      -- approvals that are older than this table: who and when stand in the frozen version
      insert into release_decision
        select 'v' || version || '-' || release_id, release_id, version, 'approved', approved_by, approved_by_name, 'head', '',
          approved_at, content_hash, null, 0,
          coalesce((select max(seq) from release_update u
            where u.release_id = v.release_id and u.working_version <= v.version and u.late = 0), 0), 0, null
        from release_version v;
      insert into release_number
        select cast(substr(min(approved_at), 1, 4) as integer), '', row_number() over (order by min(approved_at), number), number,
          release_id, coalesce((select kind from release r where r.id = release_id), ''), 'issued', min(approved_at)
        from release_version where number is not null group by number;

      -- what was decided stays decided, whatever the program above may do
      create trigger release_version_stays before update on release_version
        begin select raise(abort, 'a frozen version is never changed'); end;
      create trigger release_version_remains before delete on release_version
        begin select raise(abort, 'a frozen version is never deleted'); end;
      create trigger release_decision_stays before update on release_decision
        begin select raise(abort, 'a decision is never changed'); end;
      create trigger release_decision_remains before delete on release_decision
        begin select raise(abort, 'a decision is never deleted'); end;
      create trigger release_number_stays before update on release_number
        begin select raise(abort, 'a number is never changed'); end;
      create trigger release_number_remains before delete on release_number
        begin select raise(abort, 'a number is never deleted'); end;
    `);
  },
};
