import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Subscription, SubscriptionWhat } from '../../../contract/agenda-out.ts';
import type { Id, Language, Zone } from '../../../contract/basics.ts';
import { may } from '../../access.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import { allEvents } from '../all-events.ts';
import { maySee } from '../may-see.ts';
import type { CalendarFile } from './calendar.ts';
import { calledOf } from './day-sheet.ts';
import { forEdition, officialsFor } from './edition.ts';
import { calendarParts } from './make-calendar.ts';
import { editionFor } from './make-sheet.ts';
import type { SubscriptionRecord } from './out-store.ts';

/** So many addresses one person may have: a phone, a tablet, a browser, each with its own. */
const MOST = 12;
/** What an address gives: so many days back, and ahead. */
const DAYS = { back: 31, ahead: 184 } as const;
/** Calendar programs are told to ask again after so long; a change of 05.30 is what they are for. */
const REFRESH_MINUTES = 30;
/** `lastUsedAt` is not written more often than this. */
const USED_EVERY_SECONDS = 900;

/** Where an address stands: the door gives it to who knows the token, and asks for nothing else. */
export function subscriptionPath(token: string): string {
  return `/kalender/${token}.ics`;
}

/** One's own addresses, or those of everybody for who manages people. */
export async function listSubscriptions(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  everyone: boolean,
): Promise<Outcome<Subscription[]>> {
  if (everyone && !may(caller, 'people.manage')) return refused('not_allowed');
  return ports.read(async (stores) => {
    const users = new Map((await stores.users.all()).map((user) => [user.id, user]));
    const records = await stores.agendaOut.subscriptions(everyone ? null : caller.userId);
    return done(records.map((record) => shown(record, users.get(record.userId)?.name ?? '')));
  });
}

/** Makes an address. Its token is in this answer and nowhere else. Refuses `too_many_addresses`, `not_found` for an unknown leader. */
export async function subscribe(
  ports: Pick<Newsroom, 'write' | 'ids' | 'clock' | 'tokens'>,
  caller: Caller,
  input: { what: SubscriptionWhat; leaderId: Id | null },
): Promise<Outcome<{ subscription: Subscription; path: string }>> {
  const token = ports.tokens.create();
  return ports.write(async (stores) => {
    if ((await stores.agendaOut.subscriptions(caller.userId)).length >= MOST)
      return refused('too_many_addresses', { most: MOST });
    if (input.leaderId !== null && (await stores.officials.byId(input.leaderId)) === null) {
      return refused('not_found', {}, 'leaderId');
    }
    const record: SubscriptionRecord = {
      id: ports.ids.next(),
      userId: caller.userId,
      what: input.what,
      leaderId: input.what === 'duties' ? null : input.leaderId,
      tokenHash: ports.tokens.hash(token),
      madeAt: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
      lastUsedAt: null,
    };
    await stores.agendaOut.addSubscription(record);
    await stores.audit.append({
      caller,
      act: 'agenda.subscribe',
      subject: { kind: 'user', id: caller.userId },
      details: { what: record.what, subscription: record.id },
    });
    return done({ subscription: shown(record, caller.name), path: subscriptionPath(token) });
  });
}

