import { agenda } from './agenda.ts';
import { approval } from './approval.ts';
import { audit } from './audit.ts';
import { distribution } from './distribution.ts';
import { eventParts } from './event-parts.ts';
import { files } from './files.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { mail } from './mail.ts';
import { notices } from './notices.ts';
import { palette } from './palette.ts';
import { partners } from './partners.ts';
import { photos } from './photos.ts';
import { releases } from './releases.ts';
import { settings } from './settings.ts';
import { start } from './start.ts';
import { states } from './states.ts';

/** All Indonesian words, one entry per area. */
export const id = {
  partners,
  mail,
  distribution,
  agenda,
  eventParts,
  notices,
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
};
