import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../contract/basics.ts';
import type { ChannelKind, Delivery, DeliveryReason } from '../../contract/delivery-nouns.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { nextTry } from './back-off.ts';
import type { Sender, TryResult } from './channel.ts';
import { countTry, idle } from './channel-health.ts';
import type { DueDelivery, Intent } from './delivery-store.ts';
import { deliverJob } from './queue-delivery.ts';
import { endsOf, keepEnds } from './settle-intents.ts';
import { settleTry } from './settle-try.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'clock'>;

/** How a run is steered from outside. */
export interface RunControl {
  /** True once the core is stopping: nothing new is begun, what is under way is waited for. */
  readonly stopping: () => boolean;
  /** Resolves after so many milliseconds; outcomes that end within it share one commit. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told of what broke and is tried again all the same. */
  readonly failed?: (error: unknown) => void;
}

/** Outcomes wait at most so long (ms) for others to share their commit. */
const GROUPING_MS = 20;
/** Between two tries (ms) to write outcomes down on a full disk, or while another program holds the database. */
const WRITE_AGAIN_MS = 2_000;
/** An outcome that the database refuses for another cause (a bug, a constraint) is tried so often: time does not mend it. */
const WRITE_TRIES = 5;
/** What passes: a full disk, another program that holds the file, a disk with a fault, a share that was read-only for a while. */
const PASSES = /^SQLITE_(BUSY|LOCKED|PROTOCOL|FULL|IOERR|CANTOPEN|READONLY|NOMEM)(_|$)/;
/** A channel is asked so long (ms) about tries without an end. */
const ANSWER_MS = 10_000;
/** Tries without an end that could not be settled are looked at again after so many minutes. */
const LOOK_AGAIN_MINUTES = 1;

type Version = Pick<Delivery, 'releaseId' | 'version'>;

/** A row whose intent is on disk. */
interface Begun {
  readonly row: DueDelivery;
  readonly intent: Intent;
}

/** Why nothing more is begun in this run; `until` null: a person must act first. */
interface Closed {
  readonly until: string | null;
  readonly reason: DeliveryReason;
  readonly answer: string;
}

/** What one try came to, with what it belongs to. */
interface Ended {
  readonly row: DueDelivery;
  readonly number: number;
  readonly result: TryResult;
}

/**
 * Delivers everything whose turn it is on one channel, then says when to look again.
 *
 * The order on disk is what makes it safe: the intent of a row is committed before its one irreversible call begins, its outcome
 * after. Intents and outcomes of several rows share commits, so that the truth costs little; each row's own order stays. At most
 * `sender.window` rows are intended at a time: so many a crash can leave *perlu dicek* where the channel cannot be asked.
 *
 * Refuses with `disk_full` where what comes next could not be made or written down: nothing is lost, run it again when there is room;
 * with `folder_unusable` where the channel does not say what became of earlier tries: nothing is begun then.
 * An outcome that cannot be written down whatever one does is left open, and the channel is held (`not_written`): the next run sets
 * such tries aside as it does after a crash.
 */
export async function deliverChannel(
  ports: Ports,
  kind: ChannelKind,
  sender: Sender<unknown>,
  control: RunControl,
): Promise<Outcome<undefined>> {
  const left = await settleLeft(ports, kind, sender, control);
  if (!left.ok) return left;
  let unkept: Outcome<undefined> | null = null;
  for (;;) {
    if (control.stopping()) break;
    const next = await ports.read(async (stores) => {
      if ((await stores.deliveries.channel(kind)).pausedAt !== null) return null;
      const [first] = await stores.deliveries.due(kind, stamp(ports.clock.now()), 1);
      if (first === undefined) return null;
      // what was withdrawn while it waited does not go out any more
      const withdrawn = (await stores.releases.get(first.releaseId))?.state === 'withdrawn';
      const superseded = (await newerThan(stores, first)) !== null;
      return {
        first,
        superseded,
        frozen: withdrawn || superseded ? null : await stores.releases.frozen(first.releaseId, first.version),
      };
    });
    if (next === null) break;
    if (next.superseded) {
      const kept = await giveUp(ports, kind, next.first, 'superseded', '');
      if (!kept.ok) {
        unkept = kept;
        break;
      }
      continue;
    }
    const prepared = next.frozen === null ? null : await sender.prepare(next.frozen);
    if (prepared === null || !prepared.ok) {
      const code = prepared === null ? 'not_approved' : prepared.refusal.code;
      // no fault of the rows: they wait for room
      if (prepared?.ok === false && code === 'disk_full') {
        unkept = prepared;
        break;
      }
      const kept =
        code === 'vault_locked' || code === 'exiftool_missing'
          ? await hold(ports, kind, code)
          : await giveUp(ports, kind, next.first, whyNot(code), code);
      if (!kept.ok) {
        unkept = kept;
        break;
      }
      continue;
    }
    const went = await deliverVersion(ports, kind, sender, prepared.value, next.first, control);
    if (went === 'unwritten') {
      const kept = await hold(ports, kind, 'not_written');
      if (!kept.ok) unkept = kept;
    }
    if (went !== 'all') break;
  }
  const open = await ports.read((stores) => stores.deliveries.openIntents());
  await sender.rest?.(open.every(({ delivery }) => delivery.channel !== kind));
  return unkept ?? planNext(ports, kind);
}

