import { IndexeddbPersistence, PREFERRED_TRIM_SIZE } from 'y-indexeddb';
import * as Y from 'yjs';
import { atRest } from './at-rest.ts';

/** What was typed is put into the copy when the hands rest so long; what must be safe at once is kept by calling `keep`. */
const REST_MS = 2000;
/** A browser that gives no database answer within this time is worked without one. */
const PATIENCE_MS = 3000;
/** Milliseconds before a write that failed is tried again; the last one repeats. A full disk is not emptier for being asked. */
const RETRY_MS = [2000, 5000, 30_000] as const;

/**
 * This computer's own copy of a text (y-indexeddb): for words that the core has not taken, and for the day on which it is away. A
 * browser that keeps nothing still writes; only what is not acknowledged would be lost with the window.
 */
export class LocalCopy {
  readonly #name: string;
  readonly #there = isDatabaseThere();
  #disk: IndexeddbPersistence | null = null;
  /** By `readInto`: the keys below this one were read; 0 when nothing was. */
  #readBelow = 0;
  /** Keys of what this window wrote. Other windows write into the same database, and what they wrote since may lie nowhere else. */
  #written: IDBValidKey[] = [];
  #writeFailed = false;
  #pieces: Uint8Array[] = [];
  readonly #rest = atRest(REST_MS, () => this.keep());
  readonly #changed: () => void;
  #reopening = false;
  /** The browser took the connection away; until there is a new one nothing can be written. */
  #lost = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param name of the database: one per person and text
   * @param changed told when `isKeeping` may have become another
   */
  constructor(name: string, changed: () => void = () => {}) {
    this.#name = name;
    this.#changed = changed;
  }

  /**
   * Brings what the copy holds into the document, and the document's state into the copy. A database that needs longer than the
   * patience brings it later, as changes of the document with this copy as their source; until then `isRead` is false.
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
      const disk = this.#disk;
      if (disk.db) this.#heed(disk, disk.db);
      else void disk._db.then((database) => this.#heed(disk, database)).catch(() => {});
    }
    doc.off('update', note);
    return found;
  }

  /**
   * As `attach`, but writes nothing, now or later: each `attach` puts the whole document into the copy, and a text that is asked
   * for again and again would only grow.
   */
  async readInto(doc: Y.Doc): Promise<Uint8Array[]> {
    const found: Uint8Array[] = [];
    const note = (update: Uint8Array) => found.push(update);
    try {
      const { pieces, below } = await contentsOf(this.#name);
      doc.on('update', note);
      doc.transact(() => {
        for (const piece of pieces) Y.applyUpdate(doc, piece);
      }, this);
      this.#readBelow = below;
    } catch {
      // no database, or none in time: what it holds stays on the list
    } finally {
      doc.off('update', note);
    }
    return found;
  }

  /** As `attach`, for a copy that is to take the place of another. @returns whether the whole document is on the disk in it */
  async takeOver(doc: Y.Doc): Promise<boolean> {
    await this.attach(doc);
    const database = this.#disk?.db;
    if (!database) return false;
    // what is typed in between is still told to the other copy, and to this one by nobody else
    const note = (update: Uint8Array) => this.note(update);
    doc.on('update', note);
    const whole = await new Promise<boolean>((resolve) => {
      try {
        const writing = database.transaction('updates', 'readwrite');
        writing.objectStore('updates').add(Y.encodeStateAsUpdate(doc));
        writing.oncomplete = () => resolve(true);
        writing.onabort = () => resolve(false);
      } catch {
        // closed by the browser
        resolve(false);
      }
    });
    doc.off('update', note);
    return whole;
  }

  /** Whether what was given to `keep` outlives this window; false in a browser that keeps nothing, or has no room. */
  get isKeeping(): boolean {
    return !!this.#disk?.db && !this.#writeFailed;
  }

  /** Whether the document holds all that the copy held. */
  get isRead(): boolean {
    return this.#readBelow > 0 || this.#disk?.synced === true;
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

  /**
   * Writes now what was noted; it arrives also when the window goes in this moment. Never throws: what could not be written is
   * noted again, `isKeeping` says so, and it is tried again, later each time.
   */
  keep(): void {
    // asked at every letter while the core is away: what failed a moment ago waits for its turn, and takes this along
    if (this.#retry === undefined && !this.#reopening) this.#write();
  }

  #write(): void {
    const pieces = this.#pieces;
    const disk = this.#disk;
    this.#rest.cancel();
    this.#pieces = [];
    if (pieces.length === 0 || !disk?.db) return;
    const piece = Y.mergeUpdates(pieces);
    try {
      const writing = disk.db.transaction('updates', 'readwrite');
      writing.oncomplete = () => this.#succeeded();
      // no room, mostly: the connection is as good as before, and the database holds what it held
      writing.onabort = () => this.#failed(disk, [piece]);
      this.#add(writing.objectStore('updates'), piece);
      // y-indexeddb's own write leaves the commit to the browser, which throws the transaction away with a window that is closed
      writing.commit();
    } catch (error) {
      // a browser that closed its database says it here
      this.#failed(disk, [piece], error instanceof DOMException && error.name === 'InvalidStateError');
      return;
    }
    disk._dbsize += 1;
    if (disk._dbsize >= PREFERRED_TRIM_SIZE) this.#trim(disk, disk.db);
  }

  #add(updates: IDBObjectStore, piece: Uint8Array): void {
    const adding = updates.add(piece);
    adding.onsuccess = () => this.#written.push(adding.result);
  }

  /** Takes away what this window read or wrote: y-indexeddb has read everything below its `_dbref`. */
  #deleteKnown(updates: IDBObjectStore): void {
    const below = Math.max(this.#readBelow, this.#disk?._dbref ?? 0);
    updates.delete(IDBKeyRange.upperBound(below, true));
    for (const key of this.#written.splice(0)) updates.delete(key);
  }

  /** Makes one piece of many, as y-indexeddb's own, which would not say under which key it stands. */
  #trim(disk: IndexeddbPersistence, database: IDBDatabase): void {
    disk._dbsize = 1;
    try {
      const updates = database.transaction('updates', 'readwrite').objectStore('updates');
      // the keys of what is being written are known when its transaction is over, and this one has its turn
      updates.count().onsuccess = () => {
        this.#deleteKnown(updates);
        this.#add(updates, Y.encodeStateAsUpdate(disk.doc));
      };
    } catch {
      // closed by the browser: it is tried again 500 pieces later
    }
  }

  #succeeded(): void {
    this.#failures = 0;
    if (!this.#writeFailed) return;
    this.#writeFailed = false;
    this.#changed();
  }

  #failed(disk: IndexeddbPersistence, pieces: readonly Uint8Array[], lost = false): void {
    // let go meanwhile: nobody asks any more
    if (this.#disk !== disk) return;
    this.#pieces.unshift(...pieces);
    this.#lost ||= lost;
    if (!this.#writeFailed) {
      this.#writeFailed = true;
      this.#changed();
    }
    if (this.#retry !== undefined || this.#reopening) return;
    // a connection that went is asked for at once, the first time
    const atOnce = this.#lost ? 1 : 0;
    const wait = this.#failures < atOnce ? 0 : RETRY_MS[Math.min(this.#failures - atOnce, RETRY_MS.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      if (this.#lost) void this.#openAgain(disk);
      else this.#write();
    }, wait);
  }

