import type { Refusal } from '../contract/refusals.ts';
import type { RawRouteName } from '../contract/routes.ts';
import type { Caller } from '../newsroom/caller.ts';
import type { ByteStream } from '../newsroom/files.ts';

/** A raw request after the door has checked who asks and how many bytes come. */
export interface RawRequest {
  readonly caller: Caller;
  /** The `:name` segments of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The whole body, at most the route's maxBytes; empty where none is read. */
  readonly body: Uint8Array;
  /** Aborted when the reader goes away. */
  readonly signal: AbortSignal;
}

export type RawHandler = (request: RawRequest) => Promise<Response>;
export type RawHandlers = Readonly<Record<RawRouteName, RawHandler>>;

/** An expected refusal as the answer of a raw route. */
export function refusalResponse(refusal: Refusal, status = 422): Response {
  return Response.json(refusal, { status, headers: { 'cache-control': 'no-store' } });
}

/** Bytes as they come from the disk, with how many they are. */
export function bytesResponse(stream: ByteStream, bytes: number, headers: Record<string, string>): Response {
  // the library of a browser, by which the browser tests are checked, does not know Node's `from` yet
  const { from } = ReadableStream as unknown as { from(pieces: ByteStream): ReadableStream<Uint8Array<ArrayBuffer>> };
  return new Response(from(stream), { headers: { ...headers, 'content-length': String(bytes) } });
}
