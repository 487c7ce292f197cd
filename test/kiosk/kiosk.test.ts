// The built kiosk: no link, form or address leads out of it; it contains every service and person.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { RESERVED_SERVICE_IDS } from '../../src/site/routes.ts';
import { attribute, elements } from '../api/html.ts';
import { builtPages } from '../site/dist.ts';

const pages = builtPages();
const kiosk = pages.filter(({ address }) => address.startsWith('/kiosks/'));
const ids = (prefix: string) =>
  pages.flatMap(({ address }) => new RegExp(`^${prefix}([a-z0-9-]+)/$`).exec(address)?.[1] ?? []).toSorted();

it('holds every service and every person of the site', () => {
  expect(ids('/pakalpojumi/').length).toBeGreaterThan(15);
  expect(ids('/kiosks/pakalpojumi/')).toEqual(
    ids('/pakalpojumi/').filter(id => !RESERVED_SERVICE_IDS.includes(id)),
  );
  expect(ids('/kiosks/darbinieki/')).toEqual(ids('/darbinieki/'));
});

describe.each(kiosk)('$address', ({ html }) => {
  const all = [...elements(parse(html))];

  it('leads nowhere else and takes no data', () => {
    const links = all.filter(({ tagName }) => tagName === 'a').map(a => attribute(a, 'href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(href => !/^(\/kiosks\/|#saturs$)/.test(href))).toEqual([]);
    expect(
      all.filter(({ tagName }) => ['form', 'input', 'select', 'textarea', 'iframe'].includes(tagName)),
    ).toEqual([]);
    expect(all.filter(element => attribute(element, 'target') !== undefined)).toEqual([]);
  });

  it('stays out of search engines', () => {
    expect(html).toContain('<meta name="robots" content="noindex"');
  });
});
