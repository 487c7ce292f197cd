// A changed calendar moves the due dates of open cases, in both directions, and every case records it.
import { describe, expect, it } from 'vitest';
import { recountDeadlines } from '../../api/jobs/recount-deadlines.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { postJson, startApp, type TestApp } from '../api/harness.ts';

const file = async ({ app }: TestApp, path = '/api/complaints', body: object = { text: 'Rinda' }) =>
  (await (await postJson(app, path, body)).json()) as {
    trackingCode: string;
    reference: string;
    dueOn: string;
  };

const statusOf = async ({ app }: TestApp, trackingCode: string) =>
  (await (await postJson(app, '/api/status', { trackingCode })).json()) as {
    dueOn: string;
    dueExplanation: string[];
    history: { kind: string }[];
  };

/** The site after the Cabinet declared this day a holiday. */
const withHoliday = ({ site }: TestApp['deps'], date: string): SiteBundle => ({
  ...site,
  calendar: {
    ...site.calendar,
    oneOffHolidays: [
      ...site.calendar.oneOffHolidays,
      { date, title: 'Vienreizēja brīvdiena', source: 'Pārbaude', checked: '2026-11-24' },
    ],
  },
});

const until = ({ site }: TestApp['deps'], through: number): SiteBundle => ({
  ...site,
  calendar: {
    ...site.calendar,
    through,
    years: site.calendar.years.filter(({ year }) => year <= through),
    movedDays: site.calendar.movedDays.filter(({ off }) => Number(off.slice(0, 4)) <= through),
  },
});

describe('recounting', () => {
  it('changes nothing while calendar and policy stand', async () => {
    const test = await startApp();
    await file(test);
    expect(await recountDeadlines(test.database, test.deps)).toBe(0);
  });

  it('moves the day of open cases, tells both days in the history, and moves it back', async () => {
    const test = await startApp();
    const { trackingCode } = await file(test);
    const changed = { ...test.deps, site: withHoliday(test.deps, '2026-12-01') };
    expect(await recountDeadlines(test.database, changed)).toBe(1);
    expect(await recountDeadlines(test.database, changed)).toBe(0);
    const later = await statusOf(test, trackingCode);
    expect(later.dueOn).toBe('2026-12-08');
    expect(later.dueExplanation.join(' ')).toMatch(/vienreizēja brīvdiena/i);
    expect(later.history.map(({ kind }) => kind)).toEqual(['received', 'due-changed']);
    expect(await recountDeadlines(test.database, test.deps)).toBe(1);
    expect((await statusOf(test, trackingCode)).dueOn).toBe('2026-12-07');
    const { rows } = await test.database.execute({
      sql: "SELECT detail, actor FROM events WHERE kind = 'due-changed' ORDER BY seq",
    });
    expect(rows).toEqual([
      { detail: '{"from":"2026-12-07","to":"2026-12-08"}', actor: 'system' },
      { detail: '{"from":"2026-12-08","to":"2026-12-07"}', actor: 'system' },
    ]);
  });

  it('follows a changed policy, and shortens no term without saying so', async () => {
    const test = await startApp();
    const { trackingCode } = await file(test);
    const { site } = test.deps;
    const shorter = {
      ...site,
      policies: site.policies.map(policy => ({
        ...policy,
        reply: { ...policy.reply, term: { workingDays: 5 } },
      })),
    };
    expect(await recountDeadlines(test.database, { ...test.deps, site: shorter })).toBe(1);
    const { dueOn, dueExplanation, history } = await statusOf(test, trackingCode);
    expect(dueOn).toBe('2026-11-30');
    expect(dueExplanation.join(' ')).toContain('Skaitītas 5 darba dienas');
    expect(history.map(({ kind }) => kind)).toEqual(['received', 'due-changed']);
    const { rows } = await test.database.execute({
      sql: "SELECT detail FROM events WHERE kind = 'due-changed'",
    });
    expect(rows).toEqual([{ detail: '{"from":"2026-12-07","to":"2026-11-30"}' }]);
  });

  it('gives a first day to what came in before its year was in the calendar', async () => {
    const test = await startApp();
    test.at('2026-12-28T09:00:00Z');
    const early = { ...test.deps, site: until(test.deps, 2026) };
    const { trackingCode } = await file(test);
    expect(await recountDeadlines(test.database, early)).toBe(1);
    expect((await statusOf(test, trackingCode)).dueOn).toBeNull();
    expect(await recountDeadlines(test.database, test.deps)).toBe(1);
    expect((await statusOf(test, trackingCode)).dueOn).toBe('2027-01-13');
  });

  it('leaves closed cases, those with an extended term, and those that are owed no reply', async () => {
    const test = await startApp();
    const [closed, extended] = [await file(test), await file(test)];
    const thanks = await file(test, '/api/feedback', { kind: 'gratitude', text: 'Paldies' });
    await test.database.execute({
      sql: "UPDATE submissions SET state = 'answered' WHERE reference = ?",
      args: [closed.reference],
    });
    await test.deps.journal.run(async append => {
      const { reference } = extended;
      await append({
        reference,
        at: '2026-11-24T08:00:00Z',
        kind: 'due-extended',
        actor: 'staff:x',
        detail: {},
      });
      return { statements: [], result: undefined };
    });
    const changed = { ...test.deps, site: withHoliday(test.deps, '2026-12-01') };
    expect(await recountDeadlines(test.database, changed)).toBe(0);
    expect((await statusOf(test, thanks.trackingCode)).dueOn).toBeNull();
  });

  it('works through more cases than one page holds', async () => {
    const test = await startApp();
    await Promise.all(Array.from({ length: 450 }, () => file(test)));
    const changed = { ...test.deps, site: withHoliday(test.deps, '2026-12-01') };
    expect(await recountDeadlines(test.database, changed)).toBe(450);
    const { rows } = await test.database.execute({
      sql: "SELECT count(*) AS n FROM submissions WHERE due_on = '2026-12-08'",
    });
    expect(rows).toEqual([{ n: 450 }]);
  });
});
