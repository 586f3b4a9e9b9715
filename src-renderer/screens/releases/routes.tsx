import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';
import { listSearchSchema, type Shown } from './shown.ts';

const list = createRoute({
  getParentRoute: () => officeRoute,
  path: '/siaran-pers',
  staticData: { crumb: (w) => w.frame.releases },
  validateSearch: (search: { tampil?: Shown; cari?: string }) => listSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./release-list.tsx'), 'ReleaseList'),
});

const one = createRoute({
  getParentRoute: () => officeRoute,
  path: '/siaran-pers/$releaseId',
  staticData: { above: { to: '/siaran-pers', crumb: (w) => w.frame.releases } },
  component: lazyRouteComponent(() => import('./release-screen.tsx'), 'ReleaseScreen'),
});

export const releaseRoutes = [list, one] as const;
