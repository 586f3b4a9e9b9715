import type { Id } from '../../contract/basics.ts';
import type { Release } from '../../contract/release-nouns.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { reachable } from '../releases/reach.ts';
import { decidingAs } from './acting-role.ts';
import { type DecidePorts, inState, keepDecision, onDraft } from './decide.ts';
import { type Draft, whole } from './draft.ts';

interface Noted {
  readonly releaseId: Id;
  readonly note: string;
}

/** *Ajukan ke Kabag*: the draft lies before the head; from now on only those write in it who edit drafts of others. */
export async function submitRelease(ports: DecidePorts, caller: Caller, input: Noted): Promise<Outcome<Release>> {
  if (!may(caller, 'releases.write')) return refused('not_allowed');
  return onDraft(ports, caller, input.releaseId, ['draft', 'returned'], whole, async (stores, { release }, draft) => {
    const at = ports.clock.now().toString();
    await keepDecision(ports, stores, caller, {
      release,
      act: 'submitted',
      note: input.note,
      at,
      draft,
      keepContent: false,
    });
    await stores.releases.change(release.id, { state: 'submitted' }, { name: caller.name, at });
    return freshRelease(stores, release.id);
  });
}

/** *Kembalikan*: back to the writer with a note; what lay before the person is kept, so that the next reading marks what changed. */
export async function returnRelease(ports: DecidePorts, caller: Caller, input: Noted): Promise<Outcome<Release>> {
  if (!may(caller, 'releases.decide') && !may(caller, 'releases.edit')) return refused('not_allowed');
  if (input.note.trim() === '') return refused('note_needed', {}, 'note');
  const asItIs = (_: unknown, draft: Draft) => done(draft);
  return onDraft(ports, caller, input.releaseId, ['submitted'], asItIs, async (stores, { release }, draft) => {
    const acting = await decidingAs(ports, stores, caller, 'returned');
    if (!acting.ok) return acting;
    const at = ports.clock.now().toString();
    await keepDecision(ports, stores, caller, {
      release,
      act: 'returned',
      note: input.note,
      at,
      draft,
      keepContent: true,
      acting: acting.value,
    });
    await stores.releases.change(release.id, { state: 'returned' }, { name: caller.name, at });
    await stores.releases.admitLate(release.id);
    return freshRelease(stores, release.id);
  });
}

/** After an approval the text is locked; this opens it as working version n+1, which needs an approval of its own. */
export async function beginNewVersion(ports: DecidePorts, caller: Caller, input: Noted): Promise<Outcome<Release>> {
  if (!may(caller, 'releases.write')) return refused('not_allowed');
  return ports.write(async (stores) => {
    const found = await reachable(stores, caller, input.releaseId);
    if (!found.ok) return found;
    const refusal = inState(found.value, ['approved', 'distributed']);
    if (refusal !== null) return refusal;
    const at = ports.clock.now().toString();
    const release = { ...found.value, workingVersion: found.value.workingVersion + 1 };
    await keepDecision(ports, stores, caller, {
      release,
      act: 'new_version',
      note: input.note,
      at,
      draft: null,
      keepContent: false,
    });
    await stores.releases.change(
      release.id,
      { state: 'draft', workingVersion: release.workingVersion },
      { name: caller.name, at },
    );
    await stores.releases.admitLate(release.id);
    return freshRelease(stores, release.id);
  });
}

async function freshRelease(
  stores: { readonly releases: { get(id: Id): Promise<Release | null> } },
  id: Id,
): Promise<Outcome<Release>> {
  const release = await stores.releases.get(id);
  return release === null ? refused('not_found') : done(release);
}
