// Samples are refused, open questions are shown, old services are listed – each with file and line.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samples, staleServices, unconfirmed } from '../../src/build/check/release.ts';
import { edited, siteWith } from './fixtures.ts';

const places = (marks: readonly { file: string; line: number; text: string }[]) =>
  marks.map(({ file, line, text }) => `${file}:${line} ${text}`);

describe('samples', () => {
  it('finds none in confirmed content', () => {
    expect(samples(siteWith({}))).toEqual([]);
  });

  it('finds a whole file and a single fact', () => {
    const files = siteWith({
      'content/staff/anna.mdx': edited('content/staff/anna.mdx', 'room:', 'sample: true\nroom:'),
      'content/site.yaml': edited(
        'content/site.yaml',
        '{ value: "+371 60000002" }',
        '{ value: "+371 60000002", sample: true }',
      ),
    });
    expect(places(samples(files))).toEqual([
      'content/site.yaml:8 trustPhone',
      'content/staff/anna.mdx:4 viss fails',
    ]);
  });
});

it('lists what is still to be confirmed', () => {
  const files = siteWith({
    'content/services/dzivesvieta.mdx': edited(
      'content/services/dzivesvieta.mdx',
      'checked:',
      'toConfirm: [cost, steps]\nchecked:',
    ),
    'content/pages/par-mums.mdx': edited('content/pages/par-mums.mdx', 'updated:', 'toConfirm: []\nupdated:'),
    'content/policy/iesniegumi.yaml': edited(
      'content/policy/iesniegumi.yaml',
      '      law: Likuma 5. pants\n',
      '      law: Likuma 5. pants\n      toConfirm: true\n',
    ),
  });
  expect(places(unconfirmed(files))).toEqual([
    'content/policy/iesniegumi.yaml:7 policies[1].reply',
    'content/services/dzivesvieta.mdx:19 cost; steps',
  ]);
  expect(unconfirmed(siteWith({}))).toEqual([]);
});

it('names services checked more than 180 days ago, the oldest first', () => {
  const path = 'content/services/dzivesvieta.mdx';
  const checked = (date: string) => edited(path, 'on: 2026-11-22', `on: ${date}`);
  const files = siteWith({
    [path]: checked('2026-05-26'),
    'content/services/b.mdx': checked('2026-05-25'),
    'content/services/c.mdx': checked('2025-01-01'),
  });
  expect(places(staleServices(files, '2026-11-22'))).toEqual([
    'content/services/c.mdx:19 pārbaudīts 2025-01-01',
    'content/services/b.mdx:19 pārbaudīts 2026-05-25',
  ]);
});

it('lets nobody publish the made-up contact for reports of vulnerabilities', () => {
  const text = readFileSync(new URL('../../content/site.yaml', import.meta.url), 'utf8');
  const found = samples(siteWith({ 'content/site.yaml': text }));
  expect(found.map(mark => mark.text)).toContain('security');
});
