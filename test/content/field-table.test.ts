// The editors' field tables match the schemas: alternatives, kinds, lists and nested fields.
import { expect, it } from 'vitest';
import * as z from 'zod';
import { fieldRows } from '../../src/site/field-table.ts';

const names = (schema: z.ZodType) =>
  fieldRows(schema).map(({ name, required }) => (required ? name : `(${name})`));
const text = (meaning: string) => z.string().describe(meaning);

it('demands of several ways to write the same only what all of them have', () => {
  const way = z.union([
    z.strictObject({ question: text('Jautājums'), is: text('Atbilde') }),
    z.strictObject({ question: text('Jautājums'), atLeast: z.number().describe('Vismaz') }),
  ]);
  const condition = z.union([way, z.array(way)]);
  expect(names(z.strictObject({ condition }))).toEqual([
    'condition.question',
    '(condition.is)',
    '(condition.atLeast)',
  ]);
});

it('demands of a kind what that kind demands', () => {
  const one = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('scale').describe('Skala'), low: text('Zemākais').optional() }),
    z.strictObject({ kind: z.literal('number').describe('Skaitlis'), min: z.int().describe('Mazākais') }),
  ]);
  expect(names(z.strictObject({ list: z.array(one).describe('Saraksts') }))).toEqual([
    'list',
    'list[].kind',
    '(list[].low)',
    'list[].kind',
    'list[].min',
  ]);
});

it('shows what stands under a code', () => {
  const schema = z.strictObject({
    rows: z.record(z.string(), z.strictObject({ label: text('Teksts') })).describe('Rindas'),
  });
  expect(fieldRows(schema).map(({ name, allowed }) => [name, allowed])).toEqual([
    ['rows', 'lauku grupa'],
    ['rows.<kods>.label', 'teksts'],
  ]);
});
