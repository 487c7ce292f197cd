// Paper sheets entered by one person: as they are on paper, once, into the month they were received, never an
// answer to a question that was not asked.
import { describe, expect, it } from 'vitest';
import { testSite } from '../api/test-site.ts';
import { get } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { staffMember } from '../support/staff.ts';
import { countOf, ENTRY, eventsOf, freshKey, landedIn, paperApp, send, textOf } from './paper-desk.ts';
import { withSurvey } from './paper-site.ts';

const WHOLE: [string, string][] = [
  ['kanals', 'klatiene'],
  ['apmierinatiba', '3'],
  ['vide.tiriba', '2'],
  ['vide.gaisma', 'cant-say'],
  ['netirs', 'Grīda bija netīra.'],
  ['ieteiktu', '10'],
  ['uzzinaja', 'avize'],
  ['uzzinaja', 'kaimini'],
  ['reizes', '4'],
  ['pedejoreiz', '2026-11-02'],
];

describe('the page', () => {
  it('holds every question under its number, with no answer chosen, and begins at the first', async () => {
    const test = await paperApp();
    const text = await textOf(test, ENTRY, await staffMember(test));
    expect(await htmlProblems(text)).toEqual([]);
    const numbers = [...text.matchAll(/entry__number">([\d.]+)</g)].map(([, number]) => number);
    expect(numbers).toEqual(['1.', '2.', '3.', '4.', '4.1.', '4.2.', '5.', '6.', '7.', '8.', '9.', '10.']);
    // Only the empty answer of each question with choices is selected.
    expect(text.match(/ checked/g)).toHaveLength(5);
    expect(text).toMatch(/id="lapa-kanals-nav"[^>]* checked autofocus/);
    expect(text).toContain('Tikai ja 1. jautājumā atzīmēts “Citādi”.');
    expect(text).toContain('Tikai ja uz 3. jautājumu ir atbildēts un 6. jautājumā atzīmēts 9 vai vairāk.');
    expect(text).toContain('Ievadāt lapas ar apakšā drukātu “Aptauja viss, 3. redakcija”.');
    expect(text).not.toContain('jāaizpilda');
  });

  it('is for those who work at the desk', async () => {
    const test = await paperApp();
    for (const role of ['auditor', 'administrator'] as const) {
      const by = await staffMember(test, { roles: [role] });
      expect((await get(test, ENTRY, by)).status).toBe(403);
      expect((await send(test, by, WHOLE)).status).toBe(403);
    }
    expect((await send(test, null, WHOLE)).status).toBe(403);
    expect((await get(test, ENTRY, null)).status).toBe(303);
    expect(await countOf(test, 'survey_answers')).toBe(0);
  });

  it.each(['staff', 'kiosk'] as const)('does not exist for a %s survey, nor for none', async audience => {
    const test = await paperApp({ audience });
    const clerk = await staffMember(test);
    expect((await get(test, ENTRY, clerk)).status).toBe(404);
    expect((await send(test, clerk, WHOLE)).status).toBe(404);
    expect((await get(test, '/registrs/aptaujas/nav/ievade/', clerk)).status).toBe(404);
  });
});

describe('saving', () => {
  it('lands the sheet as paper and leads to the next one, saying so', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const saved = await send(test, clerk, WHOLE);
    expect(saved.status).toBe(303);
    const next = await textOf(test, saved.headers.get('location') ?? '', clerk);
    expect(await htmlProblems(next)).toEqual([]);
    expect(next).toContain('Iepriekšējā lapa saglabāta.');
    expect(next).toContain('Šodien Jūs ievadījāt 1 lapu.');
    expect(next).not.toContain('Uzrakstiet');
    expect(await landedIn(test)).toEqual([
      {
        month: '2026-11',
        channel: 'paper',
        version: 3,
        answers: {
          kanals: 'klatiene',
          apmierinatiba: '3',
          'vide.tiriba': '2',
          'vide.gaisma': 'cant-say',
          ieteiktu: '10',
          uzzinaja: ['avize', 'kaimini'],
          reizes: '4',
          pedejoreiz: '2026-11-02',
        },
      },
    ]);
    // The text is stored separately, sealed.
    expect(await countOf(test, 'survey_texts')).toBe(1);
    expect(await eventsOf(test)).toEqual([
      {
        kind: 'survey-sheet-entered',
        actor: `staff:${clerk.person.id}`,
        detail: '{"survey":"viss","version":3,"month":"2026-11"}',
      },
    ]);
  });

  it('counts the channel in the same batch', async () => {
    const test = await paperApp();
    await send(test, await staffMember(test), WHOLE);
    const { rows } = await test.database.execute({
      sql: "SELECT channel, n FROM survey_counts WHERE slice = '' AND question = '' AND value = ''",
    });
    expect(rows.map(row => ({ ...row }))).toEqual([{ channel: 'paper', n: 1 }]);
  });

  it('takes a sheet whose required questions were left empty, but none that is empty', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    expect((await send(test, clerk, { apmierinatiba: '5' })).status).toBe(303);
    const empty = await send(test, clerk, { apmierinatiba: '', piebilst: '  ' });
    expect(empty.status).toBe(422);
    const text = await empty.text();
    expect(text).toContain('Lapā nav nevienas atbildes.');
    expect(await htmlProblems(text)).toEqual([]);
    expect(await countOf(test, 'survey_answers')).toBe(1);
  });

  it.each([
    [{ kanals: 'pasts' }, 'lapa-kanals', 'nav. Izvēlieties kādu no piedāvātajām'],
    [{ apmierinatiba: '6' }, 'lapa-apmierinatiba', 'nav. Izvēlieties kādu no piedāvātajām'],
    [{ reizes: '366' }, 'lapa-reizes', 'no 0 līdz 365'],
    [{ pedejoreiz: '2025-12-31' }, 'lapa-pedejoreiz', '2026-01-01'],
    [{ piebilst: 'x'.repeat(401) }, 'lapa-piebilst', 'par garu'],
    [{ menesis: '2026-12', kanals: 'cits' }, 'lapa-menesis', 'kurā lapa saņemta'],
    [{ svess: '1' }, 'lapa-svess', 'nav lauka'],
    [{ redakcija: '9', kanals: 'cits' }, '', 'jauna redakcija'],
  ])('refuses %j at its field and keeps what was typed', async (wrong, id, says) => {
    const test = await paperApp();
    const response = await send(test, await staffMember(test), { 'vide.gaisma': '4', ...wrong });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(says);
    if (id) expect(text).toContain(`href="#${id}"`);
    expect(text).toMatch(/id="lapa-vide.gaisma-4"[^>]* checked/);
    expect(await countOf(test, 'survey_answers')).toBe(0);
  });

  it('escapes what was typed', async () => {
    const test = await paperApp();
    const hostile = `"><img src=x onerror=alert(1)>'</script>&amp;`;
    const response = await send(test, await staffMember(test), {
      piebilst: `${hostile}${'x'.repeat(400)}`,
      'cits-kanals': hostile,
      reizes: hostile,
      kanals: hostile,
    });
    const text = await response.text();
    expect(text).not.toContain('<img');
    expect(await htmlProblems(text)).toEqual([]);
  });
});

