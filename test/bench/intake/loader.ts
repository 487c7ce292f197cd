// Root: sends requests from a separate process, so that neither the server nor the bench shares a thread with
// it.
import autocannon from 'autocannon';
import type { Load, Loaded } from './load.ts';

const CHECKED = [500, 990, 999] as const;

process.on('disconnect', () => process.exit());
process.on('message', ({ status, ...load }: Load) => {
  const times: number[] = [];
  let odd = 0;
  const run = autocannon({ method: 'POST', ...load }, (fault, { errors, timeouts, duration }) => {
    if (fault) throw fault;
    times.sort((a, b) => a - b);
    const [p50, p99, p999] = CHECKED.map(
      share => times[Math.floor((times.length * share) / 1000)] ?? Number.NaN,
    );
    const loaded = {
      requests: times.length,
      perSecond: times.length / duration,
      p50,
      p99,
      p999,
      failed: errors + timeouts + odd,
    };
    process.send?.(loaded as Loaded);
  });
  // Uses the response's own time: autocannon's histogram has only whole milliseconds.
  run.on('response', (_client, code: number, _bytes, milliseconds: number) => {
    if (code === status) times.push(milliseconds);
    else odd += 1;
  });
});
