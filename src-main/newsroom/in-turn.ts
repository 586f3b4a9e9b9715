const tails = new Map<string, Promise<unknown>>();

/**
 * Runs work that must not run twice at once for the same thing (the same file of an import, the same picture). One core per
 * data folder makes memory enough for this; what must survive a crash is in the database.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine.catch(() => {});
  tails.set(key, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
