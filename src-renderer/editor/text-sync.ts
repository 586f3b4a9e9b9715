import * as Y from 'yjs';
import { BODY, documentOf } from '../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import { isLineDown, refusalOf, rpc } from '../client.ts';
import { onHappening } from '../happenings.ts';
import { saved } from '../house.ts';
import { atRest } from './at-rest.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { LocalCopy } from './local-copy.ts';

/** Where the words are that were typed last. Only `saved` means that the core has them on disk. */
type SaveState =
  | { readonly kind: 'writing' | 'saving' | 'kept' }
  /** `at`: instant of the last acknowledged write of this window, null before the first. */
  | { readonly kind: 'saved'; readonly at: string | null }
  /** The core does not take them; they stay in this computer. */
  | { readonly kind: 'refused'; readonly error: unknown };

export interface TextSnapshot {
  readonly phase: 'opening' | 'ready' | 'failed';
  readonly error: unknown;
  readonly doc: Y.Doc;
  readonly access: 'write' | 'locked' | 'read';
  /** The text was written by a newer Kulkul: this page must not touch it. */
  readonly tooNew: boolean;
  /** The core cannot be reached, and this computer has no copy to show. */
  readonly away: boolean;
  /** Words of this window came after the lock and now wait for the next draft. */
  readonly late: boolean;
}

/** Marks changes that came from the core, so that they are not sent back. */
const CORE = 'core';
/** Typing of so many milliseconds travels together: within a second every keystroke is on disk. */
const TOGETHER_MS = 800;
const PATIENCE_MS = [500, 1000, 2000, 4000] as const;
/** An answer that takes longer than this is shown as *Menyimpan*, and the words are kept here; quicker ones would only flicker. */
const SHOW_SAVING_MS = 300;
/** Hands that did not type for so long rest. */
const REST_MS = 400;
/** A submission waits so long for the last words. */
const SETTLE_MS = 10_000;
/**
 * Keeps one window's copy of a text and the core's in step. What is typed travels to the core in pieces and counts as saved only
 * when the core has answered; what the core does not take at once is kept in IndexedDB (y-indexeddb). After a reload or a restart of the core, whatever the
 * core lacks is found by comparing documents, and sent again.
 */
export class TextSync {
  readonly #releaseId: string;
  /** This window, in the updates it sends. */
  readonly #origin = Math.random().toString(36).slice(2, 12);
  readonly #listeners = new Set<() => void>();
  readonly #saveListeners = new Set<() => void>();
  readonly #stopHearing: () => void;
  #snapshot: TextSnapshot;
  #save: SaveState = { kind: 'saved', at: null };
  readonly #copy: LocalCopy;
  #seq = 0;
  #workingVersion = 0;
  #joined = false;
  #queue: Uint8Array[] = [];
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #typedAt = 0;
  #savedAt: string | null = null;
  readonly #signRest = atRest(REST_MS, () => this.#saySaved());
  #ended = false;

