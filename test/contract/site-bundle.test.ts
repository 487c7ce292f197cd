// The contract between build and API: what the build writes is accepted, anything else is refused by name.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSiteBundle, type SiteBundle, siteBundleSchema } from '../../src/contract/site-bundle.ts';
import { testSite } from '../api/test-site.ts';

const built = readFileSync(new URL('../../build/site-bundle.json', import.meta.url), 'utf8');

const problemsOf = (bundle: unknown): readonly string[] => {
  const read = readSiteBundle(JSON.stringify(bundle));
  return read.ok ? [] : read.problems;
};

/** The built bundle with some fields replaced; `undefined` removes a field. */
const changed = (fields: Partial<Record<keyof SiteBundle, unknown>>): unknown => ({
  ...JSON.parse(built),
  ...fields,
});

describe('the site bundle', () => {
  it('is read as the build wrote it', () => {
    const read = readSiteBundle(built);
    expect(read.ok && read.bundle).toEqual(JSON.parse(built));
  });

  it('is what the tests of the API use', () => {
    expect(problemsOf(testSite)).toEqual([]);
  });

  it.each(Object.keys(siteBundleSchema.shape))('is refused without %s', field => {
    expect(problemsOf(changed({ [field]: undefined }))).toEqual([`${field}: trūkst`]);
  });

  it('is refused with a field that this version does not know', () => {
    expect(problemsOf({ ...(changed({}) as object), deadlines: [] })).toEqual(['deadlines: lieks lauks']);
  });

  it('is refused with other content in a field', () => {
    expect(problemsOf(changed({ shell: 1 }))).toEqual(['shell: cits saturs']);
  });

  it('names a nested field by its path', () => {
    const { phone: _, ...search } = testSite.search;
    expect(problemsOf({ ...testSite, search })).toEqual(['search.phone: trūkst']);
  });

  it('names at most five fields of a foreign file', () => {
    expect(problemsOf({ name: 'cita vietne' })).toHaveLength(6);
    expect(problemsOf({})).toContainEqual(expect.stringMatching(/^vēl \d+$/));
  });

  it('is refused when it is no JSON', () => {
    expect(readSiteBundle('<!doctype html>')).toEqual({ ok: false, problems: ['fails nav JSON'] });
  });
});
