// Each step in each state, cell by cell: what is accepted, what is refused and why, and the effects.
import { describe, expect, it } from 'vitest';
import { ACTIONS, allowed } from '../../api/domain/follow-up.ts';
import { STATES, type State } from '../../api/domain/submission.ts';
import { firstFault } from '../support/chain.ts';
import { bringTo } from '../support/office-steps.ts';
import { file, LEAST } from './filed.ts';

const yes = { status: 200 } as const;
const no = (title: string) => ({ status: 409, title });
const closed = no('Iesniegumu vairs nevar atsaukt');
const nothing = no('Pārskatīt vēl nav ko');
const early = no('Vērtēt vēl nevar');

/** In this order: message, review, rating, withdraw, copy, erasure. */
const open = [yes, nothing, early, yes, yes, yes];
const examined = [yes, yes, yes, closed, yes, yes];
const TABLE: Readonly<Record<State, typeof open | typeof examined>> = {
  received: open,
  'in-review': open,
  'needs-information': open,
  reopened: open,
  answered: examined,
  noted: examined,
  forwarded: examined,
  unexamined: examined,
  withdrawn: [yes, nothing, yes, closed, yes, yes],
};
const CELLS = STATES.flatMap(state =>
  ACTIONS.map((action, i) => [action, state, TABLE[state][i] ?? yes] as const),
);

describe('the table', () => {
  it.each(CELLS)('%s in the state %s', async (action, state, expected) => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, state);
    const before = await filed.status();
    expect(before.state).toBe(state);
    const { address, data } = LEAST[action] ?? { address: '', data: {} };
    const response = await filed.json(address, data);
    expect(response.status).toBe(expected.status);
    expect(allowed(state, action)).toBe(expected.status === 200);
    expect(before.allowed.includes(action)).toBe(expected.status === 200);
    if ('title' in expected) {
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ title: expected.title, status: 409 });
      expect(await filed.status()).toEqual(before);
    }
    expect(await firstFault(filed.test)).toBeNull();
  });

  it.each(STATES)('is what the page offers in the state %s', async state => {
    const filed = await file();
    await bringTo(filed.test, filed.reference, state);
    const page = await (await filed.look()).text();
    const offered = ACTIONS.filter(action => page.includes(`action="/api/status${LEAST[action]?.address}"`));
    expect(offered).toEqual(ACTIONS.filter((_, i) => TABLE[state][i] === yes));
  });
});
