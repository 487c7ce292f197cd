// Makes `build/site-bundle.json` out of two built pages that visitors must not see (Node).
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Joins `dist/internal/site.json` and the page shells into the site bundle and removes `dist/internal`. */
export async function moveSiteBundle(root: string, dist: string): Promise<void> {
  const internal = join(dist, 'internal');
  const [site, shell, searchShell] = await Promise.all([
    readFile(join(internal, 'site.json'), 'utf8'),
    readFile(join(internal, 'shell', 'index.html'), 'utf8'),
    readFile(join(internal, 'search', 'index.html'), 'utf8'),
  ]);
  const folder = join(root, 'build');
  const bundle = join(folder, 'site-bundle.json');
  await mkdir(folder, { recursive: true });
  await writeFile(bundle, `${JSON.stringify({ ...JSON.parse(site), shell, searchShell })}\n`);
  // The server may run as another user than the one who builds.
  await chmod(bundle, 0o644);
  await rm(internal, { recursive: true });
}
