import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const photos = createRoute({
  getParentRoute: () => officeRoute,
  path: '/foto',
  staticData: { crumb: (w) => w.frame.photos },
  component: lazyRouteComponent(() => import('./photos.tsx'), 'Photos'),
});

export const photoRoutes = [photos] as const;
