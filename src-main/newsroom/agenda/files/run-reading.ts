import type { FileReading } from '../../../contract/agenda-files.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../outcome.ts';
import type { DocumentWork } from './documents.ts';
import { type Reading, Stopper } from './readings.ts';

/** What reading a file needs. */
export type ReadPorts = Pick<
  Newsroom,
  'read' | 'write' | 'files' | 'ids' | 'clock' | 'documents' | 'readings' | 'turn'
>;

/** Runs one reading at a time for a file; its refusal, or a bug, is what is shown. */
export function run(
  ports: Pick<ReadPorts, 'clock'>,
  reading: Reading,
  first: FileReading['progress']['step'],
  read: (work: DocumentWork) => Promise<Outcome<unknown>>,
): void {
  const stopper = new Stopper();
  reading.stopper = stopper;
  show(reading, { state: 'reading', refusal: null, report: null });
  step(reading, first, null);
  const work: DocumentWork = {
    signal: stopper,
    told: (done, of) => {
      reading.view = { ...reading.view, progress: { ...reading.view.progress, done, of } };
    },
  };
  reading.running = (async () => {
    const outcome = await read(work).catch((): { ok: false; refusal: Refusal } => ({
      ok: false,
      refusal: { code: 'file_unreadable', params: {} },
    }));
    reading.touched = ports.clock.now().epochMilliseconds;
    if (outcome.ok) return;
    const cancelled = outcome.refusal.code === 'reading_cancelled';
    show(reading, { state: cancelled ? 'cancelled' : 'failed', refusal: outcome.refusal });
  })();
}

/** Changes what is told of a reading. */
export function show(reading: Reading, what: Partial<FileReading>): void {
  reading.view = { ...reading.view, ...what };
}

/** Tells what is being done now, and of how many. */
export function step(reading: Reading, name: FileReading['progress']['step'], of: number | null): void {
  show(reading, { progress: { step: name, done: 0, of } });
}
