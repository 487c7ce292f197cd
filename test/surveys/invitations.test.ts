// Making invitations: who may, how many, shown once; what was promised holds whatever the content contains
// later.
import { describe, expect, it } from 'vitest';
import { sealPool } from '../../api/domain/surveys/pool.ts';
import { parseToken, tokenHashOf } from '../../api/domain/surveys/tokens.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import { get, ORIGIN, post } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';

const HREF = `/registrs/aptaujas/${staffSurvey.id}/ielugumi/`;
const director = (test: TestApp) => staffMember(test, { roles: ['director'] });

const ask = (test: TestApp, by: StaffMember, skaits: string, sagatavoti = '0') =>
  post(test, HREF, by, { skaits, sagatavoti });

const tokensIn = (page: string): string[] =>
  [...page.matchAll(/slip__code">([^<]+)</g)].map(([, token = '']) => token);

const countsOf = async ({ deps }: TestApp) => (await deps.surveyTokens.counts())[0] ?? { made: 0, used: 0 };

const withSurvey = (changed: Partial<SurveyDefinition>): SiteBundle => ({
  ...testSite,
  surveys: testSite.surveys.map(one => (one.id === staffSurvey.id ? { ...one, ...changed } : one)),
});

describe('invitations', () => {
  it('are made by the heads alone', async () => {
    const test = await startApp();
    expect((await get(test, HREF, null)).status).toBe(303);
    for (const roles of [['clerk'], ['auditor'], ['administrator']] as const) {
      const member = await staffMember(test, { roles });
      expect((await get(test, HREF, member)).status).toBe(403);
      expect((await ask(test, member, '5')).status).toBe(403);
    }
    for (const roles of [['director'], ['deputy']] as const)
      expect((await get(test, HREF, await staffMember(test, { roles }))).status).toBe(200);
    expect(
      (await post(test, HREF, await director(test), { skaits: '5' }, { origin: 'https://cits.example' }))
        .status,
    ).toBe(403);
    expect(await countsOf(test)).toMatchObject({ made: 0 });
  });

  it('belong to staff surveys alone', async () => {
    const test = await startApp();
    const by = await director(test);
    for (const id of ['klientu-aptauja', 'nav-tadas']) {
      expect((await get(test, `/registrs/aptaujas/${id}/ielugumi/`, by)).status).toBe(404);
      const sent = await post(test, `/registrs/aptaujas/${id}/ielugumi/`, by, {
        skaits: '9',
        sagatavoti: '0',
      });
      expect(sent.status).toBe(404);
    }
    expect(await test.deps.surveyTokens.counts()).toEqual([]);
  });

  it('come as slips with a code each, shown once; only keyed hashes are kept', async () => {
    const test = await startApp();
    const by = await director(test);
    const response = await ask(test, by, '7');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const page = await response.text();
    expect(await htmlProblems(page)).toEqual([]);
    const tokens = tokensIn(page);
    expect(new Set(tokens).size).toBe(7);
    for (const token of tokens) expect(parseToken(token)).toBe(token);
    expect(page).toContain(`${ORIGIN}/aptaujas/${staffSurvey.id}/`);
    expect(page).toContain('Pavisam sagatavoti 7 ielūgumi.');
    const { rows } = await test.database.execute({ sql: 'SELECT * FROM survey_tokens' });
    expect(rows.map(row => Object.keys(row))).toEqual(rows.map(() => ['survey', 'token_hash', 'used']));
    const kept = rows.map(row => Buffer.from(row['token_hash'] as Uint8Array).toString('hex'));
    const hashes = await Promise.all(
      tokens.map(token => tokenHashOf(test.deps.keyring, staffSurvey.id, token)),
    );
    expect(kept).toEqual(hashes.map(hash => Buffer.from(hash).toString('hex')).sort());
    const again = await (await get(test, HREF, by)).text();
    expect(tokensIn(again)).toEqual([]);
    for (const token of tokens) expect(again).not.toContain(token);
    expect(again).toContain('<dd>7</dd>');
    expect(await htmlProblems(again)).toEqual([]);
  });

  it('are told to the chain by number only', async () => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '7');
    const { rows } = await test.database.execute({
      sql: "SELECT actor, detail FROM events WHERE kind = 'survey-invited'",
    });
    expect(rows).toEqual([
      { actor: `staff:${by.person.id}`, detail: JSON.stringify({ survey: staffSurvey.id, count: 7 }) },
    ]);
    expect(JSON.stringify(test.log)).not.toMatch(/ielūg|token|kods/i);
  });

  it('are not made twice by a second click or a reload', async () => {
    const test = await startApp();
    const by = await director(test);
    const [one, two] = await Promise.all([ask(test, by, '6'), ask(test, by, '6')]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect(await countsOf(test)).toMatchObject({ made: 6 });
    const again = await ask(test, by, '6');
    expect(again.status).toBe(409);
    const page = await again.text();
    expect(page).toContain('role="alert"');
    expect(page).toContain('name="sagatavoti" value="6"');
    expect(await htmlProblems(page)).toEqual([]);
  });

  it('can be made later too, and the slips say how many there are in all', async () => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '6');
    const page = await (await ask(test, by, '1', '6')).text();
    expect(tokensIn(page)).toHaveLength(1);
    expect(page).toContain('Pavisam sagatavoti 7 ielūgumi.');
  });

  it.each([
    ['', 422, 'Ierakstiet veselu skaitli'],
    ['0', 422, 'Ierakstiet veselu skaitli'],
    ['501', 422, 'Ierakstiet veselu skaitli'],
    ['-5', 422, 'Ierakstiet veselu skaitli'],
    ['pieci', 422, 'Ierakstiet veselu skaitli'],
    ['4', 422, 'nekad nevarēs rādīt'],
  ])('%j are refused, and what was typed comes back', async (skaits, status, says) => {
    const test = await startApp();
    const response = await ask(test, await director(test), skaits);
    const page = await response.text();
    expect(response.status).toBe(status);
    expect(page).toContain(says);
    expect(page).toContain(`name="skaits" value="${skaits}"`);
    expect(await htmlProblems(page)).toEqual([]);
    expect(await test.deps.surveyTokens.counts()).toEqual([]);
    expect(await test.deps.surveyPools.all()).toEqual([]);
  });

  it('are a thousand at most, and none after the last day', async () => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '500');
    await ask(test, by, '500', '500');
    const more = await ask(test, by, '1', '1000');
    expect(more.status).toBe(422);
    expect(await more.text()).toContain('ne vairāk kā 1000');
    test.at('2026-12-16T08:00:00Z');
    const late = await ask(test, await director(test), '5', '1000');
    expect(late.status).toBe(409);
    expect(await late.text()).not.toContain('name="skaits"');
    expect(await countsOf(test)).toMatchObject({ made: 1000 });
  });
});

