import { defineConfig } from '@playwright/test';
import { asRoot, chromium } from '../harness/runtimes.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results/browser',
  globalSetup: '../harness/build-page.ts',
  fullyParallel: true,
  workers: 2,
  // patience, not a measure: on a machine that others use too everything takes three times as long, and is still right
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: process.env.KULKUL_REPORT ? [['line'], ['json', { outputFile: process.env.KULKUL_REPORT }]] : [['line']],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // the picture and the page as text are kept of every failure; the whole trace costs a seventh of the time
    trace: process.env.KULKUL_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: chromium() ?? undefined, args: asRoot },
  },
});
