import type { ChannelPlan } from './channel.ts';
import { emailChannel } from './email-channel.ts';
import { siteChannel } from './site-channel.ts';
import { whatsappChannel } from './whatsapp-channel.ts';

/** Every channel that Kirim can reach, in the order the ledger shows them. */
export const channelPlans: readonly ChannelPlan[] = [emailChannel, siteChannel, whatsappChannel];
