import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { atRest } from './at-rest.ts';

/** What was typed is put into the copy when the hands rest so long; what must be safe at once is kept by calling `keep`. */
const REST_MS = 2000;
/** A browser that gives no database answer within this time is worked without one. */
const PATIENCE_MS = 3000;

/**
 * This computer's own copy of a text (y-indexeddb): for words that the core has not taken, and for the day on which it is away. A
 * browser that keeps nothing still writes; only what is not acknowledged would be lost with the window.
 */
export class LocalCopy {
  readonly #name: string;
  readonly #there = isDatabaseThere();
  #disk: IndexeddbPersistence | null = null;
  #writeFailed = false;
  #pieces: Uint8Array[] = [];
  readonly #rest = atRest(REST_MS, () => this.keep());

  /** @param name of the database: one per person and text */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Brings what the copy holds into the document, and the document's state into the copy.
   * @returns the updates by which the copy changed the document: what the document's source lacks
   */
  async attach(doc: Y.Doc): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    const note = (update: Uint8Array, origin: unknown) => {
      if (origin === this.#disk) found.push(update);
    };
    doc.on('update', note);
    if (await this.#there) {
      this.#disk = new IndexeddbPersistence(this.#name, doc);
      await Promise.race([this.#disk.whenSynced, pause(PATIENCE_MS)]);
      // it would write at every letter; `keep` writes what was typed together
      doc.off('update', this.#disk._storeUpdate);
    }
    doc.off('update', note);
    return found;
  }

  /** Whether what was given to `keep` outlives this window; false in a browser that keeps nothing, or has no room. */
  get isKeeping(): boolean {
    return !!this.#disk?.db && !this.#writeFailed;
  }

  /** Whether a change of the document came out of this copy. */
  isSource(origin: unknown): boolean {
    return this.#disk !== null && origin === this.#disk;
  }

  /** Notes an update; it is written when the hands rest. */
  note(update: Uint8Array): void {
    this.#pieces.push(update);
    this.#rest.touch();
  }

  /** Writes now what was noted; it arrives also when the window goes in this moment. */
  keep(): void {
    const pieces = this.#pieces;
    this.drop();
    const disk = this.#disk;
    if (pieces.length === 0 || !disk?.db) return;
    const update = Y.mergeUpdates(pieces);
    const failed = () => {
      // a full disk, or a browser that closed its database: said by `isKeeping`, and tried again with what comes next
      this.#writeFailed = true;
      this.#pieces.unshift(update);
    };
    try {
      const writing = disk.db.transaction('updates', 'readwrite');
      writing.oncomplete = () => {
        this.#writeFailed = false;
      };
      writing.onabort = failed;
      writing.objectStore('updates').add(update);
      // y-indexeddb's own write leaves the commit to the browser, which throws the transaction away with a window that is closed
      writing.commit();
    } catch {
      failed();
      return;
    }
    disk._dbsize += 1;
    // only makes one piece of many; what fails here is tried again 500 pieces later
    if (disk._dbsize >= PREFERRED_TRIM_SIZE) void storeState(disk, false).catch(() => {});
  }

  /** Forgets what was noted and not yet written. */
  drop(): void {
    this.#rest.cancel();
    this.#pieces = [];
  }

  /** Empties the copy; the database itself may be open in another window. */
  async empty(): Promise<void> {
    this.drop();
    const database = this.#disk?.db;
    if (!database) return;
    await new Promise<void>((resolve) => {
      const clearing = database.transaction('updates', 'readwrite');
      clearing.objectStore('updates').clear();
      clearing.oncomplete = () => resolve();
      // what stays is compared with the core's text the next time, as any copy is
      clearing.onabort = () => resolve();
    });
  }

  /** Lets go of the document; what was noted and not written is not written any more. */
  async detach(): Promise<void> {
    this.drop();
    await this.#disk?.destroy();
    this.#disk = null;
  }
}

const PROBE = 'kulkul-probe';

/** Whether this browser keeps anything: y-indexeddb itself would wait for ever for a database that cannot be opened. */
function isDatabaseThere(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const probe = indexedDB.open(PROBE);
      probe.onsuccess = () => {
        probe.result.close();
        resolve(true);
      };
      probe.onerror = () => resolve(false);
      setTimeout(() => resolve(false), PATIENCE_MS);
    } catch {
      // no `indexedDB` at all, or one that is forbidden: the same answer
      resolve(false);
    }
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
