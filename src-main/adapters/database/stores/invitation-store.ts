import type { Kysely, Selectable } from 'kysely';
import type { Attachment } from '../../../contract/event-parts.ts';
import type { Invitation } from '../../../contract/invitations.ts';
import type { InvitationStore } from '../../../newsroom/agenda/invitations/invitation-store.ts';
import type { Tables } from '../tables/index.ts';

export function invitationStore(db: Kysely<Tables>): InvitationStore {
  async function whole(rows: Selectable<Tables['invitation']>[]): Promise<Invitation[]> {
    if (rows.length === 0) return [];
    const files = await db
      .selectFrom('attachment')
      .selectAll()
      .where(
        'invitation_id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('id')
      .execute();
    const filesOf = Map.groupBy(files, (file) => file.invitation_id);
    return rows.map((row) => toInvitation(row, (filesOf.get(row.id) ?? []).map(toAttachment)));
  }

  return {
    async byId(id) {
      return (await whole(await db.selectFrom('invitation').selectAll().where('id', '=', id).execute()))[0] ?? null;
    },
    async list(filter, most) {
      let query = db
        .selectFrom('invitation')
        .selectAll()
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most);
      if (filter.states && filter.states.length > 0) query = query.where('state', 'in', [...filter.states]);
      if (filter.eventId !== undefined) query = query.where('event_id', '=', filter.eventId);
      const { sha256 } = filter;
      if (sha256 !== undefined)
        query = query.where('id', 'in', (of) =>
          of
            .selectFrom('attachment')
            .select((row) => row.ref('invitation_id').$notNull().as('id'))
            .where('sha256', '=', sha256)
            .where('invitation_id', 'is not', null),
        );
      for (const word of (filter.text ?? '').split(/\s+/).filter((part) => part !== '')) {
        const pattern = `%${word.replace(/[\\%_]/g, (character) => `\\${character}`)}%`.toLowerCase();
        query = query.where((where) =>
          where.or(
            (['letter_no', 'organizer', 'subject', 'note'] as const).map((column) =>
              where(where.fn<string>('lower', [column]), 'like', pattern),
            ),
          ),
        );
      }
      return whole(await query.execute());
    },
    async insert(invitation) {
      await db.insertInto('invitation').values(toRow(invitation)).execute();
    },
    async update(invitation) {
      await db.updateTable('invitation').set(toRow(invitation)).where('id', '=', invitation.id).execute();
    },
    async remove(id) {
      await db.deleteFrom('invitation').where('id', '=', id).execute();
    },
    async attachmentsOf(eventId) {
      const rows = await db
        .selectFrom('attachment')
        .selectAll()
        .where('event_id', '=', eventId)
        .orderBy('id')
        .execute();
      return rows.map(toAttachment);
    },
    async attachment(id) {
      const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined
        ? null
        : { ...toAttachment(row), eventId: row.event_id, invitationId: row.invitation_id };
    },
    async attach(attachment, owner) {
      await db
        .insertInto('attachment')
        .values({
          id: attachment.id,
          event_id: owner.eventId,
          invitation_id: owner.invitationId,
          what: attachment.what,
          name: attachment.name,
          kind: attachment.kind,
          pages: attachment.pages,
          bytes: attachment.bytes,
          sha256: attachment.sha256,
          added_at: attachment.addedAt,
          added_by: attachment.addedBy,
        })
        .execute();
    },
    async detach(id) {
      await db.deleteFrom('attachment').where('id', '=', id).execute();
    },
  };
}

function toAttachment(row: Selectable<Tables['attachment']>): Attachment {
  return {
    id: row.id,
    what: row.what as Attachment['what'],
    name: row.name,
    kind: row.kind as Attachment['kind'],
    pages: row.pages,
    bytes: row.bytes,
    sha256: row.sha256,
    addedAt: row.added_at,
    addedBy: row.added_by,
  };
}

function toInvitation(row: Selectable<Tables['invitation']>, attachments: Attachment[]): Invitation {
  return {
    id: row.id,
    letterNo: row.letter_no,
    letterDay: row.letter_day,
    organizer: row.organizer,
    subject: row.subject,
    venue: row.venue,
    note: row.note,
    text: row.text,
    state: row.state as Invitation['state'],
    eventId: row.event_id,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    attachments,
    version: row.version,
  };
}

function toRow(invitation: Invitation): Tables['invitation'] {
  return {
    id: invitation.id,
    letter_no: invitation.letterNo,
    letter_day: invitation.letterDay,
    organizer: invitation.organizer,
    subject: invitation.subject,
    venue: invitation.venue,
    note: invitation.note,
    text: invitation.text,
    state: invitation.state,
    event_id: invitation.eventId,
    received_at: invitation.receivedAt,
    received_by: invitation.receivedBy,
    version: invitation.version,
  };
}
