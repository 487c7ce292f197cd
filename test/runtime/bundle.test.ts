// The worker as it is deployed: small enough, complete, and without anything that only Node has.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleEdge } from '../../api/node/bundle-edge.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { testSite } from '../api/test-site.ts';
import { temporaryFolders } from '../support/folder.ts';

/** `budgets.md`, Edge: minified and compressed. */
const BUDGET = 150 * 1024;
/** A library may have a property called `node`; a module name is in quotation marks. */
const NODE_ONLY = /["'`]node:|\brequire\s*\(|\bprocess\s*[.[]|\bBuffer\s*[.[(]|\b__dirname\b/g;

const siteBundle = fileURLToPath(new URL('../../build/site-bundle.json', import.meta.url));
const folder = temporaryFolders();

/** The smallest site that fits the contract: what editors write must not count. */
const { calendar, policies, search, centre, figuresCss, resultsCss } = testSite;
const almostEmpty: SiteBundle = {
  ...{ shell: '', shellEn: null, searchShell: '', searchShellEn: null, figuresCss, resultsCss, centre },
  ...{ services: [], staff: [], rulePoints: [], surveys: [], surveysEn: [], desk: null },
  search: { ...search, documents: [], synonyms: [], popular: [] },
  policies: policies.slice(-1),
  calendar: {
    ...calendar,
    ...{ from: 2026, through: 2026, movedDays: [], oneOffHolidays: [], songFestivalClosingDays: [] },
    years: calendar.years.filter(({ year }) => year === 2026).map(year => ({ ...year, movedDays: 'none' })),
  },
};

describe('the edge bundle', () => {
  let code: string;
  let imports: readonly unknown[];
  let inputs: readonly string[];
  beforeAll(async () => {
    if (!existsSync(siteBundle))
      throw new Error('build/site-bundle.json is missing: run `npm run build` first');
    const outfile = join(folder(), 'worker.js');
    const metafile = await bundleEdge({ siteBundle, outfile });
    code = readFileSync(outfile, 'utf8');
    imports = Object.values(metafile.outputs).flatMap(output => output.imports);
    inputs = Object.keys(metafile.inputs);
  });

  it('imports nothing', () => expect(imports).toEqual([]));

  it('names nothing that only Node has', () => expect(code.match(NODE_ONLY)).toBeNull());

  it('holds nothing of the server on Node', () => {
    expect(inputs.filter(path => path.includes('api/node/'))).toEqual([]);
    expect(inputs).toContain('api/edge.ts');
  });

  it('holds the site of the last build', () => {
    const { centre } = JSON.parse(readFileSync(siteBundle, 'utf8'));
    expect(code).toContain(centre.email);
  });

  it(`is at most ${BUDGET / 1024} KB minified and compressed, without the texts of the site`, async () => {
    // The site's texts are included as well, a fifth of the whole here, and grow with the centre, not with
    // the program.
    const empty = join(folder(), 'site-bundle.json');
    writeFileSync(empty, JSON.stringify(almostEmpty));
    const outfile = join(folder(), 'program.js');
    await bundleEdge({ siteBundle: empty, outfile });
    expect(gzipSync(readFileSync(outfile)).length).toBeLessThanOrEqual(BUDGET);
  });
});

describe('bundling', () => {
  it('fails on an import only Node can answer', async () => {
    const siteBundle = join(folder(), 'site.mjs');
    writeFileSync(siteBundle, "import { readFileSync } from 'node:fs';\nexport default readFileSync;");
    const outfile = join(folder(), 'worker.js');
    await expect(bundleEdge({ siteBundle, outfile })).rejects.toThrow(/node:fs/);
  });
});
