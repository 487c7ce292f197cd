// `npm test`: every check there is, in order, and one closing line that counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const RESULTS = 'test-results';

interface Count {
  passed: number;
  failed: number;
}

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads how many tests ran; a step without it counts as one. */
  readonly count?: () => Count;
}

const readJson = (file: string) => JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8'));

const STEPS: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'content', command: ['node', 'api/content.ts', 'check'] },
  { name: 'build', command: ['astro', 'build'] },
  { name: 'types', command: ['tsc'] },
  { name: 'types in .astro files', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile=${RESULTS}/vitest.json`],
    count: () => {
      const { numPassedTests, numFailedTests, numFailedTestSuites, success } = readJson('vitest.json');
      return { passed: numPassedTests, failed: numFailedTests || (success ? 0 : numFailedTestSuites || 1) };
    },
  },
  {
    name: 'browser tests',
    command: ['playwright', 'test'],
    count: () => {
      const { stats, errors } = readJson('playwright.json');
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
    },
  },
];

function run({ name, command: [program, ...args], count }: Step): Count {
  console.log(`\n— ${name}`);
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

if (existsSync(RESULTS)) rmSync(RESULTS, { recursive: true });
mkdirSync(RESULTS);
const total: Count = { passed: 0, failed: 0 };
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
