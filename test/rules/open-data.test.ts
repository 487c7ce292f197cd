// The built `/dati/noteikumi.json`: valid by its own published schema, complete, and with addresses that
// exist.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type RulesData, rulesData, rulesDataSchema, rulesOpenData } from '../../src/rules/open-data.ts';
import { builtPages, distFile } from '../site/dist.ts';
import { threeEntries } from './three-editions.ts';

const read = (path: string) => JSON.parse(readFileSync(distFile(path), 'utf8'));
const origin = new URL('https://kac.example');

function objections(schema: object, data: unknown): string[] {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('the built file', () => {
  const file = read('dati/noteikumi.json') as RulesData;
  const schema = read('dati/schemas/noteikumi.schema.json') as { $id: string };

  it('obeys the schema it names', () => {
    expect(file.$schema).toBe(schema.$id);
    expect(objections(schema, file)).toEqual([]);
  });

  it('has all points, each at an address of a built page', () => {
    const [edition] = file.editions;
    expect(edition?.points).toHaveLength(39);
    expect(edition?.points.find(({ number }) => number === '5.2.3')).toMatchObject({
      parent: '5.2',
      chapter: 'II',
      citation: 'KAC noteikumi, 5.2.3. punkts',
      text: expect.stringMatching(/^saņemot pieprasījumu .* pieņemšanas laiku\.$/),
    });
    const html = builtPages().find(({ address }) => address === '/noteikumi/2017-11-06/')?.html ?? '';
    for (const { address } of [...(edition?.points ?? []), ...(edition?.chapters ?? [])]) {
      const { pathname, hash } = new URL(address);
      expect(pathname).toBe('/noteikumi/2017-11-06/');
      expect(html).toContain(`id="${hash.slice(1)}"`);
    }
  });

  it('does not call the edition confirmed', () => {
    expect(file).toMatchObject({
      current: '2017-11-06',
      editions: [{ force: 'in-force', forceConfirmed: false }],
    });
  });
});

describe('any number of editions', () => {
  const data = rulesOpenData(threeEntries(), '2026-11-22', origin);

  it('stand the newest first, each with where it stands', () => {
    expect(data.current).toBe('2026-01-01');
    expect(data.editions.map(({ id, force }) => [id, force])).toEqual([
      ['2099-01-01', 'coming'],
      ['2026-01-01', 'in-force'],
      ['2017-11-06', 'repealed'],
    ]);
    expect(objections(rulesDataSchema(origin), data)).toEqual([]);
    expect(rulesData.parse(data)).toEqual(data);
  });

  it('are refused by the schema when something is missing or foreign', () => {
    const broken = structuredClone(data) as unknown as { editions: Record<string, unknown>[] };
    delete broken.editions[0]?.['points'];
    broken.editions.push({ ...broken.editions[1], jauns: 1, inForce: '2026-13-01' });
    expect(objections(rulesDataSchema(origin), broken)).toEqual([
      expect.stringContaining("must have required property 'points'"),
      expect.stringContaining('must NOT have additional properties'),
      expect.stringContaining('must match pattern'),
      expect.stringContaining('must match format "date"'),
    ]);
  });
});
