import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results/desktop',
  globalSetup: '../harness/build-page.ts',
  // one window at a time: they would take the focus from each other
  workers: 1,
  // patience, not a measure: see tests/browser
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: process.env.KULKUL_REPORT ? [['line'], ['json', { outputFile: process.env.KULKUL_REPORT }]] : [['line']],
  use: { actionTimeout: 30_000 },
});
