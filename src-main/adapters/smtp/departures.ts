import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

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
  /** Synchronous. @throws when it cannot be written; then the mail must not go. */
  mark(messageId: string): void;
  /** Whether this mail can have left in the life of an earlier core. */
  leftBefore(messageId: string): 'no' | 'perhaps';
  /** Every outcome is on disk: nothing in it is needed any more. */
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
  const [header, ...before] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const believed = boot !== null && (header === undefined || header === boot);
  const left = new Set(before);
  let handle: number | undefined;
  let size = believed && header !== undefined ? 1 : 0;

  /** Open for appending, begun anew where it belongs to an earlier start of the computer. */
  const open = (): number => {
    if (handle === undefined) {
      handle = openSync(file, 'a', 0o600);
      if (size === 0) begin(handle);
    }
    return handle;
  };
  const begin = (descriptor: number) => {
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, `${boot ?? 'unknown'}\n`);
    size = 0;
  };
  return {
    ready() {
      open();
    },
    mark(messageId) {
      writeSync(open(), `${messageId}\n`);
      size += 1;
    },
    leftBefore: (messageId) => (believed && header !== undefined && !left.has(messageId) ? 'no' : 'perhaps'),
    clear() {
      if (handle !== undefined) {
        begin(handle);
        closeSync(handle);
        handle = undefined;
      }
    },
  };
}
