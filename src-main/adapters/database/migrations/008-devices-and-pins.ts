import type { Migration } from './migration.ts';

export const devicesAndPins: Migration = {
  number: 8,
  name: 'devices-and-pins',
  up(database) {
    database.exec(`
      -- who has signed in with which browser; the cookie itself is nowhere on disk
      create table device_person (
        device_hash text not null,
        user_id text not null references user (id),
        seen_at text not null,
        primary key (device_hash, user_id)
      ) strict, without rowid;

      -- a PIN that was guessed at; lifted when its owner signed in, who is told until they set it anew
      create table pin_off (
        user_id text primary key references user (id),
        at text not null,
        lifted_at text
      ) strict, without rowid;

      -- counted by person and device from now on
      delete from sign_in_failure where name like 'pin:%';
      create index sign_in_failure_until on sign_in_failure (until);
    `);
  },
};
