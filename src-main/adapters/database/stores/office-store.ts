import type { Kysely } from 'kysely';
import { type Office, officeSchema } from '../../../contract/office-nouns.ts';
import type { OfficeStore } from '../../../newsroom/office/office-store.ts';
import type { Tables } from '../tables/index.ts';

export function officeStore(db: Kysely<Tables>): OfficeStore {
  const setting = async (key: string): Promise<unknown | null> => {
    const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
    return row === undefined ? null : JSON.parse(row.value);
  };
  const setSetting = async (key: string, value: unknown): Promise<void> => {
    const text = JSON.stringify(value);
    await db
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((on) => on.column('key').doUpdateSet({ value: text }))
      .execute();
  };
  return {
    async get() {
      const value = await setting('office');
      return value === null ? null : officeSchema.parse(value);
    },
    set: (office: Office) => setSetting('office', office),
    setting,
    setSetting,
  };
}
