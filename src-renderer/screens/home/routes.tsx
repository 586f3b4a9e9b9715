import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const home = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  staticData: { crumb: (w) => w.frame.home },
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
});

const paste = createRoute({
  getParentRoute: () => officeRoute,
  path: '/mulai',
  staticData: { crumb: (w) => w.home.paste },
  component: lazyRouteComponent(() => import('../start/first-agenda.tsx'), 'FirstAgenda'),
});

export const homeRoutes = [home, paste] as const;
