import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../../contract/agenda-nouns.ts';
import type { FolderWriting } from '../../../contract/agenda-out.ts';
import type { Id, Language } from '../../../contract/basics.ts';
import type { Office } from '../../../contract/office-nouns.ts';
import type { Official } from '../../../contract/register.ts';
import { inTurn } from '../../in-turn.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { allEvents } from '../all-events.ts';
import type { SheetChoice } from './day-sheet.ts';
import { type KeptFolder, type KeptWriting, keptFolder, keptWriting } from './evening-folder.ts';
import type { FolderFile } from './folder-port.ts';
import { makeSheet } from './make-sheet.ts';
import { type SheetNameWords, sheetName } from './sheet-name.ts';

type Ports = Pick<Newsroom, 'read' | 'turn' | 'write' | 'clock' | 'files' | 'papers' | 'sheetFolder' | 'tokens'>;

/** Names of files, in the office's language. */
export type NameWords = Readonly<Record<Language, SheetNameWords>>;

/**
 * Writes the sheets that are due and not as they should be: from the hour on those of tomorrow, and through the day those of today, so
 * that a change of 05.30 is in the folder too, and a night in which the computer slept is made up for. What has not changed is left
 * alone. What came of it is kept, for the settings and Beranda.
 * @param now write tomorrow's whatever the hour, also when it lies there: a person asked
 * @returns what was written, or why not; null when nothing was due
 */
export function writeFolder(ports: Ports, names: NameWords, now = false): Promise<Outcome<FolderWriting | null>> {
  return inTurn('agenda folder', async () => {
    const kept = await ports.read(keptFolder);
    if (kept === null || !kept.on) return now ? refused('agenda_folder_unusable', { reason: 'missing' }) : done(null);
    let last: FolderWriting | null = null;
    for (const day of await dueDays(ports, kept, now)) {
      const outcome = await writeDay(ports, names, kept, day, now);
      if (!outcome.ok) return outcome;
      last = outcome.value ?? last;
    }
    return done(last);
  });
}

/** When the hour comes next: RFC 3339, after now. */
export async function nextHour(ports: Pick<Newsroom, 'read' | 'clock'>, clock: string): Promise<string> {
  const zone = (await ports.read((stores) => stores.office.get()))?.zone ?? 'Asia/Jakarta';
  const now = ports.clock.now().toZonedDateTimeISO(zone);
  const today = now.withPlainTime(Temporal.PlainTime.from(clock));
  const next = Temporal.ZonedDateTime.compare(today, now) > 0 ? today : today.add({ days: 1 });
  return next.toInstant().toString({ fractionalSecondDigits: 3 });
}

async function dueDays(ports: Ports, kept: KeptFolder, now: boolean): Promise<string[]> {
  const zone = (await ports.read((stores) => stores.office.get()))?.zone ?? 'Asia/Jakarta';
  const at = ports.clock.now().toZonedDateTimeISO(zone);
  const hour = at.withPlainTime(Temporal.PlainTime.from(kept.clock));
  const days: string[] = [];
  // yesterday's evening, when it was on by then
  const since = Temporal.Instant.from(kept.since);
  if (Temporal.Instant.compare(since, hour.subtract({ days: 1 }).toInstant()) <= 0)
    days.push(at.toPlainDate().toString());
  const tomorrow = at.toPlainDate().add({ days: 1 }).toString();
  const lies = (await ports.read(keptWriting)).days[tomorrow] !== undefined;
  // one that was asked for before the hour is kept up to date as well
  if (now || lies || Temporal.ZonedDateTime.compare(at, hour) >= 0) days.push(tomorrow);
  return days;
}

