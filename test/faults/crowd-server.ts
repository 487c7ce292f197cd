// The real server as a process of its own that tells how it is. Arguments: data folder, site, site bundle.
import { getHeapStatistics } from 'node:v8';
import type { LogEntry } from '../../api/deps.ts';
import { startServer } from '../../api/node/start.ts';

/** Told when it listens, and each time somebody asks. */
export interface Condition {
  readonly origin: string;
  /** Sockets it has accepted and not let go of. */
  readonly connections: number;
  /** Bytes after a collection of garbage, those of buffers outside the heap as well. */
  readonly inUse: number;
  readonly errors: readonly LogEntry[];
}

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
const errors: LogEntry[] = [];
const server = await startServer({
  env: { PORT: '0', KAC_DATA: data, KAC_LIMITS: 'off' },
  siteFolder,
  bundleFile,
  // On a busy machine ten thousand take their time to come; how long one may take is another test's matter.
  timeouts: { headersTimeout: 120_000, requestTimeout: 150_000 },
  log: entry => {
    if (entry.level === 'error') errors.push(entry);
  },
});

function tell(): void {
  globalThis.gc?.();
  // Not by `process.memoryUsage`, which opens a file: there may be none left to open.
  const { used_heap_size, external_memory } = getHeapStatistics();
  const connections = process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap').length;
  process.send?.({
    origin: server.origin,
    connections,
    inUse: used_heap_size + external_memory,
    errors,
  } satisfies Condition);
}

process.on('message', tell);
process.on('disconnect', async () => {
  await server.stop();
  process.exit();
});
tell();
