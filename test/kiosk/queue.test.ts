// Answers that wait in the kiosk's browser: saved at every tap, sent once each, whatever fails meanwhile.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/kiosk/survey/outcome.ts';
import { createQueue, type Waiting } from '../../src/kiosk/survey/queue.ts';
import { createStore } from '../../src/kiosk/survey/store.ts';
import { type TestStorage, testStorage } from './storing.ts';

const SECOND = 1_000;
const received: Outcome = { kind: 'received' };
const refused: Outcome = { kind: 'refused' };
const noNetwork: Outcome = { kind: 'later', wait: 0, isBusy: false };
const busy = (wait: number): Outcome => ({ kind: 'later', wait, isBusy: true });

let storage: TestStorage;
let now: number;
/** A fresh page, as after a reload or a restart of the browser. */
const open = () => createQueue(createStore(storage), () => now);

/** A server that returns these outcomes in turn, then always the last one. */
function server(...outcomes: Outcome[]) {
  const got: Waiting[] = [];
  return {
    got,
    keys: () => got.map(({ key }) => key),
    post: async (waiting: Waiting): Promise<Outcome> => {
      got.push(waiting);
      return (outcomes.length > 1 ? outcomes.shift() : outcomes[0]) ?? received;
    },
  };
}

function answered(queue: ReturnType<typeof open>, key: string): void {
  queue.keep(key, 'aptauja', { vertejums: '4' });
  queue.finish(key);
  now += SECOND;
}

beforeEach(() => {
  storage = testStorage();
  now = Date.parse('2026-11-24T10:00:00Z');
});

describe('an answer', () => {
  it('is sent when the person is through, as it stands then, and forgotten when the server has it', async () => {
    const queue = open();
    const { got, post } = server(received);
    queue.keep('a', 'aptauja', { vertejums: '2' });
    await queue.flush(post);
    expect([got, queue.waiting()]).toEqual([[], 0]);
    queue.keep('a', 'aptauja', { vertejums: '2', kas: 'rinda' });
    queue.finish('a');
    expect(queue.waiting()).toBe(1);
    await queue.flush(post);
    expect(got).toMatchObject([{ key: 'a', survey: 'aptauja', answers: { vertejums: '2', kas: 'rinda' } }]);
    expect([queue.waiting(), storage.length]).toEqual([0, 0]);
  });

  it('survives a restart, with its key', async () => {
    const { keys, post } = server(noNetwork, received);
    const before = open();
    answered(before, 'a');
    await before.flush(post);
    now += 5 * SECOND;
    const after = open();
    expect(after.waiting()).toBe(1);
    await after.flush(post);
    expect(keys()).toEqual(['a', 'a']);
    expect(after.waiting()).toBe(0);
  });

  it('that nobody finished is sent as it is once its page is gone for a while', async () => {
    open().keep('a', 'aptauja', { vertejums: '5' });
    const { got, post } = server(received);
    const after = open();
    now += 89 * SECOND;
    await after.flush(post);
    expect(got).toEqual([]);
    now += 2 * SECOND;
    await after.flush(post);
    expect(got).toMatchObject([{ answers: { vertejums: '5' } }]);
  });

  it('that is being given on this very page is not sent behind the person’s back', async () => {
    const queue = open();
    const { got, post } = server(received);
    queue.keep('a', 'aptauja', { vertejums: '5' });
    now += 600 * SECOND;
    await queue.flush(post);
    expect([got, queue.waiting()]).toEqual([[], 0]);
  });

  it('that was taken back is never sent', async () => {
    const queue = open();
    const { got, post } = server(received);
    queue.keep('a', 'aptauja', { vertejums: '1' });
    queue.withdraw('a');
    queue.finish('a');
    now += 600 * SECOND;
    await open().flush(post);
    expect([got, storage.length]).toEqual([[], 0]);
  });

  it('that the server refuses for good is dropped and counted for the day', async () => {
    const queue = open();
    answered(queue, 'a');
    answered(queue, 'b');
    await queue.flush(server(refused, received).post);
    expect([queue.waiting(), queue.refused()]).toEqual([0, 1]);
    expect(open().refused()).toBe(1);
    now += 86_400 * SECOND;
    expect(open().refused()).toBe(0);
  });
});

