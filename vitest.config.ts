// Tests without a browser. Those in `test/site` read `dist/`, so the site is built first (`test/run.ts`).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    setupFiles: ['test/support/quiet.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
