// Pages and files of survey results on a real database: for staff, for everybody, and what neither gets.
import { describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { get } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { staffMember } from '../support/staff.ts';
import { land, surveyOf } from './landed.ts';

const open = surveyOf({ results: { public: true, openData: true } });
const closed = surveyOf({ id: 'klusa' });
const ofStaff = surveyOf({
  id: 'darbs',
  audience: 'staff',
  closes: '2026-10-31',
  results: { public: true, openData: true },
});

async function start(): Promise<TestApp> {
  const test = await startApp();
  Object.assign(test.deps, { site: { ...testSite, surveys: [open, closed, ofStaff] } });
  return test;
}
const gave = (points: readonly number[], month: string) =>
  points.map(point => ({ answers: { kopuma: String(point), uzlabot: 'SLEPENS TEKSTS' }, month }));
const MANY = [5, 5, 5, 5, 5, 4, 4, 4, 4, 4];

describe('results for staff', () => {
  it('are live, and open to those who have the right', async () => {
    const test = await start();
    await land(test, open, gave([...MANY, 1], '2026-10'));
    const auditor = await staffMember(test, { roles: ['auditor'] });
    const answer = await get(test, '/registrs/aptaujas/apkalposana/', auditor);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('91');
    expect(html).toContain('n = 11');
    expect(html).not.toContain('SLEPENS');
    expect(await htmlProblems(html)).toEqual([]);
    expect(await (await get(test, '/registrs/aptaujas/', auditor)).text()).toContain('Apkalpošanas aptauja');
    const administrator = await staffMember(test, { roles: ['administrator'] });
    expect((await get(test, '/registrs/aptaujas/apkalposana/', administrator)).status).toBe(403);
    expect((await get(test, '/registrs/aptaujas/nav/', auditor)).status).toBe(404);
  });

  it('of staff tell what no few have said', async () => {
    const test = await start();
    await land(test, ofStaff, gave([...MANY, 1], ''));
    const director = await staffMember(test, { roles: ['director'] });
    const html = await (await get(test, '/registrs/aptaujas/darbs/', director)).text();
    expect(html).toContain('Rādām tikai vidējo');
    expect(html).not.toMatch(/<td>1<\/td>/);
  });
});

describe('public results', () => {
  it('are whole months, with nothing small in page or files', async () => {
    const test = await start();
    await land(test, open, [...gave([...MANY, 1], '2026-10'), ...gave([2, 2], '2026-11')]);
    const answer = await get(test, '/aptaujas/apkalposana/rezultati/', null);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(await htmlProblems(html)).toEqual([]);
    for (const file of ['csv', 'json', 'kodi.json']) {
      const data = await test.app.request(`/dati/aptaujas/apkalposana.${file}`);
      expect(data.status).toBe(200);
      expect(data.headers.get('access-control-allow-origin')).toBe('*');
      expect(await data.text()).not.toContain('SLEPENS');
    }
    const json = (await (await test.app.request('/dati/aptaujas/apkalposana.json')).json()) as {
      responses: number;
      fields: { values: { n: unknown }[] }[];
    };
    expect(json.responses).toBe(11);
    expect(json.fields[0]?.values.every(({ n }) => n === 'hidden')).toBe(true);
  });

  it.each(['klusa', 'darbs'])('of %s are none, and the page leads on', async id => {
    const test = await start();
    const answer = await get(test, `/aptaujas/${id}/rezultati/`, null);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`/aptaujas/${id}/`);
    expect((await test.app.request(`/dati/aptaujas/${id}.json`)).status).toBe(404);
  });
});
