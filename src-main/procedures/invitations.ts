import { attachFile, detachFile, eventAttachments } from '../newsroom/agenda/invitations/attachments.ts';
import {
  addInvitation,
  changeInvitation,
  findInvitation,
  linkInvitation,
  listInvitations,
  setInvitationState,
} from '../newsroom/agenda/invitations/invitations.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { answer, entries } from './answer.ts';

export function invitationProcedures(newsroom: Newsroom) {
  const { invitations } = entries;
  return {
    list: invitations.list.handler(answer((caller, input) => listInvitations(newsroom, caller, input))),
    get: invitations.get.handler(answer((caller, input) => findInvitation(newsroom, caller, input.id))),
    add: invitations.add.handler(answer((caller, input) => addInvitation(newsroom, caller, input))),
    change: invitations.change.handler(answer((caller, input) => changeInvitation(newsroom, caller, input))),
    link: invitations.link.handler(answer((caller, input) => linkInvitation(newsroom, caller, input))),
    setState: invitations.setState.handler(answer((caller, input) => setInvitationState(newsroom, caller, input))),
    attachments: invitations.attachments.handler(
      answer((caller, input) => eventAttachments(newsroom, caller, input.eventId)),
    ),
    attach: invitations.attach.handler(answer((caller, input) => attachFile(newsroom, caller, input))),
    detach: invitations.detach.handler(answer((caller, input) => detachFile(newsroom, caller, input.id))),
  };
}
