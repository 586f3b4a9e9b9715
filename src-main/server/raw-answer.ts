import { type RawRouteName, rawRoutes } from '../contract/routes.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../newsroom/caller.ts';
import { refused } from '../newsroom/outcome.ts';
import { shareScreen } from '../procedures/agenda-files-raw.ts';
import { stoppedAt } from '../procedures/answer.ts';
import { bugReport } from '../procedures/bug-report.ts';
import { refusalResponse } from '../procedures/raw.ts';
import { readBody } from './read-body.ts';

const routes = (Object.keys(rawRoutes) as RawRouteName[]).map((name) => {
  const route = rawRoutes[name];
  const pattern = new RegExp(`^${route.path.replace(/:([a-zA-Z][a-zA-Z0-9]*)/g, '(?<$1>[^/]+)')}$`);
  return { name, route, pattern };
});

/**
 * Finds the raw route, checks who asks and how many bytes come, and hands over.
 * @param log told of a handler that throws, which is a bug and answers 500
 */
export async function rawAnswer(
  core: Core,
  caller: Caller | null,
  request: Request,
  url: URL,
  log: (line: string) => void,
): Promise<Response> {
  for (const { name, route, pattern } of routes) {
    const match = route.method === request.method ? pattern.exec(url.pathname) : null;
    const params = match === null ? null : decoded(match.groups ?? {});
    if (params === null) {
      continue;
    }
    const stopped = stoppedAt(route.asks, caller);
    if (stopped !== null || caller === null) {
      // a person looks at the answer, not a page
      if (name === 'share') return shareScreen('masuk');
      return refusalResponse(stopped ?? refused('not_signed_in').refusal, caller === null ? 401 : 403);
    }
    const body = await readBody(request, route.maxBytes);
    if (body === 'gone') {
      return new Response(null, { status: 400 });
    }
    if (body === null) {
      if (name === 'share') return shareScreen('gagal');
      return refusalResponse(refused('invalid', { maxBytes: route.maxBytes }).refusal, 413);
    }
    const { headers, signal } = request;
    const response = await core.raw[name]({ caller, params, query: url.searchParams, headers, body, signal }).catch(
      (error: unknown) => {
        log(bugReport(`raw ${name}`, error, [params, Object.fromEntries(url.searchParams)]));
        return new Response('something went wrong here', { status: 500 });
      },
    );
    // bytes from outside are never to be run or sniffed, wherever they are opened
    response.headers.set('x-content-type-options', 'nosniff');
    response.headers.set('content-security-policy', "default-src 'none'; sandbox");
    return response;
  }
  return new Response('not found', { status: 404 });
}

/** The values of an address, or null when one of them is no encoding of anything. */
function decoded(groups: Readonly<Record<string, string>>): Record<string, string> | null {
  try {
    return Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]));
  } catch {
    return null;
  }
}
