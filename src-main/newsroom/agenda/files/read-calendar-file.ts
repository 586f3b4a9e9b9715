import type { Caller } from '../../caller.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { DocumentWork } from './documents.ts';
import type { Reading } from './readings.ts';
import { type ReadPorts, step } from './run-reading.ts';
import { officeZone, stage } from './stage.ts';

/** Rules without an end are followed for a year: nobody plans a leader's day further ahead. */
const HORIZON_DAYS = 366;

/** Reads a calendar into the rows of an import. */
export async function readCalendarFile(
  ports: ReadPorts,
  caller: Caller,
  reading: Reading,
  work: DocumentWork,
): Promise<Outcome<unknown>> {
  step(reading, 'events', null);
  const zone = await officeZone(ports);
  const today = ports.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const horizon = today.add({ days: HORIZON_DAYS }).toString();
  return stage(ports, caller, reading, async (taker) => {
    const read = await ports.documents.calendar(
      ports.files.incoming.pathOf(reading.view.id),
      { zone, horizon, from: reading.span?.from ?? null, to: reading.span?.to ?? null },
      work,
      taker,
    );
    if (!read.ok) return read;
    const { endless, repeating, problemCount } = read.value;
    const [zones, problems] = [[...read.value.zones], [...read.value.problems]];
    return done({ horizon: endless ? horizon : null, repeating, zones, problems, problemCount });
  });
}
