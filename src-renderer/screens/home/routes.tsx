import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';
import { Home } from './home.tsx';

const home = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  staticData: { crumb: (w) => w.frame.home },
  // comes with the frame: it is what everybody opens first
  component: Home,
});

const paste = createRoute({
  getParentRoute: () => officeRoute,
  path: '/mulai',
  staticData: { crumb: (w) => w.home.paste },
  component: lazyRouteComponent(() => import('../start/first-agenda.tsx'), 'FirstAgenda'),
});

export const homeRoutes = [home, paste] as const;
