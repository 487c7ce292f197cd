// The pool: an order that shows nothing, lengths that show little, and nothing added to a pool that does not
// open.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  openPool,
  type PoolTools,
  sealPool,
  shuffled,
  sizeClass,
  type Waiting,
} from '../../api/domain/surveys/pool.ts';
import { nodePrimitives } from '../../api/node/primitives.ts';

const tools = (key = randomBytes(32)): PoolTools => ({
  keyring: { key: () => key },
  primitives: nodePrimitives,
});
const answer = (value: string): Waiting => ({ version: 1, answers: { ko: value } });
const said = (waiting: readonly Waiting[]) => waiting.map(({ answers }) => String(answers['ko']));

describe('a pool', () => {
  it('gives back what was put in, text of any kind', async () => {
    const it_ = tools();
    const values = ['', 'ļoti <b>labi</b>', '𝄞'.repeat(500), '{"a":1}'];
    const opened = await openPool(it_, 's', await sealPool(it_, 's', values.map(answer)));
    expect(said(opened).sort()).toEqual([...values].sort());
    expect(await openPool(it_, 's', await sealPool(it_, 's', []))).toEqual([]);
  });

  it('has one length whatever is in it, up to its class', async () => {
    const it_ = tools();
    const empty = await sealPool(it_, 's', []);
    const fifty = await sealPool(
      it_,
      's',
      Array.from({ length: 50 }, () => answer('x'.repeat(1000))),
    );
    expect(empty.length).toBe(64 * 1024);
    expect(fifty.length).toBe(empty.length);
    const more = await sealPool(
      it_,
      's',
      Array.from({ length: 70 }, () => answer('x'.repeat(1000))),
    );
    expect(more.length).toBe(128 * 1024);
  });

  it('refuses what would not fit into a row', async () => {
    await expect(sealPool(tools(), 's', [answer('x'.repeat(4 * 1024 * 1024))])).rejects.toThrow(/do not fit/);
  });

  it('looks like noise: no two seals share a piece, and nothing typed is in it', async () => {
    const it_ = tools();
    const waiting = [answer('slepens vārds')];
    const [a, b] = [
      Buffer.from(await sealPool(it_, 's', waiting)),
      Buffer.from(await sealPool(it_, 's', waiting)),
    ];
    expect(a.includes('slepens')).toBe(false);
    let shared = 0;
    for (let at = 0; at + 16 <= a.length; at += 16) if (b.includes(a.subarray(at, at + 16))) shared += 1;
    expect(shared).toBe(0);
  });

  it('opens for its own survey and key only, and not when a byte is another', async () => {
    const it_ = tools();
    const sealed = await sealPool(it_, 's', [answer('a')]);
    await expect(openPool(it_, 't', sealed)).rejects.toThrow(/do not open/);
    await expect(openPool(tools(), 's', sealed)).rejects.toThrow(/do not open/);
    const touched = sealed.slice();
    touched[40_000] = (touched[40_000] ?? 0) ^ 1;
    await expect(openPool(it_, 's', touched)).rejects.toThrow(/do not open/);
  });

  it.each([
    [0, 65536],
    [65536 - 32, 65536],
    [65536 - 31, 131072],
    [1_000_000, 1_048_576],
  ])('of %i bytes takes %i', (bytes, size) => expect(sizeClass(bytes)).toBe(size));
});

describe('shuffling', () => {
  /**
   * The chi-square statistic of a fair die with `sides` sides: mean `sides - 1`, deviation about √(2·(sides -
   * 1)).
   */
  const chiSquare = (counts: readonly number[]): number => {
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    return counts.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0);
  };
  const orders = (mix: (items: readonly string[]) => readonly string[]): number => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i += 1) {
      const order = mix(['a', 'b', 'c', 'd']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    return chiSquare(Array.from({ length: 24 }, (_, i) => [...counts.values()][i] ?? 0));
  };
  // A fair shuffle exceeds this once in a hundred million runs.
  const LIMIT = 100;

  it('makes each order as likely as any other', () => {
    expect(orders(items => shuffled(items, length => randomBytes(length)))).toBeLessThan(LIMIT);
  });

  it('would be caught doing less', () => {
    const sorting = (items: readonly string[]) => items.toSorted(() => (randomBytes(1)[0] ?? 0) - 128);
    expect(orders(sorting)).toBeGreaterThan(LIMIT);
    expect(orders(items => items)).toBeGreaterThan(LIMIT);
  });

  it('throws away draws that would favour some', () => {
    // 2³² is not a multiple of three: the highest number is drawn again, the next one counts.
    const draws = [
      [255, 255, 255, 255],
      [0, 0, 0, 2],
      [0, 0, 0, 1],
    ];
    const random = () => Uint8Array.from(draws.shift() ?? []);
    expect(shuffled(['a', 'b', 'c'], random)).toEqual(['a', 'b', 'c']);
    expect(draws).toEqual([]);
  });
});