async function writeDay(
  ports: Ports,
  names: NameWords,
  kept: KeptFolder,
  day: string,
  now: boolean,
): Promise<Outcome<FolderWriting | null>> {
  const found = await ports.read(async (stores) => ({
    office: await stores.office.get(),
    officials: await stores.officials.all(),
    before: (await keptWriting(stores)).days[day],
  }));
  const { office } = found;
  if (office === null) return done(null);
  const events = await allEvents(ports, { from: day, to: day });
  const print = ports.tokens.hash(printOf(events, found.officials, office, kept));
  if (!now && found.before?.print === print) return done(null);
  const leaderIds = leadersOf(events, found.officials, found.before?.leaderIds ?? []);
  const made = kept.held
    ? refused('agenda_folder_unusable', { folder: kept.folder, reason: 'restored' })
    : await writeFiles(ports, names, kept, day, office, leaderIds);
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const writing: FolderWriting = {
    day,
    at,
    files: made.ok ? made.value : [],
    refusal: made.ok ? null : { ...made.refusal },
  };
  const noted = await ports.write(async (stores) => {
    // settings that changed meanwhile have their own job, which writes anew
    if ((await keptFolder(stores))?.version !== kept.version) return done(undefined);
    const last = await keptWriting(stores);
    const yesterday = Temporal.PlainDate.from(day).subtract({ days: 2 }).toString();
    const days = Object.fromEntries(Object.entries(last.days).filter(([one]) => one > yesterday));
    const next: KeptWriting = made.ok
      ? { written: writing, failed: null, days: { ...days, [day]: { print, leaderIds } } }
      : { ...last, failed: writing };
    await stores.office.setSetting('agenda-folder-written', next);
    if (made.ok || last.failed?.refusal?.code !== made.refusal.code || last.failed.day !== day) {
      // nobody's event changed, only how the folder stands
      stores.happen({ kind: 'agenda.changed', eventIds: [] });
    }
    return done(undefined);
  });
  if (!made.ok) return made;
  return noted.ok ? done(writing) : noted;
}

async function writeFiles(
  ports: Ports,
  names: NameWords,
  kept: KeptFolder,
  day: string,
  office: Office,
  leaderIds: readonly Id[],
): Promise<Outcome<string[]>> {
  const files: FolderFile[] = [];
  for (const { edition, per } of kept.files) {
    const common = { from: day, to: day, edition, language: office.language } as const;
    const choices: SheetChoice[] =
      per === 'each'
        ? leaderIds.map((leaderId) => ({ ...common, arrangement: 'list', leaderId }))
        : [{ ...common, arrangement: per === 'matrix' ? 'matrix' : 'list', leaderId: null }];
    for (const choice of choices) {
      const sheet = await makeSheet(ports, null, choice);
      if (!sheet.ok) return sheet;
      files.push({
        name: ports.papers.fileName(sheetName(sheet.value, names[office.language]), '.pdf'),
        bytes: await ports.papers.daySheet(sheet.value),
      });
    }
  }
  return ports.sheetFolder.write(kept.folder, kept.ownerId, files);
}

/** Who has a sheet: who has something on that day, and whose sheet lies there already, which would else tell of what is off. */
function leadersOf(events: readonly Event[], officials: readonly Official[], before: readonly Id[]): Id[] {
  const ids = new Set([
    ...before,
    ...events.flatMap(({ attendance }) => attendance.map(({ officialId }) => officialId)),
  ]);
  return officials.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

/** Everything that is on the paper, but when it was printed; a crew on its way or an event that began changes nothing of it. */
function printOf(events: readonly Event[], officials: readonly Official[], office: Office, kept: KeptFolder): string {
  const said = events.map((event) => ({
    ...event,
    state: ['ongoing', 'done'].includes(event.state) ? 'confirmed' : event.state,
    version: 0,
    crew: 0,
    releaseNeeded: 0,
    rundown: 0,
    requiredPhotos: 0,
    visit: 0,
  }));
  const names = officials.map(({ id, name, shortPosition }) => [id, name, shortPosition]);
  return JSON.stringify([1, said, names, office.letterhead, office.unit, office.city, office.language, kept.files]);
}
