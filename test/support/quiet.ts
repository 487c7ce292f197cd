// Console output fails a test: the code must report through its results and its log.
import { afterEach, beforeEach, expect, vi } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method);
});

afterEach(() => {
  const noise = METHODS.flatMap(method =>
    vi.mocked(console[method]).mock.calls.map(call => [method, ...call]),
  );
  vi.restoreAllMocks();
  expect(noise, 'unexpected console output').toEqual([]);
});
