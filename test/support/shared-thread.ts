// Opens database files as the server does, but all in one thread. A thread per file costs 130 ms of CPU, and Node 24 ends
// the process now and then where many threads end in it (“jit_page.has_value()”, nodejs/node#64500).
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { type DatabaseThread, type EmbeddedDatabase, openEmbedded } from '../../api/node/embedded.ts';
import type { Opening } from './shared-thread.worker.ts';

let worker: Worker | null = null;

function startShared(): Worker {
  const started = new Worker(new URL('shared-thread.worker.ts', import.meta.url), { execArgv: [] });
  started.unref();
  started.once('exit', () => {
    worker = null;
  });
  return started;
}

/** A thread as `openEmbedded` knows it: it “exits” when the file's port closes. */
function threadOn(file: string): DatabaseThread {
  worker ??= startShared();
  const { port1, port2 } = new MessageChannel();
  const opening: Opening = { file: resolve(file), port: port2 };
  worker.postMessage(opening, [port2]);
  const events = new EventEmitter();
  port1.on('message', reply => events.emit('message', reply));
  port1.on('close', () => events.emit('exit', 0));
  return {
    on: events.on.bind(events),
    once: events.once.bind(events),
    postMessage: (request, handOver) => port1.postMessage(request, handOver),
    terminate: async () => port1.close(),
  };
}

/** `openEmbedded` in the thread that the files of this process share. */
export const openShared = (file: string): Promise<EmbeddedDatabase> => openEmbedded(file, threadOn(file));
