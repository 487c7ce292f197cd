// Answering by invitation: once, completely, without a trace; and clear messages for every invalid token.
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { openPool } from '../../api/domain/surveys/pool.ts';
import { makeToken } from '../../api/domain/surveys/tokens.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import { htmlProblems } from '../support/html-check.ts';
import { ANSWERS, answer, answerForm, invite, RESPONSES, tablesOf } from './staff.ts';

async function waitingIn({ deps }: TestApp) {
  const pool = await deps.surveyPools.find(staffSurvey.id);
  return openPool(deps, staffSurvey.id, pool?.sealed ?? new Uint8Array());
}

const usedIn = async ({ deps }: TestApp) => (await deps.surveyTokens.counts())[0]?.used;

const LIMITS = {
  submit: { ask: 10, refuse: 60 },
  survey: { ask: 1, refuse: 2 },
  'look-up': { ask: null, refuse: 3 },
  'sign-in': { ask: null, refuse: 10 },
  upload: { ask: null, refuse: 300 },
};
const FORGED = makeToken(new Uint8Array(10).fill(7));

describe('an answer by invitation', () => {
  it('is taken in once, and waits', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const response = await answer(test, token);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ received: true });
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await waitingIn(test)).toEqual([{ version: 1, answers: ANSWERS }]);
    expect(await usedIn(test)).toBe(1);
    for (const table of ['survey_answers', 'survey_texts', 'survey_counts', 'survey_receipts', 'survey_seen'])
      expect((await tablesOf(test)).get(table)).toEqual([]);
  });

  it('leaves nothing but the token used and the pool: no event, no count, no line, no cookie', async () => {
    const test = await startApp({ limits: LIMITS });
    const tokens = await invite(test, 6);
    const own = ['survey_tokens', 'survey_pools'];
    const before = await tablesOf(test, own);
    test.log.length = 0;
    for (const token of tokens) {
      test.at('2026-11-23T09:17:43Z');
      expect((await answer(test, token, ANSWERS, { 'x-test-address': '192.0.2.7' })).status).toBe(201);
    }
    expect(test.log).toEqual([]);
    // The limiter's counts in memory are written on close.
    const after = await test.restart();
    expect(await tablesOf(after, own)).toEqual(before);
    expect(after.log).toEqual([]);
  });

  it('of a used token is refused, and so is the same sent again', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    await answer(test, token);
    for (const answers of [ANSWERS, { laipniba: '1' }]) {
      const again = await answer(test, token, answers);
      expect(again.status).toBe(409);
      expect(await again.json()).toMatchObject({ title: 'Ar šo kodu atbildes jau ir saņemtas' });
    }
    expect(await waitingIn(test)).toHaveLength(1);
  });

  it('is taken in once of many sent at once', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => answer(test, token)))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([201, ...Array(9).fill(409)]);
    expect(await waitingIn(test)).toHaveLength(1);
  });

  it('takes the token as people type it', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const typed = ` ${token.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await answer(test, typed)).status).toBe(201);
  });

  it.each([
    ['', 'Ierakstiet kodu no ielūguma'],
    ['ABCD-EFGH-JKMN-PQRST', 'Kodā ir kļūda'],
    [FORGED, 'Šāda koda šai aptaujai nav'],
  ])('with the token %j is refused at the field', async (token, says) => {
    const test = await startApp();
    await invite(test, 5);
    const response = await answer(test, token);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { field: string; message: string }[] };
    expect(errors.find(({ field }) => field === 'token')?.message).toContain(says);
    expect(await waitingIn(test)).toEqual([]);
    expect(await usedIn(test)).toBe(0);
  });

  it('does not count for another survey, nor in a stranger’s', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const { app } = test;
    const elsewhere = await postJson(app, '/api/surveys/klientu-aptauja/responses', { laipniba: '5', token });
    expect(elsewhere.status).toBe(422);
    expect(await usedIn(test)).toBe(0);
  });

  it('without a single answer costs no token', async () => {
    const open = {
      ...staffSurvey,
      sections: [
        { id: 'a', questions: [{ kind: 'text', id: 'ko', label: 'Ko?', required: false, maxLength: 100 }] },
      ],
    } satisfies SurveyDefinition;
    const test = await startApp({ site: { ...testSite, surveys: [open] } });
    const [token = ''] = await invite(test, 5);
    const response = await answer(test, token, {});
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Nav atbildēts ne uz vienu jautājumu');
    const page = await (await answerForm(test, { token, ko: '' })).text();
    expect(page).toContain('Nav atbildēts ne uz vienu jautājumu');
    expect(await htmlProblems(page)).toEqual([]);
    expect(await usedIn(test)).toBe(0);
    expect((await answer(test, token, { ko: 'x' })).status).toBe(201);
  });

  it('is kept without what was not asked for', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    expect((await answer(test, token, { ...ANSWERS, nav: 'x' })).status).toBe(422);
    expect((await answer(test, token, { laipniba: '9' })).status).toBe(422);
    expect(await usedIn(test)).toBe(0);
  });

  it('comes in the survey’s time alone, and the token stays good', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    test.at('2026-12-16T00:00:00Z');
    expect((await answer(test, token)).status).toBe(409);
    test.at('2026-12-15T21:59:00Z');
    expect((await answer(test, token)).status).toBe(201);
  });

  it('is not taken in where the process has no tokens', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const edge = createApp(() => test.deps);
    const response = await postJson(edge, RESPONSES, { ...ANSWERS, token });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ title: 'Šeit uz darbinieku aptauju atbildēt nevar' });
  });
});

describe('forged tokens', () => {
  it('are counted by network, and a good one is let through all the same', async () => {
    const test = await startApp({ limits: LIMITS });
    const [token = ''] = await invite(test, 5);
    const from = (address: string) => ({ 'x-test-address': address });
    const tries = [];
    for (let i = 0; i < 5; i += 1)
      tries.push(
        (await answer(test, makeToken(new Uint8Array(10).fill(i)), ANSWERS, from('192.0.2.7'))).status,
      );
    expect(tries).toEqual([422, 422, 422, 429, 429]);
    expect((await answer(test, FORGED, ANSWERS, from('198.51.100.1'))).status).toBe(422);
    expect((await answer(test, token, ANSWERS, from('192.0.2.7'))).status).toBe(201);
  });
});

describe('in a browser without scripts', () => {
  const FIELDS = { laipniba: '4', uzlabot: 'Vairāk <gaismas>.' };

  it('an answer leads to thanks, at an address that says nothing', async () => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    const response = await answerForm(test, { ...FIELDS, token });
    expect(response.status).toBe(303);
    const to = response.headers.get('location') ?? '';
    expect(to).toBe(`/aptaujas/${staffSurvey.id}/sanemts/`);
    expect(response.headers.get('set-cookie')).toBeNull();
    const thanks = await test.app.request(to);
    const page = await thanks.text();
    expect(thanks.status).toBe(200);
    expect(page).toContain('Paldies par atbildēm');
    expect(page).not.toContain(token);
    expect(await htmlProblems(page)).toEqual([]);
    expect((await test.app.request('/aptaujas/klientu-aptauja/sanemts/')).status).toBe(404);
  });

  it.each([
    ['mistyped', 422, 'Kodā ir kļūda'],
    [FORGED, 422, 'Šāda koda šai aptaujai nav'],
    ['used', 409, 'Ar šo kodu atbildes jau ir saņemtas'],
  ])('a wrong token (%s) is told of at the field, with all that was typed', async (kind, status, says) => {
    const test = await startApp();
    const [token = ''] = await invite(test, 5);
    await answer(test, token);
    const sent = kind === 'used' ? token : kind;
    const response = await answerForm(test, { ...FIELDS, token: sent });
    const page = await response.text();
    expect(response.status).toBe(status);
    expect(page).toContain(says);
    expect(page).toContain(`value="${sent}" id="aptauja-token" name="token"`);
    expect(page.includes('Veidlapa vēl nav nosūtīta')).toBe(kind !== 'used');
    expect(page).toContain('Vairāk &lt;gaismas&gt;.');
    expect(page).toMatch(/value="4"[^>]* checked/);
    expect(page).not.toContain('idempotencyKey');
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('a wrong token is told of together with what else is wrong', async () => {
    const test = await startApp();
    await invite(test, 5);
    const page = await (await answerForm(test, { token: FORGED, uzlabot: 'x' })).text();
    expect(page).toContain('Šāda koda šai aptaujai nav');
    expect(page).toContain('Atbildiet uz šo jautājumu.');
  });
});

describe('a survey that was by invitation', () => {
  it('asks for one still when the content says it is for everybody', async () => {
    const test = await startApp();
    const tokens = await invite(test, 5);
    const site: SiteBundle = {
      ...testSite,
      surveys: testSite.surveys.map(one =>
        one.id === staffSurvey.id ? { ...one, audience: 'public' } : one,
      ),
    };
    const later = await test.restart(test.secrets, { site });
    expect((await postJson(later.app, RESPONSES, ANSWERS)).status).toBe(422);
    const page = await (await answerForm(later, { laipniba: '3' })).text();
    expect(page).toContain('name="token"');
    expect((await answer(later, tokens[0] ?? '')).status).toBe(201);
    expect((await tablesOf(later)).get('survey_answers')).toEqual([]);
  });
});