/** Before anything is begun nothing of this channel is under way: what is still `intended` was left by an earlier run or core. */
async function settleLeft(
  ports: Ports,
  kind: ChannelKind,
  sender: Sender<unknown>,
  control: RunControl,
): Promise<Outcome<undefined>> {
  const all = await ports.read((stores) => stores.deliveries.openIntents());
  const open = all.filter(({ delivery }) => delivery.channel === kind);
  if (open.length === 0) return done(undefined);
  const closings = await endsOf(open, sender, control.pause(ANSWER_MS));
  if (closings.length < open.length) return refused('folder_unusable', { reason: 'no_answer' });
  return ports.write((stores) => keepEnds(stores, open, closings, stamp(ports.clock.now())));
}

/**
 * Delivers the rows of one release version. The run must end when the channel itself is in trouble (`closed`), or when outcomes cannot
 * be written down for a cause that does not pass (`unwritten`: their intents stay open, nothing is under way any more).
 */
async function deliverVersion<P>(
  ports: Ports,
  kind: ChannelKind,
  sender: Sender<P>,
  prepared: P,
  of: Version,
  control: RunControl,
): Promise<'all' | 'closed' | 'unwritten'> {
  const window = Math.max(1, sender.window(prepared));
  // half the window gives a commit enough to share; the connections still have the other half to work on
  const enough = Math.ceil(window / 2);
  let ended: Ended[] = [];
  let flying = 0;
  let closed: Closed | null = null;
  let look = () => {};

  const begin = async ({ row, intent }: Begun): Promise<void> => {
    flying += 1;
    const result = await sender
      .deliver(prepared, row, intent.reference)
      // a bug in an adapter: how far it came cannot be known
      .catch((error: unknown): TryResult => ({ kind: 'unknown', reason: 'interrupted', answer: String(error) }));
    flying -= 1;
    ended.push({ row, number: intent.number, result });
    look();
  };

  for (;;) {
    const room = closed === null && !control.stopping() ? window - flying : 0;
    const batch = ended;
    ended = [];
    const atStake = batch.length > 0 || flying > 0;
    const before: Closed | null = closed;
    let told = false;
    let broken = 0;
    const write = (): ReturnType<typeof commit> =>
      commit(ports, kind, sender, batch, room, of, before).catch((error: unknown) => {
        if (!atStake) throw error;
        if (!told) control.failed?.(error);
        told = true;
        if (!PASSES.test(String((error as { code?: unknown } | null)?.code))) broken += 1;
        return null;
      });
    let step = await write();
    while (step === null) {
      if (broken >= WRITE_TRIES) {
        // what is under way is waited for: set aside while it goes out, it would be asked about too early
        if (flying > 0) await new Promise<void>((resolve) => (look = () => flying === 0 && resolve()));
        return 'unwritten';
      }
      // what the other side has answered must not be lost, so nothing goes on until it can be written down
      if (control.stopping()) throw new Error('stopped while nothing could be written');
      await control.pause(WRITE_AGAIN_MS);
      step = await write();
    }
    closed = step.closed;
    for (const one of step.begun) void begin(one);
    if (flying === 0 && ended.length === 0) return closed === null ? 'all' : 'closed';

    await new Promise<void>((resolve) => {
      let waiting = false;
      look = () => {
        if (flying === 0 || ended.length >= enough) {
          resolve();
        } else if (ended.length > 0 && !waiting) {
          waiting = true;
          void control.pause(GROUPING_MS).then(resolve);
        }
      };
      look();
    });
  }
}

