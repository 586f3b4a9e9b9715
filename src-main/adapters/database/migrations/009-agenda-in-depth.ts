import type { Migration } from './migration.ts';

export const agendaInDepth: Migration = {
  number: 9,
  name: 'agenda-in-depth',
  up(database) {
    database.exec(`
      create table event_series (
        id text primary key,
        -- the RRULE of RFC 5545 without its name, over local wall time at zone
        rule text not null,
        -- local wall time of the first
        start text not null,
        zone text not null,
        -- days by the rule that are left out: JSON array
        left_out text not null,
        -- the series this one was split from by a change "from here on"
        split_from text references event_series (id)
      ) strict;

      alter table event add column transit_room text not null default '';
      alter table event add column officer_name text not null default '';
      alter table event add column officer_phone text not null default '';
      alter table event add column contact_name text not null default '';
      alter table event add column contact_phone text not null default '';
      alter table event add column speech_needed integer not null default 0;
      alter table event add column speech_official_id text references official (id);
      alter table event add column speech_speaker text not null default '';
      -- JSON: [{clock, what}], [text]
      alter table event add column rundown text not null default '[]';
      alter table event add column required_photos text not null default '[]';
      alter table event add column series_id text references event_series (id);
      alter table event add column series_day text;
      -- fields that were changed on this occurrence alone and stay its own: JSON array of names
      alter table event add column own_fields text not null default '[]';
      alter table event add column external_uid text;
      create index event_series_day on event (series_id, series_day) where series_id is not null;
      create index event_external_uid on event (external_uid) where external_uid is not null;

      create table event_visit (
        event_id text primary key references event (id) on delete cascade,
        delegation text not null,
        -- lower case without marks; earlier visits are found by it
        delegation_key text not null,
        size integer,
        receiver_id text references official (id),
        receiver_name text not null,
        topics text not null,
        souvenir text not null
      ) strict, without rowid;
      create index event_visit_delegation on event_visit (delegation_key);

      create table duty (
        id text primary key,
        event_id text not null references event (id) on delete cascade,
        position integer not null,
        role text not null,
        user_id text references user (id),
        name text not null,
        state text not null,
        state_at text not null
      ) strict;
      create index duty_event on duty (event_id, position);
      create index duty_user on duty (user_id) where user_id is not null;

      -- a clash that a person answered for; the key says of what, so that it ends when a time or a place changes
      create table clash_override (
        key text primary key,
        reason text not null,
        user_name text not null,
        at text not null
      ) strict, without rowid;

      create table holiday (
        day text primary key,
        name text not null
      ) strict, without rowid;

      -- one row of JSON, as the office's own
      create table agenda_setting (
        id integer primary key check (id = 1),
        data text not null
      ) strict;

      create table invitation (
        id text primary key,
        letter_no text not null,
        letter_day text,
        organizer text not null,
        subject text not null,
        venue text not null,
        note text not null,
        -- the words of the letter as they were read, to make an event of
        text text not null,
        state text not null,
        event_id text references event (id) on delete set null,
        received_at text not null,
        received_by text not null,
        version integer not null
      ) strict;
      create index invitation_state on invitation (state, received_at);
      create index invitation_event on invitation (event_id) where event_id is not null;

      -- of an event or of an invitation; the bytes lie in attachments by their hash
      create table attachment (
        id text primary key,
        event_id text references event (id) on delete cascade,
        invitation_id text references invitation (id) on delete cascade,
        what text not null,
        name text not null,
        kind text not null,
        pages integer not null,
        bytes integer not null,
        sha256 text not null,
        added_at text not null,
        added_by text not null
      ) strict;
      create index attachment_event on attachment (event_id) where event_id is not null;
      create index attachment_invitation on attachment (invitation_id) where invitation_id is not null;
    `);
  },
};
