import { RPCHandler } from '@orpc/server/fetch';
import { ALIVE } from '../contract/desk.ts';
import { rawRoutes } from '../contract/routes.ts';
import { DESKTOP_DEVICE } from '../contract/session.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../newsroom/caller.ts';
import { asksOf } from '../procedures/answer.ts';
import { bugReport, isExpected } from '../procedures/bug-report.ts';
import { CALENDAR_ROOM, calendarAnswer } from './calendar-answer.ts';
import { deviceOf } from './device.ts';
import { eventStream, type OpenStreams, usualBeatMs } from './event-stream.ts';
import { type HostName, isOurName } from './host-names.ts';
import type { Answer } from './listen.ts';
import { page } from './page.ts';
import { rawAnswer } from './raw-answer.ts';
import { readBody } from './read-body.ts';
import { cookies, deviceToken, type LaunchPlaces, sessionToken } from './sessions.ts';

export interface DoorOptions {
  /** The built page, or null when only the desktop's bundled one is used. */
  readonly pageFolder: string | null;
  /** Who opened the page with a key printed at this computer. */
  readonly places: LaunchPlaces;
  /** Told after a key was spent, so that the next one is printed. */
  readonly keySpent?: () => void;
  /** Names this core is reached by besides localhost and its own addresses; any other is refused. */
  readonly hosts: readonly HostName[];
  /** How often live streams say that the core is there, in milliseconds; every five seconds when left out. */
  readonly beatMs?: number | undefined;
  /** Told of every error nobody expected, with its stack and without what the caller gave. */
  readonly log: (line: string) => void;
}

/** The largest call is a piece of typing: two megabytes of Yjs as base64. */
const MOST_RPC_BYTES = 8 * 1024 * 1024;
/** Who is not signed in has a name, a password or the first start to say. */
const MOST_STRANGER_BYTES = 64 * 1024;

/**
 * The one door: procedures, live events, raw bytes and the page itself, for a browser and for the desktop alike.
 * Nothing here knows the trade; it finds out who asks and hands over.
 */
