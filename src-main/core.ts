import path from 'node:path';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { auditAnchor } from './adapters/audit-anchor/audit-anchor.ts';
import { backups } from './adapters/backup/backups.ts';
import { restoreBackup } from './adapters/backup/restore.ts';
import { passwords } from './adapters/credentials/passwords.ts';
import { tokens } from './adapters/credentials/tokens.ts';
import { emptySampleFolder, inTheWayOfTheSample } from './adapters/data-folder/empty-sample-folder.ts';
import { holdDataFolder } from './adapters/data-folder/hold-data-folder.ts';
import { NewerDatabase } from './adapters/database/migrate.ts';
import { migrations } from './adapters/database/migrations/index.ts';
import { type OpenDatabase, openDatabase } from './adapters/database/open-database.ts';
import { documentChild, documentReader } from './adapters/documents/documents.ts';
import { dataFiles } from './adapters/files/files.ts';
import { safeFileName } from './adapters/files/safe-name.ts';
import { holidayCalendar } from './adapters/holidays/holiday-calendar.ts';
import { imageChild, imageWorker } from './adapters/images/images.ts';
import { createKits } from './adapters/kit/kit.ts';
import { photoMetadata } from './adapters/metadata/metadata.ts';
import { createPapers, paperWorker } from './adapters/paper/papers.ts';
import { resourceFolder } from './adapters/resources/resource-folder.ts';
import { sheetFolder } from './adapters/sheet-folder/sheet-folder.ts';
import { createSite } from './adapters/site/site.ts';
import { sinkMailer } from './adapters/smtp/sink-mailer.ts';
import { smtpMailer } from './adapters/smtp/smtp-mailer.ts';
import { afterQuiet } from './adapters/time/after-quiet.ts';
import { systemClock, ulidIds } from './adapters/time/clock.ts';
import { openVault } from './adapters/vault/vault.ts';
import type { Happening } from './contract/happenings.ts';
import type { Refusal } from './contract/refusals.ts';
import { sendersOf } from './jobs/deliver.ts';
import { jobKinds } from './jobs/job-list.ts';
import { createRunner, type Runner } from './jobs/runner.ts';
import { startHolidays } from './newsroom/agenda/holidays.ts';
import { agendaMayDiffer } from './newsroom/agenda/outgoing/evening-folder.ts';
import { anchorAudit } from './newsroom/audit.ts';
import type { Caller } from './newsroom/caller.ts';
import { fillDemoOffice } from './newsroom/demo/fill-demo-office.ts';
import { SAMPLE_FILLING, SAMPLE_OFFICE } from './newsroom/demo/sample.ts';
import { holdRestored } from './newsroom/distribution/hold-restored.ts';
import type { Mailer } from './newsroom/distribution/mailer.ts';
import { recoverDeliveries } from './newsroom/distribution/recover-deliveries.ts';
import { siteAgendaMayDiffer } from './newsroom/distribution/site-agenda.ts';
import type { Newsroom } from './newsroom/newsroom.ts';
import { startReminders } from './newsroom/notices/start-reminders.ts';
import type { Outcome } from './newsroom/outcome.ts';
import { type AddressTries, addressTries } from './newsroom/people/address-tries.ts';
import { callerOf } from './newsroom/people/sessions.ts';
import { deliveryCopies } from './newsroom/photos/make-delivery-copy.ts';
import { sweepImports } from './newsroom/photos/sweep-imports.ts';
import type { Clock } from './newsroom/ports.ts';
import { subscribedCalendar } from './procedures/agenda-out.ts';
import { bugReport } from './procedures/bug-report.ts';
import { proceduresOf } from './procedures/index.ts';
import type { RawHandlers } from './procedures/raw.ts';
import { rawHandlersOf } from './procedures/raw-handlers.ts';

/** The agenda must have been quiet for so long before its sheets are looked at again, and is looked at after so long at the latest. */
const FOLDER_QUIET_MS = 20_000;
const FOLDER_LATEST_MS = 120_000;
/** So often the end of the audit trail is kept outside of the database. */
const ANCHOR_EVERY_MS = 10_000;
/** What could not be written at start is written again after so long. */
const START_AGAIN_MS = 2_000;
/** A channel is asked so long at the start what became of tries without an end. */
const ANSWER_MS = 5_000;

export interface CoreOptions {
  readonly dataFolder: string;
  /** Sample office whose mail goes to a sink inside the program. */
  readonly demo: boolean;
  /** The vault's data key where the window keeps it in the system's key store. */
  readonly dataKey: Uint8Array | null;
  /** Asked at the first start from who does not sit at this computer. */
  readonly setupCode: string;
  /** Tests hand over one they move by hand. */
  readonly clock?: Clock;
  /** Where the bundled image child lies; the default is beside this file. */
  readonly imageChild?: string;
  /** Where the bundled document child lies; the default is beside this file. */
  readonly documentChild?: string;
  /** Where the bundled paper worker lies; the default is beside this file. */
  readonly paperWorker?: string;
  /** Tests hand over one that trusts their own certificates and waits less long. */
  readonly mailer?: Mailer;
  /** Told in one line of what no page is told: a slow transaction, a job that threw. Never of contents or secrets. */
  readonly log?: (line: string) => void;
}

