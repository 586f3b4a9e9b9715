import { audience } from '../contract/happenings.ts';
import type { Core } from '../core.ts';
import type { Caller } from '../newsroom/caller.ts';
import { stoppedAt } from '../procedures/answer.ts';
import { bugReport } from '../procedures/bug-report.ts';

/** Proxies and sleeping computers cut streams that are silent. */
const HEARTBEAT_MS = 15_000;

/**
 * Live events of one browser as server-sent events. Who listens is looked up again for every happening that could be
 * withheld, so a right taken away or a session ended takes effect at once.
 */
export function eventStream(
  core: Core,
  caller: Caller | null,
  token: string | null,
  signal: AbortSignal,
  log: (line: string) => void,
): Response {
  if (caller === null || token === null) {
    return new Response('not signed in', { status: 401 });
  }
  const text = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (chunk: string) => {
        try {
          controller.enqueue(text.encode(chunk));
        } catch {
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
            } else if (stoppedAt(audience[happening.kind], now) === null) {
              send(`data: ${JSON.stringify(happening)}\n\n`);
            }
          })
          // nobody waits for this promise: the page connects again and looks at everything
          .catch((error: unknown) => {
            log(bugReport(`happening ${happening.kind}`, error));
            end();
          });
      });
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      heartbeat.unref();
      end = () => {
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
      send('retry: 2000\nevent: ready\ndata: {}\n\n');
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
