// Vitest as a step of `npm test`. Node 24 occasionally ends a process in which many threads end
// (“jit_page.has_value()”, nodejs/node#64500), as they do for each database that a test opens: the file that
// was running, if none of its tests failed, runs once more.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Count } from './step.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function vitest(outputFile: string, args: readonly string[]): Report {
  const { error } = spawnSync(
    'vitest',
    [...args, '--reporter=dot', '--reporter=json', `--outputFile=${outputFile}`, '--passWithNoTests'],
    { stdio: 'inherit' },
  );
  if (error) throw error;
  return JSON.parse(readFileSync(outputFile, 'utf8')) as Report;
}

type Result = Report['testResults'][number];
const passedIn = ({ assertionResults }: Result): number =>
  assertionResults.filter(({ status }) => status === 'passed').length;

/** The process ended before the file did: the file failed, but no test in it. */
const wasEnded = ({ status, message, assertionResults }: Result): boolean =>
  status === 'failed' && message === '' && assertionResults.every(one => one.status !== 'failed');

const countOf = ({ numPassedTests, numFailedTests, numFailedTestSuites, success }: Report): Count => ({
  passed: numPassedTests,
  failed: numFailedTests || (success ? 0 : numFailedTestSuites || 1),
});

/**
 * Runs tests; a file that ended with its process runs once more.
 *
 * @param folder where the reports go
 * @param args of Vitest: `run` and files, or `related` and files
 */
export function runVitest(folder: string, args: readonly string[]): Count {
  const first = vitest(`${folder}/vitest.json`, args);
  const ended = first.testResults.filter(wasEnded);
  const others = first.testResults.some(one => one.status === 'failed' && !wasEnded(one));
  // Any other failure stays a failure.
  if (ended.length === 0 || others) return countOf(first);
  const files = ended.map(({ name }) => relative(process.cwd(), name));
  console.log(`\nIts process ended in the middle, so it runs once more: ${files.join(', ')}`);
  const again = countOf(vitest(`${folder}/vitest-again.json`, ['run', ...files]));
  const before = ended.reduce((sum, one) => sum + passedIn(one), 0);
  return { passed: first.numPassedTests - before + again.passed, failed: again.failed };
}
