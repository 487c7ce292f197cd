// The two-person check: a first reading waits sealed, another person reads the sheet without seeing it, and
// decides where they differ.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';
import { get, post } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import {
  countOf,
  ENTRY,
  eventsOf,
  type Fields,
  freshKey,
  landedIn,
  paperApp,
  send,
  textOf,
} from './paper-desk.ts';
import { twoPersons, withSurvey } from './paper-site.ts';

const SECOND = `${ENTRY}otra/`;
const FIRST = { kanals: 'klatiene', apmierinatiba: '3', 'vide.tiriba': '2', netirs: 'Grīda bija netīra.' };

interface Office {
  readonly test: TestApp;
  readonly ilze: StaffMember;
  readonly janis: StaffMember;
}

/** Two people, and a first reading by Ilze that waits under number 1. */
async function office(first: Fields = FIRST): Promise<Office> {
  const test = await paperApp(twoPersons);
  const ilze = await staffMember(test, { name: 'Ilze Kalniņa' });
  const janis = await staffMember(test, { name: 'Jānis Bērzs' });
  expect((await send(test, ilze, first)).status).toBe(303);
  return { test, ilze, janis };
}

const sheet = (serial: number): string => `${SECOND}${serial}/`;
const again = ({ test, janis }: Office, answers: Fields, more: Fields = {}, serial = 1) =>
  send(test, janis, answers, more, sheet(serial));
const decide = ({ test, janis }: Office, answers: Fields, choices: Record<string, string>) =>
  send(
    test,
    janis,
    answers,
    Object.fromEntries(
      Object.entries(choices).map(([name, value]) => [
        name.includes('izlaist') ? name : `izvele.${name}`,
        value,
      ]),
    ),
    `${sheet(1)}izskirt/`,
  );

describe('the first reading', () => {
  it('waits under a number that is shown to be written on the sheet, and counts nowhere', async () => {
    const { test, ilze } = await office();
    expect(await countOf(test, 'survey_answers')).toBe(0);
    expect(await countOf(test, 'survey_counts')).toBe(0);
    const next = await send(test, ilze, FIRST);
    const text = await textOf(test, next.headers.get('location') ?? '', ilze);
    expect(text).toContain('Uzrakstiet uz iepriekšējās lapas numuru <strong>2</strong>');
    expect(text).toContain('Otro ievadi gaida 2 lapas');
    expect(await htmlProblems(text)).toEqual([]);
    // A number in the address that belongs to another person is not shown.
    const other = await textOf(test, `${ENTRY}?saglabata=2`, await staffMember(test));
    expect(other).not.toContain('Uzrakstiet');
  });

  it('lies sealed: no word and no choice of it is in any file, and its key goes with it', async () => {
    const { test, janis } = await office({ ...FIRST, netirs: 'Zeltainā ķirbja nospiedums' });
    const stored = () =>
      readdirSync(test.folder)
        .filter(name => name.startsWith('kac.db'))
        .map(name => readFileSync(join(test.folder, name)).toString('latin1'))
        .join('');
    const bytes = stored();
    for (const part of ['Zelt', 'ķirbja', 'klatiene', 'apmierinatiba'].map(word =>
      Buffer.from(word).toString('latin1'),
    ))
      expect(bytes).not.toContain(part);
    expect(await countOf(test, 'windows')).toBe(2);
    await post(test, `${sheet(1)}atsaukt/`, janis, {});
    expect(await countOf(test, 'windows')).toBe(0);
  });

  it('by a double click waits once, under one number', async () => {
    const { test, ilze } = await office();
    const idempotencyKey = freshKey();
    const both = await Promise.all([1, 2].map(() => send(test, ilze, FIRST, { idempotencyKey })));
    expect(new Set(both.map(response => response.headers.get('location'))).size).toBe(1);
    expect(await countOf(test, 'survey_paper')).toBe(2);
  });

  it('is never given a number that stood on a sheet before', async () => {
    const { test, ilze, janis } = await office();
    await post(test, `${sheet(1)}atsaukt/`, janis, {});
    const next = await send(test, ilze, FIRST);
    expect(next.headers.get('location')).toContain('saglabata=2');
  });
});

