import type { Migration } from './migration.ts';

export const landingImports: Migration = {
  number: 14,
  name: 'landing-imports',
  up(database) {
    database.exec(`
      -- rows up to this number are in the agenda; null where all of them are, or none
      alter table agenda_import add column landed_to integer;
      -- JSON: who takes it in, when, and what is needed to go on after a crash; null before a person has decided
      alter table agenda_import add column landing text;
    `);
  },
};
