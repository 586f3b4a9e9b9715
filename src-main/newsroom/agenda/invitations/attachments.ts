import type { Id } from '../../../contract/basics.ts';
import type { Attachment } from '../../../contract/event-parts.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { readingOf } from '../files/readings.ts';
import { isOutside, maySee } from '../may-see.ts';
import type { AttachmentOwner } from './invitation-store.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'files' | 'ids' | 'clock' | 'readings'>;

/** A sent file, kept for good, and the words that were read in it; its row is yet to be written. */
export interface KeptFile {
  readonly attachment: Attachment;
  readonly text: string;
}

const keepable = new Set(['pdf', 'picture', 'document', 'text']);

/**
 * Keeps the bytes of a file that this person has sent; equal bytes are kept once. The row that names them comes after.
 * Refuses: `file_gone` for one that is not held (any more), `file_kind` for a calendar or a table, `disk_full`.
 */
export async function keepFile(
  ports: Ports,
  caller: Caller,
  input: { fileId: Id; what: Attachment['what'] },
): Promise<Outcome<KeptFile>> {
  const view = readingOf(ports.readings, caller.userId, input.fileId)?.view;
  if (!view?.sha256) return refused('file_gone', {}, 'fileId');
  if (view.kind === null || !keepable.has(view.kind)) return refused('file_kind', { name: view.name }, 'fileId');
  const kept = await ports.files.attachments.put(ports.files.incoming.open(input.fileId));
  if (!kept.ok) return kept;
  const kind = view.kind as Attachment['kind'];
  return done({
    text: view.text?.text ?? '',
    attachment: {
      id: ports.ids.next(),
      what: input.what,
      name: view.name,
      kind,
      pages: kind === 'pdf' ? Math.max(1, view.text?.pages ?? 1) : kind === 'picture' ? 1 : 0,
      bytes: kept.value.bytes,
      sha256: kept.value.sha256,
      addedAt: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
      addedBy: caller.name,
    },
  });
}

/** Keeps a sent file with an event or an invitation. */
export async function attachFile(
  ports: Ports,
  caller: Caller,
  input: { fileId: Id; what: Attachment['what']; eventId?: Id | undefined; invitationId?: Id | undefined },
): Promise<Outcome<Attachment>> {
  const owner: AttachmentOwner = { eventId: input.eventId ?? null, invitationId: input.invitationId ?? null };
  if ((owner.eventId === null) === (owner.invitationId === null)) return refused('invalid', {}, 'eventId');
  const kept = await keepFile(ports, caller, input);
  if (!kept.ok) return kept;
  const { attachment } = kept.value;
  return ports.write(async (stores) => {
    const about =
      owner.eventId !== null
        ? await stores.events.byId(owner.eventId)
        : await stores.invitations.byId(owner.invitationId ?? '');
    if (about === null) return refused('not_found');
    await stores.invitations.attach(attachment, owner);
    await stores.audit.append({
      caller,
      act: 'agenda.attach',
      subject: owner.eventId ? { kind: 'event', id: about.id } : { kind: 'invitation', id: about.id },
      details: { title: 'title' in about ? about.title : about.subject, file: attachment.name, what: attachment.what },
    });
    stores.happen({ kind: 'agenda.changed', eventIds: owner.eventId ? [owner.eventId] : [] });
    return done(attachment);
  });
}

/** Takes a file off. Its bytes stay: another may name them, and a backup may want them. */
export async function detachFile(ports: Ports, caller: Caller, id: Id): Promise<Outcome<{ id: Id }>> {
  return ports.write(async (stores) => {
    const found = await stores.invitations.attachment(id);
    if (found === null) return refused('not_found');
    await stores.invitations.detach(id);
    await stores.audit.append({
      caller,
      act: 'agenda.detach',
      subject: found.eventId
        ? { kind: 'event', id: found.eventId }
        : { kind: 'invitation', id: found.invitationId ?? '' },
      details: { name: found.name, sha256: found.sha256 },
    });
    stores.happen({ kind: 'agenda.changed', eventIds: found.eventId ? [found.eventId] : [] });
    return done({ id });
  });
}

/** A file that the caller may open: of an event they may see, or a letter of the office. */
export async function openAttachment(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<Attachment>> {
  return ports.read(async (stores) => {
    const found = await stores.invitations.attachment(id);
    if (found === null || isOutside(caller)) return refused('not_found');
    const event = found.eventId === null ? null : await stores.events.byId(found.eventId);
    return event === null || maySee(caller, event) ? done(found) : refused('not_found');
  });
}

/** Files of an event and of its invitations, for who may see them. */
export async function eventAttachments(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  eventId: Id,
): Promise<Outcome<Attachment[]>> {
  return ports.read(async (stores) => {
    const event = await stores.events.byId(eventId);
    if (event === null || !maySee(caller, event)) return refused('not_found');
    if (isOutside(caller)) return done([]);
    const letters = await stores.invitations.list({ eventId }, 20);
    const own = await stores.invitations.attachmentsOf(eventId);
    return done([...letters.flatMap((letter) => letter.attachments), ...own]);
  });
}
