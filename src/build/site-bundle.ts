// Makes `build/site-bundle.json` out of built pages that visitors must not see (Node).
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SiteBundle, type SiteContent, siteBundleSchema } from '../contract/site-bundle.ts';

/** Joins `dist/internal/site.json` and the page shells into the site bundle and removes `dist/internal`. */
export async function moveSiteBundle(root: string, dist: string): Promise<void> {
  const internal = join(dist, 'internal');
  const page = (name: string) => readFile(join(internal, name, 'index.html'), 'utf8');
  // Not built when English is switched off.
  const pageIfBuilt = (name: string) => (existsSync(join(internal, name)) ? page(name) : null);
  const [site, shell, shellEn, searchShell, searchShellEn, plain, withKeys, withEntry] = await Promise.all([
    readFile(join(internal, 'site.json'), 'utf8'),
    page('shell'),
    pageIfBuilt('shell-en'),
    page('search/shell'),
    pageIfBuilt('search/shell-en'),
    page('register/shell'),
    page('register/keys'),
    page('register/entry'),
  ]);
  const folder = join(root, 'build');
  const bundle = join(folder, 'site-bundle.json');
  await mkdir(folder, { recursive: true });
  const shells = { shell, shellEn, searchShell, searchShellEn };
  const data: SiteContent = JSON.parse(site);
  const desk = { ...data.desk, shells: { plain, withKeys, withEntry } };
  // A part left out, or one too many, fails the build instead of the server's next start.
  const checked = siteBundleSchema.parse({ ...data, ...shells, desk } satisfies SiteBundle);
  await writeFile(bundle, `${JSON.stringify(checked)}\n`);
  // The server may run as a different user than the build.
  await chmod(bundle, 0o644);
  await rm(internal, { recursive: true });
}
