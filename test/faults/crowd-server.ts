// The real server as a separate process that reports its condition. Arguments: data folder, site, site
// bundle.
import { getHeapStatistics } from 'node:v8';
import type { LogEntry } from '../../api/deps.ts';
import { startServer } from '../../api/node/start.ts';

/** Reported when the server listens, and on each request. */
export interface Condition {
  readonly origin: string;
  /** Sockets accepted and not yet closed. */
  readonly connections: number;
  /** Bytes after a garbage collection, including buffers outside the heap. */
  readonly inUse: number;
  readonly errors: readonly LogEntry[];
}

const [data = '', siteFolder = '', bundleFile = ''] = process.argv.slice(2);
const errors: LogEntry[] = [];
const server = await startServer({
  env: { PORT: '0', KAC_DATA: data, KAC_LIMITS: 'off' },
  siteFolder,
  bundleFile,
  // On a busy machine ten thousand connections take a while; another test covers how long one may take.
  timeouts: { headersTimeout: 120_000, requestTimeout: 150_000 },
  log: entry => {
    if (entry.level === 'error') errors.push(entry);
  },
});

function tell(): void {
  globalThis.gc?.();
  // Not `process.memoryUsage`, which opens a file: there may be no file descriptor left.
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