/** Ends an address at once: one's own, or anyone's for who manages people. */
export async function unsubscribe(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<{ removed: boolean }>> {
  return ports.write<{ removed: boolean }>(async (stores) => {
    const own = await stores.agendaOut.subscriptions(may(caller, 'people.manage') ? null : caller.userId);
    const record = own.find((one) => one.id === id);
    if (record === undefined) return done({ removed: false });
    await stores.agendaOut.removeSubscription(id);
    await stores.audit.append({
      caller,
      act: 'agenda.unsubscribe',
      subject: { kind: 'user', id: record.userId },
      details: { what: record.what, subscription: id },
    });
    return done({ removed: true });
  });
}

/** Words of a calendar's name; words/{id,en}/agenda-paper.ts have this shape. */
export interface CalendarNames {
  readonly name: (who: string) => string;
  readonly everyone: string;
  readonly mine: (name: string) => string;
  readonly public: (unit: string) => string;
}

/**
 * What an address gives now. Looked up at every asking: who was taken out of the office has none any more, and who may see less gets
 * less, at once. Refuses `not_found`, for an unknown token and all other cases alike.
 */
export async function readSubscription(
  ports: Pick<Newsroom, 'read' | 'turn' | 'write' | 'clock' | 'tokens'>,
  token: string,
  names: Readonly<Record<Language, CalendarNames>>,
): Promise<Outcome<CalendarFile>> {
  const found = await ports.read(async (stores) => {
    const record = await stores.agendaOut.subscriptionByToken(ports.tokens.hash(token));
    const user = record && (await stores.users.byId(record.userId));
    if (!record || !user?.active) return null;
    const caller: Caller = {
      userId: user.id,
      name: user.name,
      roles: user.roles,
      sessionId: record.id,
      language: user.language,
    };
    if (!may(caller, record.what === 'duties' ? 'agenda.duties' : 'agenda.read')) return null;
    return { record, caller, zone: (await stores.office.get())?.zone ?? ('Asia/Jakarta' as const) };
  });
  if (found === null) return refused('not_found');
  const { record, caller, zone } = found;
  const events = await eventsFor(ports, caller, record, zone);
  const file = await ports.read((stores) => fileFor(stores, caller, record, events, names[caller.language]));
  const now = ports.clock.now();
  const used = record.lastUsedAt === null ? null : Temporal.Instant.from(record.lastUsedAt);
  if (used === null || used.until(now).total('seconds') > USED_EVERY_SECONDS) {
    // a full disk keeps nobody from their agenda
    await ports.write(async (stores) =>
      done(await stores.agendaOut.subscriptionUsed(record.id, now.toString({ fractionalSecondDigits: 3 }))),
    );
  }
  return done(file);
}

const editionOf = (caller: Caller, record: SubscriptionRecord) =>
  record.what === 'public' ? 'public' : editionFor(caller, 'calendar');

/** All it gives, as its edition has them: a calendar program deletes what is missing. */
async function eventsFor(
  ports: Pick<Newsroom, 'read' | 'turn' | 'clock'>,
  caller: Caller,
  record: SubscriptionRecord,
  zone: Zone,
): Promise<Event[]> {
  const today = ports.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const from = today.subtract({ days: DAYS.back }).toString();
  const to = today.add({ days: DAYS.ahead }).toString();
  const narrow = (some: readonly Event[]) =>
    forEdition(
      some.filter((event) => maySee(caller, event)),
      editionOf(caller, record),
    );
  if (record.what !== 'duties')
    return allEvents(ports, { from, to, ...(record.leaderId === null ? {} : { leaderId: record.leaderId }) }, narrow);
  const own = await ports.read((stores) => stores.events.ofCrew(caller.userId, from));
  return narrow(own.filter(({ day }) => day <= to));
}

async function fileFor(
  stores: ReadStores,
  caller: Caller,
  record: SubscriptionRecord,
  events: readonly Event[],
  w: CalendarNames,
): Promise<CalendarFile> {
  const office = await stores.office.get();
  const edition = editionOf(caller, record);
  const officials = officialsFor(await stores.officials.all(), edition);
  const leader = officials.find(({ id }) => id === record.leaderId);
  const name =
    record.what === 'duties'
      ? w.mine(caller.name)
      : record.what === 'public' && leader === undefined
        ? w.public(office?.unit ?? '')
        : w.name(leader === undefined ? w.everyone : calledOf(leader));
  return {
    language: caller.language,
    name,
    ...(await calendarParts(stores, events, officials, edition)),
    alarmMinutes: null,
    refreshMinutes: REFRESH_MINUTES,
  };
}

function shown({ tokenHash: _, ...record }: SubscriptionRecord, userName: string): Subscription {
  return { ...record, userName };
}
