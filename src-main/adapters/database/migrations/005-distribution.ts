import type { Migration } from './migration.ts';

/** Partners, the account mail is sent with, and the ledger. */
export const distribution: Migration = {
  number: 5,
  name: 'distribution',
  up(database) {
    database.exec(`
      create table outlet (
        id text primary key,
        name text not null unique collate nocase,
        kind text not null,
        city text not null,
        website text not null,
        note text not null,
        active integer not null,
        version integer not null
      ) strict;

      create table journalist (
        id text primary key,
        name text not null collate nocase,
        email text not null unique collate nocase,
        phone text not null,
        outlet_id text references outlet (id),
        desk text not null,
        note text not null,
        active integer not null,
        version integer not null
      ) strict;
      create index journalist_outlet on journalist (outlet_id);

      create table partner_group (
        id text primary key,
        name text not null unique collate nocase,
        kind text not null,
        note text not null,
        version integer not null
      ) strict;

      create table group_member (
        group_id text not null references partner_group (id) on delete cascade,
        journalist_id text not null references journalist (id),
        primary key (group_id, journalist_id)
      ) strict, without rowid;
      create index group_member_journalist on group_member (journalist_id);

      -- fields is JSON of contract/channels.ts; secret is sealed by the vault
      create table mail_account (
        id text primary key check (id = 'smtp'),
        fields text not null,
        secret text,
        changed_at text not null,
        version integer not null
      ) strict;

      create table channel_state (
        channel text primary key,
        paused_at text,
        paused_because text,
        paused_words text not null,
        consecutive integer not null,
        tried integer not null,
        failed integer not null
      ) strict, without rowid;

      -- no reference to journalists or groups: the ledger keeps what was true when Kirim was pressed
      create table delivery (
        id text primary key,
        release_id text not null,
        version integer not null,
        content_hash text not null,
        channel text not null,
        recipient_key text not null,
        recipient_name text not null,
        recipient_address text not null,
        outlet text not null,
        state text not null,
        attempts integer not null,
        failures integer not null,
        reason text,
        answer text not null,
        reference text,
        at text not null,
        next_try_at text,
        created_at text not null,
        created_by text not null,
        unique (release_id, version, channel, recipient_key)
      ) strict;
      create index delivery_due on delivery (channel, state, next_try_at) where state in ('ready', 'retrying', 'preparing', 'intended');
      create index delivery_trouble on delivery (at) where state in ('unknown', 'refused', 'not_sent');

      create table delivery_attempt (
        delivery_id text not null references delivery (id),
        number integer not null,
        reference text not null,
        intended_at text not null,
        outcome text,
        reason text,
        answer text not null,
        finished_at text,
        primary key (delivery_id, number)
      ) strict, without rowid;
      create index delivery_attempt_open on delivery_attempt (delivery_id) where outcome is null;

      -- mail of the demo office: what all recipients share is kept once
      create table kept_mail_body (key text primary key, body text not null) strict, without rowid;
      create table kept_mail (
        id text primary key,
        reference text not null unique,
        at text not null,
        sender text not null,
        recipient text not null,
        subject text not null,
        bytes integer not null,
        head text not null,
        body_key text not null references kept_mail_body (key)
      ) strict;
    `);
  },
};
