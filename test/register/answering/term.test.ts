// Extending once by the policy of the day of receipt, asking and extending in one step, starting a new term.
import { describe, expect, it } from 'vitest';
import { extensionOf } from '../../../api/domain/register/term.ts';
import { recountDeadlines } from '../../../api/jobs/recount-deadlines.ts';
import type { SiteBundle } from '../../../src/contract/site-bundle.ts';
import { startApp } from '../../api/harness.ts';
import { testSite } from '../../api/test-site.ts';
import { eventsOf, firstFault } from '../../support/chain.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { ANSWER, desk, textOf } from './desk.ts';

const WHY = { reason: '2', text: 'Gaidām Valsts zemes dienesta atbildi.' };
/** The last year in the calendar. */
const LAST = testSite.calendar.through;
const EMAIL = { text: 'Rinda', email: 'anna@paraugs.example', replyBy: 'email' };

describe('extending', () => {
  it('shows what it would come to, gives a month from receipt with its reason first, and tells the submitter', async () => {
    const at = await desk(EMAIL);
    const form = await at.page('clerk', 'pagarinat/');
    expect(await htmlProblems(form)).toEqual([]);
    expect(textOf(form)).toContain('2026. gada 23. decembris');
    expect((await at.act('clerk', 'extend', WHY)).status).toBe(303);
    const status = await at.status();
    expect(status.dueOn).toBe('2026-12-23');
    expect(status.dueExplanation[0]).toBe(
      'Termiņš pagarināts, jo jāsazinās ar citām iestādēm (Iesniegumu likuma 5. panta trešā daļa).',
    );
    expect(status.dueExplanation.join(' ')).toContain('Termiņš ir 1 mēnesis');
    expect(status.messages.at(-1)).toMatchObject({ author: 'office', kind: 'message' });
    expect(status.messages.at(-1)?.text).toContain(WHY.text);
    expect(status.messages.at(-1)?.text).toContain('2026. gada 23. decembris');
    expect(status.history.map(({ kind }) => kind)).toEqual(['received', 'message-sent', 'due-extended']);
    // The same lines for both, on the clerk's page and on the submitter's.
    const [own, theirs] = [await at.page('clerk'), await (await at.look()).text()];
    for (const line of status.dueExplanation) {
      expect(textOf(own)).toContain(line);
      expect(textOf(theirs)).toContain(line);
    }
    expect(await at.letters()).toEqual(['due-changed']);
    // Staff's own words are stored sealed, not in an unencrypted column.
    const { rows } = await at.test.database.execute({ sql: 'SELECT deadline FROM submissions' });
    expect(JSON.stringify(rows)).not.toContain('zemes dienesta');
    const event = (await eventsOf(at.test)).find(({ kind }) => kind === 'due-extended');
    expect(JSON.parse(event?.detail ?? '')).toEqual({ from: '2026-12-07', to: '2026-12-23', ground: '2' });
    expect(await firstFault(at.test)).toBeNull();
  });

  it('is done once, and outlives a changed calendar', async () => {
    const at = await desk();
    await at.act('clerk', 'extend', WHY);
    const again = await at.act('clerk', 'extend', WHY);
    expect(again.status).toBe(409);
    expect(textOf(await again.text())).toContain('tas jau ir pagarināts');
    expect(await at.page('clerk')).not.toContain('pagarinat/');
    expect(await recountDeadlines(at.test.database, at.test.deps)).toBe(0);
    expect((await at.status()).dueOn).toBe('2026-12-23');
  });

  it.each([
    ['reason', 'Izvēlieties iemeslu.'],
    ['text', 'Paskaidrojiet iesniedzējam'],
  ])('needs %s', async (field, message) => {
    const at = await desk();
    const refused = await at.act('clerk', 'extend', { ...WHY, [field]: '' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(message);
  });

  it('takes no reason that the law does not name', async () => {
    const at = await desk();
    const refused = await at.act('clerk', 'extend', { ...WHY, reason: '9' });
    expect(refused.status).toBe(409);
    expect((await at.status()).dueOn).toBe('2026-12-07');
  });

  it('comes too late once the term has passed', async () => {
    const at = await desk();
    at.test.at('2026-12-08T08:00:00Z');
    expect(await at.page('clerk', 'pagarinat/')).toContain('Termiņš jau ir beidzies');
    const refused = await at.act('clerk', 'extend', WHY);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(WHY.text);
  });

  it('is not offered where nothing is owed', async () => {
    const at = await desk({ kind: 'gratitude', text: 'Paldies!' });
    expect(await at.page('clerk')).not.toContain('pagarinat/');
    expect((await at.act('clerk', 'extend', WHY)).status).toBe(409);
  });
});

describe('the extension a policy offers', () => {
  const of = (receivedAt: string, dueOn: string | null) =>
    ({ submission: { kind: 'complaint', receivedAt }, events: [], standing: { dueOn } }) as never;
  const [policy] = testSite.policies.slice(-1);
  const site = (term: { workingDays: number }): SiteBundle =>
    ({ ...testSite, policies: [{ ...policy, extendedReply: { ...policy?.extendedReply, term } }] }) as never;

  it.each([
    ['before the policy that knows one', testSite, '2026-02-20T08:00:00Z', '2026-03-20', 'no-extension'],
    ['into a year the calendar lacks', testSite, `${LAST}-12-14T08:00:00Z`, `${LAST}-12-30`, 'year-missing'],
    ['when it ends no later', site({ workingDays: 10 }), '2026-11-23T08:00:00Z', '2026-12-07', 'not-longer'],
    [
      'when it would end sooner',
      site({ workingDays: 5 }),
      '2026-11-23T08:00:00Z',
      '2026-12-07',
      'not-longer',
    ],
  ])('is none %s', (_, given, receivedAt, dueOn, refused) => {
    expect(extensionOf(given, of(receivedAt, dueOn), receivedAt.slice(0, 10))).toEqual({ refused });
  });

  it('gives a day to a case that had none', () => {
    expect(extensionOf(testSite, of('2026-11-23T08:00:00Z', null), '2026-11-23')).toMatchObject({
      dueOn: '2026-12-23',
    });
  });
});

describe('asking', () => {
  it('leaves the term running', async () => {
    const at = await desk(EMAIL);
    expect((await at.act('clerk', 'ask', { text: 'Kurā dienā?' })).status).toBe(303);
    const status = await at.status();
    expect(status).toMatchObject({ state: 'needs-information', dueOn: '2026-12-07' });
    expect(await at.letters()).toEqual(['message-from-office']);
  });

  it('extends in the same step, with one message', async () => {
    const at = await desk(EMAIL);
    expect(textOf(await at.page('clerk', 'lugt-informaciju/'))).toContain('Un pagarināt atbildes termiņu');
    expect((await at.act('clerk', 'ask', { text: 'Kurā dienā?', extend: 'on' })).status).toBe(303);
    const status = await at.status();
    expect(status).toMatchObject({ state: 'needs-information', dueOn: '2026-12-23' });
    expect(status.dueExplanation[0]).toContain('jo jāiegūst papildu informācija');
    expect(status.messages).toHaveLength(1);
    expect(status.messages[0]?.text).toMatch(/^Kurā dienā\?\n\nAtbildes termiņš ir pagarināts/);
    expect(textOf(await (await at.look()).text())).toContain('Kurā dienā?');
    // The question may be asked again; the term is not extended again.
    await at.json('/messages', { text: 'Otrdien' });
    expect(textOf(await at.page('clerk', 'lugt-informaciju/'))).not.toContain('Un pagarināt');
    const again = await at.act('clerk', 'ask', { text: 'Cikos?', extend: 'on' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Cikos?');
  });

  it('may be sent twice by a double click', async () => {
    const at = await desk();
    const version = await at.version();
    for (let n = 0; n < 2; n++) {
      const sent = await at.act(
        'clerk',
        'ask',
        { text: 'Kurā dienā?', extend: 'on', version },
        'Jd5uE8kN1rGa6XfQ0tMw',
      );
      expect(sent.status).toBe(303);
    }
    expect((await at.status()).messages).toHaveLength(1);
  });
});

describe('starting anew', () => {
  async function answered() {
    const test = await startApp();
    const at = await desk(EMAIL, test);
    await at.act('director', 'answer', { ...ANSWER, send: 'on' });
    return at;
  }

  it('counts a fresh term from the day of the request and clears the mark', async () => {
    const at = await answered();
    at.test.at('2026-12-01T09:00:00Z');
    await at.json('/review', { text: 'Nepiekrītu.' });
    at.test.at('2026-12-03T09:00:00Z');
    const form = await at.page('director', 'atsakt/');
    expect(await htmlProblems(form)).toEqual([]);
    expect(textOf(form)).toContain('2026. gada 15. decembris');
    expect((await at.act('director', 'reopen', { text: 'Pārbaudīsim vēlreiz.' })).status).toBe(303);
    const status = await at.status();
    expect(status).toMatchObject({ state: 'reopened', dueOn: '2026-12-15' });
    expect(status.dueExplanation[0]).toBe('Izskatīšana atsākta; termiņu skaita no 2026. gada 1. decembra.');
    expect(status.dueExplanation.join(' ')).not.toContain('Iesniegums saņemts');
    expect(status.requests.review).toBeNull();
    expect(status.messages.at(-1)?.text).toContain('Pārbaudīsim vēlreiz.');
    expect(await at.letters()).toEqual(['answered', 'due-changed']);
    const found = await at.test.deps.submissions.findByReference(at.reference);
    expect(found?.standing).toMatchObject({ closedAt: null, outcome: null, reviewRequestedAt: null });
    // The new term is independent: recounting does not change it, and it may be extended once more.
    expect(await recountDeadlines(at.test.database, at.test.deps)).toBe(0);
    expect((await at.act('director', 'extend', WHY)).status).toBe(303);
    const extended = await at.status();
    expect(extended.dueOn).toBe('2027-01-04');
    expect(extended.dueExplanation[1]).toContain('termiņu skaita no 2026. gada 1. decembra');
  });

  it('by the office itself counts from that day', async () => {
    const at = await answered();
    at.test.at('2026-12-03T09:00:00Z');
    await at.act('director', 'reopen', { text: 'Atklājās kļūda.' });
    expect((await at.status()).dueOn).toBe('2026-12-17');
  });

  it('waits for a year that the calendar lacks', async () => {
    const at = await answered();
    at.test.at(`${LAST}-12-28T09:00:00Z`);
    const refused = await at.act('director', 'reopen', { text: 'Atklājās kļūda.' });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('darba dienu kalendārā vēl nav vajadzīgā gada');
    expect(html).toContain('Atklājās kļūda.');
    expect((await at.status()).state).toBe('answered');
  });

  it('of a complaint is for the head', async () => {
    const at = await answered();
    expect((await at.act('clerk', 'reopen', { text: 'Es' })).status).toBe(409);
  });
});
