import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../contract/basics.ts';
import type { ImportFile } from '../../contract/photo-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { SealedFile } from '../files.ts';
import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { eventOfPhoto } from './event-of-photo.ts';
import type { PictureHead } from './images.ts';
import type { FileEnd, StoredImport, StoredImportFile } from './import-store.ts';
import { importFileOf } from './imports.ts';
import { mayTell } from './progress.ts';
import { maySee } from './see-photos.ts';
import { extensionOf, refusalOfKind } from './sniff.ts';

export type FinishPorts = Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'files' | 'images' | 'photoMetadata'>;

/**
 * A file whose bytes are all here goes into the library: flushed and read back, told from its content, no double, given its
 * place, and then one transaction with row, order, audit line and the job for its previews. A power cut between any two of
 * these leaves either the `.part` (finished again at start) or a place that the next try takes over; never half a photo.
 * A refusal of the picture is an answer (the file ends as `refused`); `disk_full` pauses the import.
 */
export async function finishFile(
  ports: FinishPorts,
  one: StoredImport,
  file: StoredImportFile,
): Promise<Outcome<ImportFile>> {
  const sealed = await ports.files.incoming.seal(file.id);
  if (!sealed.ok) return fail(ports, one, file, sealed.refusal);
  const kind = refusalOfKind(sealed.value.head);
  if (kind !== null) return refuseFile(ports, one, file, kind);
  // the same picture sent twice at once must meet itself in the library
  return inTurn(`picture ${sealed.value.sha256}`, () => takeIn(ports, one, file, sealed.value));
}

async function takeIn(
  ports: FinishPorts,
  one: StoredImport,
  file: StoredImportFile,
  sealed: SealedFile,
): Promise<Outcome<ImportFile>> {
  const known = await ports.read(async (stores) => ({
    photo: await stores.photos.bySha256(sealed.sha256),
    event: one.eventId === null ? null : await eventOfPhoto(stores, one.eventId),
    office: await stores.office.get(),
    hidden: await isHidden(stores, one, sealed.sha256),
  }));
  const { photo, hidden } = known;
  const there = { code: 'already_there', params: {} } as const;
  if (photo !== null && (await ports.files.originals.size(photo.path)) === photo.bytes) {
    if (hidden) return refuseFile(ports, one, file, there);
    return end(ports, one, file, { state: 'linked', photoId: photo.id, refusal: null }, async (stores) => {
      if (one.eventId === null) return;
      if (!(await stores.photos.link(photo.id, one.eventId, await takenAfter(stores, file)))) return;
      tellPhoto(stores, photo.id, one);
    });
  }

  const head = await ports.images.head(ports.files.incoming.pathOf(file.id));
  if (!head.ok) return fail(ports, one, file, head.refusal);
  const camera = ports.photoMetadata.read(head.value.exif);
  const day = known.event?.day ?? camera.takenAt?.slice(0, 10) ?? startDay(one, known.office?.zone ?? 'Asia/Jakarta');
  const placed = await ports.files.originals.place(file.id, sealed, {
    day,
    folderTitle: known.event?.title ?? 'Tanpa Acara',
    fileName: file.name,
    extension: extensionOf(head.value.format),
  });
  if (!placed.ok) return fail(ports, one, file, placed.refusal);
  const photoId = photo?.id ?? ports.ids.next();
  const how: FileEnd = hidden
    ? { state: 'refused', photoId: null, refusal: named(there, file) }
    : { state: 'done', photoId, refusal: null };
  const ended = await end(ports, one, file, how, async (stores) => {
    // its row was here but its original was not: the picture is back, where it lies now is what counts
    if (photo !== null) await stores.photos.moved(photo.id, placed.value.path, sealed.verified);
    else
      await stores.photos.add(
        newPhoto(ports, one, file, { photoId, sealed, head: head.value, camera, ...placed.value }),
      );
    if (one.eventId !== null && !hidden) await stores.photos.link(photoId, one.eventId, await takenAfter(stores, file));
    await stores.jobs.add({ kind: 'make-derivatives', key: photoId, data: { photoId } });
    await stores.audit.append({
      caller: { userId: one.startedById, name: one.startedBy, sessionId: one.id },
      act: 'photos.add',
      subject: { kind: 'photo', id: photoId },
      details: { name: file.name, sha256: sealed.sha256, path: placed.value.path, verified: sealed.verified },
    });
    tellPhoto(stores, photoId, one);
  });
  if (ended.ok) await ports.files.originals.protect(placed.value.path);
  return ended;
}

/**
 * Whether this very picture is in the library, but is not one that who brings it may see: brought by somebody else, for a
 * contributor, or of a closed event. Then they hear that it is there, and nothing else of it; to put it to an event is for who sees it.
 */
