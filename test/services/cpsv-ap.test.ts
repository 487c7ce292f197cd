// The CPSV-AP export follows the standard's cardinalities, needs no network, and the shapes do detect errors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { duration } from '../../src/services/duration.ts';
import { distFile } from '../site/dist.ts';
import { triples, violations } from './rdf.ts';

type Node = Record<string, unknown>;
interface Document {
  readonly '@context': Node;
  readonly '@graph': Node[];
}

const published = (): Document => JSON.parse(readFileSync(distFile('dati/pakalpojumi.jsonld'), 'utf8'));
const catalogue = JSON.parse(readFileSync(distFile('dati/pakalpojumi.json'), 'utf8'));

function nodeOf(document: Document, type: string): Node {
  const node = document['@graph'].find(candidate => candidate['@type'] === type);
  if (!node) throw new Error(`no ${type}`);
  return node;
}

describe('the published catalogue', () => {
  it('has no SHACL violation', async () => {
    expect(await violations(published())).toEqual([]);
  });

  it('holds every service with its institution, channels, cost, documents, result, steps and law', () => {
    const graph = published()['@graph'];
    const of = (type: string) => graph.filter(node => node['@type'] === type);
    const { services } = catalogue;
    const sum = (count: (service: Record<string, unknown[]>) => number) =>
      services.reduce((total: number, service: Record<string, unknown[]>) => total + count(service), 0);
    expect(of('PublicService').map(node => node['identifier'])).toEqual(
      services.map((service: { id: string }) => service.id),
    );
    expect(of('Channel')).toHaveLength(sum(({ channels }) => channels?.length ?? 0));
    expect(of('Evidence')).toHaveLength(sum(({ documents }) => documents?.length ?? 0));
    for (const type of ['Cost', 'Output', 'Rule', 'Requirement'])
      expect(of(type), type).toHaveLength(services.length);
  });

  it('leaves nothing unread: every key becomes a statement with an absolute name', async () => {
    const document = published();
    const keys = new Set(document['@graph'].flatMap(Object.keys).filter(key => !key.startsWith('@')));
    expect([...keys].filter(key => !(key in document['@context']))).toEqual([]);
    const quads = await triples(document);
    expect(quads.length).toBeGreaterThan(1000);
    for (const { subject, predicate } of quads) {
      expect(subject.value).toMatch(/^https?:\/\//);
      expect(predicate.value).toMatch(/^http:\/\//);
    }
  });

  it('gives out no made-up contact', () => {
    expect(JSON.stringify(nodeOf(published(), 'ContactPoint'))).not.toContain('.example');
  });
});

describe('the shapes', () => {
  const mutations: [string, string, (node: Node) => void, string][] = [
    ['a service without a name', 'PublicService', node => delete node['title'], 'terms/title'],
    [
      'a service without a description',
      'PublicService',
      node => delete node['description'],
      'terms/description',
    ],
    [
      'a service with two identifiers',
      'PublicService',
      node => Object.assign(node, { identifier: ['a', 'b'] }),
      'terms/identifier',
    ],
    [
      'a service nobody answers for',
      'PublicService',
      node => delete node['hasCompetentAuthority'],
      'hasCompetentAuthority',
    ],
    [
      'an institution that is not described',
      'PublicService',
      node => Object.assign(node, { hasCompetentAuthority: 'https://nav.example/' }),
      'hasCompetentAuthority',
    ],
    [
      'a related service that does not exist',
      'PublicService',
      node => Object.assign(node, { relatedService: ['https://nav.example/'] }),
      'relatedService',
    ],
    [
      'a time in words',
      'PublicService',
      node => Object.assign(node, { processingTime: '10 darbdienas' }),
      'processingTime',
    ],
    ['an institution without a name', 'PublicOrganisation', node => delete node['prefLabel'], 'prefLabel'],
    ['an institution without a place', 'PublicOrganisation', node => delete node['spatial'], 'spatial'],
    ['a channel without an identifier', 'Channel', node => delete node['identifier'], 'terms/identifier'],
    ['a price in words', 'Cost', node => Object.assign(node, { hasValue: 'bez maksas' }), 'hasValue'],
    ['a document without a name', 'Evidence', node => delete node['title'], 'terms/title'],
    ['a result without an identifier', 'Output', node => delete node['identifier'], 'terms/identifier'],
    ['steps without a text', 'Rule', node => delete node['description'], 'terms/description'],
    ['a life event without a name', 'LifeEvent', node => delete node['title'], 'terms/title'],
    [
      'a telephone number with words',
      'ContactPoint',
      node => Object.assign(node, { telephone: 'zvaniet' }),
      'telephone',
    ],
  ];
  it.each(mutations)('notice %s', async (_, type, mutate, path) => {
    const document = published();
    mutate(nodeOf(document, type));
    const found = await violations(document);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(path);
  });

  it('are asked without a network', async () => {
    const remote = { ...published(), '@context': 'https://example.com/context.jsonld' };
    await expect(triples(remote)).rejects.toThrow('must bring its own context');
  });
});

it.each([
  [null, null],
  [0, 'P0D'],
  // Requested on a Friday, done on Monday.
  [1, 'P3D'],
  [5, 'P7D'],
  [10, 'P14D'],
  [11, 'P17D'],
])('gives %s working days as %s, never too short', (days, expected) => {
  expect(duration(days)).toBe(expected);
});
