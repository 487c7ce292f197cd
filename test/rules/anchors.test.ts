// The anchors of the points are permanent: complaints, laws and printed pages cite them. Never change this list.
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { builtPages } from '../site/dist.ts';

const ANCHORS = [
  ...[
    '1',
    '2',
    '3',
    '4',
    '5',
    '5.1',
    '5.1.1',
    '5.1.2',
    '5.2',
    '5.2.1',
    '5.2.2',
    '5.2.3',
    '5.3',
    '5.3.1',
    '5.3.2',
  ],
  ...[
    '5.4',
    '5.4.1',
    '5.4.2',
    '5.4.3',
    '5.4.4',
    '5.4.5',
    '5.5',
    '5.5.1',
    '5.5.2',
    '5.5.3',
    '5.6',
    '5.6.1',
    '5.6.2',
  ],
  ...['6', '7', '8', '9', '10', '10.1', '10.2', '11', '12', '13', '14'],
].map(number => `p-${number}`);

describe.each(['/noteikumi/', '/noteikumi/2017-11-06/'])('%s', address => {
  const html = builtPages().find(page => page.address === address)?.html ?? '';
  const all = [...elements(parse(html))];

  it('has the 39 anchors in order', () => {
    expect(ANCHORS).toHaveLength(39);
    expect(all.map(element => attribute(element, 'id') ?? '').filter(id => id.startsWith('p-'))).toEqual(
      ANCHORS,
    );
  });

  it('links each point to itself and says how to cite it', () => {
    for (const anchor of ANCHORS) {
      expect(html).toContain(`<a class="permalink" href="#${anchor}"`);
      expect(html).toContain(`KAC noteikumi, ${anchor.slice(2)}. punkts`);
    }
  });

  it('explains each of the five chapters in plain words, marked as no legal text', () => {
    expect(html.match(/Skaidrojums vienkāršiem vārdiem, nav noteikumu teksts/g)).toHaveLength(5);
  });

  it('says that there is one edition only, and that its force is to be confirmed', () => {
    expect(html).toContain('Ir tikai viena redakcija');
    expect(html).toContain('Vai redakcija ir spēkā, vēl jāapstiprina');
    expect(html).not.toContain('Redakcija ir spēkā');
  });

  it('carries the structured data, with nothing in it that could end it', () => {
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toMatchObject({ '@type': 'Legislation', legislationDateVersion: '2017-11-06' });
  });
});
