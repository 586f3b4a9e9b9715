import type { Id } from '../../contract/basics.ts';
import type { Import, ImportFile, Photo } from '../../contract/photo-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Caller } from '../caller.ts';
import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { eventOfPhoto, mayKnowEvent } from './event-of-photo.ts';
import type { StoredImport, StoredImportFile } from './import-store.ts';
import { maySee, sightOf } from './see-photos.ts';

/** What comes, before its bytes. */
export interface Announced {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  /** Absolute path on the core's own computer, where it lies there. */
  readonly sourcePath?: string;
}

/**
 * Begins an import: checks that the disk has room for all of it, then gives each file its id. What came in earlier under the
 * same name, size and time, and still lies in the archive, is linked at once. What lies on the core's own computer is copied by a job,
 * queued with it. Refuses: `not_found` (the event), `disk_full`.
 */
export async function beginImport(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids' | 'files'>,
  caller: Caller,
  input: { eventId: Id | null; files: readonly Announced[] },
): Promise<Outcome<Import>> {
  const { eventId } = input;
  const there = await ports.read(async (stores) => {
    if (
      eventId !== null &&
      ((await eventOfPhoto(stores, eventId)) === null || !(await mayKnowEvent(stores, caller, eventId)))
    )
      return null;
    const photos = new Map<Announced, { photoId: Id; path: string; bytes: number }>();
    for (const file of input.files) {
      const photoId = await stores.imports.seenBefore(file);
      const [photo] = photoId === null ? [] : await stores.photos.byIds([photoId]);
      // a name, a size and a time are easily guessed: what one may not see is not found by them, only by its bytes
      if (photo !== undefined && (await maySee(stores, caller, photo)))
        photos.set(file, { photoId: photo.id, path: photo.path, bytes: photo.bytes });
    }
    return photos;
  });
  if (there === null) return refused('not_found', {}, 'eventId');
  for (const [file, { path, bytes }] of there)
    if ((await ports.files.originals.size(path)) !== bytes) there.delete(file);

  const coming = input.files.filter((file) => !there.has(file));
  const full = await roomFor(
    ports,
    coming.reduce((sum, file) => sum + file.size, 0),
  );
  if (full !== null) return { ok: false, refusal: full };

  const one: StoredImport = {
    id: ports.ids.next(),
    eventId,
    state: coming.length === 0 ? 'finished' : 'open',
    startedAt: ports.clock.now().toString(),
    startedBy: caller.name,
    startedById: caller.userId,
  };
  const files = input.files.map((file): StoredImportFile => {
    const photoId = there.get(file)?.photoId ?? null;
    return {
      id: ports.ids.next(),
      importId: one.id,
      name: file.name,
      size: file.size,
      lastModified: file.lastModified,
      sourcePath: file.sourcePath ?? null,
      state: photoId === null ? 'waiting' : 'linked',
      photoId,
      refusal: null,
    };
  });
  const written = await ports.write(async (stores) => {
    await stores.imports.add(one, files);
    if (coming.some((file) => file.sourcePath !== undefined)) await queueCopy(stores, one.id);
    const linked: Id[] = [];
    for (const { photoId } of there.values())
      if (eventId !== null && (await stores.photos.link(photoId, eventId))) linked.push(photoId);
    await stores.audit.append({
      caller,
      act: 'photos.import',
      subject: { kind: 'photo_import', id: one.id },
      details: {
        ...(eventId === null ? {} : { title: (await eventOfPhoto(stores, eventId))?.title ?? '' }),
        files: files.length,
        alreadyThere: there.size,
      },
    });
    if (linked.length > 0 && eventId !== null)
      stores.happen({ kind: 'photos.changed', photoIds: linked, eventIds: [eventId] });
    return done(undefined);
  });
  return written.ok ? importOf(ports, one) : written;
}

/** An import with its files, for its owner and everybody who may see the photos of its event. */
export async function importState(
  ports: Pick<Newsroom, 'read' | 'files'>,
  caller: Caller,
  importId: Id,
): Promise<Outcome<Import>> {
  const one = await ports.read(async (stores) => {
    const found = await stores.imports.byId(importId);
    if (found === null || found.startedById === caller.userId) return found;
    if (sightOf(caller).addedById !== null) return null;
    return found.eventId === null || (await mayKnowEvent(stores, caller, found.eventId)) ? found : null;
  });
  return one === null ? refused('not_found') : importOf(ports, one);
}

/** The caller's imports that still wait for bytes. */
export async function openImports(ports: Pick<Newsroom, 'read' | 'files'>, caller: Caller): Promise<Outcome<Import[]>> {
  const open = await ports.read((stores) => stores.imports.open(caller.userId));
  const all: Import[] = [];
  for (const one of open) {
    const shown = await importOf(ports, one);
    if (shown.ok) all.push(shown.value);
  }
  return done(all);
}

