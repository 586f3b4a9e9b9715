import type { Migration } from './migration.ts';

export const openDespite: Migration = {
  number: 15,
  name: 'open-despite',
  up(database) {
    database.exec(`
      -- texts of the event that say it is closed, when a person has confirmed that it is not
      alter table event add column open_despite text not null default '';
    `);
  },
};
