// Tests without a browser. Some read `dist/` and `build/`: `test/run.ts` builds them first.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Node keeps stripped and compiled code for the next process: workers, servers and commands that tests start.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/compile', import.meta.url));

/** Modules that only Vite can load: they import a file as text (`?raw`). */
const NEEDS_VITE = ['test/content/text-loader.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/support/quiet.ts'],
    // Only to end what hangs: a busy machine may be fifty times slower.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    // The default leaves one core to the main process, which has nothing to transform.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', ...NEEDS_VITE],
          globalSetup: ['test/support/empty-database.ts'],
          // Node 24 strips types itself; no test mocks a module, so Vitest needs no loader either.
          experimental: { viteModuleRunner: false, nodeLoader: false },
        },
      },
      { extends: true, test: { name: 'vite', include: NEEDS_VITE } },
    ],
  },
});
