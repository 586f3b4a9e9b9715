import { createRouter } from '@tanstack/react-router';
import { Calm } from './frame/calm.tsx';
import { routeTree } from './screens/routes.tsx';

/** The URL is the place: back, reload and a pasted link work. */
export const router = createRouter({
  routeTree,
  defaultErrorComponent: Calm,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
