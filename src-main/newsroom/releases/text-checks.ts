import type { Id } from '../../contract/basics.ts';
import { CheckedText } from '../../text/checked-text.ts';
import type { Newsroom } from '../newsroom.ts';

/** So many texts are held ready; more are hardly written at once, and one that is asked again is read again. */
const MOST_HELD = 32;

/** What one update would do to its text, and what became of it. */
interface TriedUpdate {
  /** Names of what could not be read, empty when the update can be kept. */
  readonly strange: readonly string[];
  /** @param seq of the update when it was kept, null when it was not: then it must not be judged by any more */
  settle(seq: number | null): void;
}

/** Tries updates on copies of the texts that are being written, so that each costs what it changes and not what the text is long. */
export interface TextChecks {
  try(releaseId: Id, update: Uint8Array): Promise<TriedUpdate>;
}

interface Held {
  /** Null when the text itself is unreadable: whatever comes is kept, as before it was; nothing can make it worse, and a deletion may mend it. */
  readonly text: CheckedText | null;
  /** Updates up to this one are in the copy. */
  seq: number;
  /** Holds something that was not kept. */
  spoiled: boolean;
}

/** One for each core. It is asked outside of a transaction: reading a long text for the first time takes some milliseconds. */
export function textChecks({ read }: Pick<Newsroom, 'read'>): TextChecks {
  /** Least lately asked first. */
  const texts = new Map<Id, Held>();

  const drop = (releaseId: Id, held: Held) => {
    held.spoiled = true;
    if (texts.get(releaseId) === held) texts.delete(releaseId);
    held.text?.end();
  };

  const open = async (releaseId: Id): Promise<Held> => {
    const { snapshot, updates, late } = await read(async ({ releases }) => ({
      ...(await releases.text(releaseId)),
      // words that wait for the next draft will be in one text with these
      late: await releases.lateUpdates(releaseId),
    }));
    const all = [...(snapshot === null ? [] : [snapshot]), ...updates, ...late];
    const text = CheckedText.of(all.map(({ data }) => data));
    return { text, seq: Math.max(0, ...all.map(({ seq }) => seq)), spoiled: false };
  };

  /** The copy with everything that was kept meanwhile, or null when it turned out to be of no use. */
  const ready = async (releaseId: Id): Promise<Held | null> => {
    const known = texts.get(releaseId);
    const held = known ?? (await open(releaseId));
    if (known !== undefined && held.text !== null) {
      const fresh = await read(({ releases }) => releases.updatesAfter(releaseId, held.seq));
      if (held.spoiled) return null;
      for (const { seq, data } of fresh) {
        if (held.text.strangeIn(data).length > 0) {
          drop(releaseId, held);
          return null;
        }
        held.seq = Math.max(held.seq, seq);
      }
    }
    // an unreadable one is not held: it may be mended by what comes
    if (held.text === null) return held;
    texts.delete(releaseId);
    texts.set(releaseId, held);
    for (const [oldest, old] of texts) {
      if (texts.size <= MOST_HELD) break;
      drop(oldest, old);
    }
    return held;
  };

  return {
    async try(releaseId, update) {
      let held = await ready(releaseId);
      while (held === null || held.spoiled) held = await ready(releaseId);
      const used = held;
      const strange = used.text?.strangeIn(update) ?? [];
      if (strange.length > 0) drop(releaseId, used);
      return {
        strange,
        settle(seq) {
          if (seq === null) drop(releaseId, used);
          else if (seq === used.seq + 1) used.seq = seq;
        },
      };
    },
  };
}