/** One commit: the outcomes that are in, the health of the channel, and the intents of the rows that go next. Null: not now, the disk is full. */
async function commit(
  ports: Ports,
  kind: ChannelKind,
  sender: Pick<Sender<unknown>, 'reference'>,
  batch: readonly Ended[],
  room: number,
  of: Version,
  before: Closed | null,
): Promise<{ begun: Begun[]; closed: Closed | null } | null> {
  if (batch.length === 0 && room <= 0) return { begun: [], closed: before };
  const outcome = await ports.write(async (stores) => {
    const now = ports.clock.now();
    const at = stamp(now);
    const touched = new Set<Id>();
    let health = await stores.deliveries.channel(kind);
    let closed = before;

    for (const { row, result } of batch) {
      touched.add(row.releaseId);
      if (result.kind === 'released' || result.kind === 'channel_down') continue;
      health = countTry(health, result.kind !== 'sent', result.answer, at);
    }
    if (batch.length > 0) {
      await stores.deliveries.close(
        batch.map(({ row, number, result }) => settleTry(row, number, result, now)),
        at,
      );
    }
    const down = batch.map((one) => one.result).find((result) => result.kind === 'channel_down');
    if (down !== undefined && closed === null) {
      // however many rows met it, the channel failed once
      health = countTry(health, true, down.answer, at);
      if (down.fatal && health.pausedAt === null) {
        health = { ...health, pausedAt: at, pausedBecause: down.because ?? 'login', pausedWords: down.answer };
      }
      const until = nextTry(now, health.consecutive, `${kind}.${health.consecutive}`);
      closed = { until: health.pausedAt === null ? until : null, reason: down.reason, answer: down.answer };
    }
    if (health.pausedAt !== null && closed?.until !== null) closed = { until: null, reason: 'interrupted', answer: '' };
    if (closed !== null && closed.until !== null) {
      const { until, reason, answer } = closed;
      for (const id of await stores.deliveries.postpone(kind, until, reason, answer, at)) touched.add(id);
    }
    if (health.pausedAt === at) {
      await stores.audit.append({
        caller: 'system',
        act: 'distribution.pause',
        subject: { kind: 'channel', id: kind },
        details: { because: health.pausedBecause, words: health.pausedWords },
      });
      stores.happen({ kind: 'channels.changed' });
    }
    if (batch.length > 0) await stores.deliveries.setChannel(health);

    const begun: Begun[] = [];
    // asked in the same transaction: a version that is approved while this one goes out stops the rest of it
    if (closed === null && room > 0 && (await newerThan(stores, of)) === null) {
      for (const row of await stores.deliveries.due(kind, at, room, of)) {
        const number = row.attempts + 1;
        begun.push({ row, intent: { deliveryId: row.id, number, reference: sender.reference(row, number) } });
        touched.add(row.releaseId);
      }
      const intents = begun.map(({ intent }) => intent);
      if (intents.length > 0) await stores.deliveries.intend(intents, at);
    }
    for (const releaseId of touched) stores.happen({ kind: 'delivery.changed', releaseId });
    return done({ begun, closed });
  });
  if (!outcome.ok && outcome.refusal.code !== 'disk_full') throw new Error('the ledger refuses nothing');
  return outcome.ok ? outcome.value : null;
}

/** The newest approved version of the release when it is newer than this one, else null. */
export async function newerThan(
  stores: { readonly releases: Pick<ReadStores['releases'], 'newestVersion'> },
  of: Version,
): Promise<number | null> {
  const newest = await stores.releases.newestVersion(of.releaseId);
  return newest !== null && newest > of.version ? newest : null;
}

function whyNot(code: string): DeliveryReason {
  return code === 'account_missing'
    ? 'account_missing'
    : code === 'message_too_large'
      ? 'too_large'
      : 'preparing_failed';
}

/**
 * What cannot or must not be sent is left to a person, and nothing has left. A refusal must end the run: else the same rows would be
 * due again at once, and for ever.
 */
async function giveUp(
  ports: Ports,
  kind: ChannelKind,
  of: Version,
  reason: DeliveryReason,
  answer: string,
): Promise<Outcome<undefined>> {
  return ports.write(async (stores) => {
    const at = stamp(ports.clock.now());
    const rows = await stores.deliveries.due(kind, at, 10_000, of);
    await stores.deliveries.set(
      rows.map((row) => row.id),
      { state: 'not_sent', reason, answer, nextTryAt: null },
      at,
    );
    stores.happen({ kind: 'delivery.changed', releaseId: of.releaseId });
    return done(undefined);
  });
}

/** Holds the channel for what only a person can mend; the rows wait. */
async function hold(
  ports: Ports,
  kind: ChannelKind,
  because: 'vault_locked' | 'exiftool_missing' | 'not_written',
): Promise<Outcome<undefined>> {
  return ports.write(async (stores) => {
    const at = stamp(ports.clock.now());
    const record = await stores.deliveries.channel(kind);
    await stores.deliveries.setChannel({ ...record, pausedAt: at, pausedBecause: because, pausedWords: '' });
    await stores.audit.append({
      caller: 'system',
      act: 'distribution.pause',
      subject: { kind: 'channel', id: kind },
      details: { because },
    });
    stores.happen({ kind: 'channels.changed' });
    return done(undefined);
  });
}

/** Queues the next look, or lets the channel rest when nothing waits. */
async function planNext(ports: Ports, kind: ChannelKind): Promise<Outcome<undefined>> {
  return ports.write(async (stores) => {
    const health = await stores.deliveries.channel(kind);
    // a commit that broke after it was made left tries that nobody began
    if ((await stores.deliveries.openIntents()).some(({ delivery }) => delivery.channel === kind)) {
      const soon = stamp(ports.clock.now().add({ minutes: LOOK_AGAIN_MINUTES }));
      await stores.jobs.add({ kind: deliverJob(kind), key: soon, data: null, notBefore: soon });
    }
    if (health.pausedAt !== null) return done(undefined);
    const notBefore = await stores.deliveries.nextTry(kind);
    if (notBefore !== null) {
      await stores.jobs.add({ kind: deliverJob(kind), key: notBefore, data: null, notBefore });
    } else if (health.tried > 0 && (await stores.deliveries.waiting(kind)) === 0) {
      await stores.deliveries.setChannel(idle(health));
    }
    return done(undefined);
  });
}

/** Milliseconds always: texts of instants are compared in the database. */
export function stamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}
