import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A core that was started from an earlier build may load its parts for so long. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes what earlier builds left in a folder of parts, whose names change with their content. Nothing else ever does, because a
 * build must not pull a running core's parts away.
 * @param folder of the parts; one that is not there has none
 * @param written by the present build: paths of which only the last part counts
 * @param now milliseconds
 */
export function deleteOldParts(folder: string, written: readonly string[], now: number): void {
  const present = new Set(written.map((path) => basename(path)));
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && !present.has(entry.name) && now - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
