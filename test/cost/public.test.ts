// Nobody holds the server with one request to an address that is open to everybody.
import { expect, it } from 'vitest';
import { startApp } from '../api/harness.ts';
import { file } from '../register/desk.ts';
import { ADDRESSES, CODE, type Kind } from './addresses.ts';
import {
  type Attack,
  bodyAttacks,
  type KnownFields,
  type Limits,
  nestingAttacks,
  readingAttacks,
  textAttacks,
} from './attacks.ts';
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

function attacksOn(pattern: string, kind: Kind, code: string): Attack[] {
  const target = { path: sampleOf(pattern) };
  const reading = readingAttacks(target);
  if (typeof kind === 'string') return reading;
  const known: Record<string, readonly string[]> = {};
  const limits: Record<string, number> = {};
  for (const [name, field] of Object.entries(kind)) {
    known[name] = [typeof field === 'number' ? '' : field === CODE ? code : field];
    if (typeof field === 'number') limits[name] = field;
  }
  const fields: [KnownFields, Limits] = [known, limits];
  return [
    ...reading,
    ...bodyAttacks(target, known),
    ...nestingAttacks(target),
    ...textAttacks(target, ...fields),
  ];
}

it('knows every address of the app', async () => {
  const { app } = await startApp();
  const patterns = new Set(app.routes.map(({ path }) => path));
  expect(
    [...patterns].filter(pattern => !(pattern in ADDRESSES)),
    'without a generator',
  ).toEqual([]);
  expect(
    Object.keys(ADDRESSES).filter(pattern => !patterns.has(pattern)),
    'gone',
  ).toEqual([]);
});

it('costs no more than its size', async () => {
  const test = await startApp({ limits: null });
  const { trackingCode } = await file(test);
  const found: string[] = [];
  for (const [pattern, kind] of Object.entries(ADDRESSES)) {
    if (pattern.startsWith('/registrs/')) continue;
    found.push(...(await excesses(test, pattern, attacksOn(pattern, kind, trackingCode))));
  }
  expect(found).toEqual([]);
}, 180_000);