/** A core that has its data folder. The door (server/door.ts) makes an answer to requests out of it. */
export interface Core {
  readonly newsroom: Newsroom;
  readonly procedures: ReturnType<typeof proceduresOf>;
  readonly raw: RawHandlers;
  readonly runner: Runner;
  readonly database: OpenDatabase;
  /** Who holds this session token now, or null. */
  callerOf(token: string): Promise<Caller | null>;
  /** The calendar behind an address somebody made, as iCalendar; refuses `not_found`. */
  subscribedCalendar(token: string): Promise<Outcome<Uint8Array>>;
  /** How often one network may still ask for calendars; counted apart from signing in, which phones with an old address must not stop. */
  readonly calendarTries: AddressTries;
  /** Tells every page; what the stores tell goes the same way. */
  tell(happening: Happening): void;
  /** Every happening after its commit; gives the way to stop listening. */
  onHappening(listener: (happening: Happening) => void): () => void;
  /** Start-up sweeps, then the jobs. */
  start(): Promise<void>;
  /** Ends once; who calls again waits for the same end. */
  stop(): Promise<void>;
}

/** Why a core does not start; the sentences are in server/start-refusal.ts. */
export type StartProblem = {
  readonly code:
    | 'folder_in_use'
    | 'folder_on_network'
    | 'folder_read_only'
    | 'database_newer'
    | 'database_broken'
    | 'not_the_sample'
    | 'folder_not_empty';
  readonly params: Readonly<Record<string, string>>;
};

