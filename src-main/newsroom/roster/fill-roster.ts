import { Temporal } from 'temporal-polyfill';
import type { Id, Zone } from '../../contract/basics.ts';
import { type RosterEntry, type RosterInput, usualHours } from '../../contract/roster.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { officeZone, plusDays } from '../notices/office-day.ts';
import { notify } from '../notices/tell-of-change.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { shownEntries } from './look-at-roster.ts';
import type { RosterRecord } from './roster-store.ts';
import { mayLend, mayStandIn } from './stand-in.ts';

/** Tells the pages that a stand-in begins or has ended. */
export const ROSTER_TURN = 'roster-turn';
/** Longer than a leave; who is away longer is followed by a Plt., which is a role. */
const LONGEST_DAYS = 62;

type Ports = Pick<Newsroom, 'write' | 'clock' | 'ids'>;

/** Puts a person on duty, in the place of who stands there. */
export async function setRoster(ports: Ports, caller: Caller, input: RosterInput): Promise<Outcome<RosterEntry>> {
  return ports.write(async (stores) => {
    const before = await standing(stores, input);
    if (!before.ok) return before;
    const allowed = mayFill(caller, before.value ? [input, before.value] : [input]);
    if (!allowed) return refused('not_allowed');
    const hours = await hoursOf(stores, input);
    if (!hours.ok) return hours;
    const people = await checkPeople(ports, stores, input, hours.value.endsAt);
    if (!people.ok) return people;
    const entry: RosterRecord = {
      id: before.value?.id ?? ports.ids.next(),
      day: input.day,
      part: input.part,
      duty: input.duty,
      userId: input.userId,
      insteadOf: input.insteadOf,
      ...hours.value,
      note: input.note,
      setBy: caller.name,
      version: (before.value?.version ?? 0) + 1,
    };
    if (before.value) await stores.roster.update(entry);
    else await stores.roster.insert(entry);
    return keep(ports, stores, caller, entry);
  });
}

/** Takes somebody off the roster. */
export async function removeRoster(
  ports: Ports,
  caller: Caller,
  input: { id: Id; version: number },
): Promise<Outcome<{ removed: boolean }>> {
  return ports.write(async (stores) => {
    const entry = await stores.roster.byId(input.id);
    if (entry === null) return refused('not_found');
    if (entry.version !== input.version) return refused('changed_meanwhile');
    if (!mayFill(caller, [entry])) return refused('not_allowed');
    await stores.roster.remove(entry.id);
    const [shown] = await shownEntries(stores, [entry]);
    await stores.audit.append({
      caller,
      act: entry.duty === 'approval' ? 'roster.end-stand-in' : 'roster.remove',
      subject: { kind: 'roster', id: entry.id },
      details: factsOf(shown),
    });
    stores.happen({ kind: 'roster.changed' });
    return done({ removed: true });
  });
}

/** The week before, once more, where nobody stands yet. Stand-ins for approvals are not repeated. */
export async function repeatWeek(
  ports: Ports,
  caller: Caller,
  input: { from: string },
): Promise<Outcome<RosterEntry[]>> {
  if (!fillsRoster(caller)) return refused('not_allowed');
  return ports.write(async (stores) => {
    const zone = await officeZone(stores);
    const active = new Set((await stores.users.all()).filter((user) => user.active).map((user) => user.id));
    const from = Temporal.PlainDate.from(input.from).subtract({ days: 7 }).toZonedDateTime(zone).toInstant();
    const last = await stores.roster.between(stamp(from), stamp(from.add({ hours: 7 * 24 })));
    const added: RosterRecord[] = [];
    for (const entry of last) {
      const day = plusDays(entry.day, 7);
      if (entry.duty === 'approval' || entry.part === 'span' || !active.has(entry.userId)) continue;
      if (day < input.from || day >= plusDays(input.from, 7)) continue;
      if ((await stores.roster.at(day, entry.part, entry.duty)).length > 0) continue;
      const [start, end] = [weekLater(entry.start), weekLater(entry.end)];
      const next: RosterRecord = {
        ...entry,
        ...placed(start, end, zone),
        id: ports.ids.next(),
        day,
        // who stood in once does not stand in every week
        insteadOf: null,
        note: '',
        setBy: caller.name,
        version: 1,
      };
      await stores.roster.insert(next);
      const kept = await keep(ports, stores, caller, next);
      if (!kept.ok) return kept;
      added.push(next);
    }
    return done(await shownEntries(stores, added));
  });
}

/** Who keeps the agenda, or sets up the office. */
function fillsRoster(caller: Caller): boolean {
  return may({ roles: caller.roles }, 'agenda.write') || caller.roles.includes('admin');
}

/** The right to decide is lent only by who holds it, or by an admin; everything else by who keeps the agenda. */
function mayFill(caller: Caller, entries: readonly Pick<RosterRecord, 'duty' | 'insteadOf'>[]): boolean {
  return entries.every(({ duty, insteadOf }) =>
    duty === 'approval' ? insteadOf === caller.userId || caller.roles.includes('admin') : fillsRoster(caller),
  );
}

