import type { Decision, VersionLine } from '../../contract/approval-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Manifest } from '../../contract/release-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readable } from '../releases/approved-view.ts';
import { materialOf, readDraft } from './draft.ts';
import { decisionsFor, shownDecision } from './sheet.ts';

type Ports = Pick<Newsroom, 'read'>;

/** Decisions and approved versions, the newest first. */
export async function historyOf(
  ports: Ports,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<{ decisions: Decision[]; versions: VersionLine[] }>> {
  return ports.read(async (stores) => {
    const release = await readable(stores, caller, input.releaseId);
    if (!release.ok) return release;
    const decisions = decisionsFor(release.value, await stores.approval.decisions(input.releaseId));
    const versions = await stores.releases.versions(input.releaseId);
    return done({
      decisions: decisions.map(shownDecision),
      versions: versions.map((version) => ({
        version: version.version,
        number: version.number,
        title: version.manifest.title,
        contentHash: version.contentHash,
        approvedAt: version.approvedAt,
        approvedBy: version.approvedBy,
        insteadOf: lenderOf(decisions, version.version),
        self: decisions.some((decision) => decision.self && decision.version === version.version),
      })),
    });
  });
}

/** In whose place and role this version was approved. */
function lenderOf(decisions: readonly Decision[], version: number): VersionLine['insteadOf'] {
  const approval = decisions.find(
    (decision) => decision.version === version && (decision.act === 'approved' || decision.act === 'corrected'),
  );
  return approval?.insteadOf ? { name: approval.insteadOf.name, role: approval.role } : null;
}

/** Two versions to lay side by side; `newer` null is the draft as it stands. */
export async function compareVersions(
  ports: Ports,
  caller: Caller,
  input: { readonly releaseId: Id; readonly older: number; readonly newer: number | null },
): Promise<Outcome<{ older: Manifest; newer: Manifest }>> {
  const found = await ports.read(async (stores) => {
    const release = await readable(stores, caller, input.releaseId);
    if (!release.ok) return release;
    if (input.newer === null && release.value.shows === 'approved') return refused('not_allowed');
    const older = await stores.releases.frozen(input.releaseId, input.older);
    const newer = input.newer === null ? null : await stores.releases.frozen(input.releaseId, input.newer);
    if (older === null || (input.newer !== null && newer === null)) return refused('not_found');
    const material = newer === null ? await materialOf(stores, release.value) : null;
    return done({ older: older.manifest, newer: newer?.manifest ?? null, material });
  });
  if (!found.ok) return found;
  const { older, newer, material } = found.value;
  if (newer !== null) return done({ older, newer });
  if (material === null) return refused('not_found');
  const draft = readDraft(material);
  return draft.ok ? done({ older, newer: draft.value.manifest }) : draft;
}
