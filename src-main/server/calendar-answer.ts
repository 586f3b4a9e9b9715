import { createHash } from 'node:crypto';
import type { Core } from '../core.ts';

/** Where calendar programs ask; the rest of the path is the token. */
export const CALENDAR_ROOM = '/kalender/';
/** 256 bits in base64url. */
const tokenPath = /^\/kalender\/([\w-]{43})\.ics$/;

/**
 * The calendar behind an address that somebody made: no cookie, no session, only the token in the path, which is kept as its hash and
 * stands in no log. Wrong tokens of one network are slowed as wrong passwords are.
 * @param address where the request comes from; nothing where it was not over the network
 */
export async function calendarAnswer(
  core: Core,
  request: Request,
  url: URL,
  address: string | undefined,
): Promise<Response> {
  const token = tokenPath.exec(url.pathname)?.[1];
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain('not found', 404);
  const wait = core.calendarTries.take(address);
  if (wait > 0) return plain('too many tries', 429, { 'retry-after': String(wait) });
  if (token === undefined) return plain('not found', 404);
  const calendar = await core.subscribedCalendar(token);
  if (!calendar.ok) return plain('not found', 404);
  core.calendarTries.giveBack(address);
  const etag = `"${createHash('sha256').update(calendar.value).digest('base64url')}"`;
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="agenda.ics"',
    // nobody between may keep what a person may see
    'cache-control': 'private, no-cache',
    etag,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  if (knows(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(calendar.value), { headers });
}

/** A proxy may have made a tag weak; for a whole answer that is the same. */
function knows(given: string | null, etag: string): boolean {
  return (given ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}

function plain(words: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(words, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
