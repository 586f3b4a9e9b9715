import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../frame/root-route.tsx';
import type { Words } from '../../words/words.tsx';
import { Inbox } from './inbox.tsx';

const releases = { to: '/siaran-pers', crumb: (w: Words) => w.frame.releases };

const inbox = createRoute({
  getParentRoute: () => officeRoute,
  path: '/siaran-pers/menunggu',
  staticData: { crumb: (w) => w.approval.inbox, above: releases },
  // its list stands on Beranda, so it is there from the start
  component: Inbox,
});

const sheet = createRoute({
  getParentRoute: () => officeRoute,
  path: '/siaran-pers/$releaseId/acc',
  staticData: { crumb: (w) => w.approval.sheet, above: releases },
  component: lazyRouteComponent(() => import('./sheet-screen.tsx'), 'SheetScreen'),
});

const compareSearch = z.object({
  lama: z.number().int().catch(1),
  /** Left out: the draft as it stands. */
  baru: z.number().int().optional().catch(undefined),
});

const compare = createRoute({
  getParentRoute: () => officeRoute,
  path: '/siaran-pers/$releaseId/bandingkan',
  staticData: { crumb: (w) => w.approval.compare, above: releases },
  validateSearch: (search: { lama: number; baru?: number | undefined }) => compareSearch.parse(search),
  component: lazyRouteComponent(() => import('./compare-screen.tsx'), 'CompareScreen'),
});

export const approvalRoutes = [inbox, sheet, compare] as const;
