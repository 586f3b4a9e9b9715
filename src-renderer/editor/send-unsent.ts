import { refusalOf } from '../client.ts';
import { TextSync } from './text-sync.ts';
import { setStuck, unsentLines } from './unsent.ts';

/** So long is waited for the core to take the words of one text. */
const PATIENCE_MS = 20_000;

/** `never`: as long as the text, the rights and this page stay as they are. */
export type Sending = 'sent' | 'later' | 'never';

/**
 * Sends the words of a text that this browser kept, on the same way as the editor does: what the core lacks is found by
 * comparison, a text that was locked meanwhile gets them as late words. They are only ever sent as who wrote them.
 */
export async function sendUnsent(userId: string, releaseId: string): Promise<Sending> {
  const sync = new TextSync(releaseId, userId, { quiet: true });
  const until = Date.now() + PATIENCE_MS;
  try {
    while (unsentLines(userId, releaseId).length > 0) {
      const ended = endOf(sync) ?? (Date.now() > until ? 'later' : null);
      if (ended !== null) {
        setStuck(releaseId, true);
        return ended;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    setStuck(releaseId, false);
    return 'sent';
  } finally {
    sync.end();
  }
}

function endOf(sync: TextSync): 'later' | 'never' | null {
  const { phase, access, tooNew, error } = sync.snapshot();
  const save = sync.save.state();
  if (tooNew || (phase === 'ready' && access === 'read')) return 'never';
  if (phase === 'failed') return isFinal(error) ? 'never' : 'later';
  if (save.kind === 'refused') return isFinal(save.error) ? 'never' : 'later';
  return null;
}

/** Gone, no right to it any more, or nothing that can be read; not: somebody else is signed in just now. */
function isFinal(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === 'not_found' || code === 'not_allowed' || code === 'text_unreadable';
}
