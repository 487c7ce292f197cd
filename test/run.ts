// `npm test`: every check there is, and one closing line that counts them. With arguments, the tests they name.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { buildIsStale } from './support/fresh-build.ts';
import { countBrowserTests } from './support/playwright-report.ts';
import { readsBuild } from './support/reads-build.ts';
import { type Selection, selectionOf, WrongArgument } from './support/selection.ts';
import { type Count, check, type Ended, runProgram, runStep, type Step, sideBySide } from './support/step.ts';
import { runVitest } from './support/vitest-run.ts';

const RESULTS = 'test-results';
const BUILD = check('build', ['astro', 'build']);

/** First, and alone: the build and the types read what it generates in `.astro/`. */
const CONTENT = check('content', ['node', 'api/content.ts', 'check'], ['astro', 'sync']);
/** Two at a time; those in even places follow each other, and so do those in odd places: types before the build. */
const CHECKS = [
  check('types', ['tsc']),
  check('types in .astro files', ['astro', 'check', '--noSync', '--minimumFailingSeverity', 'warning']),
  BUILD,
  check('unused code', ['knip']),
  check('format and lint', ['biome', 'ci', '.']),
];

function unitTests(args: readonly string[], { coverage }: Selection): Step {
  const all = [...args, ...(coverage ? ['--coverage'] : [])];
  return { name: 'tests', run: async () => runVitest(RESULTS, all) };
}

function browserTests(args: readonly string[]): Step {
  const run = async (): Promise<Count> => {
    const ended = await runProgram(['playwright', 'test', ...args]);
    const { passed, failed } = countBrowserTests(`${RESULTS}/playwright.json`);
    return { passed, failed: Math.max(failed, ended ? 0 : 1) };
  };
  return { name: 'browser tests', run };
}

/** The tests that a selection means, in the order they run. */
function testsOf(selection: Selection): Step[] {
  const { kind, unit, browser, related, since } = selection;
  if (kind === 'changed') {
    const with_ = (option: string): string => (since ? `${option}=${since}` : option);
    return [
      unitTests(['run', with_('--changed')], selection),
      browserTests([with_('--only-changed'), '--pass-with-no-tests']),
    ];
  }
  if (kind === 'paths')
    return [
      ...(unit.length > 0 ? [unitTests(['run', ...unit], selection)] : []),
      ...(related.length > 0 ? [unitTests(['related', ...related, '--run'], selection)] : []),
      ...(browser.length > 0 ? [browserTests(browser)] : []),
    ];
  return [
    ...(kind === 'browser' ? [] : [unitTests(['run'], selection)]),
    ...(kind === 'unit' ? [] : [browserTests([])]),
  ];
}

async function inTurn(steps: readonly Step[]): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const step of steps) {
    console.log(`\n— ${step.name}`);
    ended.push(await runStep(step));
  }
  return ended;
}

async function run(selection: Selection): Promise<Ended[]> {
  if (selection.kind === 'all' && !selection.coverage)
    return [
      ...(await sideBySide([CONTENT], 1)),
      ...(await sideBySide(CHECKS, 2)),
      ...(await inTurn(testsOf(selection))),
    ];
  const build = readsBuild(selection) && buildIsStale(new Date());
  return [...(build ? await sideBySide([BUILD], 1) : []), ...(await inTurn(testsOf(selection)))];
}

function report(ended: readonly Ended[]): void {
  const sum = (key: 'passed' | 'failed'): number => ended.reduce((total, one) => total + one[key], 0);
  const failures = ended.filter(({ failed }) => failed > 0);
  if (failures.length > 0) console.log(`\nFailed: ${failures.map(({ name }) => name).join(', ')}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

try {
  const selection = selectionOf(process.argv.slice(2));
  if (existsSync(RESULTS)) rmSync(RESULTS, { recursive: true });
  mkdirSync(RESULTS);
  report(await run(selection));
} catch (fault) {
  if (!(fault instanceof WrongArgument)) throw fault;
  console.error(fault.message);
  process.exitCode = 2;
}
