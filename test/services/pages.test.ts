// The built service pages: sections in one order, structured data without deprecated terms, the question at
// the end.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { governmentService } from '../../src/services/json-ld.ts';
import { attribute, elements } from '../api/html.ts';
import { builtPages } from '../site/dist.ts';
import { facts, service } from './sample.ts';

const pages = builtPages().filter(({ html }) => html.includes('class="section clear'));
const ORDER = [
  'Īsumā',
  'Kas jāņem līdzi',
  'Kā tas notiek',
  'Ko saņemsiet',
  'Kas palīdzēs',
  'Ja nepiekrītat rezultātam',
  'Tiesiskais pamats',
  'Pārbaudīts',
  'Vai šī lapa bija saprotama?',
];

it('are all there', () => {
  expect(pages.length).toBeGreaterThanOrEqual(16);
});

describe.each(pages)('$address', ({ address, html }) => {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const tags = [...elements(parse(html))];

  it('keeps the fixed order of sections', () => {
    const places = ORDER.map(text => main.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('describes itself to search engines', () => {
    const block = tags.find(tag => attribute(tag, 'type') === 'application/ld+json')?.childNodes[0];
    const data = JSON.parse(block && 'value' in block ? block.value : '');
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'GovernmentService' });
    expect(new URL(data.url).pathname).toBe(address);
    expect(data.availableChannel.length).toBeGreaterThan(0);
    expect(JSON.stringify(data)).not.toMatch(/"(produces|serviceArea|serviceAudience)"|null|undefined/);
  });

  it('asks whether it was clear, in forms the feedback API takes', () => {
    const [box, ...forms] = tags.filter(({ tagName }) => tagName === 'form');
    expect(box && attribute(box, 'action')).toBe('/meklet/');
    expect(forms.map(form => [attribute(form, 'action'), attribute(form, 'method')])).toEqual([
      ['/api/feedback', 'post'],
      ['/api/feedback', 'post'],
    ]);
    // The server inserts a key where exactly this text occurs.
    expect(html.split('name="idempotencyKey" value=""')).toHaveLength(3);
    expect(html).toContain(`name="page" value="${address}"`);
  });
});

describe('structured data', () => {
  const TYPES = new Set([
    ...['GovernmentService', 'GovernmentOrganization', 'GovernmentOffice', 'PostalAddress', 'Country'],
    ...['AdministrativeArea', 'Audience', 'ServiceChannel', 'ContactPoint', 'Thing', 'Offer'],
  ]);
  const typesIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => (key === '@type' ? [String(inner)] : typesIn(inner)))
      : [];

  it('uses schema.org types only', () => {
    const data = governmentService(service, facts, 'https://kac.example/');
    expect(typesIn(data).filter(type => !TYPES.has(type))).toEqual([]);
    expect(typesIn(data)).toContain('GovernmentOrganization');
  });

  it('leaves out what is not known', () => {
    const unknown = {
      ...service.data,
      cost: { amount: null },
      processingTime: { workingDays: null },
      holder: 'nav',
    };
    const text = JSON.stringify(governmentService({ id: 'x', data: unknown }, facts, 'https://kac.example/'));
    expect(text).not.toMatch(/offers|processingTime|provider|null/);
  });
});
