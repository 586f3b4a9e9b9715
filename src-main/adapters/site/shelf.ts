import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { syncFolder, writeWhole } from '../../whole-file.ts';
import { manifestName, type SiteManifest, sha256 } from './folder.ts';

/** Tells a test where the writing is; called before each step, never in earnest. */
export type Step = (step: string) => void;

export type Shelf = ReturnType<typeof createShelf>;

/** The site's files: writes only what differs from what the manifest (or, when that is in doubt, the disk) has. */
export function createShelf(folder: string, before: SiteManifest, doubt: boolean, step: Step) {
  const files: Record<string, { sha256: string; bytes: number }> = {};
  const made = new Set<string>();
  let written = 0;
  let removed = 0;
  let begun = false;

  /** Before the first change the manifest says that one is under way; a run that changes nothing touches nothing. */
  const begin = async () => {
    if (begun) return;
    begun = true;
    step('begin');
    await writeWhole(
      join(folder, manifestName),
      JSON.stringify({ ...before, state: 'writing' } satisfies SiteManifest),
    );
  };

  const stands = async (path: string, wanted: { sha256: string; bytes: number }): Promise<boolean> => {
    const there = await stat(join(folder, path)).catch(() => null);
    if (!there?.isFile() || there.size !== wanted.bytes) return false;
    if (!doubt) return before.files[path]?.sha256 === wanted.sha256;
    return sha256(await readFile(join(folder, path))) === wanted.sha256;
  };

  return {
    files,
    get written() {
      return written;
    },
    get removed() {
      return removed;
    },
    get changed() {
      return begun;
    },
    /** A file of the site. `onlyOurs`: left alone where somebody else has put one. */
    async put(path: string, content: Uint8Array | string, options: { onlyOurs?: boolean } = {}): Promise<void> {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const record = { sha256: sha256(bytes), bytes: bytes.length };
      if (await stands(path, record)) {
        files[path] = record;
        return;
      }
      if (options.onlyOurs && !(path in before.files) && (await stat(join(folder, path)).catch(() => null))) return;
      await begin();
      step(`put ${path}`);
      const parent = dirname(join(folder, path));
      if (!made.has(parent)) {
        await makeFolder(parent, 0o755);
        await syncFolder(dirname(parent));
        made.add(parent);
      }
      await writeWhole(join(folder, path), bytes);
      files[path] = record;
      written++;
    },
    /** Keeps files that the manifest knows, when all of them stand. */
    async keepAll(paths: readonly string[]): Promise<boolean> {
      for (const path of paths) {
        const record = before.files[path];
        if (!record || !(await stands(path, record))) return false;
      }
      for (const path of paths) {
        const record = before.files[path];
        if (record) files[path] = record;
      }
      return true;
    },
    async drop(path: string): Promise<void> {
      const there = await stat(join(folder, path)).catch(() => null);
      if (there === null) return;
      await begin();
      step(`drop ${path}`);
      await rm(join(folder, path), { force: true });
      await syncFolder(dirname(join(folder, path)));
      removed++;
    },
    /** Marker and manifest: whole like the rest, and in no list. */
    async bare(path: string, content: string): Promise<void> {
      step(`put ${path}`);
      await writeWhole(join(folder, path), content);
    },
  };
}
