import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Which mails have left: one line per mail, written just before its last octet is handed over. It is not flushed to the disk,
 * because it need not survive a power cut, only the death of this process: what was written before `kill -9` stands in the file
 * system's cache and is read by the next core. After a restart of the computer the file is not believed.
 *
 * With it a core that died knows which of the mails it intended had not left, and only the others are *perlu dicek*.
 */
export interface Departures {
  /**
   * Before any intent of a run is on disk: from now on the file speaks for this start of the computer. Not earlier than the
   * recovery of what an earlier core intended, or a file just begun would deny mails of before a power cut.
   */
  ready(): void;
  /** Synchronous. @throws when it cannot be written whole; then the mail must not go. */
  mark(messageId: string): void;
  /** Whether this mail can have left in the life of an earlier core. Once the file speaks for this one, nothing is denied any more. */
  leftBefore(messageId: string): 'no' | 'perhaps';
  /** Every outcome is on disk: nothing in the file is needed any more. Never while one try has no end in the ledger. */
  clear(): void;
}

/** Where the same computer since its start can be told (Linux, containers too); null elsewhere, and then nothing is believed. */
function bootOfComputer(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}

/** @param file in the data folder; @param boot for tests */
export function departuresIn(file: string, boot: string | null = bootOfComputer()): Departures {
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [header, ...before] = kept === '' ? [] : kept.split('\n');
  const believed = boot !== null && (header === undefined || header === boot);
  const left = new Set(before);
  let handle: number | undefined;
  let ours = false;
  let size = believed && header !== undefined ? 1 : 0;
  // a line that was cut short must not swallow the one after it
  let torn = kept !== '' && !kept.endsWith('\n');

  /** Open for appending, begun anew where it belongs to an earlier start of the computer. */
  const open = (): number => {
    ours = true;
    if (handle === undefined) {
      handle = openSync(file, 'a', 0o600);
      if (size === 0) begin(handle);
    }
    return handle;
  };
  const begin = (descriptor: number) => {
    ftruncateSync(descriptor, 0);
    torn = true;
    // unlike writeSync it goes on until all is written, or throws: a disk that is nearly full takes half a line without a word
    writeFileSync(descriptor, `${boot ?? 'unknown'}\n`);
    torn = false;
    size = 0;
  };
  return {
    ready() {
      open();
    },
    mark(messageId) {
      const descriptor = open();
      const line = `${torn ? '\n' : ''}${messageId}\n`;
      torn = true;
      writeFileSync(descriptor, line);
      torn = false;
      size += 1;
    },
    leftBefore: (messageId) => (!ours && believed && header !== undefined && !left.has(messageId) ? 'no' : 'perhaps'),
    clear() {
      if (handle !== undefined) {
        begin(handle);
        closeSync(handle);
        handle = undefined;
      }
    },
  };
}
