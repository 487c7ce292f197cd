// Command root: `npm run docs` brings the generated table in `docs/settings.md` up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withSettings } from './node/settings-page.ts';

const page = fileURLToPath(new URL('../docs/settings.md', import.meta.url));
writeFileSync(page, withSettings(readFileSync(page, 'utf8')));
process.stdout.write('docs/settings.md is up to date.\n');
