import { Temporal } from 'temporal-polyfill';
import type { RosterEntry } from '../../contract/roster.ts';
import type { Newsroom } from '../newsroom.ts';
import { officeZone } from '../notices/office-day.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { RosterRecord } from './roster-store.ts';

const MOST_DAYS = 100;
const AHEAD_HOURS = 12;

/** Entries that touch these days. */
export async function rosterBetween(
  ports: Pick<Newsroom, 'read'>,
  input: { from: string; to: string },
): Promise<Outcome<RosterEntry[]>> {
  const days = Temporal.PlainDate.from(input.from).until(input.to).days;
  if (days < 0 || days > MOST_DAYS) return refused('invalid', {}, 'to');
  return ports.read(async (stores) => {
    const zone = await officeZone(stores);
    const instant = (day: string, plus: number) =>
      Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(zone).toInstant().toString({
        fractionalSecondDigits: 3,
      });
    const records = await stores.roster.between(instant(input.from, 0), instant(input.to, 1));
    return done(await shownEntries(stores, records));
  });
}

/** Who is on duty now, and who will be soon. */
export async function rosterTonight(ports: Pick<Newsroom, 'read' | 'clock'>): Promise<Outcome<RosterEntry[]>> {
  const now = ports.clock.now();
  const until = now.add({ hours: AHEAD_HOURS });
  const text = (at: Temporal.Instant) => at.toString({ fractionalSecondDigits: 3 });
  return ports.read(async (stores) => {
    const records = await stores.roster.between(text(now), text(until));
    return done(await shownEntries(stores, records));
  });
}

/** With the names of the people in them. */
export async function shownEntries(
  stores: Pick<ReadStores, 'users'>,
  records: readonly RosterRecord[],
): Promise<RosterEntry[]> {
  const names = new Map((await stores.users.all()).map((user) => [user.id, user.name]));
  return records.map(({ setBy, insteadOf, ...entry }) => ({
    ...entry,
    userName: names.get(entry.userId) ?? '',
    insteadOf: insteadOf === null ? null : { id: insteadOf, name: names.get(insteadOf) ?? '' },
  }));
}
