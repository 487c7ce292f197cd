// The small site's only service and its facts, read as the build reads them.
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/build/check/front-matter.ts';
import { serviceSchema } from '../../src/services/schema.ts';
import { factsSchema } from '../../src/site/facts-schema.ts';
import { SOUND } from '../content/fixtures.ts';

export const facts = factsSchema.parse(parse(SOUND['content/site.yaml'] ?? ''));

const split = splitFrontMatter(SOUND['content/services/dzivesvieta.mdx'] ?? '');

export const service = {
  id: 'dzivesvieta',
  data: serviceSchema.parse('fault' in split ? null : parse(split.yaml)),
};
