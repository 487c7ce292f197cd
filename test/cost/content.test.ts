// The content check takes time in proportion to the file that an editor has made, whatever it holds.
import { expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited } from '../content/fixtures.ts';
import { superlinear } from './measure.ts';
import { SHAPES } from './shapes.ts';

/** Longer than most texts of the site. */
const LENGTH = 8000;
const SERVICE = 'content/services/dzivesvieta.mdx';
const sound = edited(SERVICE, 'title:', 'title:');

/** A file that holds the text, by where it stands in it. */
const PLACES: Readonly<Record<string, readonly [path: string, file: (text: string) => string]>> = {
  'the body of a service': [SERVICE, text => `${sound}\n\n${text}\n`],
  'quotations within quotations': [SERVICE, text => `${sound}\n\n${'> '.repeat(text.length / 2)}`],
  'a field': [SERVICE, text => edited(SERVICE, 'title: ', `title: ${text}\nx: `)],
  'lines of YAML': ['content/synonyms.yaml', text => text.replaceAll(' ', '\n')],
};

it.each(Object.entries(PLACES))(
  'takes linear time for %s',
  async (_place, [path, file]) => {
    const slow: string[] = [];
    for (const [name, shape] of Object.entries(SHAPES)) {
      const why = await superlinear(n => {
        const files = [{ path, text: file(shape(n)), utf8: true }];
        return () => checkContent(files);
      }, LENGTH);
      if (why) slow.push(`${name}: ${why}`);
    }
    expect(slow).toEqual([]);
  },
  60_000,
);
