import { type FileReading, type FileReport, mostImported } from '../../../contract/agenda-files.ts';
import type { Zone } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { FoundEvent, TakeEvents } from './documents.ts';
import { matchKnown } from './match-known.ts';
import type { Reading } from './readings.ts';
import { type ReadPorts, show } from './run-reading.ts';

/** What is written in one go: some milliseconds. */
const ROWS_AT_ONCE = 1_000;
const CHARACTERS_AT_ONCE = 1_000_000;

type Found = Pick<FileReport, 'horizon' | 'repeating' | 'zones' | 'problems' | 'problemCount'>;

export async function officeZone(ports: Pick<ReadPorts, 'read'>): Promise<Zone> {
  return (await ports.read((stores) => stores.office.get()))?.zone ?? 'Asia/Jakarta';
}

/**
 * Puts what a reading finds into the rows of an import, beside the agenda: nothing of it is an event before a person takes it in. More
 * than an import takes is counted and not kept.
 */
export async function stage(
  ports: ReadPorts,
  caller: Caller,
  reading: Reading,
  read: (taker: TakeEvents) => Promise<Outcome<Found>>,
): Promise<Outcome<unknown>> {
  const { id, name } = reading.view;
  let count = 0;
  /** Of those counted, what a newer version has replaced. */
  let replaced = 0;
  let first: string | null = null;
  let last: string | null = null;
  let waiting: FoundEvent[] = [];
  let characters = 0;
  /** How many were written. */
  let written = 0;
  const flush = async (): Promise<Outcome<void>> => {
    const portion = waiting.slice(0, Math.max(0, mostImported - written));
    waiting = [];
    characters = 0;
    if (portion.length === 0) return done(undefined);
    const ids = ports.ids.many(portion.length);
    const rows = portion.map((event, index) => ({ ...event, n: written + index + 1, eventId: ids[index] as string }));
    written += portion.length;
    return ports.write(async (stores) => {
      await stores.agendaImports.add(id, rows);
      return done(undefined);
    });
  };
  const taker: TakeEvents = {
    async begin() {
      waiting = [];
      characters = 0;
      written = 0;
      count = 0;
      replaced = 0;
      first = null;
      last = null;
      return ports.write(async (stores) => {
        await stores.agendaImports.drop(id);
        const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
        await stores.agendaImports.begin({ id, userId: caller.userId, name, state: 'open', at });
        return done(undefined);
      });
    },
    async take(events, gone) {
      if (gone.length > 0) {
        const before = await flush();
        if (!before.ok) return before;
        const dropped = await ports.write(async (stores) => done(await stores.agendaImports.dropUids(id, gone)));
        if (!dropped.ok) return dropped;
        replaced += dropped.value;
      }
      for (const event of events) {
        const day = event.start.slice(0, 10);
        if (first === null || day < first) first = day;
        if (last === null || day > last) last = day;
        characters += event.note.length;
        waiting.push(event);
        if (waiting.length < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
        const kept = await flush();
        if (!kept.ok) return kept;
      }
      count += events.length;
      return done(undefined);
    },
  };
  const nothing = async <T>(outcome: Outcome<T>): Promise<Outcome<T>> => {
    // what cannot be taken in waits for nobody
    const dropped = await ports.write(async (stores) => {
      await stores.agendaImports.drop(id);
      return done(undefined);
    });
    return dropped.ok ? outcome : dropped;
  };
  const found = await read(taker);
  if (!found.ok) return nothing(found);
  const flushed = await flush();
  if (!flushed.ok) return nothing(flushed);
  const report = { ...found.value, events: count - replaced, first, last, added: 0, changed: 0, cancelled: 0, same: 0 };
  if (count > mostImported) {
    show(reading, { report });
    return nothing(
      refused('too_many_events', {
        events: count.toLocaleString('id-ID'),
        limit: mostImported.toLocaleString('id-ID'),
      }),
    );
  }
  if (count - replaced === 0) {
    show(reading, { report });
    return nothing(refused('file_empty'));
  }
  const matched = await matchKnown(ports, id, first, last);
  if (!matched.ok) return nothing(matched);
  const counts = await ports.read((stores) => stores.agendaImports.counts(id));
  const { add, change, cancel, same } = counts;
  const ready: FileReading = {
    ...reading.view,
    state: 'ready',
    report: {
      ...report,
      events: add + change + cancel + same,
      added: add,
      changed: change,
      cancelled: cancel,
      same,
      first: counts.first,
      last: counts.last,
      problems: matched.value === 0 ? report.problems : [...report.problems, cancelledUnknown(matched.value)],
      problemCount: report.problemCount + matched.value,
    },
  };
  // from here on it is found again, also by a core that did not read it
  const kept = await ports.write(async (stores) => {
    await stores.agendaImports.setView(id, { ...ready, table: null });
    return done(undefined);
  });
  if (!kept.ok) return nothing(kept);
  show(reading, ready);
  return kept;
}

const cancelledUnknown = (many: number) => ({ code: 'cancelled_unknown' as const, line: null, text: String(many) });
