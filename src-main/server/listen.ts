import { timingSafeEqual } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import {
  createServer as createPlain,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createTls } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { bugReport } from '../procedures/bug-report.ts';

/** Where a request came in: the window's own socket, or the network. */
export interface From {
  readonly kind: 'socket' | 'tcp';
  /** The other side's address, from X-Forwarded-For when a proxy stands before us; empty on a socket. */
  readonly address: string;
  /** The page is reached over https, so that cookies may be Secure. */
  readonly secure: boolean;
  /** Our own address and port this connection came to; nothing on a socket. */
  readonly local?: { readonly address: string; readonly port: number };
}

/** What answers: the door of the core. */
export type Answer = (request: Request, from: From) => Promise<Response>;

export type Place =
  | { readonly kind: 'socket'; readonly path: string; readonly secret: string }
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
      /** Trust X-Forwarded-For, -Proto and -Host of the proxy before us. */
      readonly behindProxy: boolean;
    };

export interface Listening {
  /** Address to show and to open: `http://127.0.0.1:8080`; for a socket its path. */
  readonly address: string;
  close(): Promise<void>;
}

/** How slow the other side may be. Milliseconds; tests hand over smaller ones. */
export interface Patience {
  /** From the first to the last byte of the headers, and from connecting to the first. */
  readonly headersMs: number;
  /** In each such time a body has to bring at least `bodyBytes`, or be whole. */
  readonly bodyMs: number;
  readonly bodyBytes: number;
  /** How often it is looked. */
  readonly lookMs: number;
}

/** A piece of a photo (4 MB) over a bad line takes minutes and is taken; a connection that only wants to be held is not. */
const usualPatience: Patience = { headersMs: 20_000, bodyMs: 60_000, bodyBytes: 1024, lookMs: 5_000 };

/** Header by which the window's own process proves that it started this core. */
export const launchHeader = 'x-kulkul-launch';

/**
 * Listens and hands every request to `answer` as a WHATWG Request; bodies stream in both directions, and a reader that
 * goes away aborts the request's signal.
 * @param log told of what broke on the way out
 * @param patience how slow who asks may be
 * @throws NodeJS.ErrnoException as node:net gives it (EADDRINUSE, EACCES ...)
 */
export async function listen(
  place: Place,
  answer: Answer,
  log: (line: string) => void,
  patience: Patience = usualPatience,
): Promise<Listening> {
  const serve: RequestListener = (incoming, outgoing) => {
    hurry(incoming, patience);
    handle(place, answer, incoming, outgoing, log).catch((error: unknown) => {
      log(bugReport('listening', error));
      outgoing.destroy();
    });
  };
  const options = {
    connectionsCheckingInterval: patience.lookMs,
    headersTimeout: patience.headersMs,
    // an upload over a slow line takes longer than node's five minutes; `hurry` looks whether it goes on
    requestTimeout: 0,
  };
  const server =
    place.kind === 'tcp' && place.tls
      ? createTls({ ...options, handshakeTimeout: patience.headersMs, ...place.tls }, serve)
      : createPlain(options, serve);
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.once('listening', () => {
      server.off('error', fail);
      done();
    });
    if (place.kind === 'socket') {
      if (process.platform !== 'win32') rmSync(place.path, { force: true });
      server.listen(place.path);
    } else {
      server.listen(place.port, place.host);
    }
  });
  if (place.kind === 'socket' && process.platform !== 'win32') chmodSync(place.path, 0o600);
  return {
    address: addressOf(place, server.address()),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // live event streams never end by themselves
        server.closeAllConnections();
      }),
  };
}

/**
 * Ends the connection of a body that does not go on, such as a photo's over a line that is dead on one side. Node's own limits do
 * not say this: requestTimeout is one on the whole upload, and socket.setTimeout also counts the time in which we work on the answer,
 * and is content with a byte.
 */
function hurry(incoming: IncomingMessage, { bodyMs, bodyBytes }: Patience): void {
  if (incoming.complete || incoming.method === 'GET' || incoming.method === 'HEAD') return;
  const { socket } = incoming;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    // one that waits because we read no further is not slow
    const ours = incoming.readableLength >= incoming.readableHighWaterMark;
    if (!incoming.complete && !ours && socket.bytesRead - before < bodyBytes) socket.destroy();
    before = socket.bytesRead;
  }, bodyMs);
  timer.unref();
  incoming.once('close', () => clearInterval(timer));
  incoming.once('end', () => clearInterval(timer));
}

