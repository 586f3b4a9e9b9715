import type { SignerForm } from '../../../contract/agenda-out.ts';
import type { Id, Language } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import { maySee } from '../may-see.ts';
import { type AssignmentLetter, peopleOf } from './assignment-letter.ts';
import { paperHead } from './paper-head.ts';

const SIGNER = 'agenda-signer';
const nobody: SignerForm = { position: '', name: '', rank: '', nip: '' };

/** Who signs, as typed the last time. */
export async function readSigner(ports: Pick<Newsroom, 'read'>): Promise<SignerForm> {
  return ports.read(signerIn);
}

async function signerIn(stores: Pick<ReadStores, 'office'>): Promise<SignerForm> {
  return ((await stores.office.setting(SIGNER)) as SignerForm | null) ?? nobody;
}

/** Remembers who signs, for the next letter. */
export async function setSigner(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  signer: SignerForm,
): Promise<Outcome<SignerForm>> {
  return ports.write(async (stores) => {
    const before = await signerIn(stores);
    if (JSON.stringify(before) === JSON.stringify(signer)) return done(signer);
    await stores.office.setSetting(SIGNER, signer);
    await stores.audit.append({
      caller,
      act: 'agenda.set-signer',
      subject: { kind: 'office', id: 'office' },
      details: { position: signer.position, name: signer.name },
    });
    return done(signer);
  });
}

/**
 * The Surat Tugas of the crews of these events, by start. Refuses: `not_found` for an event that is not there (for this caller),
 * `state_not_possible` for one that does not take place, `crew_missing` when nobody is assigned.
 */
export async function makeAssignmentLetter(
  ports: Pick<Newsroom, 'read' | 'clock' | 'files'>,
  caller: Caller,
  input: { readonly eventIds: readonly Id[]; readonly number: string; readonly language: Language },
): Promise<Outcome<AssignmentLetter>> {
  const found = await ports.read(async (stores) => ({
    office: await stores.office.get(),
    events: await stores.events.byIds([...new Set(input.eventIds)]),
    letters: await stores.agendaOut.lettersOf(input.eventIds),
    signer: await signerIn(stores),
  }));
  const { office, letters, signer } = found;
  const events = found.events.filter((event) => maySee(caller, event));
  if (office === null || events.length === 0 || events.length < new Set(input.eventIds).size)
    return refused('not_found');
  const off = events.find(({ state }) => state === 'cancelled');
  if (off !== undefined) return refused('state_not_possible', { from: off.state, to: 'assigned' });
  const people = peopleOf(events);
  if (people.length === 0) return refused('crew_missing');
  return done({
    language: input.language,
    head: await paperHead(ports, office, 'internal'),
    number: input.number.trim(),
    basis: letters,
    people,
    events,
    city: office.city,
    day: ports.clock.now().toZonedDateTimeISO(office.zone).toPlainDate().toString(),
    signer,
  });
}
