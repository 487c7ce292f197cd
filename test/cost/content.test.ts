// The content check takes time in proportion to the file that an editor has made, whatever it holds.
import { expect, it } from 'vitest';
import { checkContent } from '../../src/build/check/check.ts';
import { edited } from '../content/fixtures.ts';
import { superlinear } from './measure.ts';

/** Longer than most texts of the site. */
const LENGTH = 8000;
const SERVICE = 'content/services/dzivesvieta.mdx';
const sound = edited(SERVICE, 'title:', 'title:');

it.each(['{', '{/*', '<a', '> ', '[a', '„A', '|a', '# '])(
  'takes linear time for a text of %s',
  async unit => {
    const why = await superlinear(n => {
      const text = `${sound}\n\n${unit.repeat(n / unit.length)}\n`;
      const files = [{ path: SERVICE, text, utf8: true }];
      return () => checkContent(files);
    }, LENGTH);
    expect(why).toBeNull();
  },
  60_000,
);
