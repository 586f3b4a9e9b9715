import type { ListedHoliday } from '../../contract/agenda-settings.ts';
import type { Holiday } from '../../contract/clashes.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { Stores } from '../stores.ts';

/** Public holidays of Indonesia as a calendar computes them. */
export interface HolidayCalendar {
  of(year: number): Promise<Holiday[]>;
}

/** The job that fills the lists of years nobody has looked at yet. */
export const FILL_HOLIDAYS = 'fill-holidays';

/**
 * What is known of a year's list beside its days. A year that stands here was filled, by Kulkul or by a person, and is never filled
 * again by itself.
 */
interface KeptYear {
  /** Days that stand as they were computed: nobody has compared them with the decree yet. */
  readonly computed: readonly string[];
  /** Days that a person took away or moved. */
  readonly leftOut: readonly string[];
}
type KeptYears = Readonly<Record<string, KeptYear>>;

const SETTING = 'holiday-years';
const span = (year: number) => [`${year}-01-01`, `${year}-12-31`] as const;

async function keptYears(stores: Pick<ReadStores, 'office'>): Promise<KeptYears> {
  return ((await stores.office.setting(SETTING)) ?? {}) as KeptYears;
}

/** Holidays between two days, both included, each with whether it is only computed. */
export async function listHolidays(
  stores: Pick<ReadStores, 'office' | 'agendaSettings'>,
  from: string,
  to: string,
): Promise<ListedHoliday[]> {
  const years = await keptYears(stores);
  const computed = new Set(Object.values(years).flatMap((year) => year.computed));
  const holidays = await stores.agendaSettings.holidays(from, to);
  return holidays.map(({ day, name }) => ({ day, name, computed: computed.has(day) }));
}

/** The holidays of one year, as a person left them. Refuses days of another year, and one day twice. */
export async function setHolidays(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { year: number; holidays: readonly (Holiday & { computed?: boolean | undefined })[] },
): Promise<Outcome<ListedHoliday[]>> {
  const { year, holidays } = input;
  const days = new Set<string>();
  for (const [index, { day }] of holidays.entries()) {
    if (!day.startsWith(`${year}-`) || days.has(day)) return refused('invalid', {}, `holidays.${index}.day`);
    days.add(day);
  }
  const [from, to] = span(year);
  return ports.write(async (stores) => {
    const old = await stores.agendaSettings.holidays(from, to);
    const leftOut = new Set((await keptYears(stores))[year]?.leftOut ?? []);
    for (const { day } of old) leftOut.add(day);
    const kept: KeptYear = {
      computed: holidays.flatMap(({ day, computed }) => (computed ? [day] : [])),
      leftOut: [...leftOut].filter((day) => !days.has(day)).sort(),
    };
    await putYear(stores, caller, { year, holidays, kept, before: old.length });
    return done(await listHolidays(stores, from, to));
  });
}

/**
 * What a calendar computes for the year, without what a person took away or moved; all of it where the list is empty, so that it can be
 * begun anew.
 */
export async function proposedHolidays(
  ports: Pick<Newsroom, 'read' | 'holidayCalendar'>,
  year: number,
): Promise<ListedHoliday[]> {
  const found = await ports.holidayCalendar.of(year);
  const leftOut = await ports.read(async (stores) =>
    (await stores.agendaSettings.holidays(...span(year))).length === 0
      ? new Set<string>()
      : new Set((await keptYears(stores))[year]?.leftOut ?? []),
  );
  return found.filter(({ day }) => !leftOut.has(day)).map(({ day, name }) => ({ day, name, computed: true }));
}

/**
 * Fills the lists of this year and the next, where nobody has kept one: the warning of a holiday must not wait for somebody to press a
 * button. Does nothing before the first start, and to a year that was filled once.
 */
export async function fillHolidays(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'holidayCalendar'>,
): Promise<Outcome<void>> {
  const wanted = await ports.read(async (stores) => {
    const office = await stores.office.get();
    if (office === null) return [];
    const { year } = ports.clock.now().toZonedDateTimeISO(office.zone);
    const years = await keptYears(stores);
    return [year, year + 1].filter((one) => years[one] === undefined);
  });
  for (const year of wanted) {
    const computed = await ports.holidayCalendar.of(year);
    const filled = await ports.write(async (stores) => {
      if ((await keptYears(stores))[year] !== undefined) return done(undefined);
      const before = await stores.agendaSettings.holidays(...span(year));
      // kept by a person before years were noted: it is theirs
      const holidays = before.length > 0 ? before : computed;
      const kept = { computed: before.length > 0 ? [] : computed.map(({ day }) => day), leftOut: [] };
      await putYear(stores, 'system', { year, holidays, kept, before: before.length });
      return done(undefined);
    });
    if (!filled.ok) return filled;
  }
  return done(undefined);
}

/**
 * Sees to it that the lists are filled as long as the core lives: one job that is never done.
 * @param again told of a refused write (a full disk); resolves when it may be tried again, false when the core is ending
 */
export async function startHolidays(
  { write }: Pick<Newsroom, 'write'>,
  again: (refusal: Refusal) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const queued = await write(async (stores) =>
      done(await stores.jobs.add({ kind: FILL_HOLIDAYS, key: 'usual', data: 'usual' })),
    );
    if (queued.ok || !(await again(queued.refusal))) return;
  }
}

async function putYear(
  stores: Stores,
  caller: Caller | 'system',
  put: { year: number; holidays: readonly Holiday[]; kept: KeptYear; before: number },
): Promise<void> {
  const { year, holidays, kept, before } = put;
  await stores.agendaSettings.setHolidays(...span(year), holidays);
  await stores.office.setSetting(SETTING, { ...(await keptYears(stores)), [year]: kept });
  await stores.audit.append({
    caller,
    act: 'agenda.holidays',
    subject: { kind: 'office', id: 'agenda' },
    details: { name: String(year), changes: [{ field: 'holidays', old: before, new: holidays.length }] },
  });
  stores.happen({ kind: 'agenda.changed', eventIds: [] });
}
