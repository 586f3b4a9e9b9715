import type { Kysely } from 'kysely';
import { agendaSettingsSchema } from '../../../contract/agenda-settings.ts';
import type { AgendaSettingStore } from '../../../newsroom/agenda/agenda-settings.ts';
import type { Tables } from '../tables/index.ts';

export function agendaSettingStore(db: Kysely<Tables>): AgendaSettingStore {
  return {
    async get() {
      const row = await db.selectFrom('agenda_setting').select('data').executeTakeFirst();
      return agendaSettingsSchema.parse(row === undefined ? {} : JSON.parse(row.data));
    },
    async set(settings) {
      const data = JSON.stringify(settings);
      await db
        .insertInto('agenda_setting')
        .values({ id: 1, data })
        .onConflict((row) => row.column('id').doUpdateSet({ data }))
        .execute();
    },
    async holidays(from, to) {
      return db
        .selectFrom('holiday')
        .selectAll()
        .where('day', '>=', from)
        .where('day', '<=', to)
        .orderBy('day')
        .execute();
    },
    async setHolidays(from, to, holidays) {
      await db.deleteFrom('holiday').where('day', '>=', from).where('day', '<=', to).execute();
      if (holidays.length > 0) {
        await db
          .insertInto('holiday')
          .values(holidays.map(({ day, name }) => ({ day, name })))
          .execute();
      }
    },
  };
}
