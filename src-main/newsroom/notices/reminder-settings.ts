import { type ReminderSettings, reminderSettingsSchema } from '../../contract/notices.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';

/** Job that looks for what is to be reminded of; any number may be queued, each for its moment. */
export const REMIND = 'remind';
const SETTING = 'reminders';

export const usualReminders: ReminderSettings = { dutyHours: 2, unconfirmedAt: '18:00', releaseHours: 3 };

/** When this office is reminded; the usual hours where nobody has said otherwise. */
export async function reminderSettings(stores: Pick<ReadStores, 'office'>): Promise<ReminderSettings> {
  const kept = reminderSettingsSchema.safeParse(await stores.office.setting(SETTING));
  return kept.success ? kept.data : usualReminders;
}

export async function setReminderSettings(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: ReminderSettings,
): Promise<Outcome<ReminderSettings>> {
  return ports.write(async (stores) => {
    const before = await reminderSettings(stores);
    await stores.office.setSetting(SETTING, input);
    await stores.audit.append({
      caller,
      act: 'office.reminders',
      subject: { kind: 'office', id: 'office' },
      details: { from: before, to: input },
    });
    await stores.jobs.add({ kind: REMIND, key: 'settings', data: null });
    stores.happen({ kind: 'office.changed' });
    return done(input);
  });
}
