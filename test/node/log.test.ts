// Log lines are written in groups, in order, and none is lost when the process ends.
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LogEntry } from '../../api/deps.ts';
import { openLog } from '../../api/node/log.ts';

const info = (n: number): LogEntry => ({ level: 'info', event: 'test', detail: { n } });
const error: LogEntry = { level: 'error', event: 'fault' };
const lines = (...entries: LogEntry[]): string => entries.map(entry => `${JSON.stringify(entry)}\n`).join('');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened() {
  const written: string[] = [];
  return { written, ...openLog(text => written.push(text)) };
}

it('writes the lines of one moment together, and again for those that follow', () => {
  const { written, log, close } = opened();
  log(info(1));
  log(info(2));
  expect(written).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(written).toEqual([lines(info(1), info(2))]);
  log(info(3));
  vi.advanceTimersByTime(20);
  expect(written.slice(1)).toEqual([lines(info(3))]);
  close();
});

it('writes an error at once, behind what came before it', () => {
  const { written, log, close } = opened();
  log(info(1));
  log(error);
  expect(written).toEqual([lines(info(1), error)]);
  vi.advanceTimersByTime(100);
  close();
  expect(written).toHaveLength(1);
});

it('writes what waits when it is closed, and what comes later at once', () => {
  const { written, log, close } = opened();
  log(info(1));
  close();
  log(info(2));
  expect(written).toEqual([lines(info(1)), lines(info(2))]);
});

it('leaves nothing behind in the process', () => {
  const before = process.listenerCount('exit');
  const { close } = opened();
  expect(process.listenerCount('exit')).toBe(before + 1);
  close();
  expect(process.listenerCount('exit')).toBe(before);
});

it.each([
  ['ends by itself', '', 0],
  ['is ended', 'process.exit(3);', 3],
  ['dies of a fault', 'throw new Error("gone");', 1],
])('loses nothing when the process %s', (_, end, status) => {
  const script = `
    import { logToStderr } from '${new URL('../../api/node/log.ts', import.meta.url).href}';
    const { log } = logToStderr();
    log(${JSON.stringify(info(1))});
    log(${JSON.stringify(info(2))});
    ${end}`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(run.status).toBe(status);
  expect(run.stderr).toContain(lines(info(1), info(2)));
});
