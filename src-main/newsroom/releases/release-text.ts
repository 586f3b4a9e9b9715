import type { Id } from '../../contract/basics.ts';
import { isUpdate } from '../../text/release-document.ts';
import { SCHEMA_VERSION } from '../../text/schema.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { accessTo, reachable } from './reach.ts';
import type { ReleaseRecord, StoredUpdate } from './release-store.ts';
import type { TextChecks } from './text-checks.ts';

/** Whether the caller may type, and how far the text has come. */
interface TextState {
  readonly seq: number;
  readonly workingVersion: number;
  readonly schemaVersion: number;
  readonly access: 'write' | 'locked' | 'read';
}

/** Name of the job that reads title and excerpt from the text and makes snapshots; jobs/digest-text.ts. */
export const DIGEST_TEXT = 'digest-text';
/** The list may be behind the typing by so much. */
const DIGEST_AFTER_SECONDS = 2;

/** The whole text, for a window that opens it. */
export async function openText(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<TextState & { snapshot: Uint8Array | null; updates: StoredUpdate[] }>> {
  return ports.read(async (stores) => {
    const release = await reachable(stores, caller, input.releaseId);
    if (!release.ok) return release;
    const { snapshot, updates } = await stores.releases.text(input.releaseId);
    const seq = updates.at(-1)?.seq ?? snapshot?.seq ?? 0;
    return done({ ...stateOf(caller, release.value, seq), snapshot: snapshot?.data ?? null, updates });
  });
}

/** What a window does not have yet. */
export async function textSince(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { readonly releaseId: Id; readonly seq: number },
): Promise<Outcome<TextState & { updates: StoredUpdate[] }>> {
  return ports.read(async (stores) => {
    const release = await reachable(stores, caller, input.releaseId);
    if (!release.ok) return release;
    const updates = await stores.releases.updatesAfter(input.releaseId, input.seq);
    return done({ ...stateOf(caller, release.value, updates.at(-1)?.seq ?? input.seq), updates });
  });
}

/**
 * Appends what was typed. The answer comes after the commit, and the commit is on disk (synchronous=FULL): only then may a page
 * say *Tersimpan*. The same bytes sent again, by a window that got no answer, are answered with the seq they already have.
 *
 * While nobody may type it refuses `release_locked`. Words typed before their window knew are sent again with `late`: they are
 * kept, belong to the next draft, and are shown; the version that was approved does not change.
 *
 * What would make the text unreadable is refused `text_unreadable`, for it could never be taken out again.
 */
export async function appendText(
  ports: Pick<Newsroom, 'write' | 'clock'>,
  caller: Caller,
  input: {
    readonly releaseId: Id;
    readonly origin: string;
    readonly update: Uint8Array;
    readonly schemaVersion: number;
    readonly late: boolean;
    readonly writer?: Id | undefined;
  },
  checks: TextChecks,
): Promise<Outcome<{ seq: number; savedAt: string; workingVersion: number; late: boolean }>> {
  if (input.writer !== undefined && input.writer !== caller.userId) return refused('not_signed_in');
  if (!isUpdate(input.update)) return refused('invalid', {}, 'update');
  // A page newer than this core could write what this core cannot read, an older one delete what it does not know.
  if (input.schemaVersion > SCHEMA_VERSION) return refused('contract_too_old');
  const at = ports.clock.now();
  const tried = await checks.try(input.releaseId, input.update);
  const append = ports.write(async (stores) => {
    const found = await reachable(stores, caller, input.releaseId);
    if (!found.ok) return found;
    const release = found.value;
    if (!may(caller, 'releases.write')) return refused('not_allowed');
    if (input.schemaVersion < release.schemaVersion) return refused('contract_too_old');
    const access = accessTo(caller, release);
    if (access === 'locked' && !input.late) return refused('release_locked', { state: release.state });
    // said last: who may not write here learns nothing about the text
    if (tried.strange.length > 0) return refused('text_unreadable', {}, 'update');
    const late = access === 'locked';
    const workingVersion = late ? release.workingVersion + 1 : release.workingVersion;
    const { seq, fresh } = await stores.releases.appendUpdate({
      releaseId: release.id,
      workingVersion,
      late,
      data: input.update,
      userId: caller.userId,
      userName: caller.name,
      origin: input.origin,
      schemaVersion: input.schemaVersion,
      at: at.toString(),
    });
    if (fresh && late) {
      await stores.audit.append({
        caller,
        act: 'releases.late-text',
        subject: { kind: 'release', id: release.id },
        details: { title: release.title, seq, workingVersion },
      });
      stores.happen({ kind: 'release.changed', releaseId: release.id });
    }
    if (fresh && !late) {
      // The key names the last digest: words that come while one is being made are read by the next.
      await stores.jobs.add({
        kind: DIGEST_TEXT,
        key: `${release.id}:${release.digestSeq}`,
        data: { releaseId: release.id },
        notBefore: at.add({ seconds: DIGEST_AFTER_SECONDS }).toString(),
      });
      stores.happen({ kind: 'release.text', releaseId: release.id, seq, origin: input.origin });
    }
    return done({ seq, workingVersion, late });
  });
  const kept = await append.catch((error: unknown) => {
    tried.settle(null);
    throw error;
  });
  tried.settle(kept.ok ? kept.value.seq : null);
  return kept.ok ? done({ ...kept.value, savedAt: ports.clock.now().toString({ fractionalSecondDigits: 3 }) }) : kept;
}

function stateOf(caller: Caller, release: ReleaseRecord, seq: number): TextState {
  return {
    seq,
    workingVersion: release.workingVersion,
    schemaVersion: release.schemaVersion,
    access: accessTo(caller, release),
  };
}