describe('what was promised', () => {
  it('holds when the content lowers the threshold or opens the survey to everybody', async () => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '6');
    const later = await test.restart(test.secrets, {
      site: withSurvey({ audience: 'public', anonymity: { threshold: 3 } }),
    });
    const page = await (await get(later, HREF, by)).text();
    expect(page).toContain('mainīts tas, kas bija apsolīts');
    expect(page).toContain('Aprakstā tagad ir 3, bet ielūgumos apsolīts');
    expect(page).toContain('vairs nav rakstīts, ka aptauja ir darbiniekiem');
    const slips = await (await ask(later, by, '1', '6')).text();
    expect(slips).toContain('ja to ir vismaz 5.');
    expect(await later.deps.surveyPools.find(staffSurvey.id)).toMatchObject({ threshold: 5 });
  });

  it('is told of only where something changed', async () => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '6');
    expect(await (await get(test, HREF, by)).text()).not.toContain('apsolīts');
  });
});

describe('the page', () => {
  const state = async (waiting: number, used: number): Promise<string> => {
    const test = await startApp();
    const by = await director(test);
    await ask(test, by, '6');
    const answers = Array.from({ length: waiting }, () => ({ version: 1, answers: {} }));
    await test.database.batch([
      {
        sql: 'UPDATE survey_pools SET sealed = ?',
        args: [await sealPool(test.deps, staffSurvey.id, answers)],
      },
      {
        sql: `UPDATE survey_tokens SET used = 1 WHERE token_hash IN (SELECT token_hash FROM survey_tokens LIMIT ${used})`,
      },
    ]);
    test.at('2026-12-16T08:00:00Z');
    return (await get(test, HREF, await director(test))).text();
  };

  it.each([
    [0, 0, 'Neviens neatbildēja'],
    [4, 4, 'atbilžu ir par maz'],
    [5, 5, 'dažu minūšu laikā'],
    [0, 5, 'atbildes ir rezultātos'],
  ])('says of a closed survey with %i waiting of %i: %s', async (waiting, used, says) => {
    expect(await state(waiting, used)).toContain(says);
  });

  it('shows the part that has answered', async () => {
    expect(await state(4, 4)).toContain('<dd>4 (67 %)</dd>');
  });
});
