import type { Corrections } from '../../contract/approval.ts';
import type { Id } from '../../contract/basics.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import { correctionUpdate } from '../../text/corrected.ts';
import { canonicalJson } from '../../text/manifest.ts';
import { SCHEMA_VERSION } from '../../text/schema.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import { stamp } from '../distribution/deliver-channel.ts';
import { closeOldShares } from '../distribution/tick-off.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StoredPhoto } from '../photos/photo-store.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import { DIGEST_TEXT } from '../releases/release-text.ts';
import type { Stores } from '../stores.ts';
import { type Acting, decidingAs } from './acting-role.ts';
import { type DecidePorts, keepDecision, onDraft } from './decide.ts';
import { type Draft, type DraftMaterial, readDraft, whole } from './draft.ts';
import { writersOf } from './own-text.ts';
import { takeNumber } from './release-number.ts';

interface Approval {
  readonly releaseId: Id;
  /** Content hash of the sheet that lay before the approver. */
  readonly seenHash: string;
  readonly note: string;
}

/** Approves exactly what the approver saw. Freeze, number, lock and decision are one transaction: all of it stands, or nothing. */
export async function approveRelease(
  ports: DecidePorts,
  caller: Caller,
  input: Approval,
): Promise<Outcome<FrozenVersion>> {
  if (!may(caller, 'releases.decide')) return refused('not_allowed');
  const seen = (_: unknown, draft: Draft) => asSeen(draft, input, whole);
  return onDraft(ports, caller, input.releaseId, ['submitted'], seen, async (stores, { release }, draft) => {
    const allowed = await mayApprove(ports, stores, caller, release);
    if (!allowed.ok) return allowed;
    return settle(ports, stores, caller, {
      act: 'approved',
      note: input.note,
      release,
      draft,
      ...allowed.value,
      correctionSeq: null,
      details: {},
    });
  });
}

/** *Ubah & setujui*: what the head changed and the decision over the result are one act. */
export async function correctAndApprove(
  ports: DecidePorts,
  caller: Caller,
  input: Approval & { readonly corrections: Corrections },
): Promise<Outcome<FrozenVersion>> {
  if (!may(caller, 'releases.decide')) return refused('not_allowed');
  const prepare = (material: DraftMaterial, draft: Draft) =>
    asSeen(draft, input, () => applyCorrections(material, draft, input.corrections));
  return onDraft(ports, caller, input.releaseId, ['submitted'], prepare, async (stores, { release }, corrected) => {
    const allowed = await mayApprove(ports, stores, caller, release);
    if (!allowed.ok) return allowed;
    const { update, photos, result, before } = corrected;
    const at = ports.clock.now().toString();
    for (const photo of photos) {
      const { caption, credit, alt } = photo;
      const kept = await stores.photos.changeWords(photo.id, photo.version, { caption, credit, alt });
      if (!kept) return refused('changed_meanwhile', {}, 'photos');
    }
    const kept =
      update === null
        ? null
        : await stores.releases.appendUpdate({
            releaseId: release.id,
            workingVersion: release.workingVersion,
            late: false,
            data: update,
            userId: caller.userId,
            userName: caller.name,
            origin: 'approval',
            schemaVersion: SCHEMA_VERSION,
            at,
          });
    if (kept !== null)
      stores.happen({ kind: 'release.text', releaseId: release.id, seq: kept.seq, origin: 'approval' });
    if (photos.length > 0)
      stores.happen({
        kind: 'photos.changed',
        photoIds: photos.map((photo) => photo.id),
        eventIds: [...new Set(photos.flatMap((photo) => photo.eventIds))],
      });
    const changed = result.hash !== before;
    return settle(ports, stores, caller, {
      act: changed ? 'corrected' : 'approved',
      note: input.note,
      release,
      draft: result,
      ...allowed.value,
      correctionSeq: kept?.seq ?? null,
      details: changed ? { seenHash: before, correctedPhotos: photos.map((photo) => photo.fileName) } : {},
    });
  });
}

/** Goes on only when the draft is what the approver saw. */
function asSeen<T>(draft: Draft, input: Approval, next: (_: unknown, draft: Draft) => Outcome<T>): Outcome<T> {
  if (draft.hash !== input.seenHash) return refused('content_changed', { seen: input.seenHash, now: draft.hash });
  return next(null, draft);
}

