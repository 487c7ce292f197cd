// The full build compared with Eleventy with MDX, the fastest comparable generator on Node (budgets: ≤ 3×,
// goal ≤ 1×). Only on request: Eleventy is not part of the product and is fetched from npm for the run.
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coldBuild } from './measured.ts';
import { ratioLine } from './pairs.ts';
import { fullProject, inFolder, ROOT } from './projects.ts';
import { multiplyServices } from './services.ts';

const COUNT = 1000;
const PEER = join(ROOT, 'test/bench/peers/eleventy');

/** The peer's packages stay outside the repository, where none of our tools find them. */
function eleventyProject(folder: string): string {
  cpSync(PEER, folder, { recursive: true });
  const { status } = spawnSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('Eleventy could not be installed: does npm reach its registry?');
  multiplyServices(join(ROOT, 'content/services'), join(folder, 'content/services'), COUNT);
  writeFileSync(join(folder, 'content/services/services.json'), '{"layout":"bare.njk"}');
  return folder;
}

/** Runs the pairs and prints the ratio of their times. */
export async function benchEleventy(rounds: number): Promise<void> {
  await inFolder(base => {
    const full = fullProject(join(base, 'full'), COUNT);
    const peer = eleventyProject(join(base, 'peer'));
    const pairs = Array.from({ length: rounds }, () => ({
      ours: coldBuild(full, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build']).seconds,
      theirs: coldBuild(peer, ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet']).seconds,
    }));
    console.log(
      ratioLine(
        `build of ${COUNT} services`,
        's',
        { name: 'KAC', values: pairs.map(({ ours }) => ours) },
        { name: 'Eleventy with MDX', values: pairs.map(({ theirs }) => theirs) },
        '≤ 3, aim ≤ 1',
      ),
    );
  });
}
