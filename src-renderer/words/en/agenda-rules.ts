import type { agendaRules as id } from '../id/agenda-rules.ts';

export const agendaRules: typeof id = {
  title: 'Agenda rules & holidays',
  about: 'When Kulkul warns of clashes, and the holidays that agenda and duty roster go by.',
  limits: 'Warnings of clashes',
  travel: 'Time from place to place (minutes)',
  travelHelp: 'A shorter gap is warned of.',
  duties: 'Most duties on one day for one person',
  assumed: 'Length of an event without an end (minutes)',
  assumedHelp: 'Used to guess clashes of events that say “until finished”.',
  save: 'Save rules',
  holidays: 'Holidays',
  holidaysAbout: 'Events and duties on these days are warned of; the duty roster can be filled for them.',
  year: (year) => `Year ${year}`,
  previousYear: 'Previous year',
  nextYear: 'Next year',
  day: 'Date',
  name: 'Name of the holiday',
  add: 'Add a holiday',
  remove: (name) => `Remove ${name || 'this day'}`,
  propose: 'Fill in from the calendar',
  proposeHelp:
    'Kulkul fills this year and the next from the national calendar. Days of the moon may be off by one: compare them with the joint decree (SKB 3 Menteri). What you remove or move does not come back by itself.',
  computed: 'computed',
  unchecked: (n) =>
    `${n} ${n === 1 ? 'day is' : 'days are'} only computed and not compared with the joint decree (SKB 3 Menteri) yet.`,
  checked: 'All of them agree',
  saveHolidays: 'Save holidays',
  none: 'No holidays for this year yet.',
  clashesTitle: (n) => `${n} ${n === 1 ? 'thing' : 'things'} in the agenda to decide`,
  clashesMore: (n) => `${n} more`,
};
