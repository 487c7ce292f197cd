// Enforces the import table of `docs/architecture.md`: no cycles, and access to the outside world only
// through roots.
import { describe, expect, it } from 'vitest';
import { allSources, exists, findCycle, isOwn, readSource, type SourceFile } from './support/source.ts';

interface Rule {
  /** The files the rule applies to; the first matching rule counts. */
  readonly files: RegExp;
  /** What they may import: paths from the root, or packages. */
  readonly may: RegExp;
  /** What they may import only as types. */
  readonly mayTypes?: RegExp;
}

const SLICES = 'rules|services|staff|hours|surveys|search';

const TABLE: readonly Rule[] = [
  // The browser part of the proof of work, loaded on demand.
  { files: /^src\/forms\/proof-of-work\.ts$/, may: /^(altcha\/|src\/forms\/)/ },
  { files: /^src\/forms\//, may: /^(zod(\/mini)?$|hono\/html$|src\/forms\/|src\/contract\/kinds\.ts$)/ },
  { files: /^src\/register\//, may: /^src\/register\// },
  { files: /^src\/calendar\//, may: /^(zod(\/mini)?$|src\/calendar\/|src\/contract\/kinds\.ts$)/ },
  // What the build hands to the API is made of schemas that each live in one place.
  {
    files: /^src\/contract\//,
    may: /^(zod(\/mini)?$|src\/(contract|calendar)\/|src\/surveys\/schema\.ts$)/,
    mayTypes: /^src\/forms\//,
  },
  // The only library used by one slice alone: text comparison.
  { files: /^src\/rules\/words\.ts$/, may: /^diff$/ },
  {
    files: /^src\/search\//,
    may: /^(zod(\/mini)?$|minisearch$|fastest-levenshtein$|src\/(calendar|site|search)\/)/,
    mayTypes: /^src\/contract\//,
  },
  {
    files: new RegExp(`^src/(${SLICES})/`),
    may: new RegExp(`^(zod(/mini)?$|astro:(content|assets)$|src/(calendar|site)/|src/(${SLICES})/)`),
    mayTypes: /^astro$/,
  },
  // Printables and the kiosk show the content of other slices: they compose, like pages.
  { files: /^src\/(print|kiosk)\//, may: /^(zod(\/mini)?$|uqr$|astro:content$|src\/)/ },
  {
    files: /^src\/site\//,
    may: /^(zod(\/mini)?$|yaml$|astro:content$|astro$|src\/(calendar|site|styles)\/|content\/)/,
  },
  {
    files: /^src\/build\//,
    may: /^(node:|zod$|yaml$|satteri$|astro(\/loaders)?$|astro:content$|fastest-levenshtein$|src\/|content\/synonyms\.yaml$)/,
  },
  {
    files: /^src\/(pages\/|content\.config\.ts$)/,
    may: /^(zod(\/mini)?$|astro$|astro:content$|astro\/loaders$|src\/)/,
  },
  // HPKE is the only construction not built from the port's primitives.
  { files: /^api\/domain\/crypto\/windows\.ts$/, may: /^(hpke$|api\/domain\/)/ },
  // The definition of a survey is the same for its form and for what is stored of it.
  {
    files: /^api\/domain\/surveys\//,
    may: /^(api\/domain\/|src\/calendar\/|src\/forms\/(conditions\.ts$|survey\/(?!form\.ts$)))/,
    mayTypes: /^src\/(contract|forms|search)\//,
  },
  {
    files: /^api\/domain\//,
    may: /^(api\/domain\/|src\/contract\/kinds\.ts$|src\/calendar\/)/,
    mayTypes: /^src\/(contract|forms|search)\//,
  },
  {
    files: /^api\/store\//,
    may: /^api\/store\//,
    mayTypes: /^(api\/domain\/|src\/contract\/|@libsql\/client)/,
  },
  // The same QR codes on paper and on the receipt.
  { files: /^api\/views\/qr\.ts$/, may: /^(hono\/html$|api\/views\/|src\/print\/qr\.ts$)/ },
  // The only library used by one view alone: scales and lines of charts.
  { files: /^api\/views\/figures\/chart\.ts$/, may: /^(hono\/html$|d3-scale$|d3-shape$|api\/views\/)/ },
  {
    files: /^api\/views\//,
    may: /^(hono\/html$|api\/(views|domain)\/|src\/(contract|forms|calendar|search)\/)/,
  },
  // The only library used by one request check alone: proof-of-work challenges.
  { files: /^api\/http\/proof\.ts$/, may: /^(zod(\/mini)?$|altcha-lib($|\/)|api\/(http|domain)\/)/ },
  // The only library used by sign-in alone.
  {
    files: /^api\/http\/register\/passkeys\.ts$/,
    may: /^(@simplewebauthn\/server$|api\/(http|domain)\/)/,
    mayTypes: /^api\/store\//,
  },
  // Statements for the batch that also contains the event: pure functions of the store.
  {
    files: /^api\/(http|routes)\/register\//,
    may: /^(zod(\/mini)?$|hono($|\/)|api\/(http|routes|views|domain|store\/(register|surveys))\/|api\/deps\.ts$|src\/(contract|forms|calendar|search)\/)/,
    mayTypes: /^api\/store\//,
  },
  {
    files: /^api\/(http|routes)\/|^api\/app\.ts$/,
    may: /^(zod(\/mini)?$|hono($|\/)|api\/(http|routes|views|domain)\/|api\/deps\.ts$|src\/(contract|forms|calendar|search)\/)/,
    mayTypes: /^api\/store\//,
  },
  {
    files: /^api\/jobs\//,
    may: /^api\/(jobs|domain|store)\//,
    mayTypes: /^(api\/deps\.ts$|src\/contract\/)/,
  },
  { files: /^api\/deps\.ts$/, may: /^$/, mayTypes: /^(api\/(domain|jobs|store)|src\/contract)\// },
  {
    files: /^api\/(config|config-mail|hsts-setting|limit-settings)\.ts$/,
    may: /^(zod(\/mini)?$|api\/(config-mail|hsts-setting|limit-settings)\.ts$)/,
    mayTypes: /^api\/domain\//,
  },
  { files: /^api\/compose\.ts$/, may: /^api\/(deps\.ts|domain\/|jobs\/|store\/)/ },
  { files: /^api\//, may: /^/ },
];

/** Files that may use the outside world: the roots, the parts that only they use, and browser code. */
const OUTSIDE =
  /^(api\/[\w.-]+\.ts$|api\/node\/|src\/build\/|src\/site\/build-date\.ts$|src\/forms\/((enhance|upload)\.ts$|browser\/)|src\/(hours\/open-now|kiosk\/(idle|survey\/(screen|sender))|register\/passkeys|services\/page-clear|staff\/next-reception)\.ts$)/;
/** In the top folder of `api/`, but part of the app. */
const NOT_ROOTS = new Set([
  'api/app.ts',
  'api/compose.ts',
  'api/config-mail.ts',
  'api/config.ts',
  'api/deps.ts',
  'api/hsts-setting.ts',
  'api/limit-settings.ts',
]);
const mayTouch = (path: string): boolean => OUTSIDE.test(path) && !NOT_ROOTS.has(path);

function sliceOf(path: string): string | undefined {
  return new RegExp(`^src/(${SLICES})/`).exec(path)?.[1];
}

function violations({ path, imports, touches }: SourceFile): string[] {
  const rule = TABLE.find(({ files }) => files.test(path));
  if (!rule) return [`${path}: no row in the table`];
  const forbidden = imports.filter(({ target, typeOnly }) => {
    const slice = sliceOf(target);
    if (sliceOf(path) && slice && slice !== sliceOf(path)) return true;
    return !(rule.may.test(target) || (typeOnly && rule.mayTypes?.test(target)));
  });
  const node = mayTouch(path) ? [] : imports.filter(({ target }) => target.startsWith('node:'));
  return [
    ...[...new Set([...forbidden, ...node])].map(({ target }) => `${path} imports ${target}`),
    ...(mayTouch(path) ? [] : touches.map(touch => `${path} uses ${touch}`)),
  ];
}

describe('the architecture', () => {
  const sources = allSources();

  it('has every file in its place, importing only what the table allows', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(violations)).toEqual([]);
  });

  it('imports no file that is not there', () => {
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => isOwn(target) && !target.startsWith('build/') && !exists(target))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it('has no import cycles', () => {
    expect(findCycle(sources)).toBeNull();
  });

  it('never lets the site import the API', () => {
    const crossing = sources.filter(
      ({ path, imports }) =>
        path.startsWith('src/') && imports.some(({ target }) => target.startsWith('api/')),
    );
    expect(crossing.map(({ path }) => path)).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['api/domain/x.ts', `import { html } from 'hono/html';`, 'imports hono/html'],
    ['api/domain/x.ts', `import { fieldsOf } from '../../src/forms/field.ts';`, 'imports src/forms/field.ts'],
    ['api/domain/x.ts', 'const now = new Date();', 'uses new Date()'],
    ['api/http/x.ts', 'const now = Date.now();', 'uses Date.now'],
    ['api/views/x.ts', 'const id = crypto.randomUUID();', 'uses crypto.randomUUID'],
    [
      'api/routes/x.ts',
      `import { store } from '../store/submissions.ts';`,
      'imports api/store/submissions.ts',
    ],
    ['api/routes/x.ts', 'const port = process.env.PORT;', 'uses process'],
    ['api/store/x.ts', `import { readFile } from 'node:fs/promises';`, 'imports node:fs/promises'],
    ['api/app.ts', `import { env } from 'node:process';`, 'imports node:process'],
    ['src/forms/x.ts', `import { facts } from '../site/facts.ts';`, 'imports src/site/facts.ts'],
    [
      'src/rules/x.ts',
      `import { serviceSchema } from '../services/schema.ts';`,
      'imports src/services/schema.ts',
    ],
    ['src/rules/X.astro', `---\nimport x from '../../api/app.ts';\n---\n<p></p>`, 'imports api/app.ts'],
    ['src/calendar/x.ts', `export * from '../site/routes.ts';`, 'imports src/site/routes.ts'],
  ])('finds %s with %s', (path, text, finding) => {
    expect(violations(readSource(path, text))).toEqual([`${path} ${finding}`]);
  });

  it('lets types through where the table says types', () => {
    const text = `import type { FormDefinition } from '../../src/forms/field.ts';`;
    expect(violations(readSource('api/domain/x.ts', text))).toEqual([]);
  });

  it('finds a cycle', () => {
    const a = readSource('src/forms/a.ts', `import './b.ts';`);
    const b = readSource('src/forms/b.ts', `import './a.ts';`);
    expect(findCycle([a, b])).toEqual(['src/forms/a.ts', 'src/forms/b.ts', 'src/forms/a.ts']);
  });
});