async function isHidden(
  stores: Pick<ReadStores, 'photos' | 'users' | 'events' | 'releases'>,
  one: StoredImport,
  sha256: string,
): Promise<boolean> {
  const photo = await stores.photos.bySha256(sha256);
  if (photo === null) return false;
  const roles = (await stores.users.byId(one.startedById))?.roles ?? [];
  return !(await maySee(stores, { userId: one.startedById, roles }, photo));
}

function newPhoto(
  { clock }: Pick<Newsroom, 'clock'>,
  one: StoredImport,
  file: StoredImportFile,
  made: {
    photoId: Id;
    sealed: SealedFile;
    head: PictureHead;
    camera: { takenAt: string | null; camera: string | null };
    path: string;
  },
) {
  return {
    id: made.photoId,
    eventId: one.eventId,
    sha256: made.sealed.sha256,
    path: made.path,
    fileName: file.name,
    format: made.head.format,
    bytes: made.sealed.bytes,
    width: made.head.width,
    height: made.head.height,
    takenAt: made.camera.takenAt,
    camera: made.camera.camera,
    caption: '',
    credit: '',
    alt: '',
    state: 'copied',
    preview: false,
    verified: made.sealed.verified,
    addedAt: clock.now().toString(),
    addedBy: one.startedBy,
    addedById: one.startedById,
  } as const;
}

/** The file ends as refused, with the reason; the rest of the batch goes on. */
export async function refuseFile(
  ports: Pick<Newsroom, 'read' | 'write' | 'files' | 'clock'>,
  one: StoredImport,
  file: StoredImportFile,
  refusal: Refusal,
): Promise<Outcome<ImportFile>> {
  return end(ports, one, file, { state: 'refused', photoId: null, refusal: named(refusal, file) });
}

function named(refusal: Refusal, file: StoredImportFile): Refusal {
  return { ...refusal, params: { ...refusal.params, name: file.name } };
}

/** No room: nothing more is taken until a person has made some and says so. What is in the library is safe. */
export async function pauseImport({ write }: Pick<Newsroom, 'write'>, importId: Id): Promise<void> {
  await write(async (stores) => {
    const one = await stores.imports.byId(importId);
    if (one?.state !== 'open') return done(undefined);
    await stores.imports.setState(importId, 'paused');
    stores.happen({ kind: 'import.progress', importId });
    return done(undefined);
  });
}

async function fail(
  ports: FinishPorts,
  one: StoredImport,
  file: StoredImportFile,
  refusal: Refusal,
): Promise<Outcome<ImportFile>> {
  if (refusal.code !== 'disk_full') return refuseFile(ports, one, file, refusal);
  await pauseImport(ports, one.id);
  return { ok: false, refusal };
}

/** Writes how a file ended, with `more` in the same transaction, then throws its `.part` away. */
async function end(
  ports: Pick<Newsroom, 'read' | 'write' | 'files' | 'clock'>,
  one: StoredImport,
  file: StoredImportFile,
  how: FileEnd,
  more: (stores: Stores) => Promise<void> = async () => {},
): Promise<Outcome<ImportFile>> {
  const written = await ports.write(async (stores) => {
    const now = await stores.imports.file(one.id, file.id);
    // cancelled while its bytes were being read back
    if (now?.state === 'cancelled') return refused('import_closed');
    await more(stores);
    await stores.imports.finishFile(file.id, how);
    const left = await stores.imports.waiting(one.id);
    if (left === 0) await stores.imports.setState(one.id, 'finished');
    if (mayTell(ports.clock, one.id, left === 0)) stores.happen({ kind: 'import.progress', importId: one.id });
    return done(undefined);
  });
  if (!written.ok) return written;
  await ports.files.incoming.drop(file.id);
  return done(await importFileOf(ports, { ...file, ...how }));
}

/** Photos of files that were given after this one and were faster: two are sent at a time, the order is that of the giving. */
async function takenAfter(stores: Pick<Stores, 'imports'>, file: StoredImportFile): Promise<Id[]> {
  const files = await stores.imports.files(file.importId);
  const at = files.findIndex(({ id }) => id === file.id);
  return files.slice(at + 1).flatMap(({ photoId }) => photoId ?? []);
}

function tellPhoto(stores: Stores, photoId: Id, one: StoredImport): void {
  stores.happen({ kind: 'photos.changed', photoIds: [photoId], eventIds: one.eventId === null ? [] : [one.eventId] });
}

/** The day the import began, not today: finished again after a crash past midnight the file must find the place it had. */
function startDay({ startedAt }: StoredImport, zone: string): string {
  return Temporal.Instant.from(startedAt).toZonedDateTimeISO(zone).toPlainDate().toString();
}
