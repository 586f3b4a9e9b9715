import type { AgendaSettings } from '../../contract/agenda-settings.ts';
import type { Holiday } from '../../contract/clashes.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** What this office's agenda goes by: its limits, and its holidays. */
export interface AgendaSettingStore {
  get(): Promise<AgendaSettings>;
  set(settings: AgendaSettings): Promise<void>;
  /** Between two days, both included, by day. */
  holidays(from: string, to: string): Promise<Holiday[]>;
  /** Puts these in the place of what is kept between the two days. */
  setHolidays(from: string, to: string, holidays: readonly Holiday[]): Promise<void>;
}

/** Public holidays of Indonesia as a calendar computes them. */
export interface HolidayCalendar {
  of(year: number): Promise<Holiday[]>;
}

/** Changes what is named. Refuses `changed_meanwhile` when another has changed it since it was seen. */
export async function changeAgendaSettings(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: Partial<AgendaSettings> & { version: number },
): Promise<Outcome<AgendaSettings>> {
  return ports.write(async (stores) => {
    const before = await stores.agendaSettings.get();
    if (before.version !== input.version) return refused('changed_meanwhile');
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const after: AgendaSettings = { ...before, ...given, version: before.version + 1 };
    await stores.agendaSettings.set(after);
    await stores.audit.append({
      caller,
      act: 'agenda.settings',
      subject: { kind: 'office', id: 'agenda' },
      details: { name: 'agenda', old: before, new: after },
    });
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return done(after);
  });
}

/** The holidays of one year, as a person left them. Refuses days of another year, and one day twice. */
export async function setHolidays(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { year: number; holidays: Holiday[] },
): Promise<Outcome<Holiday[]>> {
  const days = new Set<string>();
  for (const [index, { day }] of input.holidays.entries()) {
    if (!day.startsWith(`${input.year}-`) || days.has(day)) return refused('invalid', {}, `holidays.${index}.day`);
    days.add(day);
  }
  const [from, to] = [`${input.year}-01-01`, `${input.year}-12-31`];
  return ports.write(async (stores) => {
    const old = await stores.agendaSettings.holidays(from, to);
    await stores.agendaSettings.setHolidays(from, to, input.holidays);
    await stores.audit.append({
      caller,
      act: 'agenda.holidays',
      subject: { kind: 'office', id: 'agenda' },
      details: { name: String(input.year), old: old.length, new: input.holidays.length },
    });
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return done(await stores.agendaSettings.holidays(from, to));
  });
}
