import {
  pauseChannel,
  resolveDelivery,
  resumeChannel,
  retryDeliveries,
} from '../newsroom/distribution/change-deliveries.ts';
import { ledgerOverview } from '../newsroom/distribution/ledger.ts';
import { preflight, sendRelease } from '../newsroom/distribution/send-release.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function distributionProcedures(newsroom: Newsroom) {
  const { distribution } = entries;
  return {
    preflight: distribution.preflight.handler(answer((_caller, input) => preflight(newsroom, input))),
    send: distribution.send.handler(answer((caller, input) => sendRelease(newsroom, caller, input))),
    byRelease: distribution.byRelease.handler(
      answer(async (_caller, input) =>
        done(
          await newsroom.read(async (stores) => ({
            deliveries: await stores.deliveries.byRelease(input.releaseId),
            counts: await stores.deliveries.counts([input.releaseId]),
          })),
        ),
      ),
    ),
    overview: distribution.overview.handler(
      answer(async (_caller, input) => done(await newsroom.read((stores) => ledgerOverview(stores, input)))),
    ),
    attempts: distribution.attempts.handler(
      answer(async (_caller, input) =>
        done(await newsroom.read((stores) => stores.deliveries.attempts(input.deliveryId))),
      ),
    ),
    retry: distribution.retry.handler(answer((caller, input) => retryDeliveries(newsroom, caller, input))),
    resolve: distribution.resolve.handler(answer((caller, input) => resolveDelivery(newsroom, caller, input))),
    pause: distribution.pause.handler(answer((caller, input) => pauseChannel(newsroom, caller, input))),
    resume: distribution.resume.handler(answer((caller, input) => resumeChannel(newsroom, caller, input))),
  };
}
