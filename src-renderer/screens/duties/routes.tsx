import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const duties = createRoute({
  getParentRoute: () => officeRoute,
  path: '/tugas',
  staticData: { crumb: (w) => w.duties.title },
  component: lazyRouteComponent(() => import('./my-duties.tsx'), 'MyDuties'),
});

export const dutyRoutes = [duties] as const;
