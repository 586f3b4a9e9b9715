import { officeRoute } from '../frame/root-route.tsx';
import { homeRoutes } from './home/routes.tsx';
import { photoRoutes } from './photos/routes.tsx';
import { releaseRoutes } from './releases/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';

/** Every screen. A slice exports its routes as a list (`[...] as const`) and adds one line here. */
export const routeTree = officeRoute.addChildren([...homeRoutes, ...photoRoutes, ...releaseRoutes, ...settingsRoutes]);
