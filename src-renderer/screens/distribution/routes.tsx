import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';
import type { Words } from '../../words/words.tsx';

const distribution = { to: '/distribusi', crumb: (w: Words) => w.frame.distribution };

const overview = createRoute({
  getParentRoute: () => officeRoute,
  path: '/distribusi',
  staticData: { crumb: (w) => w.frame.distribution },
  component: lazyRouteComponent(() => import('./overview.tsx'), 'DistributionOverview'),
});
const sampleMails = createRoute({
  getParentRoute: () => officeRoute,
  path: '/distribusi/surel-contoh',
  staticData: { crumb: (w) => w.distribution.mails, above: distribution },
  validateSearch: (search: Record<string, unknown>): { surel?: string } =>
    typeof search.surel === 'string' ? { surel: search.surel } : {},
  component: lazyRouteComponent(() => import('./sample-mails.tsx'), 'SampleMails'),
});
const send = createRoute({
  getParentRoute: () => officeRoute,
  path: '/distribusi/$releaseId',
  staticData: { crumb: (w) => w.distribution.send, above: distribution },
  component: lazyRouteComponent(() => import('./send.tsx'), 'SendRelease'),
});

export const distributionRoutes = [overview, sampleMails, send] as const;
