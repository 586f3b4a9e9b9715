import { expect, test } from 'vitest';
import { type MyDuty, sortDuties } from '../../src-renderer/screens/duties/sort-duties.ts';

const duty = (day: string, state: MyDuty['duty']['state'], more: Partial<MyDuty['event']> = {}) =>
  ({ duty: { state }, event: { day, startsAt: `${day}T00:00:00.000Z`, state: 'confirmed', ...more } }) as MyDuty;

test('duties stand where one looks for them', () => {
  const past = duty('2025-11-18', 'on_site');
  const closed = duty('2025-11-18', 'done');
  const gone = duty('2025-11-19', 'assigned', { state: 'cancelled' });
  const now = duty('2025-11-20', 'done');
  const later = duty('2025-11-22', 'assigned');
  const soon = duty('2025-11-21', 'accepted');
  expect(sortDuties([later, now, closed, soon, gone, past], '2025-11-20')).toEqual({
    today: [now],
    waiting: [past],
    coming: [soon, later],
  });
});
