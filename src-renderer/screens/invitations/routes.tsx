import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type InvitationState, invitationStates } from '../../../src-main/contract/invitations.ts';
import { officeRoute } from '../../frame/root-route.tsx';

interface InvitationSearch {
  keadaan?: InvitationState;
  cari?: string;
}

const invitations = createRoute({
  getParentRoute: () => officeRoute,
  path: '/undangan',
  staticData: { crumb: (w) => w.invitations.title, above: { to: '/agenda', crumb: (w) => w.frame.agenda } },
});
const index = createRoute({
  getParentRoute: () => invitations,
  path: '/',
  validateSearch: ({ keadaan, cari }: Record<string, unknown>): InvitationSearch => {
    const state = invitationStates.find((one) => one === keadaan);
    return { ...(state ? { keadaan: state } : {}), ...(typeof cari === 'string' && cari !== '' ? { cari } : {}) };
  },
  component: lazyRouteComponent(() => import('./invitations.tsx'), 'Invitations'),
});
const add = createRoute({
  getParentRoute: () => invitations,
  path: '/baru',
  staticData: { crumb: (w) => w.invitations.add },
  component: lazyRouteComponent(() => import('./add-invitation.tsx'), 'AddInvitation'),
});
const one = createRoute({
  getParentRoute: () => invitations,
  path: '/$invitationId',
  component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
});

export const invitationRoutes = [invitations.addChildren([index, add, one])] as const;
