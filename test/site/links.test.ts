// Every link of the built site has a target: pages, files, anchors, the API's own addresses.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { builtAddresses, builtPages } from './dist.ts';

const pages = builtPages();
const addresses = builtAddresses();
/** Addresses answered by the API, without a file. */
const API = new Set([
  '/api/complaints',
  '/api/feedback',
  '/api/status',
  '/api/receipts/verify',
  '/api/receipts/keys',
  '/api/openapi.json',
  '/api/health',
]);
const SURVEY_API = /^\/api\/surveys\/[a-z0-9-]+\/responses$/;

const ids = new Map(
  pages.map(({ address, html }) => [
    address,
    new Set([...elements(parse(html))].flatMap(element => attribute(element, 'id') ?? [])),
  ]),
);

function* targets(html: string): Generator<string> {
  for (const element of elements(parse(html))) {
    for (const name of ['href', 'src', 'action']) {
      const target = attribute(element, name);
      if (target !== undefined) yield target;
    }
  }
}

function problem(from: string, target: string): string | null {
  if (/^(https?:|mailto:|tel:)/.test(target)) return null;
  const { pathname, hash } = new URL(target, `http://site${from}`);
  if (API.has(pathname) || SURVEY_API.test(pathname)) return null;
  if (!addresses.has(pathname)) return `${from} → ${target}: no such page`;
  if (hash && !ids.get(pathname)?.has(decodeURIComponent(hash.slice(1))))
    return `${from} → ${target}: no such anchor`;
  return null;
}

describe('links', () => {
  it('lead to pages and anchors that exist', () => {
    const broken = pages.flatMap(({ address, html }) =>
      [...targets(html)].flatMap(target => problem(address, target) ?? []),
    );
    expect(broken).toEqual([]);
  });

  it('to others go over https', () => {
    const insecure = pages.flatMap(({ address, html }) =>
      [...targets(html)]
        .filter(target => target.startsWith('http:') && !target.startsWith('http://127.0.0.1'))
        .map(target => `${address} → ${target}`),
    );
    expect(insecure).toEqual([]);
  });

  it('never repeat an id on a page', () => {
    for (const { address, html } of pages) {
      const all = [...elements(parse(html))].flatMap(element => attribute(element, 'id') ?? []);
      expect(
        all.filter((id, i) => all.indexOf(id) !== i),
        address,
      ).toEqual([]);
    }
  });

  it('are missed when they break', () => {
    expect(problem('/', '/nav-tadas/')).toContain('no such page');
    expect(problem('/', '/noteikumi/#p-99')).toContain('no such anchor');
    expect(problem('/', '/noteikumi/#p-5.2.3')).toBeNull();
  });
});
