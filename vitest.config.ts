import { defineConfig } from 'vitest/config';

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
