// The public pages and files of the figures, on a real database.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { AppEnv, RegisterDeps } from '../../api/deps.ts';
import { FIGURE_ROUTES } from '../../api/routes/figures.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { htmlProblems } from '../support/html-check.ts';
import { fill, type Row, times } from './filled.ts';

const HTML = { headers: { accept: 'text/html' } };
const pagesOf = (deps: RegisterDeps): Hono<AppEnv> => createApp(() => deps, { figures: FIGURE_ROUTES });

async function filled(
  rows: readonly Row[],
): Promise<TestApp & { pages: Hono<AppEnv>; references: string[] }> {
  const started = await startApp();
  const references = await fill(started.database, rows);
  return { ...started, pages: pagesOf(started.deps), references };
}

const good: Row = {
  receivedAt: '2026-03-02T08:00:00Z',
  closedAt: '2026-03-10T08:00:00Z',
  dueOn: '2026-03-16',
};
const late: Row = { ...good, closedAt: '2026-03-20T08:00:00Z' };
const many = [...times(30, good), ...times(10, late)];

describe('the figures of a year', () => {
  it('say how many came, how many were closed, and how many of them in time', async () => {
    const { pages } = await filled(many);
    const answer = await pages.request('/parskats/', HTML);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('75 % no 40');
    expect(html).toContain('2026. gada janvāris–oktobris');
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/ style=|<style/);
    expect(await htmlProblems(html)).toEqual([]);
  });

  it('count what is overdue and still open against the share', async () => {
    const { pages } = await filled([...many, ...times(10, { ...good, closedAt: null, state: 'in-review' })]);
    expect(await (await pages.request('/parskats/', HTML)).text()).toContain('60 % no 50');
  });

  it('leave out spam and what left the ordinary register', async () => {
    const { pages, deps } = await filled([
      ...many,
      ...times(7, { ...late, spam: 'confirmed' }),
      ...times(8, { ...late, handling: 'whistleblower' }),
      ...times(5, { ...good, spam: 'cleared' }),
    ]);
    expect(await (await pages.request('/parskats/', HTML)).text()).toContain('78 % no 45');
    const span = { from: '2026-01-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };
    expect(await deps.figures.apart(span)).toEqual({ spam: 7, whistleblower: 8 });
  });

  it('stay as they are when cases are erased', async () => {
    const rows: Row[] = [
      ...times(30, {
        ...good,
        service: 'suna-registracija',
        points: ['5.1', '6'],
        rated: { satisfaction: 5, effort: 2 },
      }),
      ...times(10, { ...late, outcome: 'justified', channel: 'phone', rated: { satisfaction: 1 } }),
    ];
    const { pages, database, deps, references } = await filled(rows);
    const before = await (await pages.request('/parskats/2026.json')).json();
    for (const reference of [...references.slice(0, 7), ...references.slice(35)])
      await database.batch([
        {
          sql: `INSERT INTO tombstones SELECT s.reference, kind, state, channel, service, rule_points, outcome, received_at,
            due_on, closed_at, satisfaction, effort, given_at, '2026-11-01T00:00:00Z', sent_on FROM submissions s
            LEFT JOIN ratings r ON r.reference = s.reference WHERE s.reference = ?`,
          args: [reference],
        },
        { sql: 'DELETE FROM submissions WHERE reference = ?', args: [reference] },
      ]);
    // A separate store object, so that nothing is cached.
    const fresh = pagesOf({ ...deps, figures: { ...deps.figures } });
    expect(await (await fresh.request('/parskats/2026.json')).json()).toEqual(before);
  });

  it('put a moment to the day and month it is in Riga', async () => {
    const { pages } = await filled(times(6, { receivedAt: '2026-03-31T21:30:00Z', dueOn: null }));
    const { months } = (await (await pages.request('/parskats/2026.json')).json()) as {
      months: { value: string; received: number }[];
    };
    expect(months.filter(({ received }) => received > 0)).toMatchObject([{ value: '2026-04', received: 6 }]);
  });

  it('show nothing of few cases', async () => {
    const { pages } = await filled([good, good, late]);
    const html = await (await pages.request('/parskats/', HTML)).text();
    expect(html).toContain('pa mēnešiem skaitļus nerādām');
    expect(html).not.toContain('<svg');
    const json = await (await pages.request('/parskats/2026.json')).text();
    expect(json).not.toMatch(/:[1-4][,}]/);
  });
});

