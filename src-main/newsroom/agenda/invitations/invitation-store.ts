import type { Id } from '../../../contract/basics.ts';
import type { Attachment } from '../../../contract/event-parts.ts';
import type { Invitation, InvitationState } from '../../../contract/invitations.ts';

/** What a file belongs to: exactly one of the two. */
export interface AttachmentOwner {
  readonly eventId: Id | null;
  readonly invitationId: Id | null;
}

export interface InvitationStore {
  byId(id: Id): Promise<Invitation | null>;
  /** Newest first. */
  list(
    filter: {
      readonly states?: readonly InvitationState[] | undefined;
      readonly eventId?: Id | undefined;
      readonly text?: string | undefined;
      /** Of one of its files. */
      readonly sha256?: string | undefined;
    },
    most: number,
  ): Promise<Invitation[]>;
  /** Without its attachments: they have rows of their own. */
  insert(invitation: Invitation): Promise<void>;
  update(invitation: Invitation): Promise<void>;
  /** With its attachments; their bytes stay. */
  remove(id: Id): Promise<void>;
  /** Of the event itself, not of its invitations. */
  attachmentsOf(eventId: Id): Promise<Attachment[]>;
  attachment(id: Id): Promise<(Attachment & AttachmentOwner) | null>;
  attach(attachment: Attachment, owner: AttachmentOwner): Promise<void>;
  detach(id: Id): Promise<void>;
}
