import { type FileReading, mostFileBytes } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { findReading } from './find-reading.ts';
import { readFile } from './read-file.ts';
import { readingOf, Stopper } from './readings.ts';

/** What was sent and then left lies so long. */
const KEPT_MS = 6 * 3_600_000;
/** A landed import may be taken back so long. */
const UNDO_HOURS = 24;

type Ports = Pick<Newsroom, 'read' | 'write' | 'files' | 'ids' | 'clock' | 'documents' | 'readings' | 'turn'>;

/** Somebody is choosing a file: who reads it gets ready. Costs nothing that a person would notice when none comes. */
export function expectFile(ports: Pick<Ports, 'documents'>): Outcome<void> {
  ports.documents.warm();
  return done(undefined);
}

/** Announces a file that somebody is about to send. Refuses: `file_too_large`, `file_empty`, `disk_full`. */
export async function beginFile(
  ports: Ports,
  caller: Caller,
  input: { name: string; bytes: number },
): Promise<Outcome<FileReading>> {
  if (input.bytes > mostFileBytes) return refused('file_too_large', tooLarge(input.bytes));
  if (input.bytes === 0) return refused('file_empty');
  await forget(ports);
  if ((await ports.files.freeBytes()) < input.bytes) return refused('disk_full');
  ports.documents.warm();
  const id = ports.ids.next();
  const view: FileReading = {
    id,
    name: input.name,
    bytes: input.bytes,
    kind: null,
    state: 'receiving',
    progress: { step: 'receiving', done: 0, of: input.bytes },
    refusal: null,
    text: null,
    table: null,
    report: null,
    sha256: null,
  };
  ports.readings.set(id, {
    userId: caller.userId,
    view,
    stopper: new Stopper(),
    running: Promise.resolve(),
    rows: [],
    span: null,
    touched: ports.clock.now().epochMilliseconds,
  });
  return done(view);
}

/**
 * Takes a piece of a file; with the last one its reading begins, which `look` tells of. A piece that comes twice does no harm.
 * Refuses: `not_found`, `piece_out_of_order` ({ expected }), `file_too_large`, `disk_full`.
 */
export async function takeFilePiece(
  ports: Ports,
  caller: Caller,
  { id, offset, piece }: { id: Id; offset: number; piece: Uint8Array },
): Promise<Outcome<FileReading>> {
  return inTurn(id, async () => {
    const reading = readingOf(ports.readings, caller.userId, id);
    if (reading === null) return refused('not_found');
    if (reading.view.state !== 'receiving') return done(reading.view);
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + piece.byteLength > reading.view.bytes)
      return refused('invalid');
    const taken = await ports.files.incoming.append(id, offset, piece);
    if (!taken.ok) return taken;
    const { received } = taken.value;
    reading.touched = ports.clock.now().epochMilliseconds;
    reading.view = { ...reading.view, progress: { ...reading.view.progress, done: received } };
    if (received < reading.view.bytes) return done(reading.view);
    const sealed = await ports.files.incoming.seal(id);
    if (!sealed.ok) return sealed;
    reading.view = {
      ...reading.view,
      sha256: sealed.value.sha256,
      state: 'reading',
      progress: { step: 'looking', done: 0, of: null },
    };
    readFile(ports, caller, reading, isCalendar(sealed.value.head));
    return done(reading.view);
  });
}

/** How far the reading is. */
export async function lookAtFile(
  ports: Pick<Ports, 'read' | 'readings' | 'clock'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<FileReading>> {
  const reading = await findReading(ports, caller.userId, id);
  if (reading === null) return refused('not_found');
  reading.touched = ports.clock.now().epochMilliseconds;
  return done(reading.view);
}

/** Stops the reading and throws the file away; nothing of it has landed. */
export async function cancelFile(ports: Ports, caller: Caller, id: Id): Promise<Outcome<FileReading>> {
  const reading = await findReading(ports, caller.userId, id);
  if (reading === null) return refused('not_found');
  if (['landing', 'landed', 'undoing'].includes(reading.view.state)) return done(reading.view);
  reading.stopper.abort();
  await reading.running;
  await ports.files.incoming.drop(id);
  await ports.write(async (stores) => {
    const one = await stores.agendaImports.byId(id);
    if (one?.state === 'open') await stores.agendaImports.drop(id);
    return done(undefined);
  });
  reading.view = { ...reading.view, state: 'cancelled', table: null, text: null, report: null };
  reading.rows = [];
  return done(reading.view);
}

/** Whether the first bytes say what only a calendar says; then nobody has to look first. */
function isCalendar(head: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*BEGIN:VCALENDAR\s/i.test(String.fromCharCode(...head.subarray(0, 64)));
}

/** Throws away what nobody has looked at for hours, and imports that may not be taken back any more. */
async function forget(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  for (const [id, reading] of ports.readings) {
    if (now.epochMilliseconds - reading.touched < KEPT_MS) continue;
    reading.stopper.abort();
    await reading.running;
    await ports.files.incoming.drop(id);
    ports.readings.delete(id);
  }
  const before = now.subtract({ hours: UNDO_HOURS }).toString({ fractionalSecondDigits: 3 });
  const old = await ports.read((stores) => stores.agendaImports.olderThan(before));
  for (const id of old) {
    // one by one: ten thousand rows are gone in a blink, twenty times as many are not
    await ports.write(async (stores) => {
      await stores.agendaImports.drop(id);
      return done(undefined);
    });
    await ports.turn();
  }
}

const tooLarge = (bytes: number) => ({ megabytes: Math.ceil(bytes / 1e6), limit: Math.floor(mostFileBytes / 1e6) });