describe('what was not to be answered', () => {
  const SKIPPED = { kanals: 'talrunis', 'cits-kanals': 'Pa pastu', 'vide.tiriba': '3', apmierinatiba: '5' };

  it('is shown, with the reason, before anything is stored', async () => {
    const test = await paperApp();
    const response = await send(test, await staffMember(test), SKIPPED);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(await htmlProblems(text)).toEqual([]);
    expect(text).toContain('Uz šiem jautājumiem nebija jāatbild.');
    expect(text).toContain(
      '2. Kā tieši? (jautājums attiecas tikai uz tiem, kam 1. jautājumā atzīmēts “Citādi”)',
    );
    expect(text).toContain('4.1. Telpas ir tīras.');
    expect(text.match(/Šo atbildi nesaglabās\./g)).toHaveLength(2);
    expect(text).toContain('name="izlaist" value="cits-kanals vide.tiriba"');
    expect(await countOf(test, 'survey_answers')).toBe(0);
  });

  it('is left out once the clerk was told of exactly these', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const other = await send(test, clerk, SKIPPED, { izlaist: 'cits-kanals' });
    expect(other.status).toBe(422);
    const saved = await send(test, clerk, SKIPPED, { izlaist: 'cits-kanals vide.tiriba' });
    expect(saved.status).toBe(303);
    expect((await landedIn(test))[0]?.answers).toEqual({ kanals: 'talrunis', apmierinatiba: '5' });
    expect(await countOf(test, 'survey_texts')).toBe(0);
  });

  it('is no sheet where there is nothing else', async () => {
    const test = await paperApp();
    const response = await send(test, await staffMember(test), { 'cits-kanals': 'Pa pastu' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Lapā atbildēts tikai uz jautājumiem');
  });

  it('is stored after all when the answer it hangs on is mended', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const mended = { ...SKIPPED, kanals: 'cits' };
    const saved = await send(test, clerk, mended, { izlaist: 'cits-kanals vide.tiriba' });
    expect(saved.status).toBe(303);
    expect((await landedIn(test))[0]?.answers).toMatchObject({ kanals: 'cits', 'vide.tiriba': '3' });
    expect(await countOf(test, 'survey_texts')).toBe(1);
  });
});

