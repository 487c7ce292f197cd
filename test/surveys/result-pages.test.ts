// Pages and files of survey results on a real database: for staff, for the public, and what neither gets.
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

/** Text of a part of the page, by the id of its heading. */
const part = (html: string, id: string): string =>
  (new RegExp(`<h[23] id="${id}"[\\s\\S]*?(?=<div class="part"|$)`).exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('what staff choose', () => {
  const see = async (test: TestApp, query: string) => {
    const auditor = await staffMember(test, { roles: ['auditor'] });
    const html = await (await get(test, `/registrs/aptaujas/apkalposana/${query}`, auditor)).text();
    expect(await htmlProblems(html)).toEqual([]);
    return html;
  };

  it('without what looks suspicious: counts, means and months change, and the page says so', async () => {
    const test = await start();
    await land(test, open, gave([5, 5, 5, 5], '2026-09'));
    await land(
      test,
      open,
      gave([1, 1], '2026-10').map(one => ({ ...one, flags: ['speeder'] as const })),
    );
    const all = await see(test, '');
    expect(all).toContain('n = 6');
    expect(all).toContain('2026. gada septembris–oktobris');
    expect(all).not.toMatch(/name="bez" value="aizdomigam" checked/);
    const clean = await see(test, '?bez=aizdomigam');
    expect(clean).toContain('n = 4');
    expect(clean).not.toContain('n = 6');
    expect(clean).toContain('2026. gada septembris');
    expect(clean).not.toContain('oktobris');
    expect(clean).toMatch(/name="bez" value="aizdomigam" checked/);
    expect(clean).toContain('bez aizdomīgajām');
    expect(part(clean, 'isuma')).toContain('100 %');
    expect(part(all, 'isuma')).not.toContain('100 %');
  });

  it('of a survey of staff leaves nothing out: two looks would tell of few', async () => {
    const test = await start();
    await land(test, ofStaff, gave([...MANY, 2, 3], ''));
    const director = await staffMember(test, { roles: ['director'] });
    const at = async (query: string) =>
      (await (await get(test, `/registrs/aptaujas/darbs/${query}`, director)).text()).replaceAll(
        /<form[\s\S]*?<\/form>/g,
        '',
      );
    expect(await at('?bez=aizdomigam')).toBe(await at(''));
    expect(await at('')).not.toContain('name="bez"');
  });

  const reworded = (version: number, label: string): typeof open => ({
    ...open,
    version,
    sections: open.sections.map(section => ({
      ...section,
      questions: section.questions.map(question =>
        question.id === 'kopuma' ? { ...question, label } : question,
      ),
    })),
  });

  it('another version: its own numbers, with those of the others beside what asked the same', async () => {
    const test = await start();
    const second = { ...open, version: 2 };
    Object.assign(test.deps, { site: { ...testSite, surveys: [second] } });
    await land(test, open, gave([1, 1, 1, 3, 4], '2026-08'));
    await land(test, second, gave([5, 5, 5, 5], '2026-10'));
    const newest = await see(test, '');
    expect(newest).toContain('n = 4');
    expect(newest).toContain('1. redakcijā 2,0 (n = 5)');
    expect(newest).toMatch(/<option value="2" selected>2\. redakcija \(4 atbildes\)/);
    const first = await see(test, '?redakcija=1');
    expect(first).toContain('2. redakcijā 5,0 (n = 4)');
    expect(first).toMatch(/<option value="1" selected>/);
    // There is no third version: the newest is shown.
    expect(await see(test, '?redakcija=3')).toMatch(/<option value="2" selected>/);
  });

  it('another version that asked in other words: nothing stands beside it', async () => {
    const test = await start();
    const second = reworded(2, 'Cik laipni bijām?');
    Object.assign(test.deps, { site: { ...testSite, surveys: [second] } });
    await land(test, open, gave([1, 1, 1, 3, 4], '2026-08'));
    await land(test, second, gave([5, 5, 5, 5], '2026-10'));
    expect(await see(test, '')).not.toMatch(/redakcijā \d/);
    expect(await see(test, '?redakcija=1')).not.toMatch(/redakcijā \d/);
  });

  it('the comparison leaves out what looks suspicious as well, where asked', async () => {
    const test = await start();
    const second = { ...open, version: 2 };
    Object.assign(test.deps, { site: { ...testSite, surveys: [second] } });
    await land(test, open, [
      ...gave([4, 4], '2026-08'),
      ...gave([1, 1], '2026-08').map(one => ({ ...one, flags: ['late'] as const })),
    ]);
    await land(test, second, gave([5], '2026-10'));
    expect(await see(test, '')).toContain('1. redakcijā 2,5 (n = 4)');
    expect(await see(test, '?bez=aizdomigam')).toContain('1. redakcijā 4,0 (n = 2)');
  });
});

describe('a split', () => {
  const grouped = (of: typeof open): typeof open => ({
    ...of,
    sections: [
      {
        id: 'kas',
        questions: [
          {
            id: 'kanals',
            kind: 'choice',
            label: 'Kā saņēmāt pakalpojumu?',
            required: false,
            cantSay: false,
            group: true,
            options: [
              { id: 'klatiene', label: 'Klātienē' },
              { id: 'talrunis', label: 'Pa tālruni' },
              { id: 'pasts', label: 'Pa pastu' },
            ],
          },
        ],
      },
      ...of.sections,
    ],
  });
  const by = (kanals: string, points: readonly number[], month: string) =>
    points.map(point => ({ answers: { kanals, kopuma: `${point}` }, month }));

  async function shown(survey: typeof open, answers: Parameters<typeof land>[2], query: string) {
    const test = await start();
    Object.assign(test.deps, { site: { ...testSite, surveys: [survey] } });
    await land(test, survey, answers);
    const director = await staffMember(test, { roles: ['director'] });
    const html = await (await get(test, `/registrs/aptaujas/${survey.id}/${query}`, director)).text();
    expect(await htmlProblems(html)).toEqual([]);
    return html;
  }
  const FEW = [...by('klatiene', [5, 5, 4], '2026-10'), ...by('talrunis', [1], '2026-10')];

  it('shows the mean of each group of a public survey, however small, beside its size', async () => {
    const html = await shown(grouped(open), FEW, '?grupa=kanals');
    const table = part(html, 'dalijums');
    expect(table).toContain('Dalījumā: Kā saņēmāt pakalpojumu?');
    expect(table).toMatch(/Klātienē n = 3/);
    expect(table).toMatch(/Pa tālruni n = 1/);
    expect(table).toMatch(/Cik apmierināts esat\? 4,7 1,0/);
    expect(html).toMatch(/<option value="kanals" selected>/);
  });

  it('is not there where nobody asked for it, nor by a question that does not group', async () => {
    for (const query of ['', '?grupa=kopuma', '?grupa=nav'])
      expect(await shown(grouped(open), FEW, query)).not.toContain('id="dalijums"');
    expect(await shown(open, gave(MANY, '2026-10'), '?grupa=kanals')).not.toContain('name="grupa"');
  });

  it('of a survey of staff tells of no small group, and not what a subtraction would', async () => {
    const staff = grouped(ofStaff);
    const mixed = [1, 2, 3, 4, 5, 3];
    const small = [...by('klatiene', mixed, ''), ...by('talrunis', mixed, ''), ...by('pasts', [1, 1], '')];
    const html = await shown(staff, small, '?grupa=kanals');
    // The two by post are hidden together with another group: otherwise they would be the difference from the
    // whole.
    const few = part(html, 'dalijums');
    expect(few).toContain('Pa pastu • nerādām');
    expect(few.match(/n = 6/g)).toHaveLength(1);
    expect(few.match(/\d,\d/g)).toHaveLength(1);
    const enough = [...small.slice(0, 12), ...by('pasts', mixed, '')];
    const table = part(await shown(staff, enough, '?grupa=kanals'), 'dalijums');
    expect(table).toMatch(/Klātienē n = 6/);
    expect(table).toMatch(/3,0 3,0 3,0/);
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
