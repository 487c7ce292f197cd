// Tests without a browser. Some read `dist/` and `build/`: `test/run.ts` builds them first.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node keeps stripped and compiled code for the next process: workers, servers and commands that tests start.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/compile', import.meta.url));

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/support/empty-database.ts'],
    setupFiles: ['test/support/quiet.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The default leaves one core to the main process, which has nothing to transform.
    maxWorkers: availableParallelism(),
    // Node 24 strips types itself; no test mocks a module, so Vitest needs no loader either.
    experimental: { viteModuleRunner: false, nodeLoader: false },
  },
});
