// Browser tests against the real server on the built site. The browser comes from npm.
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { browserOptions } from './test/support/browser.ts';

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results/browser',
  reporter: [['line'], ['json', { outputFile: 'test-results/playwright.json' }]],
  // Each test has a server and a data folder of its own, so the tests of one file may run side by side, too.
  workers: availableParallelism(),
  fullyParallel: true,
  // For a process that Node ended; a test that fails and then passes is a failure (`test/support/playwright-report.ts`).
  retries: 1,
  timeout: 60_000,
  use: {
    locale: 'lv-LV',
    launchOptions: await browserOptions(),
  },
});
