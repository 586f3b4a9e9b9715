import type { Sheet } from '../../contract/approval-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { readable } from '../releases/approved-view.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import { decidingAs, handsOf } from './acting-role.ts';
import type { DecisionRecord } from './approval-store.ts';
import { decidedContent } from './decided-content.ts';
import { type DraftMaterial, materialOf, readDraft } from './draft.ts';
import { writersOf } from './own-text.ts';
import { redFacts } from './red-facts.ts';
import { nextNumber } from './release-number.ts';

/** *Satu lembar ACC*: what media will read now, what changed since the last decision, and what must be known to decide. */
export async function sheetOf(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<Sheet>> {
  const { clock } = ports;
  const now = clock.now();
  const found = await ports.read(async (stores) => {
    const release = await readable(stores, caller, input.releaseId);
    if (!release.ok) return release;
    const drafts = release.value.shows === 'draft';
    const material = drafts
      ? await materialOf(stores, release.value)
      : { release: release.value, updates: [], photos: [] };
    const decisions = decisionsFor(release.value, await stores.approval.decisions(release.value.id));
    const frozen = isDecided(release.value.state) ? await stores.releases.frozen(release.value.id) : null;
    const office = await stores.office.get();
    if (office === null) return refused('not_found');
    const today = now.toZonedDateTimeISO(office.zone).toPlainDate().toString();
    const submission = decisions.find((decision) => decision.act === 'submitted') ?? null;
    return done({
      material,
      decisions,
      frozen,
      today,
      submission: release.value.state === 'submitted' ? submission : null,
      base: await baseOf(stores, release.value.id, decisions, frozen),
      writers: drafts ? await writersOf(stores, release.value, decisions) : new Map<Id, string>(),
      editors:
        submission === null || !drafts ? [] : await stores.approval.writersSince(release.value.id, submission.id),
      number: frozen === null ? await nextNumber(stores, release.value, today) : frozen.number,
      recipients: may(caller, 'partners.read') ? await recipientsOf(stores) : null,
      selfApproval: office.selfApproval,
      decideFor: await lenderOf({ clock }, stores, caller),
    });
  });
  if (!found.ok) return found;
  const { material, decisions, frozen, submission, base, writers, editors } = found.value;
  const shown = frozen === null ? readShown(material) : done({ manifest: frozen.manifest, hash: frozen.contentHash });
  if (!shown.ok) return shown;
  const own = handsOf(caller).some((id) => writers.has(id))
    ? found.value.selfApproval
      ? 'allowed'
      : 'forbidden'
    : 'no';
  const decides = may(caller, 'releases.decide') && material.release.state === 'submitted';
  return done({
    release: material.release,
    manifest: shown.value.manifest,
    contentHash: shown.value.hash,
    frozen: frozen !== null,
    base,
    submitted: submission === null ? null : { at: submission.at, by: submission.userName, note: submission.note },
    editedSince: submission === null ? [] : editors.map((writer) => writer.userName),
    writers: [...writers.values()],
    facts: frozen === null ? [...redFacts(shown.value.manifest, found.value.today, decides ? own : 'no')] : [],
    recipients: found.value.recipients,
    decide: decides ? ({ no: 'yes', allowed: 'self', forbidden: 'own' } as const)[own] : 'no',
    decideFor: decides ? found.value.decideFor : null,
    nextNumber: found.value.number,
    decisions: decisions.map(shownDecision),
  });
}

/** Who reads only what was approved learns that it was, by whom and when, and nothing that was said on the way. */
export function decisionsFor(
  { shows }: Pick<ReleaseRecord, 'shows'>,
  decisions: readonly DecisionRecord[],
): readonly DecisionRecord[] {
  if (shows === 'draft') return decisions;
  return decisions
    .filter(({ act }) => act === 'approved' || act === 'corrected')
    .map((decision) => ({ ...decision, note: '' }));
}

/** Without what only the core needs. */
export function shownDecision({ textSeq, correctionSeq, ...decision }: DecisionRecord) {
  return decision;
}

/** In whose place and role the caller would decide now. */
async function lenderOf(
  ports: Pick<Newsroom, 'clock'>,
  stores: ReadStores,
  caller: Caller,
): Promise<Sheet['decideFor']> {
  const acting = await decidingAs(ports, stores, caller, 'approved');
  if (!acting.ok || acting.value.insteadOf === null) return null;
  return { name: acting.value.insteadOf.name, role: acting.value.role };
}

function readShown(material: DraftMaterial) {
  return readDraft(material);
}

function isDecided(state: string): boolean {
  return state === 'approved' || state === 'distributed' || state === 'withdrawn';
}

/** What the marks compare with: what lay before the head at the last decision, or the last approved version. */
async function baseOf(
  stores: Pick<ReadStores, 'approval' | 'releases'>,
  releaseId: Id,
  decisions: readonly DecisionRecord[],
  frozen: FrozenVersion | null,
): Promise<Sheet['base']> {
  // A frozen version is compared with the one before it.
  const earlier = frozen === null ? decisions : decisions.filter((decision) => decision.version < frozen.version);
  const last = earlier.find((decision) => ['returned', 'approved', 'corrected'].includes(decision.act));
  if (last === undefined) return null;
  const manifest = await decidedContent(stores, releaseId, last);
  if (manifest === null) return null;
  const { act, version, at, userName } = last;
  return { act, version, at, userName, manifest };
}

/** Who could get it: journalists that stand in an e-mail group, their outlets, WhatsApp groups. */
async function recipientsOf(stores: Pick<ReadStores, 'partners'>): Promise<Sheet['recipients']> {
  const groups = await stores.partners.groups();
  const members = new Set(groups.filter((group) => group.kind === 'email').flatMap((group) => group.memberIds));
  const journalists = (await stores.partners.journalists()).filter(
    (journalist) => journalist.active && members.has(journalist.id),
  );
  return {
    journalists: journalists.length,
    outlets: new Set(journalists.flatMap((journalist) => journalist.outletId ?? [])).size,
    whatsappGroups: groups.filter((group) => group.kind === 'whatsapp').length,
  };
}
