// How many browser tests passed. A test whose process Node ended (see `vitest-run.ts`) is run again and
// counts by that run; any other that passed only on the second attempt counts as failed.
import { readFileSync } from 'node:fs';
import type { Count } from './step.ts';

interface Test {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  readonly results: readonly { readonly status: string; readonly error?: { readonly message?: string } }[];
}
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly tests: readonly Test[] }[];
}
interface Report extends Suite {
  readonly errors: readonly unknown[];
}

const testsIn = ({ suites = [], specs = [] }: Suite): Test[] => [
  ...specs.flatMap(({ tests }) => tests),
  ...suites.flatMap(testsIn),
];

const ENDED = /worker process exited unexpectedly/;
const wasEnded = ({ status, results }: Test): boolean =>
  status === 'flaky' &&
  results.filter(result => result.status !== 'passed').every(({ error }) => ENDED.test(error?.message ?? ''));

/** Reads Playwright's JSON report. */
export function countBrowserTests(file: string): Count {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const tests = testsIn(report);
  const passed = tests.filter(test => test.status === 'expected' || wasEnded(test)).length;
  const skipped = tests.filter(({ status }) => status === 'skipped').length;
  return { passed, failed: tests.length - passed - skipped + report.errors.length };
}
