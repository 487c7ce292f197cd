// `npm run bench [-- PART …] [--rounds N]`: runs all parts or those named and prints ratios with their
// spread. Build the site first.
import { parseArgs } from 'node:util';
import { benchBuild } from './build.ts';
import { benchContent } from './content.ts';
import { benchDirectus } from './directus.ts';
import { benchEleventy } from './eleventy.ts';
import { benchIntake, benchMillion } from './intake.ts';
import { benchPreview } from './preview.ts';
import { benchRegister, benchRegisterMillion } from './register.ts';
import { benchSearch } from './search.ts';
import { benchSurveys } from './surveys.ts';
import { benchWeight } from './weight.ts';

type Part = (rounds: number) => void | Promise<void>;

const PARTS: Readonly<Record<string, Part>> = {
  weight: benchWeight,
  search: benchSearch,
  content: benchContent,
  intake: benchIntake,
  register: benchRegister,
  surveys: benchSurveys,
  preview: benchPreview,
  build: benchBuild,
};
/** Run only when named: two fetch a peer from npm, the others fill gigabytes of disk. */
const ON_REQUEST: Readonly<Record<string, Part>> = {
  directus: benchDirectus,
  eleventy: benchEleventy,
  'intake-million': benchMillion,
  'register-million': benchRegisterMillion,
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');
const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
for (const name of names) {
  const part = PARTS[name] ?? ON_REQUEST[name];
  if (!part)
    throw new Error(`No part “${name}”; there are: ${Object.keys({ ...PARTS, ...ON_REQUEST }).join(', ')}`);
  await part(rounds);
}
