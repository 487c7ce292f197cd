// Worker thread of the tests: has all database files that a test process opens, one port each.
import { type MessagePort, parentPort } from 'node:worker_threads';
import { serveDatabase } from '../../api/node/database-thread.ts';

export interface Opening {
  readonly file: string;
  readonly port: MessagePort;
}

parentPort?.on('message', ({ file, port }: Opening) => {
  try {
    serveDatabase(port, file);
  } catch {
    port.close();
  }
});