describe('sending', () => {
  it('goes oldest first, and stops at the first that has to wait', async () => {
    const queue = open();
    for (const key of ['z', 'a', 'm']) answered(queue, key);
    const { keys, post } = server(received, noNetwork);
    await queue.flush(post);
    expect(keys()).toEqual(['z', 'a']);
    expect(queue.waiting()).toBe(2);
  });

  it('waits longer with every failure, five minutes at most, and starts anew after a success', async () => {
    const queue = open();
    answered(queue, 'a');
    const down = server(noNetwork);
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      await queue.flush(down.post);
      const before = now;
      while (down.got.length === i + 1) {
        now += SECOND;
        await queue.flush(down.post);
      }
      waits.push((now - before) / SECOND);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    now += 300 * SECOND;
    await queue.flush(server(received).post);
    answered(queue, 'b');
    const { keys, post } = server(received);
    await queue.flush(post);
    expect(keys()).toEqual(['b']);
  });

  it('leaves a busy server alone for as long as it asks, also when the network comes back', async () => {
    const queue = open();
    answered(queue, 'a');
    const { got, post } = server(busy(600 * SECOND), received);
    await queue.flush(post);
    queue.networkIsBack();
    now += 599 * SECOND;
    await queue.flush(post);
    expect(got).toHaveLength(1);
    now += SECOND;
    await queue.flush(post);
    expect([got.length, queue.waiting()]).toEqual([2, 0]);
  });

  it('tries at once when the network comes back', async () => {
    const queue = open();
    answered(queue, 'a');
    const { got, post } = server(noNetwork, received);
    await queue.flush(post);
    await queue.flush(post);
    expect(got).toHaveLength(1);
    queue.networkIsBack();
    await queue.flush(post);
    expect([got.length, queue.waiting()]).toEqual([2, 0]);
  });

  it('never sends one twice at the same time', async () => {
    const queue = open();
    answered(queue, 'a');
    const { got, post } = server(received);
    await Promise.all([queue.flush(post), queue.flush(post)]);
    expect(got).toHaveLength(1);
  });

  it('is not held up by a clock that was set back', async () => {
    const queue = open();
    answered(queue, 'a');
    await queue.flush(server(noNetwork).post);
    now -= 86_400 * SECOND;
    const { got, post } = server(received);
    await queue.flush(post);
    expect(got).toHaveLength(1);
  });

  it('goes on after a fault', async () => {
    const queue = open();
    answered(queue, 'a');
    await expect(
      queue.flush(async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    const { got, post } = server(received);
    await queue.flush(post);
    expect(got).toHaveLength(1);
  });
});

describe('the browser’s storage', () => {
  it('may be full: then the page keeps the answer as long as it is open', async () => {
    const queue = open();
    storage.isFull = true;
    answered(queue, 'a');
    expect([queue.waiting(), open().waiting()]).toEqual([1, 0]);
    const { got, post } = server(received);
    await queue.flush(post);
    expect([got.length, queue.waiting()]).toEqual([1, 0]);
  });

  it('may be forbidden altogether', async () => {
    const queue = createQueue(createStore(null), () => now);
    answered(queue, 'a');
    const { got, post } = server(received);
    await queue.flush(post);
    expect([got.length, queue.waiting()]).toEqual([1, 0]);
  });

  it('may hold what is not ours, or broken, and neither is sent nor touched', async () => {
    storage.setItem('kac:x', '{"key":"x"}');
    storage.setItem('kiosks:answer:y', '{"key":');
    storage.setItem('kiosks:answer:z', '{"key":"z","survey":7}');
    storage.setItem('kiosks:pace', '"soon"');
    const { got, post } = server(received);
    const queue = open();
    answered(queue, 'a');
    await queue.flush(post);
    expect(got.map(({ key }) => key)).toEqual(['a']);
    expect(storage.getItem('kac:x')).toBe('{"key":"x"}');
  });
});
