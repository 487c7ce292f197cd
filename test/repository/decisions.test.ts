// The list of decision records is made from the records: none is missing, and each title is the record's own.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decisionIndex, INDEX } from '../support/decisions.ts';

it('the list of decisions is current; otherwise run “node test/support/decisions.ts”', () => {
  expect(readFileSync(INDEX, 'utf8')).toBe(decisionIndex());
});
