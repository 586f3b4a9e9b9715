import type { Id } from '../../../contract/basics.ts';
import type { Invitation, InvitationFields, InvitationState } from '../../../contract/invitations.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Stores } from '../../stores.ts';
import { isOutside } from '../may-see.ts';
import { type KeptFile, keepFile } from './attachments.ts';

/** A list longer than this is asked for by words. */
const MOST = 200;

type Ports = Pick<Newsroom, 'read' | 'write' | 'files' | 'ids' | 'clock' | 'readings'>;
type Seen = { readonly id: Id; readonly version: number };

/** Letters of the office, newest first; none for who is outside of it. */
export async function listInvitations(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  filter: {
    states?: InvitationState[] | undefined;
    eventId?: Id | undefined;
    text?: string | undefined;
    sha256?: string | undefined;
  },
): Promise<Outcome<Invitation[]>> {
  if (isOutside(caller)) return done([]);
  return done(await ports.read((stores) => stores.invitations.list(filter, MOST)));
}

export async function findInvitation(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<Invitation>> {
  const found = isOutside(caller) ? null : await ports.read((stores) => stores.invitations.byId(id));
  return found === null ? refused('not_found') : done(found);
}

/** Keeps a letter, waiting or at once with its event, and the file it came as. */
export async function addInvitation(
  ports: Ports,
  caller: Caller,
  input: Partial<InvitationFields> & { subject: string; fileId?: Id | undefined; eventId?: Id | undefined },
): Promise<Outcome<Invitation>> {
  const kept = input.fileId ? await keepFile(ports, caller, { fileId: input.fileId, what: 'letter' }) : null;
  if (kept && !kept.ok) return kept;
  return ports.write((stores) => addInvitationIn(ports, stores, caller, input, kept?.value ?? null));
}

/** The same inside a transaction that does more; its file is kept already. */
export async function addInvitationIn(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  input: Partial<InvitationFields> & { subject: string; eventId?: Id | undefined },
  kept: KeptFile | null,
): Promise<Outcome<Invitation>> {
  if (input.eventId && (await stores.events.byId(input.eventId)) === null) return refused('not_found', {}, 'eventId');
  const invitation: Invitation = {
    id: ports.ids.next(),
    letterNo: input.letterNo ?? '',
    letterDay: input.letterDay ?? null,
    organizer: input.organizer ?? '',
    subject: input.subject,
    venue: input.venue ?? '',
    note: input.note ?? '',
    text: kept?.text ?? '',
    state: input.eventId ? 'scheduled' : 'waiting',
    eventId: input.eventId ?? null,
    receivedAt: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
    receivedBy: caller.name,
    attachments: kept ? [kept.attachment] : [],
    version: 1,
  };
  await stores.invitations.insert(invitation);
  if (kept) await stores.invitations.attach(kept.attachment, { eventId: null, invitationId: invitation.id });
  await record(stores, caller, invitation, 'agenda.invitation-added', {});
  return done(invitation);
}

export async function changeInvitation(
  ports: Ports,
  caller: Caller,
  { id, version, ...given }: Partial<InvitationFields> & Seen,
): Promise<Outcome<Invitation>> {
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return keep(ports, caller, { id, version }, (before) => done({ ...before, ...fields }));
}

/** Ties a letter to its event or unties it. */
export async function linkInvitation(
  ports: Ports,
  caller: Caller,
  input: Seen & { eventId: Id | null },
): Promise<Outcome<Invitation>> {
  return keep(ports, caller, input, async (before, stores) => {
    if (input.eventId && (await stores.events.byId(input.eventId)) === null) return refused('not_found', {}, 'eventId');
    return done({ ...before, eventId: input.eventId, state: input.eventId ? 'scheduled' : 'waiting' });
  });
}

/** Declines a letter, or has it wait again. One that has an event is untied from it. */
export async function setInvitationState(
  ports: Ports,
  caller: Caller,
  input: Seen & { state: 'waiting' | 'declined'; note?: string | undefined },
): Promise<Outcome<Invitation>> {
  return keep(ports, caller, input, (before) =>
    done({ ...before, state: input.state, eventId: null, note: input.note?.trim() || before.note }),
  );
}

async function keep(
  ports: Ports,
  caller: Caller,
  seen: Seen,
  change: (before: Invitation, stores: Stores) => Outcome<Invitation> | Promise<Outcome<Invitation>>,
): Promise<Outcome<Invitation>> {
  return ports.write(async (stores) => {
    const before = await stores.invitations.byId(seen.id);
    if (before === null) return refused('not_found');
    if (before.version !== seen.version) return refused('changed_meanwhile', { title: before.subject });
    const changed = await change(before, stores);
    return changed.ok ? done(await updateInvitation(stores, caller, before, changed.value)) : changed;
  });
}

/** Writes a letter as it is now and what changed of it; inside a transaction that has looked at it. */
export async function updateInvitation(
  stores: Stores,
  caller: Caller,
  before: Invitation,
  changed: Invitation,
): Promise<Invitation> {
  const after = { ...changed, version: before.version + 1 };
  await stores.invitations.update(after);
  const fields = (Object.keys(after) as (keyof Invitation)[]).filter(
    (field) =>
      field !== 'version' && field !== 'text' && JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  await record(stores, caller, after, 'agenda.invitation-changed', {
    changes: fields.map((field) => ({ field, old: before[field], new: after[field] })),
  });
  return after;
}

async function record(
  stores: Stores,
  caller: Caller,
  invitation: Invitation,
  act: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await stores.audit.append({
    caller,
    act,
    subject: { kind: 'invitation', id: invitation.id },
    details: { title: invitation.subject, letterNo: invitation.letterNo, state: invitation.state, ...details },
  });
  stores.happen({ kind: 'agenda.changed', eventIds: invitation.eventId ? [invitation.eventId] : [] });
}
