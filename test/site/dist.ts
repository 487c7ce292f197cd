// The built site for the tests: every page with its address.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

export interface BuiltPage {
  /** `/sudziba/` */
  readonly address: string;
  readonly html: string;
}

export const distFile = (path: string): string => `${DIST}${path}`;

const addressOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** Every HTML page of `dist/`. */
export const builtPages = (): BuiltPage[] =>
  globSync('**/*.html', { cwd: DIST })
    .toSorted()
    .map(file => ({ address: addressOf(file), html: readFileSync(distFile(file), 'utf8') }));

/** Addresses of every file in `dist/`, pages without their `index.html`. */
export const builtAddresses = (): Set<string> =>
  new Set(globSync('**/*.*', { cwd: DIST }).map(file => addressOf(file)));

/** Public addresses of design §3 in this stage of the product. */
export const PROMISED = [
  '/',
  '/noteikumi/',
  '/noteikumi/2017-11-06/',
  '/pakalpojumi/',
  '/pakalpojumi/a-z/',
  '/pakalpojumi/iestade/',
  '/pakalpojumi/iestade/vsaa/',
  '/pakalpojumi/dzives-situacija/gimene/',
  '/dati/',
  '/darbinieki/',
  '/darba-laiks/',
  '/sudziba/',
  '/atsauksme/',
  '/aptaujas/',
  '/aptaujas/klientu-aptauja/',
  '/gaita/',
  '/viegli-lasit/',
  '/privatums/',
  '/pieklustamiba/',
  '/ka-izskatam/',
  '/parbaude/',
  '/drukai/',
  '/kiosks/',
  '/meklet/',
  '/parskats/',
  '/en/figures/',
  '/stils/',
  '/redaktors/',
  '/par-mums/',
  '/bezsaiste/',
  '/en/offline/',
  '/en/',
  '/en/search/',
  '/404.html',
] as const;
