import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../frame/root-route.tsx';

export type AgendaView = 'hari' | 'pekan' | 'daftar';

/** What the address of the agenda says; everything may be left out. */
export interface AgendaSearch {
  lihat?: AgendaView;
  /** A day of what is shown: `2025-11-20`. */
  tanggal?: string;
  cari?: string;
  pimpinan?: string;
  rilis?: true;
}

function readSearch(search: Record<string, unknown>): AgendaSearch {
  const { lihat, tanggal, cari, pimpinan, rilis } = search;
  return {
    ...(lihat === 'hari' || lihat === 'pekan' || lihat === 'daftar' ? { lihat } : {}),
    ...(typeof tanggal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(tanggal) ? { tanggal } : {}),
    ...(typeof cari === 'string' && cari !== '' ? { cari } : {}),
    ...(typeof pimpinan === 'string' ? { pimpinan } : {}),
    ...(rilis === true ? { rilis } : {}),
  };
}

const agendaRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/agenda',
  staticData: { crumb: (w) => w.frame.agenda },
});
const index = createRoute({
  getParentRoute: () => agendaRoute,
  path: '/',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./agenda.tsx'), 'Agenda'),
});
const create = createRoute({
  getParentRoute: () => agendaRoute,
  path: '/baru',
  staticData: { crumb: (w) => w.agenda.createTitle },
  validateSearch: (search: Record<string, unknown>): { tanggal?: string } => {
    const { tanggal } = readSearch(search);
    return tanggal ? { tanggal } : {};
  },
  component: lazyRouteComponent(() => import('./new-event.tsx'), 'NewEvent'),
});
const paste = createRoute({
  getParentRoute: () => agendaRoute,
  path: '/tempel',
  staticData: { crumb: (w) => w.agenda.pasteTitle },
  validateSearch: ({ bagikan }: Record<string, unknown>): { bagikan?: string } =>
    typeof bagikan === 'string' ? { bagikan } : {},
  component: lazyRouteComponent(() => import('./paste/paste-page.tsx'), 'PastePage'),
});
const event = createRoute({
  getParentRoute: () => agendaRoute,
  path: '/$eventId',
  component: lazyRouteComponent(() => import('./event-page.tsx'), 'EventPage'),
});
const change = createRoute({
  getParentRoute: () => agendaRoute,
  path: '/$eventId/ubah',
  staticData: { crumb: (w) => w.agenda.changeTitle },
  component: lazyRouteComponent(() => import('./change-event.tsx'), 'ChangeEvent'),
});

export const agendaRoutes = [agendaRoute.addChildren([index, create, paste, event, change])] as const;