describe('the list', () => {
  it('says what waits, by whom, and offers everybody another’s sheets alone', async () => {
    const { test, ilze, janis } = await office();
    const mine = await textOf(test, SECOND, ilze);
    expect(await htmlProblems(mine)).toEqual([]);
    expect(mine).toContain('Ilze Kalniņa, 2026. gada 23. novembris');
    expect(mine).toContain('Otrreiz ievada cits');
    expect(mine).not.toContain(`<a href="${sheet(1)}">`);
    expect(await textOf(test, SECOND, janis)).toContain(`<a href="${sheet(1)}">`);
    const found = await get(test, `${SECOND}?lapa=+1+`, janis);
    expect(found.headers.get('location')).toBe(sheet(1));
  });

  it('is empty in words', async () => {
    const test = await paperApp(twoPersons);
    const text = await textOf(test, SECOND, await staffMember(test));
    expect(text).toContain('Neviena lapa negaida otro ievadi.');
    expect(await htmlProblems(text)).toEqual([]);
  });
});

describe('the second reading', () => {
  it('is blind', async () => {
    const { test, janis } = await office();
    const text = await textOf(test, sheet(1), janis);
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('Lapa nr. 1, otrā ievade');
    expect(text).not.toContain('Grīda');
    expect(text.match(/ checked/g)).toHaveLength(5);
    expect([...text.matchAll(/ checked/g)]).toHaveLength(text.match(/value=""[^>]* checked/g)?.length ?? 0);
  });

  it('that is the same lands at once, and the first one is gone', async () => {
    const of = await office();
    const { test, ilze, janis } = of;
    // Different line breaks and a different order of ticks do not count as a difference.
    const saved = await again(of, { ...FIRST, netirs: '  Grīda  bija\r\nnetīra. ' });
    expect(saved.status).toBe(303);
    const list = await textOf(test, saved.headers.get('location') ?? '', janis);
    expect(list).toContain('Lapa nr. 1 saglabāta, atbildes ir rezultātos.');
    expect(await landedIn(test)).toMatchObject([
      { channel: 'paper', month: '2026-11', version: 3, answers: { kanals: 'klatiene', 'vide.tiriba': '2' } },
    ]);
    expect(await countOf(test, 'survey_paper')).toBe(0);
    expect((await eventsOf(test)).map(({ kind, actor, detail }) => [kind, actor, detail])).toEqual([
      ['survey-sheet-entered', `staff:${ilze.person.id}`, '{"survey":"viss","version":3,"month":"2026-11"}'],
      [
        'survey-sheet-checked',
        `staff:${janis.person.id}`,
        '{"survey":"viss","version":3,"month":"2026-11","differences":0}',
      ],
    ]);
  });

  it('lands in the month of the first one, whatever is sent', async () => {
    const test = await paperApp(twoPersons);
    const [ilze, janis] = [await staffMember(test), await staffMember(test)];
    await send(test, ilze, FIRST, { menesis: '2026-10' });
    await again({ test, ilze, janis }, FIRST, { menesis: '2026-11' });
    expect((await landedIn(test))[0]?.month).toBe('2026-10');
  });

  it('by the same person is refused, in every way', async () => {
    const { test, ilze } = await office();
    const page = await get(test, sheet(1), ilze);
    expect(page.status).toBe(403);
    const text = await page.text();
    expect(text).toContain('Šo lapu pirmo reizi ievadījāt Jūs');
    expect(await htmlProblems(text)).toEqual([]);
    expect((await send(test, ilze, FIRST, {}, sheet(1))).status).toBe(403);
    expect((await send(test, ilze, FIRST, {}, `${sheet(1)}izskirt/`)).status).toBe(403);
    const { surveyPaper } = test.deps;
    const typed = {
      survey: withSurvey(testSite).surveys.at(-1),
      answers: {},
      month: '2026-11',
      key: freshKey(),
      by: ilze.person,
    };
    expect(await surveyPaper.settle(typed as never, { serial: 1, differences: 0 })).toEqual({
      outcome: 'yours',
    });
    expect(await countOf(test, 'survey_answers')).toBe(0);
  });

  it('at the same moment by two people, or by a double click, lands once', async () => {
    const of = await office();
    const { test, ilze } = of;
    const third = await staffMember(test);
    const idempotencyKey = freshKey();
    const answers = await Promise.all([
      again(of, FIRST, { idempotencyKey }),
      again(of, FIRST, { idempotencyKey }),
      again({ test, ilze, janis: third }, FIRST),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter(status => status === 303).length).toBeGreaterThan(0);
    expect(await countOf(test, 'survey_answers')).toBe(1);
    // Sent once more, after everything is finished.
    expect((await again(of, FIRST, { idempotencyKey })).status).toBe(statuses[0] === 303 ? 303 : 404);
    expect((await again(of, FIRST)).status).toBe(404);
  });

  it.each(['1', '0', '-1', '9999999999', 'x', '1e1'])(
    'of number %s, which none has, is told',
    async serial => {
      const test = await paperApp(twoPersons);
      const janis = await staffMember(test);
      const response = await get(test, `${SECOND}${serial}/`, janis);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Šāda lapa negaida');
    },
  );

  it('is told when the first one was changed in the database', async () => {
    const { test, janis } = await office();
    await test.database.execute({ sql: "UPDATE survey_paper SET month = '2026-10'" });
    const response = await get(test, sheet(1), janis);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Pirmo ievadi nevar atvērt');
    expect((await send(test, janis, FIRST, {}, sheet(1))).status).toBe(409);
  });

  it('still ends after the time for entering is over, and when the check was switched off', async () => {
    const of = await office();
    of.test.at('2027-03-01T08:00:00Z');
    const janis = await staffMember(of.test);
    expect(await textOf(of.test, ENTRY, janis)).toContain('Otro ievadi gaida 1 lapa');
    const test = await of.test.restart(of.test.secrets, { site: withSurvey(testSite) });
    test.at('2027-03-01T08:00:00Z');
    expect((await again({ ...of, test, janis }, FIRST)).status).toBe(303);
    expect((await landedIn(test))[0]?.month).toBe('2026-11');
  });
});

describe('differences', () => {
  const OTHER = { ...FIRST, apmierinatiba: '2', netirs: 'Grīda bija slapja.', 'vide.gaisma': '4' };

  it('are shown question by question, nothing chosen, nothing stored', async () => {
    const of = await office();
    const response = await again(of, OTHER);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('Atšķiras 3 atbildes.');
    expect([...text.matchAll(/<legend class="field__label">([^<]+)</g)].map(([, legend]) => legend)).toEqual([
      '3. Cik apmierināts esat ar apkalpošanu?',
      '4.2. Telpās ir gaišs.',
      '5. Kas nebija tīrs?',
    ]);
    expect(text).toContain('3 – Ne tā, ne tā');
    expect(text).toContain('2 – Drīzāk neapmierināts');
    expect(text).toContain('(nav atbildes)');
    expect(text).not.toContain(' checked');
    expect(await countOf(of.test, 'survey_answers')).toBe(0);
  });

  it('are decided one by one, and land as decided', async () => {
    const of = await office();
    const open = await decide(of, OTHER, { apmierinatiba: 'pirma', netirs: 'jebkura' });
    expect(open.status).toBe(422);
    const text = await open.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text.match(/Izvēlieties, kura atbilde ir lapā\./g)).toHaveLength(2);
    expect(text).toMatch(/id="izvele.apmierinatiba-pirma"[^>]* checked/);
    const saved = await decide(of, OTHER, { apmierinatiba: 'pirma', 'vide.gaisma': 'otra', netirs: 'otra' });
    expect(saved.status).toBe(303);
    expect((await landedIn(of.test))[0]?.answers).toEqual({
      kanals: 'klatiene',
      apmierinatiba: '3',
      'vide.tiriba': '2',
      'vide.gaisma': '4',
    });
    expect((await eventsOf(of.test)).at(-1)?.detail).toContain('"differences":3');
  });

  it('where the first answer was none leave it empty', async () => {
    const of = await office();
    const saved = await decide(of, { ...FIRST, 'vide.gaisma': '4' }, { 'vide.gaisma': 'pirma' });
    expect(saved.status).toBe(303);
    expect((await landedIn(of.test))[0]?.answers).not.toHaveProperty('vide.gaisma');
  });

  it('lead back to one’s own reading', async () => {
    const of = await office();
    const response = await send(of.test, of.janis, OTHER, { labot: 'on' }, `${sheet(1)}izskirt/`);
    const text = await response.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('Lapa nr. 1, otrā ievade');
    expect(text).toMatch(/id="lapa-apmierinatiba-2"[^>]* checked/);
    expect(text).toContain('Grīda bija slapja.');
  });

  it('whose decision takes a question away say what is left out first', async () => {
    const of = await office({ kanals: 'talrunis', apmierinatiba: '3' });
    const second = { kanals: 'klatiene', apmierinatiba: '3', 'vide.tiriba': '4' };
    const choices = { kanals: 'pirma', 'vide.tiriba': 'otra' };
    const told = await decide(of, second, choices);
    expect(told.status).toBe(422);
    const text = await told.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('4.1. Telpas ir tīras. (jautājums attiecas tikai uz tiem');
    expect(text).toContain('name="izlaist" value="vide.tiriba"');
    const saved = await decide(of, second, { ...choices, izlaist: 'vide.tiriba' });
    expect(saved.status).toBe(303);
    expect((await landedIn(of.test))[0]?.answers).toEqual({ kanals: 'talrunis', apmierinatiba: '3' });
  });

  it('escapes both readings', async () => {
    const hostile = `"><img src=x onerror=alert(1)>'</script>&amp;`;
    const of = await office({ kanals: 'cits', 'cits-kanals': hostile });
    const response = await again(of, { kanals: 'cits', 'cits-kanals': `${hostile}2` });
    const text = await response.text();
    expect(text).not.toContain('<img');
    expect(await htmlProblems(text)).toEqual([]);
  });
});

