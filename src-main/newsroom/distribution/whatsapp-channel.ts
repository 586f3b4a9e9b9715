import type { ChannelPlan } from './channel.ts';

/** WhatsApp groups: each is a row that waits until a person has shared by hand and says so. */
export const whatsappChannel: ChannelPlan = {
  kind: 'whatsapp',
  firstState: 'to_share',
  async recipients(stores, to) {
    if (to.whatsappGroupIds.length === 0) return [];
    return (await stores.partners.groups())
      .filter((group) => group.kind === 'whatsapp' && to.whatsappGroupIds.includes(group.id))
      .map((group) => ({ key: group.id, name: group.name, address: '', outlet: group.note.slice(0, 200) }));
  },
  async findings() {
    return [];
  },
};
