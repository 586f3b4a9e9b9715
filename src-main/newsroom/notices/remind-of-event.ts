import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../contract/agenda-nouns.ts';
import type { ReminderSettings } from '../../contract/notices.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Stores } from '../stores.ts';
import { REMIND, reminderSettings } from './reminder-settings.ts';

/** It looks at least so often, so that what came in by any way is seen. */
export const LOOK_EVERY_MINUTES = 60;

/** Looks again when one of these events, which were added or changed, has a moment before the next usual look. */
export async function remindAlsoOf(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  events: readonly Event[],
): Promise<void> {
  const minded = events.filter((event) => event.releaseNeeded || event.crew.some((duty) => duty.userId !== null));
  if (minded.length === 0) return;
  const { assumedMinutes } = await stores.agendaSettings.get();
  const settings = await reminderSettings(stores);
  const usual = ports.clock.now().add({ minutes: LOOK_EVERY_MINUTES });
  const near = minded.find((event) => {
    const { duty, release } = momentsOf(event, settings, assumedMinutes);
    return [duty, release].some((at) => at !== null && Temporal.Instant.compare(at, usual) < 0);
  });
  if (near) await stores.jobs.add({ kind: REMIND, key: `event:${near.id}:${near.version}`, data: null });
}

/** The moments at which an event is reminded of: before it begins, and after it has ended. */
export function momentsOf(
  event: Event,
  settings: ReminderSettings,
  assumedMinutes: number,
): { readonly duty: Temporal.Instant | null; readonly release: Temporal.Instant | null } {
  const start = Temporal.Instant.from(event.startsAt);
  const end =
    event.end === null
      ? start.add({ minutes: assumedMinutes })
      : Temporal.PlainDateTime.from(event.end).toZonedDateTime(event.zone).toInstant();
  const { dutyHours, releaseHours } = settings;
  return {
    duty: dutyHours === null ? null : start.subtract({ hours: dutyHours }),
    release: releaseHours === null || !event.releaseNeeded ? null : end.add({ hours: releaseHours }),
  };
}
