import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type EventKind, type EventState, eventKinds, eventStates } from '../../../src-main/contract/agenda-nouns.ts';
import { officeRoute } from '../../frame/root-route.tsx';
import { type AgendaView, agendaViews } from './views/spans.ts';

/** What the address of the agenda says; everything may be left out. */
export interface AgendaSearch {
  lihat?: AgendaView;
  /** A day of what is shown: `2025-11-20`. */
  tanggal?: string;
  cari?: string;
  pimpinan?: string;
  /** Somebody of the crew. */
  petugas?: string;
  jenis?: EventKind;
  keadaan?: EventState;
  akses?: 'publik' | 'tertutup';
  rilis?: true;
  /** The share dialog stands open, with the letter for the crew. */
  bagikan?: 'surat';
}

function readSearch(search: Record<string, unknown>): AgendaSearch {
  const { lihat, tanggal, cari, pimpinan, petugas, jenis, keadaan, akses, rilis, bagikan } = search;
  const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((one) => one === value);
  const view = oneOf(agendaViews, lihat);
  const kind = oneOf(eventKinds, jenis);
  const state = oneOf(eventStates, keadaan);
  const access = oneOf(['publik', 'tertutup'] as const, akses);
  return {
    ...(view ? { lihat: view } : {}),
    ...(typeof tanggal === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(tanggal) ? { tanggal } : {}),
    ...(typeof cari === 'string' && cari !== '' ? { cari } : {}),
    ...(typeof pimpinan === 'string' ? { pimpinan } : {}),
    ...(typeof petugas === 'string' ? { petugas } : {}),
    ...(kind ? { jenis: kind } : {}),
    ...(state ? { keadaan: state } : {}),
    ...(access ? { akses: access } : {}),
    ...(rilis === true ? { rilis } : {}),
    ...(bagikan === 'surat' ? { bagikan } : {}),
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
  validateSearch: (
    search: Record<string, unknown>,
  ): { tanggal?: string; jam?: string; pimpinan?: string; undangan?: string } => {
    const { tanggal, pimpinan } = readSearch(search);
    const jam = typeof search.jam === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(search.jam) ? search.jam : undefined;
    const { undangan } = search;
    return {
      ...(tanggal ? { tanggal } : {}),
      ...(jam ? { jam } : {}),
      ...(pimpinan ? { pimpinan } : {}),
      ...(typeof undangan === 'string' ? { undangan } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./form/new-event.tsx'), 'NewEvent'),
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
  component: lazyRouteComponent(() => import('./form/change-event.tsx'), 'ChangeEvent'),
});

export const agendaRoutes = [agendaRoute.addChildren([index, create, paste, event, change])] as const;