/** Takes the data folder, opens what is in it, and builds everything. The only place that knows every part. */
export async function openCore(
  options: CoreOptions,
): Promise<{ readonly ok: true; readonly core: Core } | { readonly ok: false; readonly refusal: StartProblem }> {
  const log = options.log ?? (() => {});
  const inTheWay = options.demo ? inTheWayOfTheSample(options.dataFolder) : [];
  if (inTheWay.length > 0) {
    const params = { folder: options.dataFolder, detail: inTheWay.join(', ') };
    return { ok: false, refusal: { code: 'folder_not_empty', params } };
  }
  const held = holdDataFolder(options.dataFolder);
  if (!held.ok) {
    return held;
  }
  const folder = held.folder.path;
  const clock = options.clock ?? systemClock();
  const ids = ulidIds(clock);

  const listeners = new Set<(happening: Happening) => void>();
  const tell = (happening: Happening) => {
    for (const listener of listeners) {
      listener(happening);
    }
  };
  let runner: Runner | undefined;
  let database: OpenDatabase;
  try {
    database = openDatabase({
      file: path.join(folder, 'kulkul.db'),
      clock,
      ids,
      happen: tell,
      slow: (milliseconds) => log(`transaction held ${Math.round(milliseconds)} ms`),
    });
  } catch (error) {
    held.folder.release();
    const detail = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      refusal: {
        code: error instanceof NewerDatabase ? 'database_newer' : 'database_broken',
        params: { folder, detail },
      },
    };
  }

  // a real office opened as the sample would let everybody in without a password and call mails sent that never left; the sample
  // opened as a real office would send its mails to the net
  const office = await database.read(async (stores) => ({
    started: (await stores.office.get()) !== null,
    sample: await stores.office.setting(SAMPLE_OFFICE),
  }));
  if (office.sample === SAMPLE_FILLING) {
    // killed while it was being filled: nobody has seen it yet, so it is begun again
    await database.close();
    emptySampleFolder(folder);
    held.folder.release();
    log('the sample office was only half filled; it is filled again');
    return openCore({ ...options, demo: true });
  }
  if (options.demo && office.started && !office.sample) {
    await database.close();
    held.folder.release();
    return { ok: false, refusal: { code: 'not_the_sample', params: { folder } } };
  }
  const demo = options.demo || office.sample === true;

  const vault = openVault(folder, options.dataKey);
  const files = dataFiles(folder);
  const images = imageWorker({ childPath: options.imageChild ?? imageChild(import.meta.url) });
  const documents = documentReader({ childPath: options.documentChild ?? documentChild(import.meta.url) });
  const metadata = photoMetadata();
  const papers = createPapers({
    workerPath: options.paperWorker ?? paperWorker(import.meta.url),
    fonts: resourceFolder(import.meta.dirname, 'paper'),
    safeName: safeFileName,
  });
  const newsroom: Newsroom = {
    read: database.read,
    write: async (work) => {
      const outcome = await database.write(work);
      // a commit may have queued work
      runner?.wake();
      return outcome;
    },
    clock,
    ids,
    passwords: passwords(),
    tokens: tokens(),
    turn: () => turn(),
    addressTries: addressTries(clock),
    vault,
    auditAnchor: auditAnchor(folder, vault),
    backups: backups({ dataFolder: folder, database: database.handle, clock }),
    files,
    images,
    documents,
    readings: new Map(),
    photoMetadata: metadata,
    deliveryCopies: deliveryCopies({ read: database.read, files, images, photoMetadata: metadata }),
    mailer: demo
      ? sinkMailer({ write: database.write, ids })
      : (options.mailer ?? smtpMailer({ departures: path.join(folder, 'surel-berangkat.log') })),
    site: createSite(resourceFolder(import.meta.dirname, 'site')),
    holidayCalendar: holidayCalendar(),
    kits: createKits(path.join(folder, 'Siap Bagikan')),
    papers,
    sheetFolder: sheetFolder(folder),
    demo,
    setupCode: options.setupCode,
  };
  if (demo) {
    await fillDemoOffice(newsroom, {
      pictures: resourceFolder(import.meta.dirname, 'demo'),
      site: path.join(folder, 'Situs'),
    });
  }
  runner = createRunner(newsroom, jobKinds, (kind, error) => log(bugReport(`job ${kind}`, error)));
  const jobs = runner;
  // the sheets in the folder follow what changed, a little later: one change seldom comes alone
  const sheetsDiffer = afterQuiet(FOLDER_QUIET_MS, FOLDER_LATEST_MS, () => {
    agendaMayDiffer(newsroom).catch((error: unknown) => log(bugReport('the folder of the agenda', error)));
    siteAgendaMayDiffer(newsroom).catch((error: unknown) => log(bugReport('the agenda of the site', error)));
  });
  listeners.add((happening) => {
    const named = happening.kind === 'agenda.changed' && happening.eventIds.length > 0;
    if (named || happening.kind === 'register.changed' || happening.kind === 'office.changed') sheetsDiffer.poke();
  });

  let anchoring: NodeJS.Timeout | undefined;
  // the kept end of which it was said: after the admin took note of a cut, another one is kept
  let cutSaid: string | null = null;
  // a locked vault or a full disk must not stop the work; the next round tries again
  const anchor = async () => {
    try {
      const state = await anchorAudit(newsroom);
      if (state === 'same') cutSaid = null;
      if (state !== 'other') return;
      const kept = JSON.stringify(newsroom.auditAnchor.read());
      if (kept === cutSaid) return;
      cutSaid = kept;
      log(
        'audit anchor: the audit trail does not end as it was kept outside of the database; the kept end stays as it is',
      );
    } catch (error) {
      log(`audit anchor: ${String(error)}`);
    }
  };

  const ending = new AbortController();
  let beginning: Promise<void> = Promise.resolve();
  let waitsForRoom: (() => void) | undefined;
  let said = false;
  const again = async ({ code }: Refusal): Promise<boolean> => {
    if (!said) log(`start: what the last core left cannot be written (${code}); tried again until there is room`);
    said = true;
    waitsForRoom?.();
    await pause(START_AGAIN_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {}); // ended meanwhile
    return !ending.signal.aborted;
  };

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    clearInterval(anchoring);
    sheetsDiffer.stop();
    ending.abort();
    await beginning.catch(() => {}); // told to who called start
    const ended = jobs.stop();
    // not waited for one after the other: a picture in the middle of its decoding would hold up the jobs
    await documents.stop();
    await images.stop();
    await papers.stop();
    await ended;
    await metadata.stop();
    await anchor();
    await database.close();
    held.folder.release();
  };

  const core: Core = {
    newsroom,
    procedures: proceduresOf(newsroom),
    raw: rawHandlersOf(newsroom),
    runner: jobs,
    database,
    callerOf: (token) => callerOf(newsroom, token),
    subscribedCalendar: (token) => subscribedCalendar(newsroom, token),
    calendarTries: addressTries(clock),
    tell,
    onHappening(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      beginning = (async () => {
        if (!(await holdRestored(newsroom, again))) return;
        await sweepImports(newsroom, again, (error) => log(bugReport('an unfinished import', error)));
        await recoverDeliveries(newsroom, sendersOf(newsroom), again, () =>
          pause(ANSWER_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {}),
        );
        await startReminders(newsroom, again);
        await startHolidays(newsroom, again);
        await jobs.start(again);
        // what changed just before the last core ended was perhaps not looked at any more
        sheetsDiffer.poke();
      })();
      beginning.catch((error: unknown) => said && log(bugReport('start', error)));
      // on a full disk people read meanwhile; the work begins when there is room
      await Promise.race([beginning, new Promise<void>((resolve) => (waitsForRoom = resolve))]);
      anchoring = setInterval(anchor, ANCHOR_EVERY_MS);
      void anchor();
      anchoring.unref();
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
  return { ok: true, core };
}

/** Restores a backup into an empty folder; no core may be open on it. */
export function restore(from: string, into: string) {
  return restoreBackup(from, into, migrations.at(-1)?.number ?? 0);
}
