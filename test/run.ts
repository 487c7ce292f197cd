// `npm test`: every check there is, in order, and one closing line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { countBrowserTests } from './support/playwright-report.ts';
import { type Count, runVitest } from './support/vitest-run.ts';

const RESULTS = 'test-results';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads how many tests ran; a step without it counts as one. */
  readonly count?: () => Count;
}

/** A step that runs its programs itself. */
interface OwnStep {
  readonly name: string;
  readonly run: () => Count;
}

const STEPS: readonly (Step | OwnStep)[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'content', command: ['node', 'api/content.ts', 'check'] },
  { name: 'build', command: ['astro', 'build'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types in .astro files', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'tests', run: () => runVitest(RESULTS) },
  {
    name: 'browser tests',
    command: ['playwright', 'test'],
    count: () => countBrowserTests(`${RESULTS}/playwright.json`),
  },
];

function command({ command: [program, ...args], count }: Step): Count {
  const { status, error } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (error) console.error(error.message);
  const ended = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (!count) return ended;
  try {
    const counted = count();
    return { passed: counted.passed, failed: Math.max(counted.failed, ended.failed) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(step: Step | OwnStep): Count {
  console.log(`\n— ${step.name}`);
  try {
    return 'run' in step ? step.run() : command(step);
  } catch (fault) {
    console.error(fault);
    return { passed: 0, failed: 1 };
  }
}

if (existsSync(RESULTS)) rmSync(RESULTS, { recursive: true });
mkdirSync(RESULTS);
const total = { passed: 0, failed: 0 };
const failures: string[] = [];
for (const step of STEPS) {
  const { passed, failed } = run(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(step.name);
}
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
