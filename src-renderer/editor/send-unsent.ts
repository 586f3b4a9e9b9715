import { TextSync } from './text-sync.ts';
import { setStuck, unsentLines } from './unsent.ts';

/** So long is waited for the core to take the words of one text. */
const PATIENCE_MS = 20_000;

/**
 * Sends the words of a text that this browser kept, on the same way as the editor does: what the core lacks is found by
 * comparison, a text that was locked meanwhile gets them as late words. They are only ever sent as who wrote them.
 */
export async function sendUnsent(userId: string, releaseId: string): Promise<void> {
  const sync = new TextSync(releaseId, userId, { quiet: true });
  const until = Date.now() + PATIENCE_MS;
  try {
    while (unsentLines(userId, releaseId).length > 0) {
      const { phase, access, tooNew } = sync.snapshot();
      const refused = phase === 'failed' || tooNew || sync.save.state().kind === 'refused';
      if (refused || (phase === 'ready' && access === 'read') || Date.now() > until) {
        setStuck(releaseId, true);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    setStuck(releaseId, false);
  } finally {
    sync.end();
  }
}
