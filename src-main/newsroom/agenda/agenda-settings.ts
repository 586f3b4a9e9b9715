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
