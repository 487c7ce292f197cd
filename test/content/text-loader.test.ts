// Texts that need no JavaScript are rendered while loading: with the same result, and again for a new schema.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMarkdownToo } from '../../src/build/text-loader.ts';
import { temporaryFolders } from '../support/folder.ts';
import { edited } from './fixtures.ts';
import { environment, projects } from './project.ts';

const project = projects();
const folder = temporaryFolders();
const astro = (root: string, command: 'build' | 'sync'): void => {
  const argv = ['node_modules/astro/bin/astro.mjs', command];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
};

describe('a text that means the same in Markdown', () => {
  it.each([
    ['words, lists and links', '## Ā\n\nViens [divi](/x/)\n\n1. trīs\n   - četri\n\n> pieci'],
    ['a table and an escape', '| a | b |\n|:--|--:|\n| 1 | 2 |\n\n\\{ \\< &lt; 10:30'],
    ['a line of dashes first', '---\n\nViens\n\n---'],
    ['nothing', ''],
  ])('holds %s', (_, body) => expect(isMarkdownToo(body)).toBe(true));

  it.each([
    ['a sum', 'Viens {1 + 1}'],
    ['a remark', 'Viens\n\n{/* piezīme */}'],
    ['an element', 'Viens <abbr title="x">a</abbr>'],
    ['a component', '<Note>Viens</Note>'],
    ['an import', "import x from './x.ts'\n\nViens"],
    ['an indented line, which is code in Markdown only', 'Viens:\n\n    divi'],
    ['what nobody can read', 'Viens <5'],
  ])('does not hold %s', (_, body) => expect(isMarkdownToo(body)).toBe(false));
});

const RICH = `---

starp: svītrām

---

## Ko darām

Viens, **divi** un [trīs](/noteikumi/) plkst. 10:30, "pēdiņās".

1. pirmais
2. otrais
   - iekšējais

> citāts

| a | b |
|:--|--:|
| 1 | 2 |

Piezīme[^1].

[^1]: Zemāk.
`;

const mainOf = (root: string, page: string): string =>
  /<main[\s\S]*<\/main>/.exec(readFileSync(join(root, 'dist', page, 'index.html'), 'utf8'))?.[0] ?? '';

it('renders it exactly as the module would, and makes no module of it', () => {
  const root = folder();
  for (const path of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'SECURITY.md'])
    cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const path = 'content/pages/par-mums.mdx';
  const [, head] = readFileSync(path, 'utf8').split(/^---$/m);
  writeFileSync(join(root, path), `---${head}---\n${RICH}`);
  writeFileSync(join(root, 'content/pages/ar-piezimi.mdx'), `---${head}---\n${RICH}\n{/* piezīme */}\n`);
  astro(root, 'build');
  const plain = mainOf(root, 'par-mums');
  expect(plain).toContain('<h2 id="ko-darām">');
  expect(plain).toContain('class="align-right"');
  expect(plain.replaceAll(/\s+/g, ' ')).toBe(mainOf(root, 'ar-piezimi').replaceAll(/\s+/g, ' '));
  const modules = readFileSync(join(root, '.astro/content-modules.mjs'), 'utf8');
  expect(modules).toContain('ar-piezimi.mdx');
  expect(modules).not.toContain('par-mums.mdx');
});

it('loads everything anew when a schema has changed', () => {
  const path = 'content/pages/par-mums.mdx';
  const root = project({ [path]: edited(path, 'Par mums', 'Par mums visiem') });
  const schema = join(root, 'src/site/page-schema.ts');
  const stored = () => readFileSync(join(root, '.astro/data-store.json'), 'utf8');
  astro(root, 'sync');
  expect(stored()).toContain('Par mums visiem');
  expect(stored()).not.toContain('pavisam-jauns');
  const text = readFileSync(schema, 'utf8');
  writeFileSync(
    schema,
    text.replace('strictObject({', "strictObject({\n  jauns: z.string().default('pavisam-jauns'),"),
  );
  astro(root, 'sync');
  expect(stored()).toContain('pavisam-jauns');
  expect(existsSync(join(root, 'dist'))).toBe(false);
});
