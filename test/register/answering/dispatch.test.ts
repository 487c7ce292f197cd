// The day on which a reply by post or e-address was sent: open until staff record it, and used to judge
// timeliness.
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../api/domain/register/figures.ts';
import { countPeriod, termsOf } from '../../../api/http/figures/count.ts';
import { firstFault } from '../../support/chain.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { signIn } from '../../support/staff.ts';
import { eventsOf, get } from '../desk.ts';
import { ANSWER, type Desk, desk, textOf } from './desk.ts';

const BY_POST = { text: 'Rinda', name: 'Anna', address: 'Gaujas iela 1', replyBy: 'post' };
const SENT = { ...ANSWER, send: 'on' };
const MARCH = { from: '2026-11-01', to: '2026-12-01' };

const unsent = async ({ test, staff }: Desk): Promise<string> =>
  (await get(test, '/registrs/?skats=unsent', await signIn(test, staff.clerk))).text();
const figures = async ({ test }: Desk) =>
  figuresOf((await countPeriod(test.deps, MARCH)).groups.all, MARCH, termsOf(test.deps));
const answered = async (content: object = BY_POST) => {
  const at = await desk(content);
  expect((await at.act('director', 'answer', SENT)).status).toBe(303);
  return at;
};

describe('a reply by post', () => {
  it('waits in the worklist and on the case until it is said to have left', async () => {
    const at = await answered();
    expect(await unsent(at)).toContain(at.reference);
    const before = await at.page('clerk');
    expect(await htmlProblems(before)).toEqual([]);
    expect(textOf(before)).toContain('vēl nav atzīmēta kā nosūtīta');
    expect(await at.page('clerk', 'vestule/')).toContain(`/registrs/lietas/${at.reference}/nosutits/`);
    const form = await at.page('clerk', 'nosutits/');
    expect(await htmlProblems(form)).toEqual([]);
    at.test.at('2026-11-25T08:00:00Z');
    expect((await at.act('clerk', 'dispatch', { on: '2026-11-24', way: 'post' })).status).toBe(303);
    expect(await unsent(at)).not.toContain(at.reference);
    const after = textOf(await at.page('clerk'));
    expect(after).not.toContain('vēl nav atzīmēta');
    // The eighth day from the 24th (Paziņošanas likums 8(2)).
    expect(after).toContain(
      'Atbilde nosūtīta 2026. gada 24. novembris; uzskatāma par paziņotu no 2026. gada 2. decembra',
    );
    expect(after).toContain('Atbilde nosūtīta: pa pastu, 2026. gada 24. novembris – Ilze Kalniņa');
    const status = await at.status();
    expect(status.history.at(-1)).toMatchObject({ kind: 'letter-sent' });
    const event = (await eventsOf(at.test, at)).find(({ kind }) => kind === 'letter-sent');
    expect(event?.detail).toMatchObject({ on: '2026-11-24', way: 'post', message: expect.any(String) });
    expect(await firstFault(at.test)).toBeNull();
  });

  it.each([
    ['registered', '2026. gada 1. decembra'],
    ['e-address', '2026. gada 26. novembra'],
  ])('that left %s counts as notified from %s', async (way, from) => {
    const at = await answered();
    at.test.at('2026-11-25T08:00:00Z');
    await at.act('clerk', 'dispatch', { on: '2026-11-24', way });
    expect(textOf(await at.page('clerk'))).toContain(`uzskatāma par paziņotu no ${from}`);
  });

  it("can't have left before it was given, nor in the future, nor on no day", async () => {
    const at = await answered();
    for (const [on, says] of [
      ['2026-11-22', 'Šajā dienā atbilde vēl nebija sniegta.'],
      ['2026-11-24', 'nākotnē'],
      ['', 'Norādiet, kurā dienā atbilde nosūtīta.'],
    ] as const) {
      const refused = await at.act('clerk', 'dispatch', { on, way: 'post' });
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(says);
    }
    expect(await unsent(at)).toContain(at.reference);
  });

  it('is put right where the day was wrong, and waits anew with a new answer', async () => {
    const at = await answered();
    at.test.at('2026-11-25T08:00:00Z');
    await at.act('clerk', 'dispatch', { on: '2026-11-25', way: 'post' });
    expect((await at.act('clerk', 'dispatch', { on: '2026-11-24', way: 'post' })).status).toBe(303);
    expect(textOf(await at.page('clerk'))).toContain('Atbilde nosūtīta 2026. gada 24. novembris');
    await at.act('director', 'reopen', { text: 'Jauni apstākļi.' });
    expect(textOf(await at.page('clerk'))).not.toContain('uzskatāma par paziņotu');
    expect((await at.act('clerk', 'dispatch', { on: '2026-11-24', way: 'post' })).status).toBe(409);
    await at.act('director', 'answer', SENT);
    expect(await unsent(at)).toContain(at.reference);
  });
});

it.each([
  ['is read on the site', { text: 'Rinda', replyBy: 'status-page' }],
  ['goes by e-mail', { text: 'Rinda', replyBy: 'email', email: 'anna@paraugs.example' }],
])('a reply that %s waits for nothing', async (_, content) => {
  const at = await answered(content);
  expect(await unsent(at)).not.toContain(at.reference);
  expect((await at.act('clerk', 'dispatch', { on: '2026-11-23', way: 'post' })).status).toBe(409);
  expect(await at.page('clerk')).not.toContain('nosutits/');
});

describe('figures', () => {
  // Received on the 23rd of November, due on the 7th of December.
  it('judge by the day it left: answered in time and posted late is late', async () => {
    const at = await answered();
    at.test.at('2026-12-09T08:00:00Z');
    expect(await figures(at)).toMatchObject({ closed: 1, onTime: 0, late: 1, timed: 0 });
    await at.act('clerk', 'dispatch', { on: '2026-12-07', way: 'post' });
    expect(await figures(at)).toMatchObject({ closed: 1, onTime: 1, late: 0, median: 10 });
    await at.act('clerk', 'dispatch', { on: '2026-12-08', way: 'post' });
    expect(await figures(at)).toMatchObject({ closed: 1, onTime: 0, late: 1 });
  });

  it('keep it when the case is erased', async () => {
    const at = await answered();
    at.test.at('2026-12-09T08:00:00Z');
    await at.act('clerk', 'dispatch', { on: '2026-12-08', way: 'post' });
    await at.test.deps.erase({
      reference: at.reference,
      at: '2026-12-09T08:00:00Z',
      actor: 'system',
      detail: {},
    });
    expect(await figures(at)).toMatchObject({ closed: 1, onTime: 0, late: 1 });
  });
});
