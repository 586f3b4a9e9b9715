import { agenda } from './agenda.ts';
import { agendaFiles } from './agenda-files.ts';
import { agendaOut } from './agenda-out.ts';
import { agendaSettings } from './agenda-settings.ts';
import { approval } from './approval.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { channels } from './channels.ts';
import { distribution } from './distribution.ts';
import { invitations } from './invitations.ts';
import { notices } from './notices.ts';
import { office } from './office.ts';
import { partners } from './partners.ts';
import { people } from './people.ts';
import { photos } from './photos.ts';
import { register } from './register.ts';
import { releaseText } from './release-text.ts';
import { releases } from './releases.ts';
import { roster } from './roster.ts';
import { session } from './session.ts';
import { site } from './site.ts';
import { whatsapp } from './whatsapp.ts';

/** Everything a face may ask, one entry per area. */
export const contract = {
  session,
  office,
  people,
  register,
  audit,
  releases,
  releaseText,
  approval,
  photos,
  partners,
  channels,
  distribution,
  agenda,
  agendaOut,
  agendaFiles,
  notices,
  roster,
  agendaSettings,
  invitations,
  site,
  whatsapp,
  backup,
};
export type Contract = typeof contract;
