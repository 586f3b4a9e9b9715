import { doWork } from './pictures.ts';
import type { Ready, Request, Response } from './protocol.ts';

/**
 * The picture worker: a plain Node process of its own, started and restarted by images.ts. A hostile file that makes a decoder
 * crash or spin takes this process with it, never the core and its ledger. Bundled as out/server/image-child.mjs.
 */
process.on('message', async (request: Request) => {
  const response: Response = { id: request.id, answer: await doWork(request.work) };
  process.send?.(response);
});

process.send?.({ ready: true } satisfies Ready);

// the core is gone, also after kill -9: nobody waits for an answer any more
process.on('disconnect', () => process.exit(0));
