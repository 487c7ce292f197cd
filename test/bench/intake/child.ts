// What both servers under test tell the bench: where they answer and how late their event loop was.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Milliseconds. The monitor's timer itself; Node counts it into the delay. */
const RESOLUTION = 5;

export type Ask = 'measure' | 'report' | 'stop';

export interface Spent {
  /** Milliseconds by which the event loop was late, at the 99th percentile. */
  readonly delay: number;
  /** Seconds of processor time: of the thread that answers, and of all threads with the database's. */
  readonly thread: number;
  readonly process: number;
}
export type Tell = { readonly origin: string } | Spent;

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

const tell = (message: Tell): void => {
  process.send?.(message);
};

/** Serves an app that is no whole server, and answers the bench. */
export async function serveToBench(
  fetch: Hono['fetch'],
  close: () => Promise<void> = async () => {},
): Promise<void> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  answerBench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () => {
    server.close();
    server.closeAllConnections();
    await close();
  });
}

/** Tells the address, then answers the bench until it asks to stop. */
export function answerBench(origin: string, stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  let from = { thread: process.threadCpuUsage(), process: process.cpuUsage() };
  // Also when the bench was ended in the middle: nobody else would stop this process.
  process.on('disconnect', () => process.exit());
  process.on('message', async (ask: Ask) => {
    if (ask === 'measure') {
      delay.reset();
      from = { thread: process.threadCpuUsage(), process: process.cpuUsage() };
    } else if (ask === 'report') {
      tell({
        delay: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION),
        thread: seconds(process.threadCpuUsage(from.thread)),
        process: seconds(process.cpuUsage(from.process)),
      });
    } else {
      await stop();
      process.disconnect();
    }
  });
  tell({ origin });
}
