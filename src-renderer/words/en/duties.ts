import type { Words } from '../words.tsx';

export const duties: Words['duties'] = {
  title: 'My duties',
  unanswered: (n) => `${n} ${n === 1 ? 'duty waits' : 'duties wait'} for your answer`,
  allAnswered: 'Nothing waits for your answer',
  today: 'Today',
  noneToday: 'No duties today.',
  waiting: 'Waiting for material',
  waitingAbout: 'The event is over; its material is not in yet, or the duty has not been closed.',
  none: 'No duties for you yet',
  noneHelp: 'As soon as you are put on an event, the duty stands here and you are told.',
  said: (title, state) => `${title}: ${state.toLowerCase()}`,
  step: (n, of) => `step ${n} of ${of}`,
};
