// The full build with a thousand services against a bare Astro build of the same files (budgets: ≤ 1.3× time, ≤ 1.2× memory).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ratioLine } from './pairs.ts';
import { multiplyServices } from './services.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PEAK = `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));`;

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

function project(folder: string, count: number): string {
  mkdirSync(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  multiplyServices(join(ROOT, 'content/services'), join(folder, 'content/services'), count);
  return folder;
}

function fullProject(folder: string, count: number): string {
  project(folder, count);
  for (const part of ['src', 'public', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  const others = (path: string) => !path.includes('/content/services/');
  cpSync(join(ROOT, 'content'), join(folder, 'content'), { recursive: true, filter: others, force: false });
  return folder;
}

function bareProject(folder: string, count: number): string {
  project(folder, count);
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  writeFileSync(join(folder, 'astro.config.mjs'), BARE_CONFIG);
  writeFileSync(join(folder, 'src/content.config.ts'), BARE_CONTENT);
  writeFileSync(join(folder, 'src/pages/[id].astro'), BARE_PAGE);
  return folder;
}

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function build(folder: string): Run {
  for (const made of ['dist', 'build', '.astro'])
    rmSync(join(folder, made), { recursive: true, force: true });
  const hook = join(folder, 'peak.cjs');
  writeFileSync(hook, PEAK);
  const peak = join(folder, 'peak.txt');
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'],
    {
      cwd: folder,
      env: { ...process.env, PEAK: peak, ASTRO_TELEMETRY_DISABLED: '1' },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  if (status !== 0) throw new Error(`build failed in ${folder}: ${stderr}`);
  return {
    seconds: (performance.now() - started) / 1000,
    megabytes: Number(readFileSync(peak, 'utf8')) / 1024,
  };
}

/** Runs the pairs and prints the two ratios. */
export function benchBuild(rounds: number, count = 1000): void {
  const base = mkdtempSync(join(tmpdir(), 'kac-bench-'));
  try {
    const full = fullProject(join(base, 'full'), count);
    const bare = bareProject(join(base, 'bare'), count);
    const runs = Array.from({ length: rounds }, () => ({ ours: build(full), theirs: build(bare) }));
    const side = (name: string, pick: (run: (typeof runs)[number]) => number) => ({
      name,
      values: runs.map(pick),
    });
    console.log(
      ratioLine(
        `build of ${count} services`,
        's',
        side('KAC', r => r.ours.seconds),
        side('bare Astro', r => r.theirs.seconds),
        '≤ 1.3',
      ),
    );
    console.log(
      ratioLine(
        'its peak memory',
        'MB',
        side('KAC', r => r.ours.megabytes),
        side('bare Astro', r => r.theirs.megabytes),
        '≤ 1.2',
      ),
    );
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}
