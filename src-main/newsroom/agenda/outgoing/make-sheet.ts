import type { Zone } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { allEvents } from '../all-events.ts';
import { maySee } from '../may-see.ts';
import { type DaySheet, daySheet, daysBetween, type SheetChoice } from './day-sheet.ts';
import { paperHead } from './paper-head.ts';

/** Longest span of one file, in days. */
export const MOST_SHEET_DAYS = 62;

type Ports = Pick<Newsroom, 'read' | 'turn' | 'clock' | 'files'>;

/**
 * The sheet of a span as this caller may have it: who does not see what is closed takes the public edition away, whatever they
 * asked for. Refuses: `invalid` for a span that is empty or too long, `not_found` for a leader the register does not know.
 * @param caller null for the office's own doing: a job that writes for everybody
 */
export async function makeSheet(ports: Ports, caller: Caller | null, wanted: SheetChoice): Promise<Outcome<DaySheet>> {
  if (wanted.to < wanted.from || daysBetween(wanted.from, wanted.to).length > MOST_SHEET_DAYS) {
    return refused('invalid', {}, 'to');
  }
  const choice: SheetChoice = { ...wanted, edition: editionFor(caller, wanted.edition) };
  const found = await ports.read(async (stores) => ({
    office: await stores.office.get(),
    officials: await stores.officials.all(),
  }));
  if (found.office === null) return refused('not_found');
  if (choice.leaderId !== null && !found.officials.some(({ id }) => id === choice.leaderId)) {
    return refused('not_found', {}, 'leaderId');
  }
  const { from, to, leaderId } = choice;
  const filter = { from, to, ...(leaderId === null ? {} : { leaderId }) };
  const events = await allEvents(ports, filter, (some) =>
    caller === null ? some : some.filter((event) => maySee(caller, event)),
  );
  const zone: Zone = found.office.zone;
  const at = ports.clock.now().toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const head = await paperHead(ports, found.office, choice.edition);
  return done(daySheet(choice, events, found.officials, { head, at, zone }));
}

/** The edition somebody gets who asked for this one. */
export function editionFor<E extends 'internal' | 'calendar' | 'public'>(
  caller: Caller | null,
  wanted: E,
): E | 'public' {
  return caller === null || maySee(caller, { pressAccess: 'closed' }) ? wanted : 'public';
}
