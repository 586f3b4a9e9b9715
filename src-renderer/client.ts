import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Contract } from '../src-main/contract/index.ts';
import { type Refusal, refusalSchema } from '../src-main/contract/refusals.ts';
import { CONTRACT_VERSION } from '../src-main/contract/session.ts';
import { fetchInTime, NoAnswer } from './fetch-in-time.ts';
import { lineDown, lineUp } from './house.ts';
import { corePulse } from './pulse.ts';

/** Sent with every request, so that a core that can no longer serve this page says so (`contract_too_old`). */
export const CONTRACT_HEADER = 'x-kulkul-contract';

const link = new RPCLink({
  // Resolved against the page: works for http(s)://office/ and for app://kulkul/ alike.
  url: () => new URL('/rpc', window.location.href).href,
  headers: () => ({ [CONTRACT_HEADER]: String(CONTRACT_VERSION) }),
  fetch: async (request, init) => {
    try {
      const response = await fetchInTime(request, { ...init, credentials: 'same-origin' });
      // 502 to 504 come from the app's own forwarder or a proxy: the core behind it is away.
      if (response.status >= 502 && response.status <= 504) lineDown();
      else lineUp();
      return response;
    } catch (error) {
      // one slow request of a core that is heard says nothing about the line
      const heard = error instanceof NoAnswer && corePulse.isBeating;
      if (!heard && !(error instanceof DOMException && error.name === 'AbortError')) lineDown();
      throw error;
    }
  },
});

/** Plain calls: `await rpc.register.addOfficial({ name })`. */
export const rpc: ContractRouterClient<Contract> = createORPCClient(link);

/** The same for TanStack Query: `useQuery(client.register.officials.queryOptions({ input: {} }))`. */
export const client = createTanstackQueryUtils(rpc);

/** The expected refusal in an error, or null when it is something else (no line, a bug). */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null;
  const parsed = refusalSchema.safeParse(error.data);
  return parsed.success ? parsed.data : null;
}

/**
 * Whether the request got no answer of a core: it never reached one, or (`NoAnswer`) none came in time and nobody knows what became
 * of it.
 */
export function isLineDown(error: unknown): boolean {
  if (error instanceof ORPCError) return error.status >= 502 && error.status <= 504;
  return error instanceof TypeError;
}

/** Issues of the core's own input check, where the page's check let something pass. */
export function inputIssuesOf(error: unknown): readonly { path?: readonly PropertyKey[]; message: string }[] {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return [];
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return [];
  return data.issues;
}

/** What to do when the core says that nobody is signed in any more. Set by main.tsx. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

function noticeSignedOut(error: unknown): void {
  if (refusalOf(error)?.code === 'not_signed_in') onSignedOut();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      // Happenings say when to look again; without one, what was seen stays good for a while.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      // what took too long is not asked again by itself: the core is still busy with the first asking
      retry: (count, error) => isLineDown(error) && !(error instanceof NoAnswer) && count < 3,
      retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
