// What both servers under test tell the bench: where they answer and how late their event loop was.
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds. The monitor's timer itself; Node counts it into the delay. */
const RESOLUTION = 5;

export type Ask = 'measure' | 'report' | 'stop';
export type Tell = { readonly origin: string } | { readonly delay: number };

const tell = (message: Tell): void => {
  process.send?.(message);
};

/** Tells the address, then answers the bench until it asks to stop. */
export function answerBench(origin: string, stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  process.on('message', async (ask: Ask) => {
    if (ask === 'measure') delay.reset();
    else if (ask === 'report') tell({ delay: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION) });
    else {
      await stop();
      process.disconnect();
    }
  });
  tell({ origin });
}
