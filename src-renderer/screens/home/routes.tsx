import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const home = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  staticData: { crumb: (w) => w.frame.home },
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
});

export const homeRoutes = [home] as const;
