// The measure itself: it must see what it is there to see.
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { excess, growth, longestStall } from './measure.ts';

/** Busy for about as many steps as asked for. */
function busy(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i += 1) sum += Math.sqrt(i);
  return sum;
}

describe('a measurement', () => {
  it('lets linear work pass', async () => {
    expect(await excess(n => () => busy(n), 8_000_000)).toBeNull();
  });
  it('names quadratic work', async () => {
    expect(await excess(n => () => busy(n * n), 6_000)).toMatch(/^grows [34]\.\d times/);
  });
  it('names a stall of the event loop, and none where the work lets others in', async () => {
    expect(await longestStall(n => () => busy(n), 200_000_000)).toBeGreaterThan(50);
    const inSlices = (n: number) => async () => {
      for (let slice = 0; slice < 20; slice += 1) {
        busy(n / 20);
        await later(1);
      }
    };
    expect(await longestStall(inSlices, 200_000_000)).toBeLessThan(50);
  });
  it('does not count the time that others take', async () => {
    const { large, stall } = await growth(() => () => later(60), 1);
    expect(large).toBeLessThan(50);
    expect(stall).toBeLessThan(50);
  });
});
