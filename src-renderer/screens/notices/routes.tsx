import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const inbox = createRoute({
  getParentRoute: () => officeRoute,
  path: '/kabar',
  staticData: { crumb: (w) => w.notices.title },
  component: lazyRouteComponent(() => import('./inbox.tsx'), 'Inbox'),
});

export const noticeRoutes = [inbox] as const;
