// Nobody holds the server with one request to an address that is open to everybody.
import { expect, it } from 'vitest';
import { startApp } from '../api/harness.ts';
import { ADDRESSES } from './addresses.ts';
import { bodyAttacks, nestingAttacks, readingAttacks, textAttacks } from './attacks.ts';
import { excesses } from './run.ts';

const SAMPLES: Readonly<Record<string, string>> = {
  ':id': 'klientu-aptauja',
  ':file': 'klientu-aptauja.csv',
  ':file{[0-9]{4}\\.(csv|json)}': '2026.csv',
  ':year{[0-9]{4}}': '2026',
  '*': 'nav',
};

/** The pattern with something that exists in place of what varies. */
const sampleOf = (pattern: string): string =>
  pattern
    .split('/')
    .map(part => SAMPLES[part] ?? part)
    .join('/');

it('knows every address of the app', async () => {
  const { app } = await startApp();
  const patterns = new Set(app.routes.map(({ path }) => path));
  const known = new Set(Object.keys(ADDRESSES));
  expect({
    withoutGenerator: [...patterns.difference(known)],
    gone: [...known.difference(patterns)],
  }).toEqual({ withoutGenerator: [], gone: [] });
});

it('costs no more than its size', async () => {
  const test = await startApp({ limits: null });
  const found: string[] = [];
  for (const [pattern, kind] of Object.entries(ADDRESSES)) {
    if (pattern.startsWith('/registrs/')) continue;
    const target = { path: sampleOf(pattern) };
    const fields = typeof kind === 'string' ? null : Object.fromEntries(kind.map(name => [name, ['']]));
    found.push(
      ...(await excesses(test, pattern, [
        ...readingAttacks(target),
        ...(fields
          ? [...bodyAttacks(target, fields), ...nestingAttacks(target), ...textAttacks(target, fields)]
          : []),
      ])),
    );
  }
  expect(found).toEqual([]);
}, 120_000);
