import { agenda } from './agenda.ts';
import { agendaOut } from './agenda-out.ts';
import { agendaRules } from './agenda-rules.ts';
import { approval } from './approval.ts';
import { audit } from './audit.ts';
import { distribution } from './distribution.ts';
import { duties } from './duties.ts';
import { eventParts } from './event-parts.ts';
import { files } from './files.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { invitations } from './invitations.ts';
import { mail } from './mail.ts';
import { notices } from './notices.ts';
import { officials } from './officials.ts';
import { palette } from './palette.ts';
import { partners } from './partners.ts';
import { paste } from './paste.ts';
import { photos } from './photos.ts';
import { releases } from './releases.ts';
import { repeat } from './repeat.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { views } from './views.ts';

/** All Indonesian words, one entry per area. */
export const id = {
  partners,
  paste,
  mail,
  invitations,
  distribution,
  agenda,
  agendaRules,
  agendaOut,
  eventParts,
  notices,
  officials,
  roster,
  repeat,
  files,
  frame,
  forms,
  states,
  audit,
  home,
  palette,
  settings,
  start,
  releases,
  approval,
  photos,
  views,
  duties,
};
