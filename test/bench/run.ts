// `npm run bench [-- --rounds N]`: every bench in one run, ratios with their spread. Build the site first.
import { benchBuild } from './build.ts';
import { benchSearch } from './search.ts';
import { benchWeight } from './weight.ts';

const at = process.argv.indexOf('--rounds');
const rounds = at > 0 ? Number(process.argv[at + 1]) : 5;
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1');
benchWeight();
await benchSearch(rounds);
benchBuild(rounds);
