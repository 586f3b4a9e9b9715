import * as Y from 'yjs';
import { BODY, TITLE } from '../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import { isLineDown, refusalOf, rpc } from '../client.ts';
import { onHappening } from '../happenings.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { LocalCopy } from './local-copy.ts';
import { missingIn } from './missing.ts';
import { Outbox } from './outbox.ts';
import { putAside, sendApart } from './put-aside.ts';
import { SaveStatus } from './save-status.ts';
import {
  copyName,
  forgetUnsent,
  forgetUnsentOf,
  holdText,
  noteUnsent,
  type UnsentLine,
  unsentLines,
} from './unsent.ts';

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
/** An answer that takes longer than this is shown as *Menyimpan*, and the words are kept here; quicker ones would only flicker. */
const SHOW_SAVING_MS = 300;
/** A submission waits so long for the last words. */
const SETTLE_MS = 10_000;
/**
 * Keeps one window's copy of a text and the core's in step. What is typed travels to the core in pieces and counts as saved only
 * when the core has answered; what the core does not take at once is kept in IndexedDB (y-indexeddb). After a reload or a restart of the core, whatever the
 * core lacks is found by comparing documents, and sent again.
 */
export class TextSync {
  readonly #releaseId: string;
  readonly #userId: string;
  /** Only sends what the copy holds: shows nothing, and leaves the copy as it is. */
  readonly #quiet: boolean;
  /** This window, in the updates it sends. */
  readonly #origin = Math.random().toString(36).slice(2, 12);
  readonly #listeners = new Set<() => void>();
  readonly #stopHearing: () => void;
  readonly #letGo: () => void;
  #snapshot: TextSnapshot;
  #copy: LocalCopy;
  readonly #outbox = new Outbox(() => void this.#send());
  /** What the sign of saving says; apart from the snapshot, because it changes with the typing. */
  readonly save = new SaveStatus(() => !this.#outbox.isEmpty || this.#sending);
  #seq = 0;
  #workingVersion = 0;
  #joined = false;
  #sending = false;
  #ended = false;
  /** Words of windows that are gone, which the copy brought into this one. */
  #adopted: readonly UnsentLine[] = [];
  /** The core will never take what was typed here: why. */
  #unreadable: unknown = null;

  constructor(releaseId: string, userId: string, { quiet = false }: { quiet?: boolean } = {}) {
    this.#releaseId = releaseId;
    this.#userId = userId;
    this.#quiet = quiet;
    this.#copy = new LocalCopy(copyName(userId, releaseId), this.#onCopyChange);
    this.#letGo = quiet ? () => {} : holdText(releaseId);
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

  /** Sends now what waits; for Ctrl+S and for a window that is being hidden. */
  flush(): void {
    this.#keep();
    this.#outbox.sendNow();
  }

  /**
   * When everything that was typed here is on the core's disk.
   * @throws TypeError, as a broken line does, when it does not get there in ten seconds; the refusal when it never will
   */
  async settled(): Promise<void> {
    const until = Date.now() + SETTLE_MS;
    for (;;) {
      if (this.#unreadable !== null) throw this.#unreadable;
      if (this.#outbox.isEmpty && !this.#sending) return;
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
      // The house says that the line is down; when it is back, the release is asked for again, and this with it.
      if (!isLineDown(error)) this.#refuse(error);
    }
  }

  end(): void {
    this.flush();
    this.#ended = true;
    this.#outbox.end();
    this.save.end();
    this.#stopHearing();
    this.#letGo();
    document.removeEventListener('visibilitychange', this.#onHide);
    window.removeEventListener('online', this.#onOnline);
    void this.#copy.detach();
    // The editor may still hold the document for this tick.
    setTimeout(() => this.#snapshot.doc.destroy(), 0);
  }

  /** Puts the words into the copy, and on the list of what this browser still has to send. */
  #keep(): void {
    if (this.#quiet) return;
    this.#copy.keep();
    if (this.#unreadable !== null || (this.#outbox.isEmpty && !this.#sending)) return;
    const title = this.#snapshot.doc.getText(TITLE).toString();
    noteUnsent(this.#userId, this.#releaseId, this.#origin, title);
  }

  /** Takes this text off that list, when the core has everything that this window and the copy hold. */
  #arrived(): void {
    if (!this.#joined || !this.#outbox.isEmpty || this.#sending) return;
    forgetUnsentOf(this.#userId, this.#releaseId, this.#origin);
    if (!this.#copy.isRead) return;
    forgetUnsent(this.#adopted);
    this.#adopted = [];
  }

  readonly #onCopyChange = () => {
    const state = this.save.state();
    if (state.kind === 'kept' || state.kind === 'refused') this.save.set({ ...state, here: this.#copy.isKeeping });
  };

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
        this.save.set({ kind: 'kept', here: this.#copy.isKeeping });
      }
      this.#outbox.sendAgain();
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
      this.#outbox.reached();
      this.#set({ access: opened.access, tooNew });
      if (opened.access !== 'read' && !tooNew) {
        this.#outbox.replace(missingIn(updates, doc));
        if (!this.#outbox.isEmpty) this.#outbox.sendIn(0);
      }
      return 'joined';
    } catch (error) {
      if (isLineDown(error)) return 'away';
      this.#set({ phase: 'failed', error });
      return 'failed';
    }
  }

  async #attachCopy(doc: Y.Doc): Promise<void> {
    const lines = unsentLines(this.#userId, this.#releaseId);
    const found = await (this.#quiet ? this.#copy.readInto(doc) : this.#copy.attach(doc));
    this.#adopted = lines;
    // The core's text was applied first: what the copy still added is what the core lacks.
    if (!this.#joined || found.length === 0) return this.#arrived();
    this.#outbox.put(...found);
    this.save.set({ kind: 'saving' });
    this.#outbox.sendIn(0);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === CORE) return;
    if (this.#copy.isSource(origin)) return this.#foundLate(update);
    this.#outbox.put(update);
    this.#copy.note(update);
    const { kind } = this.save.state();
    // the core does not answer: each letter is kept as it comes
    if (kind !== 'saved' && kind !== 'writing') this.#keep();
    this.save.typed();
    if (!this.#sending) this.#outbox.sendTogether();
  };

  /**
   * The copy brought words after its time, or those of another window: the document lacked them, and so does the core. Called
   * before the copy counts as read, so that nothing is said to have arrived in between.
   */
  #foundLate(update: Uint8Array): void {
    this.#outbox.put(update);
    if (this.#snapshot.away && this.#snapshot.doc.getXmlFragment(BODY).length > 0)
      this.#set({ phase: 'ready', away: false });
    this.save.set(this.#joined ? { kind: 'saving' } : { kind: 'kept', here: this.#copy.isKeeping });
    if (!this.#sending) this.#outbox.sendTogether();
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#snapshot.tooNew || this.#unreadable !== null) return;
    if (!this.#joined) {
      const came = await this.#join(this.#snapshot.doc);
      // it says that the words are safe in this computer, so they have to be, also while the hands do not rest
      this.#keep();
      if (came === 'away') this.#outbox.sendAgain();
      if (came !== 'joined') return;
      this.#set({ phase: 'ready', away: false });
      this.save.set(this.#outbox.isEmpty ? { kind: 'saved', at: null } : { kind: 'saving' });
    }
    if (this.#outbox.isEmpty) return this.#arrived();
    this.#sending = true;
    const pieces = this.#outbox.take();
    // again and again: what is typed while the core does not answer is nowhere else
    const slow = setInterval(() => {
      this.#keep();
      this.save.set({ kind: 'saving' });
    }, SHOW_SAVING_MS);
    const late = this.#snapshot.access === 'locked';
    try {
      const answer = await this.#append(pieces.length === 1 ? (pieces[0] as Uint8Array) : Y.mergeUpdates(pieces), late);
      this.#outbox.reached();
      if (!answer.late && answer.seq === this.#seq + 1) this.#seq = answer.seq;
      if (this.#outbox.isEmpty) this.save.sayWhenAtRest(answer.savedAt);
      else this.save.set({ kind: 'writing' });
      if (answer.late) {
        this.#sending = false;
        this.#arrived();
        await this.#copy.empty();
        this.#set({ late: true });
        await this.#reopen();
        return;
      }
    } catch (error) {
      this.#outbox.putBack(pieces);
      this.#keep();
      const code = refusalOf(error)?.code;
      if (code === 'text_unreadable') await this.#sendApart(error, late);
      else if (code === 'release_locked' && !late) {
        // Typed before this window knew: it is handed over for the next draft.
        this.#set({ access: 'locked' });
        this.#outbox.sendIn(0);
      } else if (isLineDown(error)) {
        this.save.set({ kind: 'kept', here: this.#copy.isKeeping });
        this.#outbox.sendAgain();
      } else this.#refuse(error);
      return;
    } finally {
      clearInterval(slow);
      this.#sending = false;
    }
    if (!this.#outbox.isEmpty) this.#outbox.sendTogether();
    else this.#arrived();
  }

  #append(update: Uint8Array, late: boolean) {
    return rpc.releaseText.append({
      releaseId: this.#releaseId,
      origin: this.#origin,
      update: toBase64(update),
      schemaVersion: SCHEMA_VERSION,
      late,
      writer: this.#userId,
    });
  }

  /** Offers the pieces one by one; what no Kulkul can read stays in this window, and is put aside in this computer. */
  async #sendApart(refusal: unknown, late: boolean): Promise<void> {
    const pieces = this.#outbox.take();
    const { condemned, left, error } = await sendApart(this.#releaseId, pieces, (piece) => this.#append(piece, late));
    this.#outbox.putBack([...condemned, ...left]);
    if (error !== null) {
      // all of it again when there is an answer
      if (isLineDown(error)) {
        this.save.set({ kind: 'kept', here: this.#copy.isKeeping });
        this.#outbox.sendAgain();
      } else this.#refuse(error);
    } else if (condemned.length > 0) await this.#giveUp(refusal);
    else this.#outbox.sendIn(0);
  }

  async #giveUp(error: unknown): Promise<void> {
    this.#unreadable = error;
    const window = {
      userId: this.#userId,
      releaseId: this.#releaseId,
      window: this.#origin,
      doc: this.#snapshot.doc,
      copy: this.#copy,
      adopted: this.#adopted,
    };
    if (!this.#quiet)
      await putAside(window, this.#onCopyChange, (aside) => {
        this.#copy = aside;
      });
    this.save.set({ kind: 'refused', error, here: this.#copy.isKeeping });
  }

  #refuse(error: unknown): void {
    this.save.set({ kind: 'refused', error, here: this.#copy.isKeeping });
    // Signed out, or something nobody foresaw: the words stay here and are offered again.
    this.#outbox.sendAgain();
  }

  /** Begins again with the core's text: a new draft, or a text from which late words were taken out. */
  async #reopen(): Promise<void> {
    const old = this.#snapshot.doc;
    if (!this.#outbox.isEmpty && !this.#snapshot.late) {
      // Nothing is thrown away that was not acknowledged.
      this.#outbox.sendIn(0);
      this.#joined = false;
      await this.#join(old);
      return;
    }
    old.off('update', this.#onUpdate);
    // acknowledged, or handed over as late: the new copy begins with the core's text
    await this.#copy.detach();
    this.#joined = false;
    this.#outbox.replace([]);
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
