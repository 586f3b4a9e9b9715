import type { SendTo } from '../../../src-main/contract/delivery-nouns.ts';
import type { Group } from '../../../src-main/contract/partners.ts';

const KEY = 'kulkul.targets';

/** Whom this browser sent to last, as far as they still exist; else the only group there is, the site, and every WhatsApp group. */
export function recallTargets(groups: readonly Group[], site: boolean): SendTo {
  const of = (kind: Group['kind']) => groups.filter((group) => group.kind === kind).map((group) => group.id);
  const email = of('email');
  const whatsapp = of('whatsapp');
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<SendTo> | null;
    if (kept !== null) {
      const still = (ids: unknown, known: readonly string[]) =>
        known.filter((id) => Array.isArray(ids) && ids.includes(id));
      return {
        emailGroupIds: still(kept.emailGroupIds, email),
        journalistIds: [],
        site: site && kept.site === true,
        whatsappGroupIds: still(kept.whatsappGroupIds, whatsapp),
      };
    }
  } catch {
    // A browser that keeps nothing begins as on the first day.
  }
  return { emailGroupIds: email.length === 1 ? email : [], journalistIds: [], site, whatsappGroupIds: whatsapp };
}

export function rememberTargets(to: SendTo): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(to));
  } catch {
    // Not remembered, that is all.
  }
}