describe('once', () => {
  it('by a double click, also at the same moment', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const idempotencyKey = freshKey();
    const both = await Promise.all([1, 2].map(() => send(test, clerk, WHOLE, { idempotencyKey })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const later = await send(await test.restart(), clerk, WHOLE, { idempotencyKey });
    expect(later.status).toBe(303);
  });

  it('and stored once', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const idempotencyKey = freshKey();
    await Promise.all([1, 2, 3].map(() => send(test, clerk, WHOLE, { idempotencyKey })));
    const again = await test.restart();
    await send(again, clerk, WHOLE, { idempotencyKey });
    expect(await countOf(again, 'survey_answers')).toBe(1);
    expect(await eventsOf(again)).toHaveLength(1);
  });

  it('with other answers under the same key is another sheet, after a second look', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const idempotencyKey = freshKey();
    await send(test, clerk, WHOLE, { idempotencyKey });
    const other = await send(test, clerk, { kanals: 'talrunis' }, { idempotencyKey });
    expect(other.status).toBe(422);
    const text = await other.text();
    expect(text).toContain('Šī lapa jau ir saglabāta ar citām atbildēm.');
    const fresh = /name="idempotencyKey" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(fresh).not.toBe(idempotencyKey);
    expect((await send(test, clerk, { kanals: 'talrunis' }, { idempotencyKey: fresh })).status).toBe(303);
    expect(await countOf(test, 'survey_answers')).toBe(2);
  });

  it('counts a person’s own sheets of this day', async () => {
    const test = await paperApp();
    const [clerk, other] = [await staffMember(test), await staffMember(test)];
    await send(test, clerk, WHOLE);
    await send(test, clerk, WHOLE);
    expect(await textOf(test, ENTRY, clerk)).toContain('Šodien Jūs ievadījāt 2 lapas.');
    expect(await textOf(test, ENTRY, other)).toContain('Šodien Jūs vēl neievadījāt nevienu lapu.');
    test.at('2026-11-23T22:01:00Z');
    const tomorrow = await staffMember(test);
    expect(await textOf(test, ENTRY, tomorrow)).toContain('neievadījāt nevienu');
    test.at('2026-12-26T08:00:00Z');
    await send(test, await staffMember(test), WHOLE);
    // The record of who entered how much a month ago is deleted.
    expect(await countOf(test, 'survey_paper_saved')).toBe(1);
  });
});

describe('when', () => {
  it('offers this month and former ones of the survey, and keeps the one that was chosen', async () => {
    const test = await paperApp();
    const clerk = await staffMember(test);
    const offered = (text: string) =>
      [...text.matchAll(/<option value="(\d{4}-\d\d)"/g)].map(([, month]) => month);
    expect(offered(await textOf(test, ENTRY, clerk))).toEqual(['2026-11', '2026-10']);
    const saved = await send(test, clerk, WHOLE, { menesis: '2026-10' });
    const next = await textOf(test, saved.headers.get('location') ?? '', clerk);
    expect(next).toContain('<option value="2026-10" selected');
    expect((await landedIn(test))[0]?.month).toBe('2026-10');
    expect((await send(test, clerk, WHOLE, { menesis: '2026-09' })).status).toBe(422);
  });

  it.each([
    ['2026-10-14T12:00:00Z', 'Aptauja sāksies'],
    ['2027-02-01T00:00:00Z', 'Aptauja beidzās'],
  ])('takes nothing on %s', async (at, says) => {
    const test = await paperApp();
    test.at(at);
    const clerk = await staffMember(test);
    expect(await textOf(test, ENTRY, clerk)).toContain(says);
    const refused = await send(test, clerk, WHOLE);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(says);
    expect(await countOf(test, 'survey_answers')).toBe(0);
  });

  it('takes what lay in the box for 31 days after the last one', async () => {
    const test = await paperApp();
    test.at('2027-01-31T12:00:00Z');
    const clerk = await staffMember(test);
    expect((await send(test, clerk, WHOLE, { menesis: '2026-12' })).status).toBe(303);
  });
});

describe('a former version', () => {
  it('is offered once somebody has answered it, with its own questions', async () => {
    const old = await paperApp({
      version: 2,
      sections: [
        {
          id: 'a',
          questions: [{ id: 'sen', kind: 'short', label: 'Kā toreiz?', required: false, maxLength: 50 }],
        },
      ],
    });
    const clerk = await staffMember(old);
    await send(old, clerk, { sen: 'Labi.' }, { redakcija: '2' });
    const test = await old.restart(old.secrets, { site: withSurvey(testSite) });
    const page = await textOf(test, ENTRY, clerk);
    expect(page).toContain('Uz lapas ir cita redakcija');
    const former = await textOf(test, `${ENTRY}?redakcija=2`, clerk);
    expect(await htmlProblems(former)).toEqual([]);
    expect(former).toContain('Kā toreiz?');
    expect(former).not.toContain('Novērtējiet telpas.');
    const saved = await send(test, clerk, { sen: 'Vēl labāk.' }, { redakcija: '2' });
    expect(saved.headers.get('location')).toContain('redakcija=2');
    expect((await landedIn(test)).map(({ version }) => version)).toEqual([2, 2]);
    const unknown = await textOf(test, `${ENTRY}?redakcija=1`, clerk);
    expect(unknown).toContain('Šādas redakcijas jautājumi nav zināmi.');
  });
});
