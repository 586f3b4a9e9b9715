import { audience, isFor } from '../contract/happenings.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../newsroom/caller.ts';
import { stoppedAt } from '../procedures/answer.ts';
import { bugReport } from '../procedures/bug-report.ts';

/**
 * How often a page hears that the core is there. It is an event and no comment, because a page cannot hear comments, and a core that
 * hangs keeps its connections open. Proxies cut streams that are silent for much longer.
 */
export const usualBeatMs = 5_000;

/** Tabs of one browser share one stream, so this many are windows of many browsers, or left over from connections that broke. */
const MOST_PER_SESSION = 16;
/** When one too many had to go: how long its page waits before it comes back. */
const STEP_BACK_MS = 60_000;

/** The streams of each session that are open, oldest first. */
export type OpenStreams = Map<string, Set<() => void>>;

/**
 * Live events of one browser as server-sent events. Who listens is looked up again for every happening that could be
 * withheld, so a right taken away or a session ended takes effect at once. A session may hold so many streams; one more ends the oldest,
 * never the new one: what a broken connection left behind must not lock out a person who sits there now.
 */
export function eventStream(
  core: Core,
  caller: Caller | null,
  token: string | null,
  signal: AbortSignal,
  log: (line: string) => void,
  streams: OpenStreams,
  beatMs: number,
): Response {
  if (caller === null || token === null) {
    return new Response('not signed in', { status: 401 });
  }
  const text = new TextEncoder();
  const own = streams.get(caller.sessionId) ?? new Set();
  streams.set(caller.sessionId, own);
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (chunk: string) => {
        try {
          controller.enqueue(text.encode(chunk));
        } catch {
          // the reader has gone; nobody misses what it does not hear
          end();
        }
      };
      let order = Promise.resolve();
      const leave = core.onHappening((happening) => {
        order = order
          .then(async () => {
            const now = await core.callerOf(token);
            if (now === null) {
              send('event: ended\ndata: {}\n\n');
              end();
            } else if (stoppedAt(audience[happening.kind], now) === null && isFor(happening, now.userId)) {
              send(`data: ${JSON.stringify(happening)}\n\n`);
            }
          })
          // nobody waits for this promise: the page connects again and looks at everything
          .catch((error: unknown) => {
            log(bugReport(`happening ${happening.kind}`, error));
            end();
          });
      });
      const heartbeat = setInterval(() => send('event: beat\ndata: {}\n\n'), beatMs);
      heartbeat.unref();
      const stepBack = () => {
        send(`retry: ${STEP_BACK_MS}\nevent: later\ndata: ${JSON.stringify({ afterMs: STEP_BACK_MS })}\n\n`);
        end();
      };
      end = () => {
        own.delete(stepBack);
        if (own.size === 0 && streams.get(caller.sessionId) === own) streams.delete(caller.sessionId);
        clearInterval(heartbeat);
        leave();
        signal.removeEventListener('abort', end);
        try {
          controller.close();
        } catch {
          // already closed by the reader
        }
      };
      signal.addEventListener('abort', end);
      own.add(stepBack);
      for (const oldest of own) {
        if (own.size <= MOST_PER_SESSION) break;
        oldest();
      }
      send(`retry: 2000\nevent: ready\ndata: ${JSON.stringify({ beatMs })}\n\n`);
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
