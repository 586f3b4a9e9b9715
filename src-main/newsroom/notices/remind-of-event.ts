import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../contract/agenda-nouns.ts';
import type { ReminderSettings } from '../../contract/notices.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Stores } from '../stores.ts';
import { REMIND, reminderSettings } from './reminder-settings.ts';

/** It looks at least so often, so that what came in by any way is seen. */
export const LOOK_EVERY_MINUTES = 60;

/** Looks again when an event was added or changed whose moment comes before the next usual look. */
export async function remindAlsoOf(ports: Pick<Newsroom, 'clock'>, stores: Stores, event: Event): Promise<void> {
  if (!event.releaseNeeded && event.crew.every((duty) => duty.userId === null)) return;
  const { assumedMinutes } = await stores.agendaSettings.get();
  const { duty, release } = momentsOf(event, await reminderSettings(stores), assumedMinutes);
  const usual = ports.clock.now().add({ minutes: LOOK_EVERY_MINUTES });
  const near = [duty, release].some((at) => at !== null && Temporal.Instant.compare(at, usual) < 0);
  if (near) await stores.jobs.add({ kind: REMIND, key: `event:${event.id}:${event.version}`, data: null });
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
