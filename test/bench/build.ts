// The full build compared with a bare Astro build of the same files (budgets: ≤ 1.3× time, ≤ 1.2× memory at
// 1000 services).
import { join } from 'node:path';
import { coldBuild, type Run } from './measured.ts';
import { ratioLine } from './pairs.ts';
import { bareProject, fullProject, inFolder, ROOT } from './projects.ts';

const COUNTS = [100, 1000];
const BUILD = [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'];

interface Pair {
  readonly ours: Run;
  readonly theirs: Run;
}

function report(count: number, pairs: readonly Pair[]): void {
  const line = (what: string, unit: string, field: keyof Run, target: string) =>
    ratioLine(
      what,
      unit,
      { name: 'KAC', values: pairs.map(({ ours }) => ours[field]) },
      { name: 'bare Astro', values: pairs.map(({ theirs }) => theirs[field]) },
      target,
    );
  console.log(line(`build of ${count} services`, 's', 'seconds', '≤ 1.3 at 1000'));
  console.log(line('its processor time', 's', 'busy', 'none'));
  console.log(line('its peak memory', 'MB', 'megabytes', '≤ 1.2 at 1000'));
}

/** Runs the pairs for few and many services and prints the ratios. */
export async function benchBuild(rounds: number): Promise<void> {
  for (const count of COUNTS)
    await inFolder(base => {
      const full = fullProject(join(base, 'full'), count);
      const bare = bareProject(join(base, 'bare'), count);
      const pairs = Array.from({ length: rounds }, () => ({
        ours: coldBuild(full, BUILD),
        theirs: coldBuild(bare, BUILD),
      }));
      report(count, pairs);
    });
}
