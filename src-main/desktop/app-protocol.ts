import { readFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Readable } from 'node:stream';
import { protocol } from 'electron';
import { pageHeaders } from '../contract/page-policy.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { CoreProcess } from './core-process.ts';

/** The page's origin in the window. */
export const appOrigin = 'app://kulkul';

/** What belongs to the core; every other address is the page. */
const coreAddress = /^\/(rpc|happenings|raw)(\/|$)/;

/** How long a request waits for a core that is starting, in milliseconds. */
const patience = 15_000;

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Answers app://kulkul/*: the bundled page from its folder, the rest from the core over its socket. */
export function serveApp({ core, jar, pageFolder }: { core: CoreProcess; jar: CookieJar; pageFolder: string }): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'kulkul') return new Response(null, { status: 404 });
    if (!coreAddress.test(url.pathname)) return servePage(pageFolder, url.pathname);
    // nothing has been sent yet, so waiting is safe for every kind of request
    if (!(await core.whenReady(patience))) return coreAway();
    try {
      return await forward(core, jar, request, url);
    } catch {
      // the core died under the request; core-process.ts logs why and starts it again, the page asks again
      return coreAway();
    }
  });
}

function coreAway(): Response {
  return new Response(JSON.stringify({ coreAway: true }), {
    status: 503,
    headers: { 'content-type': 'application/json', 'retry-after': '1', 'cache-control': 'no-store' },
  });
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

async function servePage(folder: string, path: string): Promise<Response> {
  const plain = decoded(path);
  if (plain === null) return new Response(null, { status: 400 });
  const wanted = normalize(join(folder, plain));
  const kind = kinds[extname(wanted)];
  const inside = wanted.startsWith(folder + sep);
  // an address of the page, like /agenda, has no file of its own
  const file = inside && kind ? wanted : join(folder, 'index.html');
  try {
    const bytes = await readFile(file);
    const headers = { ...pageHeaders, 'content-type': kind ?? 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
    return new Response(new Uint8Array(bytes), { headers });
  } catch {
    // not in the bundle
    return new Response(null, { status: 404 });
  }
}

/** The path in plain characters, null where its escapes are no text. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // %E0 alone is half a letter
    return null;
  }
}

/** Headers that speak about one connection only, or that the core must hear from us and not from the page. */
const notPassedOn = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'host',
  'cookie',
  'content-length',
  'origin',
  'x-kulkul-launch',
]);

async function forward(core: CoreProcess, jar: CookieJar, request: Request, url: URL): Promise<Response> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  // bodies arrive as ArrayBuffer: a Blob's bytes are lost in older Electron (electron/electron#40826)
  const body = hasBody ? Buffer.from(await request.arrayBuffer()) : null;
  const headers: Record<string, string> = {
    host: 'kulkul',
    // the page's own origin; what comes from anywhere else never reaches this protocol
    origin: 'http://kulkul',
    'x-kulkul-launch': core.secret,
  };
  for (const [name, value] of request.headers) if (!notPassedOn.has(name)) headers[name] = value;
  const cookie = jar.header();
  if (cookie) headers.cookie = cookie;
  if (body) headers['content-length'] = String(body.byteLength);

  return new Promise((done, fail) => {
    const outgoing = httpRequest(
      { socketPath: core.socket, path: url.pathname + url.search, method: request.method, headers, agent: false },
      (incoming) => {
        const answer = new Headers();
        for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
          const name = (incoming.rawHeaders[at] as string).toLowerCase();
          const value = incoming.rawHeaders[at + 1] as string;
          if (name === 'set-cookie') jar.take(value);
          else if (!notPassedOn.has(name)) answer.append(name, value);
          else if (name === 'content-length') answer.set(name, value);
        }
        const status = incoming.statusCode ?? 502;
        const empty = status === 204 || status === 304 || request.method === 'HEAD';
        if (empty) incoming.resume();
        // a page that leaves a stream closes the connection, so the core hears of it
        const stream = empty ? null : (Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>);
        done(new Response(stream, { status, headers: answer }));
      },
    );
    outgoing.once('error', fail);
    request.signal.addEventListener('abort', () => outgoing.destroy(), { once: true });
    outgoing.end(body ?? undefined);
  });
}
