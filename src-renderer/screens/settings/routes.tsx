import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const settings = createRoute({
  getParentRoute: () => officeRoute,
  path: '/pengaturan',
  staticData: { crumb: (w) => w.frame.settings },
  component: lazyRouteComponent(() => import('./settings.tsx'), 'Settings'),
});

export const settingsRoutes = [settings] as const;
