import type { Assignment, Duty } from '../../contract/event-parts.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';

/** Who is meant, and as what: one person may write and take photos, but not twice the same. */
function keyOf(one: Assignment): string {
  return `${one.role} ${one.userId ?? one.name.trim().toLowerCase()}`;
}

/** What of the crew is compared and told in the history: who does what, not how far they are. */
export function assigned(crew: readonly Assignment[]): Assignment[] {
  return crew.map(({ role, userId, name }) => ({ role, userId, name }));
}

/**
 * The duties of what a person said about the crew. Who stays keeps the state and its time; a new one is *ditugaskan*.
 * Refuses: `not_found` for a person the office does not have, `invalid` for one without a name.
 */
export async function settleCrew(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Pick<Stores, 'users'>,
  before: readonly Duty[],
  wanted: readonly Assignment[],
): Promise<Outcome<Duty[]>> {
  const kept = new Set(before.map(keyOf));
  const named: Assignment[] = [];
  for (const [index, one] of wanted.entries()) {
    if (kept.has(keyOf(one))) {
      named.push(one);
      continue;
    }
    const user = one.userId === null ? null : await stores.users.byId(one.userId);
    if (one.userId !== null && user === null) return refused('not_found', {}, `crew.${index}`);
    const name = user?.name ?? one.name.trim();
    if (name === '') return refused('invalid', {}, `crew.${index}.name`);
    named.push({ role: one.role, userId: one.userId, name });
  }
  return done(dutiesOf(ports, before, named));
}

/** The same for a crew whose names are known to stand: also for the next events of a series. */
export function dutiesOf(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  before: readonly Duty[],
  named: readonly Assignment[],
): Duty[] {
  const kept = new Map(before.map((duty) => [keyOf(duty), duty]));
  const stateAt = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const crew = new Map<string, Duty>();
  for (const one of named) {
    const key = keyOf(one);
    const { role, userId, name } = one;
    crew.set(key, kept.get(key) ?? { id: ports.ids.next(), role, userId, name, state: 'assigned', stateAt });
  }
  return [...crew.values()];
}