  constructor(releaseId: string, userId: string) {
    this.#releaseId = releaseId;
    this.#copy = new LocalCopy(`kulkul-text-${userId}-${releaseId}`);
    this.#snapshot = fresh();
    this.#stopHearing = onHappening((happening) => {
      if (happening.kind === 'release.text' && happening.releaseId === releaseId) {
        if (happening.origin !== this.#origin) void this.pull();
      } else if (happening.kind === 'release.changed' && happening.releaseId === releaseId) void this.pull();
    });
    document.addEventListener('visibilitychange', this.#onHide);
    window.addEventListener('online', this.#onOnline);
    void this.#open();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): TextSnapshot => this.#snapshot;

  /** Apart from the rest: it changes with the typing, and only its sign may render then. */
  readonly subscribeSave = (listener: () => void): (() => void) => {
    this.#saveListeners.add(listener);
    return () => this.#saveListeners.delete(listener);
  };
  readonly saveState = (): SaveState => this.#save;

  /** Sends now what waits; for Ctrl+S and for a window that is being hidden. */
  flush(): void {
    this.#copy.keep();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#send();
  }

  /**
   * When everything that was typed here is on the core's disk.
   * @throws TypeError, as a broken line does, when it does not get there in ten seconds
   */
  async settled(): Promise<void> {
    const until = Date.now() + SETTLE_MS;
    for (;;) {
      if (this.#queue.length === 0 && !this.#sending) return;
      if (Date.now() > until) throw new TypeError('the core did not take the last words');
      this.flush();
      await pause(50);
    }
  }

  /** Fetches what others wrote, and whether one may still type. */
  async pull(): Promise<void> {
    if (!this.#joined || this.#ended) return;
    try {
      const found = await rpc.releaseText.since({ releaseId: this.#releaseId, seq: this.#seq });
      if (this.#ended || !this.#joined) return;
      if (found.schemaVersion > SCHEMA_VERSION) return this.#set({ tooNew: true });
      this.#take(found.updates.map((update) => fromBase64(update.update)));
      this.#seq = Math.max(this.#seq, found.seq);
      const reopened =
        found.workingVersion !== this.#workingVersion ||
        (found.access === 'write' && this.#snapshot.access !== 'write');
      // A new draft may hold late words whose numbers this window has passed long ago.
      if (reopened) await this.#reopen();
      else if (found.access !== this.#snapshot.access) this.#set({ access: found.access });
    } catch (error) {
      if (!isLineDown(error)) this.#refuse(error);
    }
  }

  end(): void {
    this.flush();
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#signRest.cancel();
    this.#stopHearing();
    document.removeEventListener('visibilitychange', this.#onHide);
    window.removeEventListener('online', this.#onOnline);
    void this.#copy.detach();
    // The editor may still hold the document for this tick.
    setTimeout(() => this.#snapshot.doc.destroy(), 0);
  }

  readonly #onHide = () => {
    if (document.visibilityState === 'hidden') this.flush();
  };
  readonly #onOnline = () => this.flush();

  async #open(): Promise<void> {
    const { doc } = this.#snapshot;
    const came = await this.#join(doc);
    if (this.#ended) return;
    if (came === 'failed') return;
    if (came === 'away' || this.#snapshot.access !== 'read') await this.#attachCopy(doc);
    if (this.#ended) return;
    doc.on('update', this.#onUpdate);
    if (came === 'away') {
      // Without the core and without a copy here there is nothing to show yet.
      if (doc.getXmlFragment(BODY).length === 0) this.#set({ away: true });
      else {
        this.#set({ phase: 'ready' });
        this.#setSave({ kind: 'kept' });
      }
      this.#again();
    } else this.#set({ phase: 'ready' });
  }

  /** Brings the core's text into the document and notes what the core lacks. */
  async #join(doc: Y.Doc): Promise<'joined' | 'away' | 'failed'> {
    try {
      const opened = await rpc.releaseText.open({ releaseId: this.#releaseId });
      if (this.#ended) return 'failed';
      const tooNew = opened.schemaVersion > SCHEMA_VERSION;
      const updates = [
        ...(opened.snapshot === null ? [] : [fromBase64(opened.snapshot)]),
        ...opened.updates.map((update) => fromBase64(update.update)),
      ];
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update, CORE);
      }, CORE);
      this.#seq = opened.seq;
      this.#workingVersion = opened.workingVersion;
      this.#joined = true;
      this.#failures = 0;
      this.#set({ access: opened.access, tooNew });
      if (opened.access !== 'read' && !tooNew) this.#findUnsent(doc, updates);
      return 'joined';
    } catch (error) {
      if (isLineDown(error)) return 'away';
      this.#set({ phase: 'failed', error });
      return 'failed';
    }
  }

  /** What this window has and the core has not: words and deletions alike show themselves when they change the core's text. */
  #findUnsent(doc: Y.Doc, coreUpdates: readonly Uint8Array[]): void {
    const theirs = documentOf(coreUpdates);
    const missing: Uint8Array[] = [];
    theirs.on('update', (update: Uint8Array) => missing.push(update));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(theirs)));
    theirs.destroy();
    this.#queue = missing;
    if (missing.length > 0) this.#soon(0);
  }

  async #attachCopy(doc: Y.Doc): Promise<void> {
    const found = await this.#copy.attach(doc);
    // The core's text was applied first: what the copy still added is what the core lacks.
    if (!this.#joined || found.length === 0) return;
    this.#queue.push(...found);
    this.#setSave({ kind: 'saving' });
    this.#soon(0);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === CORE || this.#copy.isSource(origin)) return;
    this.#queue.push(update);
    this.#copy.note(update);
    // the core does not answer: each letter is kept as it comes
    if (this.#save.kind !== 'saved' && this.#save.kind !== 'writing') this.#copy.keep();
    this.#typedAt = performance.now();
    this.#savedAt = null;
    if (this.#save.kind === 'saved') this.#setSave({ kind: 'writing' });
    if (this.#timer === undefined && !this.#sending) this.#soon(TOGETHER_MS);
  };

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, milliseconds);
  }

  #again(): void {
    const wait = PATIENCE_MS[Math.min(this.#failures, PATIENCE_MS.length - 1)] ?? 4000;
    this.#failures += 1;
    if (!this.#ended) this.#soon(wait);
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#snapshot.tooNew) return;
    if (!this.#joined) {
      const came = await this.#join(this.#snapshot.doc);
      // it says that the words are safe in this computer, so they have to be, also while the hands do not rest
      this.#copy.keep();
      if (came === 'away') this.#again();
      if (came !== 'joined') return;
      this.#set({ phase: 'ready', away: false });
      this.#setSave(this.#queue.length > 0 ? { kind: 'saving' } : { kind: 'saved', at: null });
    }
    if (this.#queue.length === 0) return;
    this.#sending = true;
    const pieces = this.#queue;
    this.#queue = [];
    // again and again: what is typed while the core does not answer is nowhere else
    const slow = setInterval(() => {
      this.#copy.keep();
      this.#setSave({ kind: 'saving' });
    }, SHOW_SAVING_MS);
    const late = this.#snapshot.access === 'locked';
    try {
      const answer = await rpc.releaseText.append({
        releaseId: this.#releaseId,
        origin: this.#origin,
        update: toBase64(pieces.length === 1 ? (pieces[0] as Uint8Array) : Y.mergeUpdates(pieces)),
        schemaVersion: SCHEMA_VERSION,
        late,
      });
      this.#failures = 0;
      if (!answer.late && answer.seq === this.#seq + 1) this.#seq = answer.seq;
      if (this.#queue.length > 0) this.#setSave({ kind: 'writing' });
      else this.#sayWhenAtRest(answer.savedAt);
      if (answer.late) {
        this.#sending = false;
        await this.#copy.empty();
        this.#set({ late: true });
        await this.#reopen();
        return;
      }
    } catch (error) {
      this.#queue.unshift(...pieces);
      this.#copy.keep();
      if (refusalOf(error)?.code === 'release_locked' && !late) {
        // Typed before this window knew: it is handed over for the next draft.
        this.#set({ access: 'locked' });
        this.#soon(0);
      } else if (isLineDown(error)) {
        this.#setSave({ kind: 'kept' });
        this.#again();
      } else this.#refuse(error);
      return;
    } finally {
      clearInterval(slow);
      this.#sending = false;
    }
    if (this.#queue.length > 0 && this.#timer === undefined) this.#soon(TOGETHER_MS);
  }

  /**
   * Says *Tersimpan* when the hands rest. Between two words of somebody who types on it would only flicker, and each change of the
   * sign costs as much as a keystroke; it is never said early, only late.
   */
  #sayWhenAtRest(savedAt: string): void {
    this.#savedAt = savedAt;
    this.#signRest.touch(Math.max(0, this.#typedAt + REST_MS - performance.now()));
  }

  #saySaved(): void {
    // typed on meanwhile: the next answer says it
    if (this.#savedAt === null || this.#queue.length > 0 || this.#sending) return;
    this.#setSave({ kind: 'saved', at: this.#savedAt });
    saved();
  }

  #refuse(error: unknown): void {
    this.#setSave({ kind: 'refused', error });
    // Signed out, or something nobody foresaw: the words stay here and are offered again.
    this.#again();
  }

  /** Begins again with the core's text: a new draft, or a text from which late words were taken out. */
  async #reopen(): Promise<void> {
    const old = this.#snapshot.doc;
    if (this.#queue.length > 0 && !this.#snapshot.late) {
      // Nothing is thrown away that was not acknowledged.
      this.#soon(0);
      const doc = old;
      this.#joined = false;
      await this.#join(doc);
      return;
    }
    old.off('update', this.#onUpdate);
    // acknowledged, or handed over as late: the new copy begins with the core's text
    await this.#copy.detach();
    this.#joined = false;
    this.#queue = [];
    this.#snapshot = { ...fresh(), late: this.#snapshot.late };
    this.#tell();
    setTimeout(() => old.destroy(), 0);
    await this.#open();
  }

  #take(updates: readonly Uint8Array[]): void {
    const { doc } = this.#snapshot;
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, CORE);
    }, CORE);
  }

  #set(change: Partial<TextSnapshot>): void {
    if (this.#ended) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#tell();
  }

  #setSave(save: SaveState): void {
    if (this.#ended) return;
    const same =
      save.kind === this.#save.kind && (save.kind === 'writing' || save.kind === 'saving' || save.kind === 'kept');
    if (same) return;
    this.#save = save;
    for (const listener of this.#saveListeners) listener();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function fresh(): TextSnapshot {
  return {
    phase: 'opening',
    error: null,
    doc: new Y.Doc(),
    access: 'read',
    tooNew: false,
    away: false,
    late: false,
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
