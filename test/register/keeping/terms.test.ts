// Letters before retention terms end: 30, 7 and 1 days before, to the heads, each once, whatever the clock
// and the server do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Falling } from '../../../api/domain/register/retention.ts';
import { endingTerms, silentUntil, termsText } from '../../../api/domain/register/term-warnings.ts';
import { mailPort } from '../../../api/jobs/queue-mail.ts';
import { warnOfTerms } from '../../../api/jobs/warn-terms.ts';
import { outboxStore } from '../../../api/store/outbox.ts';
import { addDays, daysBetween, rigaDate } from '../../../src/calendar/dates.ts';
import { startApp, type TestApp } from '../../api/harness.ts';
import { testSite } from '../../api/test-site.ts';
import { FROM, localMailer, post, tools } from '../../support/outbox.ts';
import { headerOf, startSmtp, textOf } from '../../support/smtp.ts';
import { staffMember } from '../../support/staff.ts';
import { closed } from './kept.ts';

const run = (test: TestApp) => {
  const { deps } = test;
  return warnOfTerms({
    ...deps,
    mail: mailPort({
      ...tools,
      outbox: outboxStore(test.database),
      from: FROM,
      now: deps.now,
      wake: () => {},
    }),
    told: deps.termsTold,
    people: deps.people.list,
    origin: 'https://kac.example',
    today: () => rigaDate(deps.now()),
  });
};

/** All queued mail, as a mail server gets it. */
async function sent(test: TestApp) {
  const smtp = await startSmtp();
  const office = post(test.database, localMailer(smtp.port));
  office.at(test.deps.now().getTime());
  await office.send();
  return smtp.received.map(({ raw, to }) => ({
    to: to[0],
    subject: headerOf(raw, 'Subject'),
    text: textOf({ raw }),
  }));
}

const head = (
  test: TestApp,
  role: 'director' | 'deputy' = 'director',
  email: string | null = `${role}@kac.example`,
) =>
  staffMember(test, {
    name: role === 'director' ? 'Pēteris Paraugs' : 'Juris Ozols',
    roles: [role],
    email,
    ...(role === 'director' ? { directoryId: 'peteris-paraugs' } : {}),
  });

/** Closed in 2021, kept for five years: may be destroyed from 1 January 2027 on. */
const CLOSED = { at: '2021-03-05T09:00:00Z' };
const at = (day: string): string => `${day}T09:00:00Z`;

