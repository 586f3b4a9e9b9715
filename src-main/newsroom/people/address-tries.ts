import type { Clock } from '../ports.ts';

/** So many tries may come from one address at once; a whole office can sit behind one. */
const AT_ONCE = 30;
/** Then one more in each such time. */
const ONE_MORE_AFTER_MS = 10_000;
/** So many addresses are remembered; the one not heard of for longest is forgotten first. */
const MOST_ADDRESSES = 10_000;

/** How often one address may still try to sign in, whatever names it tries. In memory only: nobody writes here who is not signed in. */
export interface AddressTries {
  /** @returns seconds to wait; 0 when one may try now, which is then counted */
  take(address: string | undefined): number;
  /** The try was right, so it does not count. */
  giveBack(address: string | undefined): void;
}

/** Opens the count of tries by address. No address (this computer) is never slowed. */
export function addressTries(clock: Clock): AddressTries {
  const left = new Map<string, { tries: number; at: number }>();
  const look = (key: string) => {
    const now = clock.now().epochMilliseconds;
    const before = left.get(key) ?? { tries: AT_ONCE, at: now };
    const more = Math.max(0, now - before.at) / ONE_MORE_AFTER_MS;
    return { tries: Math.min(AT_ONCE, before.tries + more), at: now };
  };
  const keep = (key: string, now: { tries: number; at: number }) => {
    // last in the order of the map, so that the first is the one not heard of for longest
    left.delete(key);
    left.set(key, now);
    const [oldest] = left.keys();
    if (left.size > MOST_ADDRESSES && oldest !== undefined) {
      left.delete(oldest);
    }
  };
  return {
    take(address) {
      if (address === undefined) {
        return 0;
      }
      const key = networkOf(address);
      const now = look(key);
      if (now.tries < 1) {
        return Math.ceil(((1 - now.tries) * ONE_MORE_AFTER_MS) / 1000);
      }
      keep(key, { ...now, tries: now.tries - 1 });
      return 0;
    },
    giveBack(address) {
      if (address !== undefined) {
        const key = networkOf(address);
        const now = look(key);
        keep(key, { ...now, tries: Math.min(AT_ONCE, now.tries + 1) });
      }
    },
  };
}

/** Whoever has one IPv6 address has the 2^64 beside it as well; an IPv4 address stands for itself. */
function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) {
    return plain;
  }
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
