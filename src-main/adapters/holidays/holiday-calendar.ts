import type { HolidayCalendar } from '../../newsroom/agenda/holidays.ts';

/** Names as the joint decrees of the ministers (SKB 3 Menteri) write them, where the library's Indonesian differs or is wrong. */
const decreed: Readonly<Record<string, string>> = {
  '01-01': 'Tahun Baru Masehi',
  '27 Rajab': 'Isra Mikraj Nabi Muhammad SAW',
  '12 Rabi al-awwal': 'Maulid Nabi Muhammad SAW',
};

/** Public holidays of Indonesia by the date-holidays library; days of the moon calendars are computed and may differ by one. */
export function holidayCalendar(): HolidayCalendar {
  return {
    async of(year) {
      // its data are large and needed once a year: not a part of every start
      const { default: Holidays } = await import('date-holidays');
      const days = new Map<string, string>();
      for (const holiday of new Holidays('ID', { languages: ['id'] }).getHolidays(year)) {
        if (holiday.type !== 'public') continue;
        const day = holiday.date.slice(0, 10);
        const name = decreed[holiday.rule] ?? holiday.name;
        days.set(day, days.has(day) ? `${days.get(day)} / ${name}` : name);
      }
      return [...days].map(([day, name]) => ({ day, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
    },
  };
}
