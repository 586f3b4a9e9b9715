import { officeRoute } from '../frame/root-route.tsx';
import { agendaRoutes } from './agenda/routes.tsx';
import { approvalRoutes } from './approval/routes.tsx';
import { distributionRoutes } from './distribution/routes.tsx';
import { dutyRoutes } from './duties/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { invitationRoutes } from './invitations/routes.tsx';
import { noticeRoutes } from './notices/routes.tsx';
import { partnerRoutes } from './partners/routes.tsx';
import { photoRoutes } from './photos/routes.tsx';
import { releaseRoutes } from './releases/routes.tsx';
import { rosterRoutes } from './roster/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';

/** Every screen. A slice exports its routes as a list (`[...] as const`) and adds one line here. */
export const routeTree = officeRoute.addChildren([
  ...homeRoutes,
  ...agendaRoutes,
  ...dutyRoutes,
  ...invitationRoutes,
  ...noticeRoutes,
  ...rosterRoutes,
  ...distributionRoutes,
  ...photoRoutes,
  ...partnerRoutes,
  ...releaseRoutes,
  ...approvalRoutes,
  ...settingsRoutes,
]);
