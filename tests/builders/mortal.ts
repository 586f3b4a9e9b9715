import type { Newsroom } from '../../src-main/newsroom/newsroom.ts';
import type { Stores } from '../../src-main/newsroom/stores.ts';

/**
 * A newsroom whose process kills itself (SIGKILL, no handler runs) at one step of a write.
 * @param step `store.method`, after that call inside the transaction, `store.method 2` after its second; `end`, before the commit; `commit`, after it, before anybody is answered
 */
export function mortal(newsroom: Newsroom, wanted: string): Newsroom {
  const [step = '', nth = '1'] = wanted.split(' ');
  let left = Number(nth);
  const die = () => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
  };
  return {
    ...newsroom,
    write: async (work) => {
      const outcome = await newsroom.write(async (stores) => {
        const all = Object.fromEntries(
          Object.entries(stores).map(([name, store]) => [
            name,
            typeof store === 'function' ? store : watched(store as object, name, step, die),
          ]),
        ) as unknown as Stores;
        const answer = await work(all);
        if (step === 'end') die();
        return answer;
      });
      if (step === 'commit') die();
      return outcome;
    },
  };
}

function watched<T extends object>(owner: T, name: string, step: string, die: () => void): T {
  return new Proxy(owner, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function' || `${name}.${String(key)}` !== step) return value;
      return async (...given: unknown[]) => {
        const answer = await value.apply(target, given);
        die();
        return answer;
      };
    },
  });
}
