import { Temporal } from 'temporal-polyfill';
import type { Event, EventState } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { ReminderSettings } from '../../contract/notices.ts';
import { allEvents } from '../agenda/all-events.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { Stores } from '../stores.ts';
import type { NoticeData } from './notice-store.ts';
import { dayOf, officeZone, plusDays } from './office-day.ts';
import { LOOK_EVERY_MINUTES, momentsOf } from './remind-of-event.ts';
import { REMIND, reminderSettings } from './reminder-settings.ts';
import { notify } from './tell-of-change.ts';

/** Days after which nobody is told any more that a release is missing: the news is old, and the list of releases shows it. */
const RELEASE_WINDOW_HOURS = 72;
const toCome: readonly EventState[] = ['proposed', 'tentative', 'confirmed'];
const unconfirmed: readonly EventState[] = ['proposed', 'tentative'];
const handedIn: readonly string[] = ['submitted', 'approved', 'distributed', 'withdrawn'];

type Ports = Pick<Newsroom, 'read' | 'turn' | 'write' | 'clock' | 'ids'>;

/** One person to be told one thing. */
interface Reminder {
  readonly userId: Id;
  readonly kind: 'duty_soon' | 'unconfirmed_tomorrow' | 'release_missing';
  readonly eventId: Id | null;
  readonly once: string;
  readonly data: NoticeData;
}

/**
 * Tells what is due and was not told: late after a sleep, as long as it still helps; never twice, also when it is cut off and begun
 * again. Queues the next look where something is due before the usual one.
 */
export async function remind(ports: Ports): Promise<Outcome<number>> {
  const today = dayOf(ports.clock.now(), await ports.read(officeZone));
  // longer than any setting on both sides, and events keep the day of their own zone
  const events = await allEvents(ports, { from: plusDays(today, -8), to: plusDays(today, 4) });
  const { reminders, next } = await ports.read((stores) => look(ports, stores, events));
  if (reminders.length === 0 && next === null) return done(0);
  return ports.write(async (stores) => {
    let told = 0;
    for (const reminder of reminders) {
      if (!(await stillDue(ports, stores, reminder))) continue;
      if (await notify(ports, stores, reminder)) told += 1;
    }
    if (next !== null) await stores.jobs.add({ kind: REMIND, key: next, data: null, notBefore: next });
    return done(told);
  });
}

async function look(
  ports: Pick<Newsroom, 'clock'>,
  stores: ReadStores,
  events: readonly Event[],
): Promise<{ reminders: Reminder[]; next: string | null }> {
  const settings = await reminderSettings(stores);
  const { assumedMinutes } = await stores.agendaSettings.get();
  const zone = await officeZone(stores);
  const now = ports.clock.now();
  const today = dayOf(now, zone);
  const people = (await stores.users.all()).filter((user) => user.active);
  const active = new Set(people.map((user) => user.id));
  const coming: Temporal.Instant[] = [];
  const reminders: Reminder[] = [];
  const isDue = (at: Temporal.Instant | null, until: Temporal.Instant): boolean => {
    if (at === null) return false;
    if (Temporal.Instant.compare(at, now) > 0) coming.push(at);
    return Temporal.Instant.compare(at, now) <= 0 && Temporal.Instant.compare(now, until) < 0;
  };
  for (const event of events) {
    const { duty, release } = momentsOf(event, settings, assumedMinutes);
    const crew = crewOf(event).filter((userId) => active.has(userId));
    if (crew.length > 0 && isDue(duty, Temporal.Instant.from(event.startsAt))) reminders.push(...dutiesOf(event, crew));
    if (event.state === 'cancelled' || event.state === 'postponed' || event.state === 'proposed') continue;
    if (
      release !== null &&
      isDue(release, release.add({ hours: RELEASE_WINDOW_HOURS })) &&
      !(await written(stores, event))
    ) {
      const writers = event.crew.flatMap((one) => (one.role === 'writer' && one.userId !== null ? [one.userId] : []));
      const editors = people.filter((user) => user.roles.includes('editor')).map((user) => user.id);
      for (const userId of new Set([...writers.filter((id) => active.has(id)), ...editors]))
        reminders.push({ userId, kind: 'release_missing', eventId: event.id, once: `release:${event.id}`, data: {} });
    }
  }
  const evening = eveningOf(today, settings, zone);
  const tomorrow = plusDays(today, 1);
  const midnight = Temporal.PlainDate.from(tomorrow).toZonedDateTime(zone).toInstant();
  if (isDue(evening, midnight)) {
    const count = events.filter((event) => event.day === tomorrow && unconfirmed.includes(event.state)).length;
    if (count > 0)
      for (const user of people)
        if (user.roles.some((role) => role === 'protocol' || role === 'editor'))
          reminders.push({
            userId: user.id,
            kind: 'unconfirmed_tomorrow',
            eventId: null,
            once: `unconfirmed:${tomorrow}`,
            data: { day: tomorrow, count },
          });
  }
  const first = coming.sort(Temporal.Instant.compare)[0];
  const usual = now.add({ minutes: LOOK_EVERY_MINUTES });
  const next = first && Temporal.Instant.compare(first, usual) < 0 ? first.toString() : null;
  return { reminders, next };
}

/** Who still has to go there. */
function crewOf(event: Event): Id[] {
  if (!toCome.includes(event.state)) return [];
  const waiting = event.crew.filter((duty) => duty.state === 'assigned' || duty.state === 'accepted');
  return [...new Set(waiting.flatMap((duty) => duty.userId ?? []))];
}

function dutiesOf(event: Event, crew: readonly Id[]): Reminder[] {
  return crew.map((userId) => ({
    userId,
    kind: 'duty_soon',
    eventId: event.id,
    // at another time it is another reminder
    once: `duty:${event.id}:${event.startsAt}`,
    data: { roles: event.crew.flatMap((duty) => (duty.userId === userId ? [duty.role] : [])) },
  }));
}

function eveningOf(today: string, settings: ReminderSettings, zone: string): Temporal.Instant | null {
  if (settings.unconfirmedAt === null) return null;
  return Temporal.PlainDateTime.from(`${today}T${settings.unconfirmedAt}`).toZonedDateTime(zone).toInstant();
}

async function written(stores: Pick<ReadStores, 'releases'>, event: Event): Promise<boolean> {
  const releases = await stores.releases.list({ states: [], eventId: event.id, search: '', limit: 50 });
  return releases.some((release) => handedIn.includes(release.state));
}

/** Between looking and writing the event may have changed; and whoever has just been told of it needs no reminder on top. */
async function stillDue(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  { userId, kind, eventId }: Reminder,
): Promise<boolean> {
  if (eventId === null) return true;
  const event = await stores.events.byId(eventId);
  if (event === null) return false;
  if (kind === 'release_missing') return event.releaseNeeded && !(await written(stores, event));
  const { duty } = momentsOf(event, await reminderSettings(stores), 0);
  const now = ports.clock.now();
  if (duty === null || Temporal.Instant.compare(duty, now) > 0 || !crewOf(event).includes(userId)) return false;
  return !(await stores.notices.toldSince(userId, eventId, duty.toString({ fractionalSecondDigits: 3 })));
}
