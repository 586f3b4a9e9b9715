import type { agenda as indonesian } from '../id/agenda.ts';
import { dayText, timeRangeText } from '../when.ts';
import { agendaPaper } from './agenda-paper.ts';

/** Words of the agenda that leaves by WhatsApp. */
export const agenda: typeof indonesian = {
  greeting: 'Dear all, the schedule of our leaders:',
  changeGreeting: 'Dear all, please note this change of schedule:',
  agendaTitle: 'SCHEDULE',
  eventTitle: 'SCHEDULE',
  changedTitle: (revision) => `CHANGE OF SCHEDULE (Rev. ${revision})`,
  postponedTitle: 'POSTPONED',
  cancelledTitle: 'CANCELLED',
  emptyDay: 'Nothing is scheduled on this day.',
  noLeader: 'Other events',
  day: (day) => dayText(day, 'en'),
  time: (event) => timeRangeText(event, 'en'),
  revision: (revision, at) => `Rev. ${revision} • ${at}`,
  tentative: 'tentative',
  toFollow: 'to be announced',
  same: 'unchanged',
  dropped: 'no longer attends',
  yes: 'yes',
  untitled: 'Event',
  roles: agendaPaper.roleShort,
  labels: {
    time: 'Time',
    venue: 'Place',
    organizer: 'Organizer',
    dress: 'Dress',
    transit: 'Waiting room',
    officer: 'Protocol officer',
    contact: 'Contact',
    speech: 'Speech',
    coverage: 'Covered by',
    companions: 'Accompanied by',
    delegated: 'Represented by',
    absent: 'Does not attend',
    reason: 'Reason',
    note: 'Note',
    newTime: 'New time',
    oldTime: 'Before',
  },
};
