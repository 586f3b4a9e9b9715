import type { Migration } from './migration.ts';

export const agenda: Migration = {
  number: 2,
  name: 'agenda',
  up(database) {
    database.exec(`
      create table event (
        id text primary key,
        kind text not null,
        title text not null,
        state text not null,
        -- local wall time at the event's own zone; starts_at and day are derived from it
        start text not null,
        "end" text,
        open_end integer not null,
        zone text not null,
        starts_at text not null,
        day text not null,
        venue text not null,
        organizer text not null,
        dress_code text not null,
        companions text not null,
        note text not null,
        press_access text not null,
        release_needed integer not null,
        state_reason text,
        revision integer not null,
        version integer not null
      ) strict;
      create index event_day on event (day, starts_at);

      create table event_attendance (
        event_id text not null references event (id) on delete cascade,
        official_id text not null references official (id),
        position integer not null,
        answer text not null,
        delegate_id text references official (id),
        delegate_name text,
        instruction text,
        primary key (event_id, official_id)
      ) strict, without rowid;
      create index event_attendance_official on event_attendance (official_id);
      create index event_attendance_delegate on event_attendance (delegate_id) where delegate_id is not null;

      create table event_change (
        id text primary key,
        event_id text not null references event (id) on delete cascade,
        at text not null,
        user_name text not null,
        act text not null,
        version integer not null,
        revision integer not null,
        changes text not null,
        reason text
      ) strict;
      create index event_change_event on event_change (event_id, version);
    `);
  },
};
