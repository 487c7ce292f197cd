// Project folders for the benches: ours with many services, and a bare Astro site of the same files.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { multiplyServices } from './services.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const BARE_CONFIG = `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
export default defineConfig({ cacheDir: './.astro', integrations: [mdx()],
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } } });\n`;
const BARE_CONTENT = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { services: defineCollection({ loader: glob({ base: './content/services', pattern: '**/*.mdx' }) }) };\n`;
const BARE_PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('services')).map(service => ({ params: { id: service.id }, props: { service } }));
}
const { service } = Astro.props;
const { Content } = await render(service);
---
<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>{service.data.title}</title></head>
<body><h1>{service.data.title}</h1><p>{service.data.summary}</p><Content /></body></html>\n`;

/** Runs `use` with a temporary folder that is removed afterwards. */
export async function inFolder(use: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function project(folder: string, count: number): string {
  mkdirSync(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  multiplyServices(join(ROOT, 'content/services'), join(folder, 'content/services'), count);
  return folder;
}

/** The whole product with `count` services. */
export function fullProject(folder: string, count: number): string {
  project(folder, count);
  for (const part of ['api', 'src', 'public', 'SECURITY.md', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const others = (path: string) => !path.includes('/content/services/');
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true, filter: others, force: false });
  return folder;
}

/** The same service files, each as one page in a four-line layout, and nothing else. */
export function bareProject(folder: string, count: number): string {
  project(folder, count);
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  writeFileSync(join(folder, 'astro.config.mjs'), BARE_CONFIG);
  writeFileSync(join(folder, 'src/content.config.ts'), BARE_CONTENT);
  writeFileSync(join(folder, 'src/pages/[id].astro'), BARE_PAGE);
  return folder;
}
