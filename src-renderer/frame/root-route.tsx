import { createRootRoute, Outlet } from '@tanstack/react-router';
import type { Words } from '../words/words.tsx';
import { Calm } from './calm.tsx';
import { Gate } from './gate.tsx';
import { NoPlace } from './no-place.tsx';
import { OfficeFrame } from './office-frame.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Name of the place in the breadcrumb and the window title: `(w) => w.agenda.title`. A screen adds its own thing with useCrumb. */
    crumb?: (words: Words) => string;
    /** The place above it, where the address does not say it: `{ to: '/siaran-pers', crumb: (w) => w.frame.releases }`. */
    above?: { readonly to: string; readonly crumb: (words: Words) => string };
  }
}

/** Parent of every screen: `createRoute({ getParentRoute: () => officeRoute, path: '/agenda', ... })`. */
export const officeRoute = createRootRoute({
  component: () => (
    <Gate>
      <OfficeFrame>
        <Outlet />
      </OfficeFrame>
    </Gate>
  ),
  errorComponent: Calm,
  notFoundComponent: NoPlace,
});
