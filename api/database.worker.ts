// Worker thread root: the embedded libSQL file. A commit's fsync blocks this thread, not the HTTP thread.
import { parentPort, workerData } from 'node:worker_threads';
import { serveDatabase } from './node/database-thread.ts';
import type { WorkerData } from './node/worker-protocol.ts';

if (!parentPort) throw new Error('database.worker.ts runs as a worker thread only');
const { file } = workerData as WorkerData;
serveDatabase(parentPort, file);
