import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

const roster = createRoute({
  getParentRoute: () => officeRoute,
  path: '/piket',
  staticData: { crumb: (w) => w.roster.title, above: { to: '/agenda', crumb: (w) => w.frame.agenda } },
  validateSearch: ({ bulan }: Record<string, unknown>): { bulan?: string } =>
    typeof bulan === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(bulan) ? { bulan } : {},
  component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
});

export const rosterRoutes = [roster] as const;
