import type { Newsroom } from '../newsroom/newsroom.ts';
import { agendaProcedures } from './agenda.ts';
import { agendaFileProcedures } from './agenda-files.ts';
import { agendaOutProcedures } from './agenda-out.ts';
import { agendaSettingsProcedures } from './agenda-settings.ts';
import { entries } from './answer.ts';
import { approvalProcedures } from './approval.ts';
import { auditProcedures } from './audit.ts';
import { backupProcedures } from './backup.ts';
import { channelsProcedures } from './channels.ts';
import { distributionProcedures } from './distribution.ts';
import { invitationProcedures } from './invitations.ts';
import { noticesProcedures } from './notices.ts';
import { officeProcedures } from './office.ts';
import { partnersProcedures } from './partners.ts';
import { peopleProcedures } from './people.ts';
import { photoProcedures } from './photos.ts';
import { registerProcedures } from './register.ts';
import { releaseTextProcedures } from './release-text.ts';
import { releasesProcedures } from './releases.ts';
import { rosterProcedures } from './roster.ts';
import { sessionProcedures } from './session.ts';
import { siteProcedures } from './site.ts';
import { whatsappProcedures } from './whatsapp.ts';

/** Every entry of the contract with its procedure; one that is missing does not compile. */
export function proceduresOf(newsroom: Newsroom) {
  return entries.router({
    session: sessionProcedures(newsroom),
    office: officeProcedures(newsroom),
    people: peopleProcedures(newsroom),
    backup: backupProcedures(newsroom),
    register: registerProcedures(newsroom),
    photos: photoProcedures(newsroom),
    audit: auditProcedures(newsroom),
    agenda: agendaProcedures(newsroom),
    agendaOut: agendaOutProcedures(newsroom),
    agendaFiles: agendaFileProcedures(newsroom),
    notices: noticesProcedures(newsroom),
    roster: rosterProcedures(newsroom),
    agendaSettings: agendaSettingsProcedures(newsroom),
    invitations: invitationProcedures(newsroom),
    partners: partnersProcedures(newsroom),
    channels: channelsProcedures(newsroom),
    distribution: distributionProcedures(newsroom),
    site: siteProcedures(newsroom),
    whatsapp: whatsappProcedures(newsroom),
    releases: releasesProcedures(newsroom),
    releaseText: releaseTextProcedures(newsroom),
    approval: approvalProcedures(newsroom),
  });
}
