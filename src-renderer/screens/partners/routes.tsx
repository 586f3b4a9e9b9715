import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

export const partnerParts = ['wartawan', 'media', 'grup'] as const;
export type PartnerPart = (typeof partnerParts)[number];

const partners = createRoute({
  getParentRoute: () => officeRoute,
  path: '/mitra',
  staticData: { crumb: (w) => w.partners.title },
  validateSearch: (search: Record<string, unknown>): { bagian: PartnerPart; id?: string } => ({
    bagian: partnerParts.find((part) => part === search.bagian) ?? 'wartawan',
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
  }),
  component: lazyRouteComponent(() => import('./partners.tsx'), 'Partners'),
});

export const partnerRoutes = [partners] as const;
