import { weekdayText } from '../../../src-main/words/when.ts';
import type { repeat as id } from '../id/repeat.ts';

const nth = ['first', 'second', 'third', 'fourth', 'last'] as const;
const nthWeekday = (day: string) =>
  `${nth[Math.min(4, Math.ceil(Number(day.slice(8)) / 7) - 1)]} ${weekdayText(day, 'en')}`;

export const repeat: typeof id = {
  title: 'Repeats',
  repeats: 'This event repeats',
  every: 'Repeats',
  units: { day: 'Daily', week: 'Weekly', month: 'Monthly' },
  interval: (every) =>
    ({ day: 'Every how many days', week: 'Every how many weeks', month: 'Every how many months' })[every],
  weekdays: 'On',
  dayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  monthly: 'On',
  monthlyOf: {
    date: (day) => (day ? `Day ${Number(day.slice(8))}` : 'The same day of the month'),
    weekday: (day) => (day ? `The ${nthWeekday(day)}` : 'The same weekday of the month'),
  },
  end: 'Ends',
  until: 'On a date',
  count: 'After a number of times',
  lastDay: 'Last date',
  times: 'How many times',
  dates: (n) => `${n} dates`,
  clashing: (n) => (n === 1 ? '1 date clashes' : `${n} dates clash`),
  scope: 'Applies to',
  scopes: { one: 'This event only', following: 'This event and all that follow' },
  scopeHelp: 'What was changed on one date alone stays like that.',
  partOf: (n) => `Part of a series of ${n} events`,
  next: 'Next',
  before: 'Before',
  own: 'changed by itself',
  cancelFollowing: 'Cancel this and all that follow',
  cancelFollowingAbout: (n) => `${n} events will be cancelled. Those before stay.`,
  changedMany: (n) => `${n} events changed`,
  say: (repeat, day) => {
    const often =
      repeat.interval === 1
        ? { day: 'Every day', week: 'Every week', month: 'Every month' }[repeat.every]
        : `Every ${repeat.interval} ${{ day: 'days', week: 'weeks', month: 'months' }[repeat.every]}`;
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const on =
      repeat.every === 'week'
        ? `, ${repeat.weekdays.map((number) => names[number - 1]).join(', ')}`
        : repeat.every === 'month' && repeat.monthly === 'weekday'
          ? `, ${nthWeekday(day)}`
          : '';
    return `${often}${on}`;
  },
};
