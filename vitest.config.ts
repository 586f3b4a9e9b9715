import { chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Many tests start processes from source; Node keeps what it compiled for the next one, also for those that run as another user.
const compiled = join(tmpdir(), `kulkul-compiled-${process.getuid?.() ?? 0}`);
mkdirSync(compiled, { recursive: true });
chmodSync(compiled, 0o777);
process.env.NODE_COMPILE_CACHE ??= compiled;

const project = (
  name: string,
  folders: readonly string[],
  more: { testTimeout?: number; globalSetup?: string[] } = {},
) => ({
  test: { name, include: folders.map((folder) => `tests/${folder}/**/*.test.ts`), ...more },
});

export default defineConfig({
  test: {
    // processes, not threads: native modules (SQLite, sharp) end with theirs
    pool: 'forks',
    // two cores; a third process only makes the others late
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      project('text', ['text', 'words', 'contract']),
      project('newsroom', ['newsroom', 'procedures', 'jobs', 'renderer']),
      project('adapters', ['adapters']),
      project('door', ['door']),
      // whole processes made by `npm run build`
      project('server', ['server'], { testTimeout: 60_000, globalSetup: ['tests/harness/build-server.ts'] }),
      project('architecture', ['architecture'], { testTimeout: 120_000 }),
    ],
  },
});
