import type { AgendaFolder, FolderState, FolderWriting } from '../../../contract/agenda-out.ts';
import type { Id } from '../../../contract/basics.ts';
import { may } from '../../access.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import type { Stores } from '../../stores.ts';

/** Kind of the job that writes when the hour has come, or something changed. */
export const WRITE_AGENDA_FOLDER = 'write-agenda-folder';

/** What the job is told. */
export interface FolderWork {
  /** Version of the settings whose hour it waits for; null for a look because something changed. */
  readonly version: number | null;
}

/** The setting `agenda-folder`. */
export interface KeptFolder extends AgendaFolder {
  readonly version: number;
  /** Tells our mark in the folder from another office's. */
  readonly ownerId: Id;
  readonly formerly: readonly string[];
  /** These data were restored: the office they came from may still write there. */
  readonly held: boolean;
  /** RFC 3339: since when it is on as it is; an evening before that is not made up for. */
  readonly since: string;
}

/** The setting `agenda-folder-written`. */
export interface KeptWriting {
  readonly written: FolderWriting | null;
  readonly failed: FolderWriting | null;
  /** Day -> what its sheets were made of, and whose lie there. Of yesterday and later. */
  readonly days: Readonly<Record<string, { readonly print: string; readonly leaderIds: readonly Id[] }>>;
}

export const nothingWritten: KeptWriting = { written: null, failed: null, days: {} };

const first: AgendaFolder = { on: false, folder: '', clock: '17:00', files: [{ edition: 'internal', per: 'all' }] };

export async function keptFolder(stores: Pick<ReadStores, 'office'>): Promise<KeptFolder | null> {
  return (await stores.office.setting('agenda-folder')) as KeptFolder | null;
}

export async function keptWriting(stores: Pick<ReadStores, 'office'>): Promise<KeptWriting> {
  return ((await stores.office.setting('agenda-folder-written')) as KeptWriting | null) ?? nothingWritten;
}

/** How the folder stands. Its path is said to who sets it up; the others hear whether it works. */
export async function readFolder(ports: Pick<Newsroom, 'read'>, caller: Caller): Promise<Outcome<FolderState>> {
  return done(await ports.read((stores) => stateOf(stores, caller)));
}

async function stateOf(stores: Pick<ReadStores, 'office'>, caller: Caller): Promise<FolderState> {
  const kept = await keptFolder(stores);
  const { written, failed } = await keptWriting(stores);
  const { on, folder, clock, files } = kept ?? first;
  const may_ = may(caller, 'channels.manage');
  return {
    settings: { on, folder: may_ ? folder : '', clock, files },
    version: kept?.version ?? 0,
    written,
    failed: failed && !may_ ? { ...failed, refusal: failed.refusal && withoutPlace(failed.refusal) } : failed,
    held: kept?.held ?? false,
  };
}

function withoutPlace(refusal: NonNullable<FolderWriting['refusal']>): NonNullable<FolderWriting['refusal']> {
  const { folder: _, ...params } = refusal.params;
  return { ...refusal, params };
}

/** Looks at a folder before it is chosen. */
export async function checkFolder(
  ports: Pick<Newsroom, 'read' | 'sheetFolder'>,
  folder: string,
): Promise<Outcome<{ state: 'free' | 'ours' }>> {
  const kept = await ports.read(keptFolder);
  return ports.sheetFolder.inspect(folder, kept?.ownerId ?? '', kept?.formerly ?? []);
}

/**
 * Keeps where, when and what is written. Turned on, the folder gets our mark and is looked at once. Refuses:
 * `agenda_folder_unusable` (see the port), `changed_meanwhile`.
 */
export async function changeFolder(
  ports: Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock' | 'sheetFolder'>,
  caller: Caller,
  input: AgendaFolder & { version: number; takeOver: boolean },
): Promise<Outcome<FolderState>> {
  const before = await ports.read(keptFolder);
  if ((before?.version ?? 0) !== input.version) return refused('changed_meanwhile');
  const ownerId = before?.ownerId ?? ports.ids.next();
  const formerly = before?.formerly ?? [];
  if (input.on) {
    const marked = await ports.sheetFolder.mark(input.folder, ownerId, formerly, input.takeOver);
    if (!marked.ok) return marked;
  }
  const { version, takeOver: _, ...settings } = input;
  return ports.write(async (stores) => {
    const now = await keptFolder(stores);
    if ((now?.version ?? 0) !== version) return refused('changed_meanwhile');
    const next: KeptFolder = {
      ...settings,
      version: version + 1,
      ownerId,
      formerly,
      // whoever puts the mark of these data there has decided which copy writes
      held: settings.on ? false : (now?.held ?? false),
      since: now?.on ? now.since : ports.clock.now().toString(),
    };
    await stores.office.setSetting('agenda-folder', next);
    // what lies in another folder, or is to be another file, is written anew
    const writing = await keptWriting(stores);
    await stores.office.setSetting('agenda-folder-written', {
      ...writing,
      failed: null,
      days: {},
    } satisfies KeptWriting);
    if (next.on) await queueFolder(stores, next.version);
    await stores.audit.append({
      caller,
      act: 'agenda.folder-change',
      subject: { kind: 'channel', id: 'agenda-folder' },
      details: { on: next.on, folder: next.folder, clock: next.clock, files: next.files },
    });
    stores.happen({ kind: 'agenda.changed', eventIds: [] });
    return done(await stateOf(stores, caller));
  });
}

/** The job that waits for the hour; it stays one per version of the settings, also when it is asked for twice. */
export async function queueFolder(stores: Pick<Stores, 'jobs'>, version: number): Promise<void> {
  await stores.jobs.add({ kind: WRITE_AGENDA_FOLDER, key: `hour ${version}`, data: { version } satisfies FolderWork });
}

/** Something that may stand on a sheet has changed: look again, if there is a folder at all. */
export async function agendaMayDiffer(ports: Pick<Newsroom, 'read' | 'write'>): Promise<void> {
  const kept = await ports.read(keptFolder);
  if (kept === null || !kept.on || kept.held) return;
  await ports.write(async (stores) => {
    await stores.jobs.add({ kind: WRITE_AGENDA_FOLDER, key: 'changed', data: { version: null } satisfies FolderWork });
    return done(undefined);
  });
}

/** After a restore: the office the backup was made of may still write there, so these data are another owner until a person says so. */
export async function holdFolder(ports: Pick<Newsroom, 'ids'>, stores: Pick<Stores, 'office'>): Promise<void> {
  const kept = await keptFolder(stores);
  if (kept === null) return;
  const held: KeptFolder = {
    ...kept,
    held: kept.on,
    version: kept.version + 1,
    ownerId: ports.ids.next(),
    formerly: [...kept.formerly, kept.ownerId],
  };
  await stores.office.setSetting('agenda-folder', held);
}
