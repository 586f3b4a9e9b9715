import type { Id } from '../../contract/basics.ts';
import type { InfoClass, ReleaseKind } from '../../contract/release-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { maySee } from '../photos/see-photos.ts';
import type { Stores } from '../stores.ts';
import { writable } from './reach.ts';
import type { ReleaseRecord } from './release-store.ts';

type Ports = Pick<Newsroom, 'write' | 'clock'>;

/** Kind, information class, embargo: part of what is approved, so they are locked together with the text. */
export async function setDetails(
  ports: Ports,
  caller: Caller,
  input: {
    readonly releaseId: Id;
    readonly version: number;
    readonly kind?: ReleaseKind | undefined;
    readonly infoClass?: InfoClass | undefined;
    readonly embargoUntil?: string | null | undefined;
  },
): Promise<Outcome<ReleaseRecord>> {
  const { releaseId, version, ...wanted } = input;
  return change(ports, caller, releaseId, 'releases.set-details', async (stores, before, by) => {
    if (before.version !== version) return refused('changed_meanwhile');
    // domain.md 6: what is announced serta-merta is announced at once.
    const infoClass = wanted.infoClass ?? before.infoClass;
    const embargo = wanted.embargoUntil === undefined ? before.embargoUntil : wanted.embargoUntil;
    if (infoClass === 'serta_merta' && embargo !== null) return refused('embargo_not_possible', {}, 'embargoUntil');
    await stores.releases.change(releaseId, wanted, by);
    const { kind, infoClass: wasClass, embargoUntil } = before;
    return done({ from: { kind, infoClass: wasClass, embargoUntil }, to: wanted });
  });
}

/** Adds photos at the end, in the order given. */
export async function attachPhotos(
  ports: Ports,
  caller: Caller,
  input: { readonly releaseId: Id; readonly photoIds: readonly Id[] },
): Promise<Outcome<ReleaseRecord>> {
  return change(ports, caller, input.releaseId, 'releases.attach-photos', async (stores, before, by) => {
    const found = await stores.photos.byIds([...new Set(input.photoIds)]);
    const seen: typeof found = [];
    for (const photo of found) if (await maySee(stores, caller, photo)) seen.push(photo);
    if (seen.length !== new Set(input.photoIds).size) return refused('not_found', {}, 'photoIds');
    const broken = found.find((photo) => photo.state === 'damaged');
    if (broken !== undefined) return refused('picture_broken', { name: broken.fileName }, 'photoIds');
    const added = found.map((photo) => photo.id).filter((id) => !before.photoIds.includes(id));
    if (added.length === 0) return refused('nothing_changed');
    await stores.releases.setPhotos(before.id, [...before.photoIds, ...added]);
    await stores.releases.change(before.id, {}, by);
    return done({ added: found.filter((photo) => added.includes(photo.id)).map((photo) => photo.fileName) });
  });
}

/** Takes a photo out of the release; the photo itself stays where it is. */
export async function detachPhoto(
  ports: Ports,
  caller: Caller,
  input: { readonly releaseId: Id; readonly photoId: Id },
): Promise<Outcome<ReleaseRecord>> {
  return change(ports, caller, input.releaseId, 'releases.detach-photo', async (stores, before, by) => {
    const left = before.photoIds.filter((id) => id !== input.photoId);
    if (left.length === before.photoIds.length) return refused('not_found', {}, 'photoId');
    await stores.releases.setPhotos(before.id, left);
    await stores.releases.change(before.id, {}, by);
    const [photo] = await stores.photos.byIds([input.photoId]);
    return done({ removed: photo?.fileName ?? '' });
  });
}

/** The whole new order; when a photo came or went meanwhile nothing is changed. */
export async function orderPhotos(
  ports: Ports,
  caller: Caller,
  input: { readonly releaseId: Id; readonly photoIds: readonly Id[] },
): Promise<Outcome<ReleaseRecord>> {
  return change(ports, caller, input.releaseId, 'releases.order-photos', async (stores, before, by) => {
    const same = [...input.photoIds].sort().join() === [...before.photoIds].sort().join();
    if (!same) return refused('changed_meanwhile', {}, 'photoIds');
    await stores.releases.setPhotos(before.id, input.photoIds);
    await stores.releases.change(before.id, {}, by);
    const photos = await stores.photos.byIds(input.photoIds);
    return done({ order: photos.map((photo) => photo.fileName) });
  });
}

/** What all changes around the text have in common: reach and lock first, audit line and happening after. */
async function change(
  ports: Ports,
  caller: Caller,
  releaseId: Id,
  act: string,
  work: (
    stores: Stores,
    before: ReleaseRecord,
    by: { name: string; at: string },
  ) => Promise<Outcome<Readonly<Record<string, unknown>>>>,
): Promise<Outcome<ReleaseRecord>> {
  return ports.write(async (stores) => {
    const before = await writable(stores, caller, releaseId);
    if (!before.ok) return before;
    const outcome = await work(stores, before.value, { name: caller.name, at: ports.clock.now().toString() });
    if (!outcome.ok) return outcome;
    await stores.audit.append({
      caller,
      act,
      subject: { kind: 'release', id: releaseId },
      details: { ...namedIn(before.value), ...outcome.value },
    });
    stores.happen({ kind: 'release.changed', releaseId });
    const after = await stores.releases.get(releaseId);
    return after === null ? refused('not_found') : done(after);
  });
}

/** The name of a release in a line of the audit trail, as it was at that time. */
export function namedIn(release: Pick<ReleaseRecord, 'title' | 'number'>): Readonly<Record<string, string>> {
  return { title: release.title, ...(release.number === null ? {} : { number: release.number }) };
}