function addressOf(place: Place, bound: AddressInfo | string | null): string {
  if (place.kind === 'socket') return place.path;
  const { address, port } = bound as AddressInfo;
  const host = address === '0.0.0.0' || address === '::' ? place.host : address;
  return `${place.tls ? 'https' : 'http'}://${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

async function handle(
  place: Place,
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  log: (line: string) => void,
): Promise<void> {
  if (place.kind === 'socket' && !sameSecret(place.secret, incoming.headers[launchHeader])) {
    incoming.resume();
    outgoing.writeHead(403, { 'content-type': 'text/plain' }).end('not this window');
    return;
  }
  const from = whereFrom(place, incoming);
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const request = requestOf(place, from, incoming, gone.signal);
  if (!request) {
    outgoing.writeHead(400, { 'content-type': 'text/plain', connection: 'close' }).end('bad request');
    return;
  }
  await send(await answer(request, from), incoming, outgoing, log);
}

function whereFrom(place: Place, incoming: IncomingMessage): From {
  if (place.kind === 'socket') return { kind: 'socket', address: '', secure: false };
  const own = incoming.socket.remoteAddress ?? '';
  const { localAddress = '', localPort = 0 } = incoming.socket;
  // a socket for both families writes IPv4 addresses into IPv6 ones
  const local = { address: localAddress.toLowerCase().replace(/^::ffff:(?=\d+\.)/, ''), port: localPort };
  if (!place.behindProxy) return { kind: 'tcp', address: own, secure: place.tls !== null, local };
  const forwarded = lastOf(incoming.headers['x-forwarded-for']);
  return {
    kind: 'tcp',
    address: forwarded && isIP(forwarded) ? forwarded : own,
    secure: place.tls !== null || lastOf(incoming.headers['x-forwarded-proto']) === 'https',
    local,
  };
}

function requestOf(place: Place, from: From, incoming: IncomingMessage, signal: AbortSignal): Request | null {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at] as string;
    if (name.toLowerCase() !== launchHeader) headers.append(name, incoming.rawHeaders[at + 1] as string);
  }
  const proxied = place.kind === 'tcp' && place.behindProxy ? lastOf(incoming.headers['x-forwarded-host']) : undefined;
  const host = place.kind === 'socket' ? 'kulkul' : (proxied ?? incoming.headers.host ?? 'kulkul');
  try {
    // an absolute-form target would choose its own host; only a path is taken
    const target = incoming.url?.startsWith('/') ? incoming.url : '/';
    const url = new URL(`${from.secure ? 'https' : 'http'}://${host}${target}`);
    const hasBody = method !== 'GET' && method !== 'HEAD';
    return new Request(url, {
      method,
      headers,
      signal,
      ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
    } as RequestInit);
  } catch {
    // a Host or a target no address can be made of: the sender hears 400
    return null;
  }
}

async function send(
  response: Response,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  log: (line: string) => void,
): Promise<void> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of response.headers) if (name !== 'set-cookie') headers[name] = value;
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  // a body nobody read keeps the connection from being used again
  if (!incoming.complete) outgoing.once('finish', () => incoming.resume());
  outgoing.writeHead(response.status, headers);
  if (!response.body || incoming.method === 'HEAD') {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  outgoing.flushHeaders();
  const body = Readable.fromWeb(response.body as unknown as NodeStream);
  outgoing.once('close', () => body.destroy());
  body.once('error', (error) => {
    // a reader that went away ended the body; one that broke by itself is told nowhere else
    if (!outgoing.destroyed) log(bugReport('the body of an answer', error));
    outgoing.destroy();
  });
  body.pipe(outgoing);
}

/** What the nearest proxy wrote: proxies append, so everything before it may come from the visitor. */
function lastOf(value: string | string[] | undefined): string | undefined {
  return first(value)?.split(',').at(-1)?.trim() || undefined;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function sameSecret(secret: string, given: string | string[] | undefined): boolean {
  const left = Buffer.from(secret);
  const right = Buffer.from(first(given) ?? '');
  return left.length === right.length && timingSafeEqual(left, right);
}
