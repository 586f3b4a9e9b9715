import type { Migration } from './migration.ts';

export const acceptedProposals: Migration = {
  number: 7,
  name: 'accepted-proposals',
  up(database) {
    database.exec(`
      -- what an accepting of proposals made, for as long as it may be taken back
      create table accepted_proposal (
        -- an event, or an official that was proposed for the register
        made_id text primary key,
        accepted_by text not null references user (id),
        at text not null
      ) strict, without rowid;
    `);
  },
};