describe('a letter before a term ends', () => {
  it('comes 30, 7 and 1 days before, on days of work, to the heads alone, once each', async () => {
    const test = await startApp();
    await head(test);
    await head(test, 'deputy');
    await staffMember(test, { roles: ['clerk'], email: 'clerk@kac.example' });
    await staffMember(test, { roles: ['administrator'], email: 'administrator@kac.example' });
    await closed(test, CLOSED);
    const told: [string, number][] = [];
    for (let day = '2026-11-27'; day <= '2027-01-12'; day = addDays(day, 1)) {
      test.at(at(day));
      const letters = await run(test);
      if (letters) told.push([day, letters]);
    }
    // 2 December is a Wednesday; Christmas and the days before the New Year are days off.
    expect(told.map(([day]) => day)).toEqual(['2026-12-02', expect.any(String), expect.any(String)]);
    const [, week, eve] = told.map(([day]) => day);
    expect(daysBetween(week ?? '', '2027-01-01')).toBeGreaterThanOrEqual(7);
    expect(daysBetween(eve ?? '', '2027-01-01')).toBeGreaterThanOrEqual(1);
    expect(told.map(([, letters]) => letters)).toEqual([2, 2, 2]);
    const letters = await sent(test);
    expect(letters.map(({ to }) => to).sort()).toEqual([
      ...['deputy', 'deputy', 'deputy'].map(role => `${role}@kac.example`),
      ...['director', 'director', 'director'].map(role => `${role}@kac.example`),
    ]);
  });

  it('tells days and counts, nothing of what the cases are about or which they are', async () => {
    const test = await startApp();
    await head(test);
    const filed = await closed(test, { ...CLOSED, body: { text: 'Rinda bija gara.', name: 'Anna Parauga' } });
    const kept = await closed(test, CLOSED);
    await test.database.batch([
      {
        sql: "UPDATE submissions SET held_since = '2026-01-01T00:00:00Z' WHERE reference = ?",
        args: [kept.reference],
      },
    ]);
    test.at(at('2026-12-02'));
    expect(await run(test)).toBe(1);
    const [letter] = await sent(test);
    expect(letter?.text.replaceAll(' \n', ' ')).toContain('No 2027. gada 1. janvāra (atlikušas dienas: 30)');
    expect(letter?.text).toContain('Lietas: 2; no tām paliek, jo kaut kas to aptur: 1');
    expect(letter?.text).toContain('\nhttps://kac.example/registrs/glabasana/\n');
    for (const word of [filed.reference, kept.reference, 'KAC-26', 'Anna', 'Rinda', 'pārējās'])
      expect(JSON.stringify(letter)).not.toContain(word);
  });

  it('is not for whom the case may be about', async () => {
    const test = await startApp();
    await head(test);
    await head(test, 'deputy');
    await closed(test, { ...CLOSED, body: { text: 'Viņš kliedza.', aboutStaff: 'izpilddirektors' } });
    test.at(at('2026-12-02'));
    expect(await run(test)).toBe(1);
    expect((await sent(test)).map(({ to }) => to)).toEqual(['deputy@kac.example']);
  });

  it('is none where nobody can be reached, outside office hours, or without mail', async () => {
    const test = await startApp();
    await head(test, 'director', null);
    await closed(test, CLOSED);
    test.at(at('2026-12-02'));
    expect(await run(test)).toBe(0);
    test.at('2026-12-05T09:00:00Z');
    expect(await run(test)).toBeNull();
    test.at('2026-12-02T20:00:00Z');
    expect(await run(test)).toBeNull();
    expect(await sent(test)).toEqual([]);
  });

  it('comes once across restarts and two programs at once', async () => {
    const test = await startApp();
    await head(test);
    await closed(test, CLOSED);
    test.at(at('2026-12-02'));
    await Promise.all([run(test), run(test)]);
    const again = await test.restart();
    again.at(at('2026-12-02'));
    expect(await run(again)).toBe(0);
    expect(await sent(again)).toHaveLength(1);
  });

  it('does not come again when the clock is set back, even after the outbox has forgotten', async () => {
    const test = await startApp();
    await head(test);
    await closed(test, CLOSED);
    test.at(at('2026-12-23'));
    expect(await run(test)).toBe(1);
    await test.database.batch([{ sql: 'DELETE FROM outbox' }]);
    for (const day of ['2026-12-02', '2026-12-03', '2026-12-23']) {
      test.at(at(day));
      expect(await run(test)).toBe(0);
    }
  });

  it('is one letter after an outage, not one for every day and warning missed', async () => {
    const test = await startApp();
    await head(test);
    await closed(test, CLOSED);
    await closed(test, { at: '2020-03-05T09:00:00Z' });
    await closed(test, { at: '2019-03-05T09:00:00Z' });
    test.at(at('2027-03-02'));
    expect(await run(test)).toBe(1);
    test.at(at('2027-03-03'));
    expect(await run(test)).toBe(0);
    const letters = await sent(test);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text.match(/jau pienācis/g)).toHaveLength(3);
  });

  it('tells later of what another day brings, on the same day too', async () => {
    const test = await startApp();
    await head(test);
    await closed(test, CLOSED);
    test.at(at('2026-12-02'));
    expect(await run(test)).toBe(1);
    await closed(test, { at: '2020-03-05T09:00:00Z' });
    expect(await run(test)).toBe(1);
    expect(await sent(test)).toHaveLength(2);
  });
});

const falling = (dueOn: string, paused = false) =>
  ({ dueOn, pauses: paused ? ['hold'] : [] }) as unknown as Falling;

describe('what is told of', () => {
  it('is told at most once for each warning, of fewer days each time, in whatever order days come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -60, max: 60 }), { maxLength: 30 }), offsets => {
        const dueOn = '2027-01-01';
        const told = new Map<string, number>();
        let before = Number.POSITIVE_INFINITY;
        for (const offset of offsets)
          for (const { days } of endingTerms([falling(dueOn)], told, addDays(dueOn, offset))) {
            if (days >= before) return false;
            before = days;
            told.set(dueOn, days);
          }
        return true;
      }),
    );
  });

  it.each([
    [31, []],
    [30, [30]],
    [8, [30]],
    [7, [7]],
    [2, [7]],
    [1, [1]],
    [0, [1]],
    [-400, [1]],
  ])('with %d days left is %j', (left, days) => {
    const told = endingTerms([falling('2027-01-01')], new Map(), addDays('2027-01-01', -left));
    expect(told.map(term => term.days)).toEqual(days);
  });

  it('is brought forward over days off, as far as the calendar reaches', () => {
    expect(silentUntil(testSite, '2026-12-02')).toBe('2026-12-02');
    expect(silentUntil(testSite, '2026-12-04')).toBe('2026-12-06');
    expect(silentUntil(testSite, `${testSite.calendar.through}-12-31`)).toBe(
      `${testSite.calendar.through}-12-31`,
    );
  });

  it('stays short however many days there are', () => {
    const terms = Array.from({ length: 400 }, (_, i) => ({
      dueOn: addDays('2027-01-01', i),
      days: 30,
      cases: 1,
      paused: 0,
    }));
    const { body } = termsText(terms, { origin: 'https://kac.example', today: '2026-12-02', centre: 'KAC' });
    expect(body.match(/^No /gm)).toHaveLength(30);
    expect(body).toContain('Vēl citi datumi: 370');
  });
});
