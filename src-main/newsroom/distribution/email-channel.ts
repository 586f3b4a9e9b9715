import type { Finding } from '../../contract/delivery-nouns.ts';
import type { ChannelPlan } from './channel.ts';

/**
 * E-mail: the active journalists of the chosen groups and those chosen by hand, each once, however many groups they stand in.
 * The address without regard to case makes the recipient one and the same.
 */
export const emailChannel: ChannelPlan = {
  kind: 'email',
  firstState: 'ready',
  async recipients(stores, to) {
    if (to.emailGroupIds.length === 0 && to.journalistIds.length === 0) return [];
    const groups = (await stores.partners.groups()).filter(
      (group) => group.kind === 'email' && to.emailGroupIds.includes(group.id),
    );
    const wanted = new Set([...groups.flatMap((group) => group.memberIds), ...to.journalistIds]);
    const outlets = new Map((await stores.partners.outlets()).map((outlet) => [outlet.id, outlet.name]));
    const seen = new Set<string>();
    return (await stores.partners.journalists())
      .filter((journalist) => journalist.active && wanted.has(journalist.id))
      .map((journalist) => ({
        key: journalist.email.toLowerCase(),
        name: journalist.name,
        address: journalist.email,
        outlet: (journalist.outletId === null ? undefined : outlets.get(journalist.outletId)) ?? '',
      }))
      .filter((recipient) => !seen.has(recipient.key) && seen.add(recipient.key));
  },
  async findings(stores, frozen) {
    const findings: Finding[] = [];
    const account = await stores.mailAccount.get();
    if (account === null) findings.push({ level: 'block', code: 'account_missing', params: {} });
    const bare = frozen.manifest.photos.filter((photo) => photo.caption.trim() === '').length;
    if (bare > 0) findings.push({ level: 'block', code: 'caption_missing', params: { count: bare } });
    const nameless = frozen.manifest.photos.filter((photo) => photo.credit.trim() === '').length;
    if (nameless > 0) findings.push({ level: 'warn', code: 'credit_missing', params: { count: nameless } });
    return findings;
  },
};