/** The entry that stands there, when it is the one the caller saw. */
async function standing(stores: Stores, input: RosterInput): Promise<Outcome<RosterRecord | null>> {
  const { seen } = input;
  if (seen !== null) {
    const entry = await stores.roster.byId(seen.id);
    if (entry === null || entry.version !== seen.version) return refused('changed_meanwhile');
    return done(entry);
  }
  if (input.part === 'span') return done(null);
  const there = await stores.roster.at(input.day, input.part, input.duty);
  const same = input.duty === 'approval' ? there.filter((entry) => entry.insteadOf === input.insteadOf) : there;
  return same.length === 0 ? done(null) : refused('changed_meanwhile');
}

async function hoursOf(
  stores: Stores,
  { day, part, start, end }: RosterInput,
): Promise<Outcome<Pick<RosterRecord, 'start' | 'end' | 'zone' | 'startsAt' | 'endsAt'>>> {
  const zone = await officeZone(stores);
  let hours = start !== undefined && end !== undefined ? { start, end } : null;
  if (hours === null) {
    if (part === 'span') return refused('invalid', {}, 'start');
    const last = await stores.roster.latest(part);
    const clocks = last ? { from: last.start.slice(11), to: last.end.slice(11) } : usualHours[part];
    const lastDay = clocks.to > clocks.from ? day : plusDays(day, 1);
    hours = { start: `${day}T${clocks.from}`, end: `${lastDay}T${clocks.to}` };
  }
  const found = placed(hours.start, hours.end, zone);
  if (found.endsAt <= found.startsAt) return refused('end_before_start', {}, 'end');
  const days = Temporal.PlainDateTime.from(hours.start).until(hours.end, { largestUnit: 'day' }).days;
  if (days > LONGEST_DAYS) return refused('invalid', {}, 'end');
  return done(found);
}

function placed(start: string, end: string, zone: Zone) {
  const instant = (local: string) => stamp(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant());
  return { start, end, zone, startsAt: instant(start), endsAt: instant(end) };
}

async function checkPeople(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  input: RosterInput,
  endsAt: string,
): Promise<Outcome<undefined>> {
  const person = await stores.users.byId(input.userId);
  if (!person?.active) return refused('not_found', {}, 'userId');
  const other = input.insteadOf === null ? null : await stores.users.byId(input.insteadOf);
  if (input.insteadOf !== null && other === null) return refused('not_found', {}, 'insteadOf');
  if (input.userId === input.insteadOf) return refused('stand_in_not_possible', { name: person.name }, 'userId');
  if (input.duty !== 'approval') return done(undefined);
  if (other === null || !other.active || !mayLend(other.roles))
    return refused('stand_in_not_possible', { name: other?.name ?? '' }, 'insteadOf');
  if (!mayStandIn(person.roles)) return refused('stand_in_not_possible', { name: person.name }, 'userId');
  // what is over can lend nothing any more, and would only look as if it had
  return endsAt <= stamp(ports.clock.now()) ? refused('end_before_start', {}, 'end') : done(undefined);
}

async function keep(ports: Ports, stores: Stores, caller: Caller, entry: RosterRecord): Promise<Outcome<RosterEntry>> {
  const [shown] = await shownEntries(stores, [entry]);
  if (!shown) return refused('not_found');
  await stores.audit.append({
    caller,
    act: entry.duty === 'approval' ? 'roster.stand-in' : 'roster.set',
    subject: { kind: 'roster', id: entry.id },
    details: factsOf(shown),
  });
  if (entry.duty === 'approval')
    for (const at of [entry.startsAt, entry.endsAt])
      await stores.jobs.add({ kind: ROSTER_TURN, key: at, data: null, notBefore: at });
  const now = ports.clock.now();
  if (entry.userId !== caller.userId && entry.endsAt > stamp(now))
    await notify(ports, stores, {
      userId: entry.userId,
      kind: 'on_roster',
      eventId: null,
      data: {
        by: caller.name,
        day: entry.day,
        insteadOf: entry.duty === 'approval' ? shown.insteadOf?.name : undefined,
      },
      // a month is filled press by press: each person hears of it once an hour, but of every stand-in
      once: entry.duty === 'approval' ? `stand-in:${entry.id}:${entry.version}` : `roster:${stamp(now).slice(0, 13)}`,
    });
  stores.happen({ kind: 'roster.changed' });
  return done(shown);
}

function factsOf(entry: RosterEntry | undefined): Record<string, unknown> {
  if (!entry) return {};
  return {
    person: entry.userName,
    duty: entry.duty,
    since: entry.startsAt,
    until: entry.endsAt,
    ...(entry.insteadOf ? { insteadOf: entry.insteadOf.name } : {}),
    note: entry.note,
  };
}

function stamp(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 3 });
}

function weekLater(local: string): string {
  return Temporal.PlainDateTime.from(local).add({ days: 7 }).toString({ smallestUnit: 'minute' });
}
