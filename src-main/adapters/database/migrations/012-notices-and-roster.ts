import type { Migration } from './migration.ts';

export const noticesAndRoster: Migration = {
  number: 12,
  name: 'notices-and-roster',
  up(database) {
    database.exec(`
      -- lines of the events' history in the order they came, which neither their times nor their ids promise: a clock can be set back,
      -- and an import makes ids long before it lands. A trigger, so that no way of writing history can forget it.
      create table event_news (
        seq integer primary key autoincrement,
        change_id text not null references event_change (id) on delete cascade,
        event_id text not null references event (id) on delete cascade,
        -- whose change it was; null where that is not known
        user_id text references user (id)
      ) strict;
      create index event_news_change on event_news (change_id);
      create index event_news_event on event_news (event_id, seq);
      insert into event_news (change_id, event_id) select id, event_id from event_change order by at, id;
      create trigger event_change_is_news after insert on event_change when new.act <> 'duty' begin
        insert into event_news (change_id, event_id) values (new.id, new.event_id);
      end;
      create index event_change_reason on event_change (at) where reason is not null;

      -- how far a person has read what others changed: of one event, or of all ('')
      create table news_seen (
        user_id text not null references user (id),
        event_id text not null,
        seq integer not null,
        primary key (user_id, event_id)
      ) strict, without rowid;

      -- what the office tells one person
      create table notice (
        id text primary key,
        user_id text not null references user (id),
        kind text not null,
        event_id text references event (id) on delete cascade,
        -- what it is about, where that is told once only
        once text,
        -- JSON by kind
        data text not null,
        at text not null,
        read_at text
      ) strict;
      create unique index notice_once on notice (user_id, once) where once is not null;
      create index notice_user on notice (user_id, id);
      create index notice_unread on notice (user_id, id) where read_at is null;
      create index notice_event on notice (event_id, user_id) where event_id is not null;

      -- piket: who is on duty from when to when, for what, and instead of whom
      create table roster_entry (
        id text primary key,
        -- the night or the day it belongs to in the list; of a longer stand-in its first day
        day text not null,
        part text not null,
        duty text not null,
        user_id text not null references user (id),
        instead_of text references user (id),
        -- local wall time at zone
        start text not null,
        "end" text not null,
        zone text not null,
        starts_at text not null,
        ends_at text not null,
        note text not null,
        set_by text not null,
        version integer not null
      ) strict;
      create index roster_entry_day on roster_entry (day);
      create index roster_entry_user on roster_entry (user_id, ends_at);
      create index roster_entry_ends on roster_entry (ends_at);

      -- who decided in somebody's place
      alter table release_decision add column instead_of text references user (id);
      alter table release_decision add column instead_of_name text;
    `);
  },
};