describe('withdrawing', () => {
  it('asks first, then takes the first reading away for good', async () => {
    const { test, ilze } = await office();
    const asked = await textOf(test, `${sheet(1)}atsaukt/`, ilze);
    expect(asked).toContain('Atsaukt lapu nr. 1');
    expect(await htmlProblems(asked)).toEqual([]);
    expect(await countOf(test, 'survey_paper')).toBe(1);
    const done = await post(test, `${sheet(1)}atsaukt/`, ilze, {});
    expect(await textOf(test, done.headers.get('location') ?? '', ilze)).toContain('Lapa nr. 1 atsaukta.');
    expect(await countOf(test, 'survey_paper')).toBe(0);
    expect((await eventsOf(test)).at(-1)?.kind).toBe('survey-sheet-withdrawn');
    expect((await post(test, `${sheet(1)}atsaukt/`, ilze, {})).status).toBe(404);
    expect((await get(test, `${sheet(1)}atsaukt/`, ilze)).status).toBe(404);
  });

  it('is for those who enter', async () => {
    const { test } = await office();
    const auditor = await staffMember(test, { roles: ['auditor'] });
    expect((await post(test, `${sheet(1)}atsaukt/`, auditor, {})).status).toBe(403);
    expect((await get(test, SECOND, auditor)).status).toBe(403);
    expect(await countOf(test, 'survey_paper')).toBe(1);
  });
});