/**
 * Whether this person may approve, and in whose place. Who stands in approves neither their own words nor those of the one they stand
 * in for.
 * @returns whether one of both wrote in it (then the office allows it, and the decision says so)
 */
async function mayApprove(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  caller: Caller,
  release: ReleaseRecord,
): Promise<Outcome<{ self: boolean; acting: Acting }>> {
  const acting = await decidingAs(ports, stores, caller, 'approved');
  if (!acting.ok) return acting;
  const writers = await writersOf(stores, release, await stores.approval.decisions(release.id));
  const lender = acting.value.insteadOf;
  const own = writers.has(caller.userId) || (lender !== null && writers.has(lender.id));
  const office = await stores.office.get();
  return own && office?.selfApproval !== true ? refused('own_text') : done({ self: own, acting: acting.value });
}

interface Corrected {
  readonly update: Uint8Array | null;
  /** With their new words and the version they had. */
  readonly photos: readonly StoredPhoto[];
  readonly result: Draft;
  /** Hash of what lay before the approver. */
  readonly before: string;
}

function applyCorrections(material: DraftMaterial, draft: Draft, corrections: Corrections): Outcome<Corrected> {
  const update = correctionUpdate(material.updates, corrections);
  if (update === 'invalid') return refused('invalid', {}, 'corrections.body');
  const wanted = corrections.photos ?? [];
  const unknown = wanted.find((photo) => !material.photos.some((here) => here.id === photo.photoId));
  if (unknown !== undefined) return refused('not_found', {}, 'corrections.photos');
  const photos = material.photos.map((photo) => {
    const words = wanted.find((one) => one.photoId === photo.id);
    return words === undefined ? photo : { ...photo, caption: words.caption.trim(), credit: words.credit };
  });
  const updates = update === null ? material.updates : [...material.updates, update];
  const read = readDraft({ ...material, photos }, updates);
  const result = read.ok ? whole(null, read.value) : read;
  if (!result.ok) return result;
  const changed = photos.filter((photo, index) => {
    const before = material.photos[index];
    return photo.caption !== before?.caption || photo.credit !== before.credit;
  });
  return done({ update, photos: changed, result: result.value, before: draft.hash });
}

async function settle(
  ports: Pick<Newsroom, 'clock' | 'ids'>,
  stores: Stores,
  caller: Caller,
  decision: {
    readonly act: 'approved' | 'corrected';
    readonly note: string;
    readonly release: ReleaseRecord;
    readonly draft: Draft;
    readonly self: boolean;
    readonly acting: Acting;
    readonly correctionSeq: number | null;
    readonly details: Readonly<Record<string, unknown>>;
  },
): Promise<Outcome<FrozenVersion>> {
  const { draft, release } = decision;
  const office = await stores.office.get();
  if (office === null) return refused('not_found');
  const now = ports.clock.now();
  const at = now.toString();
  const day = now.toZonedDateTimeISO(office.zone).toPlainDate().toString();
  const taken = await takeNumber(stores, caller, release, day, at);
  if (!taken.ok) return taken;
  const number = taken.value;
  await stores.releases.addVersion({
    releaseId: release.id,
    version: release.workingVersion,
    number,
    canonical: canonicalJson(draft.manifest),
    contentHash: draft.hash,
    approvedAt: at,
    approvedBy: { id: caller.userId, name: caller.name },
  });
  await closeOldShares(stores, { releaseId: release.id, version: release.workingVersion }, stamp(now));
  await keepDecision(ports, stores, caller, {
    release,
    act: decision.act,
    note: decision.note,
    at,
    draft,
    keepContent: false,
    self: decision.self,
    acting: decision.acting,
    correctionSeq: decision.correctionSeq,
    details: { ...decision.details, ...(number === null ? {} : { number }) },
  });
  await stores.releases.change(release.id, { state: 'approved' }, { name: caller.name, at });
  if (decision.correctionSeq !== null)
    await stores.jobs.add({
      kind: DIGEST_TEXT,
      key: `${release.id}:${release.digestSeq}`,
      data: { releaseId: release.id },
    });
  const frozen = await stores.releases.frozen(release.id, release.workingVersion);
  return frozen === null ? refused('not_found') : done(frozen);
}
