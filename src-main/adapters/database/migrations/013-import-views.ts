import type { Migration } from './migration.ts';

export const importViews: Migration = {
  number: 13,
  name: 'import-views',
  up(database) {
    database.exec(`
      -- JSON: what a person sees of an import whose rows are all here; null while they are being read, or when that was cut off
      alter table agenda_import add column view text;
    `);
  },
};
