import type { Newsroom } from '../../src-main/newsroom/newsroom.ts';
import type { Stores } from '../../src-main/newsroom/stores.ts';

/**
 * A newsroom whose process kills itself (SIGKILL, no handler runs) at one step of a write.
 * @param step `store.method`, after that call inside the transaction; `end`, before the commit; `commit`, after it, before anybody is answered
 */
export function mortal(newsroom: Newsroom, step: string): Newsroom {
  return {
    ...newsroom,
    write: async (work) => {
      const outcome = await newsroom.write(async (stores) => {
        const all = Object.fromEntries(
          Object.entries(stores).map(([name, store]) => [
            name,
            typeof store === 'function' ? store : watched(store as object, name, step),
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

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function watched<T extends object>(owner: T, name: string, step: string): T {
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