/** Stops what has not arrived. What is in the library stays there. */
export async function cancelImport(
  ports: Pick<Newsroom, 'read' | 'write' | 'files'>,
  caller: Caller,
  importId: Id,
): Promise<Outcome<Import>> {
  const one = await ports.read((stores) => stores.imports.byId(importId));
  if (one === null || one.startedById !== caller.userId) return refused('not_found');
  if (one.state === 'finished' || one.state === 'cancelled') return importOf(ports, one);
  const left: Id[] = [];
  const written = await ports.write(async (stores) => {
    for (const file of await stores.imports.files(importId)) {
      if (file.state !== 'waiting') continue;
      await stores.imports.finishFile(file.id, { state: 'cancelled', photoId: null, refusal: null });
      left.push(file.id);
    }
    await stores.imports.setState(importId, 'cancelled');
    await stores.audit.append({
      caller,
      act: 'photos.import-cancel',
      subject: { kind: 'photo_import', id: importId },
      details: { left: left.length },
    });
    stores.happen({ kind: 'import.progress', importId });
    return done(undefined);
  });
  if (!written.ok) return written;
  // after the file that is just being finished, so that its bytes are not taken away under it
  for (const id of left) await inTurn(id, () => ports.files.incoming.drop(id));
  return importOf(ports, { ...one, state: 'cancelled' });
}

/** Goes on after `disk_full`. Refuses with `disk_full` while there is no room for the rest. */
export async function resumeImport(
  ports: Pick<Newsroom, 'read' | 'write' | 'files'>,
  caller: Caller,
  importId: Id,
): Promise<Outcome<Import>> {
  const one = await ports.read((stores) => stores.imports.byId(importId));
  if (one === null || one.startedById !== caller.userId) return refused('not_found');
  if (one.state === 'finished' || one.state === 'cancelled') return refused('import_closed');
  const now = await importOf(ports, one);
  if (!now.ok) return now;
  const missing = now.value.files
    .filter((file) => file.state === 'waiting')
    .reduce((sum, file) => sum + file.size - file.received, 0);
  const full = await roomFor(ports, missing);
  if (full !== null) return { ok: false, refusal: full };
  const written = await ports.write(async (stores) => {
    await stores.imports.setState(importId, 'open');
    const files = await stores.imports.files(importId);
    if (files.some((file) => file.sourcePath !== null)) await queueCopy(stores, importId);
    stores.happen({ kind: 'import.progress', importId });
    return done(undefined);
  });
  return written.ok ? importOf(ports, { ...one, state: 'open' }) : written;
}

/** An import as pages see it. Bytes of waiting files are asked of the disk: what is there is what was acknowledged. */
export async function importOf(ports: Pick<Newsroom, 'read' | 'files'>, one: StoredImport): Promise<Outcome<Import>> {
  const stored = await ports.read((stores) => stores.imports.files(one.id));
  const files: ImportFile[] = [];
  const photos = await ports.read((stores) =>
    stores.photos.byIds(
      stored.flatMap((file) => (file.state === 'done' && file.photoId !== null ? [file.photoId] : [])),
    ),
  );
  const verified = new Map(photos.map((photo) => [photo.id, photo.verified]));
  for (const file of stored) files.push(await seenFile(ports, file, verified.get(file.photoId ?? '') ?? null));
  const { startedById: _startedById, ...seen } = one;
  return done({
    ...seen,
    files,
    totalBytes: files.reduce((sum, file) => sum + file.size, 0),
    receivedBytes: files.reduce((sum, file) => sum + file.received, 0),
  });
}

/** One file of an import as pages see it. */
export async function importFileOf(
  ports: Pick<Newsroom, 'read' | 'files'>,
  file: StoredImportFile,
): Promise<ImportFile> {
  const { photoId } = file;
  const [photo] =
    file.state === 'done' && photoId !== null ? await ports.read((stores) => stores.photos.byIds([photoId])) : [];
  return seenFile(ports, file, photo?.verified ?? null);
}

async function seenFile(
  ports: Pick<Newsroom, 'files'>,
  file: StoredImportFile,
  verified: Photo['verified'] | null,
): Promise<ImportFile> {
  const { importId: _importId, lastModified: _lastModified, sourcePath: _sourcePath, ...seen } = file;
  const received = file.state === 'waiting' ? await ports.files.incoming.received(file.id) : file.size;
  return { ...seen, received, verified: file.state === 'done' ? verified : null };
}

/** Queues the copying of an import's paths; in the transaction that opens it. */
function queueCopy({ jobs }: Pick<Stores, 'jobs'>, importId: Id): Promise<void> {
  return jobs.add({ kind: 'copy-import', key: importId, data: { importId } });
}

/** The refusal when the disk has no room for so many bytes; megabytes in its parameters. */
async function roomFor({ files }: Pick<Newsroom, 'files'>, bytes: number): Promise<Refusal | null> {
  if (bytes === 0) return null;
  const free = await files.freeBytes();
  // previews take a tenth of their originals, measured on 24 MP photos
  const needed = Math.ceil(bytes * 1.1);
  if (needed <= free) return null;
  const megabytes = (size: number) => Math.ceil(size / 1e6);
  return refused('disk_full', { needed: megabytes(needed), free: megabytes(free) }).refusal;
}
