import { officeAndPeople } from './001-office-and-people.ts';
import { agenda } from './002-agenda.ts';
import { releases } from './003-releases.ts';
import { photos } from './004-photos.ts';
import { distribution } from './005-distribution.ts';
import { approval } from './006-approval.ts';
import { acceptedProposals } from './007-accepted-proposals.ts';
import { devicesAndPins } from './008-devices-and-pins.ts';
import { agendaInDepth } from './009-agenda-in-depth.ts';
import { agendaImports } from './010-agenda-imports.ts';
import { calendarSubscriptions } from './011-calendar-subscriptions.ts';
import { noticesAndRoster } from './012-notices-and-roster.ts';
import { importViews } from './013-import-views.ts';
import { landingImports } from './014-landing-imports.ts';
import { openDespite } from './015-open-despite.ts';
import type { Migration } from './migration.ts';

/** In order; a static list because the core is bundled. */
export const migrations: readonly Migration[] = [
  officeAndPeople,
  agenda,
  releases,
  photos,
  distribution,
  approval,
  acceptedProposals,
  devicesAndPins,
  agendaInDepth,
  agendaImports,
  calendarSubscriptions,
  noticesAndRoster,
  importViews,
  landingImports,
  openDespite,
];
