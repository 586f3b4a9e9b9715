/** Words that were typed into a field of a card and are being read; accepting waits for them, so that what stands there is what is kept. */
const pending = new Set<Promise<void>>();

/** Notes a reading; the answer says that it is over, whatever came of it. */
export function beginRead(): () => void {
  let over = () => {};
  const reading = new Promise<void>((resolve) => {
    over = resolve;
  });
  pending.add(reading);
  return () => {
    pending.delete(reading);
    over();
  };
}

/** Resolves when nothing that was typed waits to be read. */
export async function whenRead(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
