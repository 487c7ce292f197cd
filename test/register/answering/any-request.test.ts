// Any request to an action, by form or by program: accepted, or refused with a reason; never a server error,
// and the chain stays whole.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseAction } from '../../../api/domain/register/rights.ts';
import { actionWords } from '../../../api/views/register/words-actions.ts';
import { firstFault } from '../../support/chain.ts';
import { signIn } from '../../support/staff.ts';
import { caseHref, ORIGIN } from '../desk.ts';
import { desk } from './desk.ts';

const ACTIONS = [
  'extend',
  'ask',
  'forward',
  'draft',
  'answer',
  'take-note',
  'leave-unexamined',
  'withdraw',
  'message',
  'read',
  'reopen',
  'decline-review',
  'answer-erasure',
] as const satisfies readonly CaseAction[];
const NAMES = [
  'text',
  'reasons',
  'outcome',
  'ground',
  'reason',
  'on',
  'channel',
  'way',
  'to',
  'name',
  'place',
  'reply',
];
const FLAGS = ['mistake', 'extend', 'insert', 'edit', 'send'];

const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'justified',
    'content',
    'unsigned',
    '1',
    '2026-11-23',
    'phone',
    'sent',
    'kluda',
    'staff:anna-parauga',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);
const body = fc.dictionary(
  fc.constantFrom(...NAMES, ...FLAGS, 'idempotencyKey', 'version', '__proto__'),
  value,
  {
    maxKeys: 9,
  },
);

it('is taken or refused with a reason', async () => {
  const at = await desk({ text: 'Rinda', email: 'anna@paraugs.example', replyBy: 'email' });
  const { cookie } = await signIn(at.test, at.staff.director);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ACTIONS), body, fc.boolean(), async (action, data, asForm) => {
      const sent: Record<string, unknown> = { version: await at.version(), ...data };
      const fields = Object.entries(sent).flatMap(([name, one]) =>
        one === null ? [] : [[name, one === true ? 'on' : String(one)] as [string, string]],
      );
      const response = await at.test.app.request(`${caseHref(at)}${actionWords[action].slug}/`, {
        method: 'POST',
        body: asForm ? new URLSearchParams(fields) : JSON.stringify(sent),
        headers: {
          accept: 'text/html',
          cookie,
          origin: ORIGIN,
          ...(asForm ? {} : { 'content-type': 'application/json' }),
        },
      });
      expect([200, 303, 409, 422]).toContain(response.status);
    }),
    { numRuns: 300 },
  );
  expect(at.test.log.filter(({ level }) => level === 'error')).toEqual([]);
  expect(await firstFault(at.test)).toBeNull();
});
