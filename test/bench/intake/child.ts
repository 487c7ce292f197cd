// What both servers under test report to the bench: their address and the delay of their event loop.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Milliseconds. The monitor's own timer interval; Node includes it in the delay. */
const RESOLUTION = 5;

export type Ask = 'measure' | 'report' | 'stop';

export interface Spent {
  /** Delay of the event loop at the 99th percentile, in milliseconds. */
  readonly delay: number;
  /** CPU seconds: of the thread that answers, and of all threads including the database's. */
  readonly thread: number;
  readonly process: number;
}
export type Tell = { readonly origin: string } | Spent;

const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6;

const tell = (message: Tell): void => {
  process.send?.(message);
};

/** Serves an app that is not the whole server, and answers the bench. */
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

/** Reports the address, then answers the bench until it asks to stop. */
export function answerBench(origin: string, stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  let from = { thread: process.threadCpuUsage(), process: process.cpuUsage() };
  // Also when the bench was interrupted: nothing else would stop this process.
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