  /** Hears when the browser takes the database away: cleared site data, a broken disk. */
  #heed(disk: IndexeddbPersistence, database: IDBDatabase): void {
    database.onclose = () => {
      if (disk.db === database) this.#failed(disk, [], true);
    };
  }

  /** A new connection, with the whole document in it: nobody knows what of the old database is left. */
  async #openAgain(disk: IndexeddbPersistence): Promise<void> {
    this.#reopening = true;
    try {
      const database = await openDatabase(this.#name);
      if (this.#disk !== disk) return database.close();
      disk.db?.close();
      disk.db = database;
      disk._db = Promise.resolve(database);
      this.#heed(disk, database);
      this.#lost = false;
      // perhaps another database, whose keys begin anew: what is found again is only compared again
      disk._dbref = 0;
      this.#written = [];
      this.#pieces = [Y.encodeStateAsUpdate(disk.doc)];
    } catch {
      // still not possible
    } finally {
      this.#reopening = false;
    }
    if (this.#lost) this.#failed(disk, []);
    else this.#write();
  }

  /** Forgets what was noted and not yet written. */
  drop(): void {
    this.#rest.cancel();
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#pieces = [];
  }

  /** Takes out of the copy what this window read from it or wrote into it. What another wrote since is for who reads it. */
  async empty(): Promise<void> {
    this.drop();
    const opened = this.#readBelow > 0 ? await openDatabase(this.#name).catch(() => null) : null;
    const database = opened ?? this.#disk?.db;
    if (!database) return;
    await new Promise<void>((resolve) => {
      // what stays is compared with the core's text the next time, as any copy is
      try {
        const clearing = database.transaction('updates', 'readwrite');
        const updates = clearing.objectStore('updates');
        // as in `#trim`
        updates.count().onsuccess = () => this.#deleteKnown(updates);
        clearing.oncomplete = () => resolve();
        clearing.onabort = () => resolve();
      } catch {
        // closed by the browser
        resolve();
      }
    });
    opened?.close();
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

/** What the copy of that name holds, oldest first; the copy stays as it is. @throws when the browser gives no database in time */
export async function piecesIn(name: string): Promise<Uint8Array[]> {
  return (await contentsOf(name)).pieces;
}

/** Those pieces, and a number that is greater than each of their keys. @throws as above */
async function contentsOf(name: string): Promise<{ readonly pieces: Uint8Array[]; readonly below: number }> {
  const database = await openDatabase(name);
  try {
    return await new Promise((resolve, reject) => {
      const reading = database.transaction('updates', 'readonly');
      const pieces = reading.objectStore('updates').getAll();
      const keys = reading.objectStore('updates').getAllKeys();
      reading.oncomplete = () =>
        resolve({ pieces: pieces.result as Uint8Array[], below: Number(keys.result.at(-1) ?? 0) + 1 });
      reading.onabort = () => reject(reading.error ?? new Error('not read'));
    });
  } finally {
    database.close();
  }
}

/** Opens what y-indexeddb made, or makes it as it does. @throws when the browser gives none in time */
function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('updates', { autoIncrement: true });
      opening.result.createObjectStore('custom');
    };
    opening.onsuccess = () => {
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error ?? new Error('no database'));
    setTimeout(() => reject(new Error('no database in time')), PATIENCE_MS);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
