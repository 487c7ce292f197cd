// Duration of the content check: on the shipped content and on a thousand services.
import { join } from 'node:path';
import { measured } from './measured.ts';
import { figureLine } from './pairs.ts';
import { fullProject, inFolder, ROOT } from './projects.ts';

/** Times `npm run content -- check`, including the start of Node. */
export async function benchContent(rounds: number): Promise<void> {
  const time = (folder: string, what: string, target: string) => {
    const values = Array.from(
      { length: rounds },
      () => measured(folder, ['api/content.ts', 'check']).seconds,
    );
    console.log(figureLine(`content check of ${what}`, 's', { name: 'KAC', values }, target));
  };
  time(ROOT, 'the shipped content', '≤ 2');
  await inFolder(base => time(fullProject(join(base, 'full'), 1000), '1000 services', 'none'));
}
