import type { Migration } from './migration.ts';

export const calendarSubscriptions: Migration = {
  number: 11,
  name: 'calendar-subscriptions',
  up(database) {
    database.exec(`
      create table calendar_subscription (
        id text primary key,
        user_id text not null references user (id) on delete cascade,
        what text not null,
        leader_id text references official (id),
        -- SHA-256 of the token; the token itself is shown once and kept nowhere
        token_hash text not null unique,
        made_at text not null,
        last_used_at text
      ) strict;
      create index calendar_subscription_user on calendar_subscription (user_id, made_at);
    `);
  },
};
