import type { DecisionAct } from '../../contract/approval-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Release } from '../../contract/release-nouns.ts';
import { canonicalJson } from '../../text/manifest.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Outcome, refused } from '../outcome.ts';
import { namedIn } from '../releases/change-release.ts';
import { reachable } from '../releases/reach.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import type { Stores } from '../stores.ts';
import { type Acting, actingRole } from './acting-role.ts';
import { type Draft, type DraftMaterial, materialOf, readDraft, stillTheSame } from './draft.ts';

export type DecidePorts = Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids'>;

/** A person who types all the time could keep a draft from being read; then the next try is theirs. */
const TRIES = 5;

/**
 * Reads the draft outside of any transaction and then works inside one on exactly that draft: when it changed between the two,
 * it is read again. Reading a long text takes tens of milliseconds, a transaction may not.
 * @param prepare what is computed from the draft, still outside; its refusal ends all
 */
export async function onDraft<T, P>(
  ports: DecidePorts,
  caller: Caller,
  releaseId: Id,
  from: readonly Release['state'][],
  prepare: (material: DraftMaterial, draft: Draft) => Outcome<P>,
  work: (stores: Stores, material: DraftMaterial, prepared: P) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const material = await ports.read(async (stores) => {
      const release = await reachable(stores, caller, releaseId);
      return release.ok ? { ok: true as const, value: await materialOf(stores, release.value) } : release;
    });
    if (!material.ok) return material;
    const refusal = inState(material.value.release, from);
    if (refusal !== null) return refusal;
    const draft = readDraft(material.value);
    if (!draft.ok) return draft;
    const prepared = prepare(material.value, draft.value);
    if (!prepared.ok) return prepared;
    let moved = false;
    const outcome = await ports.write<T>(async (stores) => {
      if (!(await stillTheSame(stores, material.value))) {
        moved = true;
        return refused('changed_meanwhile');
      }
      return work(stores, material.value, prepared.value);
    });
    if (!moved) return outcome;
  }
  return refused('changed_meanwhile');
}

/** A refusal when the release is not in one of these states, else null. */
export function inState(
  release: Pick<Release, 'state'>,
  from: readonly Release['state'][],
): ReturnType<typeof refused> | null {
  return from.includes(release.state) ? null : refused('state_not_possible', { state: release.state });
}

/** Writes the decision row and its audit line, and tells the pages. Before late words are let in. */
export async function keepDecision(
  ports: Pick<Newsroom, 'ids'>,
  stores: Stores,
  caller: Caller,
  decision: {
    readonly release: ReleaseRecord;
    readonly act: DecisionAct;
    readonly note: string;
    readonly at: string;
    readonly draft: Draft | null;
    /** Keeps the content itself, for what no frozen version keeps. */
    readonly keepContent: boolean;
    readonly self?: boolean;
    readonly correctionSeq?: number | null;
    readonly details?: Readonly<Record<string, unknown>>;
    /** In which role; one of their own where it is left out. */
    readonly acting?: Acting;
  },
): Promise<void> {
  const { release, act, draft, self = false, correctionSeq = null } = decision;
  const { role, insteadOf } = decision.acting ?? { role: actingRole(caller, act), insteadOf: null };
  await stores.approval.addDecision(
    {
      id: ports.ids.next(),
      releaseId: release.id,
      version: release.workingVersion,
      act,
      userId: caller.userId,
      userName: caller.name,
      role,
      insteadOf,
      note: decision.note,
      at: decision.at,
      contentHash: draft?.hash ?? null,
      self,
      textSeq: correctionSeq ?? release.textSeq,
      correctionSeq,
    },
    decision.keepContent && draft !== null ? canonicalJson(draft.manifest) : null,
  );
  await stores.audit.append({
    caller,
    act: `approval.${act.replace('_', '-')}`,
    subject: { kind: 'release', id: release.id },
    details: {
      ...namedIn({ title: draft?.manifest.title ?? release.title, number: release.number }),
      version: release.workingVersion,
      role,
      ...(insteadOf === null ? {} : { insteadOf: insteadOf.name }),
      note: decision.note,
      ...(draft === null ? {} : { contentHash: draft.hash }),
      ...(self ? { selfApproval: true } : {}),
      ...decision.details,
    },
  });
  stores.happen({ kind: 'release.changed', releaseId: release.id });
}
