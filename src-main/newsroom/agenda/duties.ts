import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import { type Duty, type DutyState, dutyStates, dutyStatesOfTheDay } from '../../contract/event-parts.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { recordChange } from './record-change.ts';

/** How long a duty that is not finished stays in the list after its event. */
const WAITING_DAYS = 14;

/** The caller's own duties, by start: those to come, and those of the last two weeks that still wait for material. */
export async function myDuties(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  caller: Caller,
): Promise<Outcome<{ duty: Duty; event: Event }[]>> {
  return ports.read(async (stores) => {
    const zone = (await stores.office.get())?.zone ?? 'Asia/Jakarta';
    const today = ports.clock.now().toZonedDateTimeISO(zone).toPlainDate();
    const since = today.subtract({ days: WAITING_DAYS }).toString();
    const events = await stores.events.ofCrew(caller.userId, since);
    const mine = events.flatMap((event) =>
      event.crew.filter((duty) => duty.userId === caller.userId).map((duty) => ({ duty, event })),
    );
    const open = ({ duty, event }: { duty: Duty; event: Event }) =>
      Temporal.PlainDate.compare(event.day, today) >= 0 || (duty.state !== 'done' && event.state !== 'cancelled');
    return done(mine.filter(open));
  });
}

/**
 * Says how far a duty is. Everyone says it of their own; who keeps the agenda also of others, for crew from outside and for those
 * who forgot. One's own goes on step by step, and back at once: a wrong tap must be mended as fast as it was made. Nobody is on site of an
 * event days before it. Who keeps the agenda says any state at any time.
 * Refuses: `not_found`, `not_allowed`, `duty_too_early` ({ day }), `state_not_possible`.
 */
export async function setDutyState(
  ports: Pick<Newsroom, 'write' | 'ids' | 'clock'>,
  caller: Caller,
  input: { dutyId: Id; state: DutyState },
): Promise<Outcome<Event>> {
  return ports.write(async (stores) => {
    const before = await stores.events.byDuty(input.dutyId);
    const duty = before?.crew.find((one) => one.id === input.dutyId);
    if (!before || !duty) return refused('not_found');
    if (duty.userId !== caller.userId && !may(caller, 'agenda.write')) return refused('not_allowed');
    if (duty.state === input.state) return done(before);
    const today = ports.clock.now().toZonedDateTimeISO(before.zone).toPlainDate().toString();
    if (before.day > today && dutyStatesOfTheDay.includes(input.state) && !may(caller, 'agenda.write'))
      return refused('duty_too_early', { day: before.day }, 'state');
    // of an event that is over nobody says any more that they were on their way
    const from =
      before.day < today
        ? Math.max(dutyStates.indexOf(duty.state), dutyStates.indexOf('on_site'))
        : dutyStates.indexOf(duty.state);
    if (dutyStates.indexOf(input.state) > from + 1 && !may(caller, 'agenda.write'))
      return refused('state_not_possible', { from: duty.state, to: input.state }, 'state');
    const next: Duty = {
      ...duty,
      state: input.state,
      stateAt: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
    };
    await stores.events.setDuty(next);
    const event = { ...before, crew: before.crew.map((one) => (one.id === duty.id ? next : one)) };
    const told = ({ role, name, state }: Duty) => ({ role, name, state });
    await recordChange(ports, stores, caller, event, {
      act: 'duty',
      changes: [{ field: 'crew', old: told(duty), new: told(next) }],
      reason: null,
    });
    return done(event);
  });
}
