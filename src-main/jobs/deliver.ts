import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelKind } from '../contract/delivery-nouns.ts';
import type { Sender } from '../newsroom/distribution/channel.ts';
import { deliverChannel } from '../newsroom/distribution/deliver-channel.ts';
import { emailSender } from '../newsroom/distribution/email-sender.ts';
import { deliverJob } from '../newsroom/distribution/queue-delivery.ts';
import { siteSender } from '../newsroom/distribution/site-channel.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { type JobKind, jobDone } from './job.ts';

/** The way out of every channel that delivers by itself. */
const ways = {
  email: emailSender,
  site: siteSender,
} satisfies Partial<Record<ChannelKind, (newsroom: Newsroom) => Sender<unknown>>>;

/** The senders of all channels; at start those that can be asked are asked about what was cut off. */
export function sendersOf(newsroom: Newsroom): Partial<Record<ChannelKind, Sender<unknown>>> {
  return Object.fromEntries(Object.entries(ways).map(([channel, way]) => [channel, way(newsroom)]));
}

/**
 * One kind of job per channel: delivers everything whose turn it is. Cut off anywhere it is safe to run again: rows whose end is
 * unknown were set aside at start (recover-deliveries.ts), and only rows that wait are taken. One at a time, so no row is taken twice.
 */
export const deliverKinds: readonly JobKind[] = (Object.keys(ways) as (keyof typeof ways)[]).map((channel) => ({
  kind: deliverJob(channel),
  atOnce: 1,
  // rows that wait would wait unseen: nothing else looks at them before the next start
  neverGivenUp: true,
  async run(newsroom, _data, signal, failed) {
    const outcome = await deliverChannel(newsroom, channel, ways[channel](newsroom) as Sender<unknown>, {
      stopping: () => signal.aborted,
      // a core that ends waits for nothing but what is under way
      pause: (milliseconds) => pause(milliseconds, undefined, { signal, ref: false }).catch(() => {}),
      ...(failed === undefined ? {} : { failed }),
    });
    if (outcome.ok) return jobDone;
    // a full disk is made room on, a dead share comes back: what waits to go out is never given up for it
    const { code } = outcome.refusal;
    if (code !== 'disk_full' && code !== 'folder_unusable') throw new Error(`the ledger refuses nothing: ${code}`);
    return { end: 'later', at: newsroom.clock.now().add({ minutes: 1 }).toString(), reason: code };
  },
}));
