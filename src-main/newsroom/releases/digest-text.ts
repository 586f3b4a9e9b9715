import type { Id } from '../../contract/basics.ts';
import type { Guest } from '../../contract/releases.ts';
import { freeze } from '../../text/freeze.ts';
import { excerpt } from '../../text/plain-text.ts';
import { speakerOf } from '../../text/quote.ts';
import { mergedUpdate, type TextNode } from '../../text/release-document.ts';
import { wordCount } from '../../text/word-count.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';

/** So many updates after a snapshot make the next one; opening a text reads at most about this many. */
const SNAPSHOT_EVERY = 200;

/**
 * Reads a text once after some typing: title, excerpt, words and guests for the lists, and a snapshot where many updates have
 * come together. Nothing is lost when it is cut off or never runs: all of it can be made again from the updates.
 */
export async function digestText(ports: Pick<Newsroom, 'read' | 'write' | 'clock'>, releaseId: Id): Promise<void> {
  for (;;) {
    // Reading a long text takes longer than a transaction may: it is read outside, and looked at again when words came meanwhile.
    const before = await ports.read(async ({ releases }) => {
      const release = await releases.get(releaseId);
      if (release === null) return null;
      return { release, updates: await releases.textUpdates(releaseId), due: await releases.snapshotDue(releaseId) };
    });
    if (before === null) return;
    const frozen = freeze(before.updates);
    const snapshot = before.due.count >= SNAPSHOT_EVERY ? await snapshotOf(ports, releaseId, before.due.upTo) : null;
    const outcome = await ports.write(async (stores) => {
      const now = await stores.releases.get(releaseId);
      if (now === null) return done(true);
      const at = ports.clock.now().toString();
      if (snapshot !== null) await stores.releases.addSnapshot(releaseId, before.due.upTo, snapshot, at);
      if (now.textSeq !== before.release.textSeq) return done(false);
      const digest = frozen.ok
        ? {
            title: frozen.content.title,
            excerpt: excerpt(frozen.content),
            words: wordCount(frozen.content),
          }
        : { title: now.title, excerpt: now.excerpt, words: now.words };
      const guests = frozen.ok ? guestsIn(frozen.content.body) : [];
      await stores.releases.setDigest(releaseId, { seq: now.textSeq, ...digest }, guests, at);
      // Open pages look again only when the lists have something new to show, not at every rest of the typing.
      if (digest.title !== now.title || digest.excerpt !== now.excerpt)
        stores.happen({ kind: 'release.changed', releaseId });
      return done(true);
    });
    if (!outcome.ok || outcome.value) return;
  }
}

/** One update that stands for all updates of the text up to `upTo`. */
async function snapshotOf(ports: Pick<Newsroom, 'read'>, releaseId: Id, upTo: number): Promise<Uint8Array> {
  return ports.read(async ({ releases }) => {
    const { snapshot, updates } = await releases.text(releaseId);
    const held = updates.filter((update) => update.seq <= upTo).map((update) => update.data);
    return mergedUpdate(snapshot === null ? held : [snapshot.data, ...held]);
  });
}

/** Speakers that are not in the register, each once. */
function guestsIn(body: TextNode): Guest[] {
  const guests = new Map<string, Guest>();
  const look = (node: TextNode) => {
    const speaker = node.type === 'quote' ? speakerOf(node.attrs) : null;
    if (speaker !== null && speaker.officialId === null)
      guests.set(speaker.name, { name: speaker.name, position: speaker.position, shortName: speaker.shortName });
    for (const part of node.content ?? []) look(part);
  };
  look(body);
  return [...guests.values()];
}