export function createDoor(core: Core, options: DoorOptions): Answer {
  const { log, places } = options;
  const rpc = new RPCHandler(core.procedures, {
    clientInterceptors: [
      async ({ path, input, next }) => {
        try {
          return await next();
        } catch (error) {
          if (!isExpected(error)) {
            log(bugReport(`rpc ${path.join('.')}`, error, input));
          }
          throw error;
        }
      },
    ],
  });
  const streams: OpenStreams = new Map();
  const showPage = page(options.pageFolder);

  const answer: Answer = async (request, from) => {
    const url = new URL(request.url);
    if (!isOurName(url, from, options.hosts)) {
      return notOurName();
    }
    if (!sameOrigin(request, url, from.kind) && !sharedBySystem(request, url)) {
      return new Response('forbidden', { status: 403 });
    }
    // The window asks whether the core lives. It must hear so while every disk is slow, so nothing here may touch a file.
    if (from.kind === 'socket' && url.pathname === ALIVE) {
      return new Response(null, { status: 204 });
    }
    const write = cookies(from.secure, places);
    const key = url.searchParams.get('kunci');
    if (from.kind === 'tcp' && key !== null && request.method === 'GET') {
      // the key leaves the address at once, so that it is not in the history or on a shared screen
      const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
      // whoever has been let in before (a reload, the same address clicked again) needs no other key
      if (!places.has(request) && places.spend(key)) {
        headers.append('set-cookie', write.place());
        options.keySpent?.();
      }
      return new Response(null, { status: 303, headers });
    }
    if (url.pathname.startsWith(CALENDAR_ROOM) && from.kind === 'tcp') {
      return calendarAnswer(core, request, url, from.address);
    }
    if (!isCore(url.pathname)) {
      return showPage(request, url);
    }

    const token = sessionToken(request);
    const caller: Caller | null = token === null ? null : await core.callerOf(token);
    if (url.pathname === '/happenings') {
      return eventStream(core, caller, token, request.signal, log, streams, options.beatMs ?? usualBeatMs);
    }
    if (url.pathname.startsWith('/raw/')) {
      return rawAnswer(core, caller, request, url, log);
    }

    // who has to be signed in and is not (any more) hears so, whatever comes along: none of it is read
    const asks = caller === null ? asksOf(url.pathname.slice('/rpc/'.length).split('/')) : undefined;
    const unread = asks !== undefined && asks !== 'nobody';
    // read here: the library would take whatever comes, also from who is not signed in
    const most = unread ? 0 : caller === null ? MOST_STRANGER_BYTES : MOST_RPC_BYTES;
    const body = await readBody(request, most);
    if (body === 'gone') {
      return new Response(null, { status: 400 });
    }
    if (body === null) {
      return new Response('too large', { status: 413, headers: { connection: 'close' } });
    }
    const { method, headers, signal } = request;
    const whole = new Request(url, { method, headers, signal, ...(body.length === 0 ? {} : { body }) } as RequestInit);
    const setCookies: string[] = [];
    const { tokens } = core.newsroom;
    const device = deviceToken(request) ?? tokens.create();
    const trusted = from.kind === 'socket' || places.has(request);
    const { response } = await rpc.handle(whole, {
      prefix: '/rpc',
      context: {
        caller,
        visitor: {
          device: from.kind === 'socket' ? DESKTOP_DEVICE : deviceOf(request.headers.get('user-agent') ?? ''),
          place: from.kind === 'socket' ? 'desktop' : 'browser',
          trusted,
          address: trusted ? undefined : from.address,
          deviceHash: tokens.hash(device),
        },
        contractVersion: Number(request.headers.get('x-kulkul-contract')) || null,
        keep: (opened) => {
          setCookies.push(write.session(opened?.token ?? null));
          if (opened !== null) setCookies.push(write.device(device));
        },
      },
    });
    const said = response ?? new Response('not found', { status: 404 });
    for (const value of setCookies) {
      said.headers.append('set-cookie', value);
    }
    said.headers.set('cache-control', 'no-store');
    return said;
  };

  return async (request, from) => {
    try {
      return await answer(request, from);
    } catch (error) {
      log(bugReport(`the door, ${request.method} ${roomOf(new URL(request.url).pathname)}`, error));
      return new Response('something went wrong here', { status: 500, headers: { 'cache-control': 'no-store' } });
    }
  };
}

/** Says the way out, because the first who meets this is the admin who just set up the server. Never the name that was asked for. */
function notOurName(): Response {
  return new Response(
    'Kulkul tidak dikenal dengan nama ini. Admin: tambahkan --host-name NAMA saat menjalankannya.\n' +
      'Kulkul is not known by this name. Admin: start it with --host-name NAME.\n',
    { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } },
  );
}

/** The first part of a path: the rest may name what somebody looks for. */
function roomOf(pathname: string): string {
  return `/${pathname.split('/')[1] ?? ''}`;
}

function isCore(pathname: string): boolean {
  return pathname === '/happenings' || pathname.startsWith('/rpc/') || pathname.startsWith('/raw/');
}

/**
 * What a phone's system shares comes as a navigation that no page has begun, and says so in a header that no page can set (Fetch
 * Metadata, `none`). Its cookie comes along for the same reason: a navigation without a site behind it is no cross-site one.
 */
function sharedBySystem(request: Request, url: URL): boolean {
  return url.pathname === rawRoutes.share.path && request.headers.get('sec-fetch-site') === 'none';
}

/** Only our own page may change anything. Cookies are SameSite=Strict besides; this also stops other ports of this host. */
function sameOrigin(request: Request, url: URL, kind: 'socket' | 'tcp'): boolean {
  if (kind === 'socket' || request.method === 'GET' || request.method === 'HEAD') {
    return true;
  }
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') {
    return false;
  }
  const origin = request.headers.get('origin');
  // a page without an origin (a sandboxed frame, a file) says `null`, which is no address
  return origin === null || (URL.canParse(origin) && new URL(origin).host === url.host);
}