describe('what was said and done', () => {
  const published = (id: string, more: object = {}) => ({
    id,
    reference: null,
    publishedOn: '2026-05-04',
    kind: 'complaint' as const,
    rulePoints: [],
    said: 'Rindā <b>nebija</b> kur sēdēt.',
    changed: 'Nolikām krēslus.',
    ...more,
  });

  it('stands on the page until it is withdrawn', async () => {
    const { pages, database, deps } = await filled(many);
    await database.batch(deps.publications.add(published('a')));
    expect(await (await pages.request('/parskats/', HTML)).text()).toContain(
      'Rindā &lt;b&gt;nebija&lt;/b&gt; kur sēdēt.',
    );
    await database.batch(deps.publications.withdraw('a', '2026-11-20'));
    expect(await (await pages.request('/parskats/', HTML)).text()).not.toContain('kur sēdēt');
  });

  it('stays when the case is erased, and is nobody’s then', async () => {
    const { database, deps, references } = await filled([good]);
    await database.batch(deps.publications.add(published('a', { reference: references[0] })));
    await database.execute({ sql: 'DELETE FROM submissions' });
    expect(await deps.publications.find('a', { id: 'p-nobody', directoryId: null })).toMatchObject({
      reference: null,
      said: 'Rindā <b>nebija</b> kur sēdēt.',
    });
  });
});

describe('the addresses', () => {
  it.each([
    ['/parskats/2026/', 200],
    ['/parskats/2025/', 404],
    ['/parskats/2031/', 404],
    ['/parskats/abcd/', 404],
    ['/parskats/2026.csv', 200],
    ['/parskats/2025.json', 404],
    ['/en/figures/', 200],
    ['/en/figures/2026/', 200],
  ])('%s answers %i', async (address, status) => {
    const { pages } = await filled(many);
    expect((await pages.request(address, HTML)).status).toBe(status);
  });

  it('refuse to be written to', async () => {
    const { pages } = await filled([]);
    const answer = await pages.request('/parskats/', { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('say so where there is nothing yet', async () => {
    const { pages } = await filled([]);
    expect(await (await pages.request('/parskats/', HTML)).text()).toContain('vēl nav neviena iesnieguma');
  });

  it('speak English, and say what is Latvian', async () => {
    const { pages } = await filled(many.map(row => ({ ...row, points: ['5.1'] })));
    const html = await (await pages.request('/en/figures/2026/', HTML)).text();
    expect(html).toContain('75% of 40');
    expect(html).toContain('<span lang="lv">5.1. Punkts</span>');
    expect(await htmlProblems(html)).toEqual([]);
  });

  it('are none of ours in English where that is switched off', async () => {
    const { deps } = await filled(many);
    const app = pagesOf({ ...deps, site: { ...deps.site, shellEn: null } });
    expect((await app.request('/en/figures/', HTML)).status).toBe(404);
  });

  it('give the same numbers to programs, for any site to read', async () => {
    const { pages } = await filled(many);
    const csv = await pages.request('/parskats/2026.csv');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('access-control-allow-origin')).toBe('*');
    expect((await csv.text()).split('\r\n')[1]).toBe('year,2026,40,40,75,exactly,40,6,14');
  });
});

describe('the weight of the page', () => {
  it('stays within one first round trip, both stylesheets counted', async () => {
    const site = JSON.parse(readFileSync('build/site-bundle.json', 'utf8')) as SiteBundle;
    const { deps } = await filled(
      times(400, good).map((row, i) => ({
        ...row,
        receivedAt: `2026-${String(1 + (i % 10)).padStart(2, '0')}-02T08:00:00Z`,
        service: site.services[i % site.services.length]?.id ?? null,
        // Twelve of the points: more than people name in a year.
        points: [site.rulePoints[i % 12]?.id ?? '6'],
        outcome: 'partly',
      })),
    );
    const html = await (await pagesOf({ ...deps, site }).request('/parskats/2026/', HTML)).text();
    const css = [...html.matchAll(/href="(\/_astro\/[^"]+\.css)"/g)].map(([, href]) =>
      readFileSync(`dist${href}`),
    );
    expect(css).toHaveLength(2);
    const sent = [Buffer.from(html), ...css].map(bytes => brotliCompressSync(bytes).length);
    expect(sent.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(14 * 1024);
    expect(await htmlProblems(html)).toEqual([]);
  });
});
