// Texts of a survey in the register: who sees which, clearing them, tags, search, paper.
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyRegister } from '../../api/node/register/verify.ts';
import { startApp, type TestApp } from '../api/harness.ts';
import { file, get, post } from '../register/desk.ts';
import { htmlProblems } from '../support/html-check.ts';
import { type StaffMember, staffMember } from '../support/staff.ts';
import { land, landTexts, surveyOf } from './landed.ts';

const HERE = '/registrs/aptaujas/apkalposana/teksti/';
const QUEUE = `${HERE}izskatit/`;

let test: TestApp;
let head: StaffMember;
let clerk: StaffMember;

beforeEach(async () => {
  test = await startApp();
  head = await staffMember(test, { roles: ['deputy'], name: 'Juris Ozols' });
  clerk = await staffMember(test, { roles: ['clerk'] });
});

const page = async (path: string, by: StaffMember, status = 200): Promise<string> => {
  const response = await get(test, path, by);
  expect([path, response.status]).toEqual([path, status]);
  const html = await response.text();
  expect(await htmlProblems(html)).toEqual([]);
  return html;
};

/** The next text, as its form sends it. */
async function nextText(
  by = head,
): Promise<{ readonly href: string; readonly versija: string; readonly html: string }> {
  const html = await page(QUEUE, by);
  const href = /method="post" action="([^"]+\/[0-9a-f]{32}\/)"/.exec(html)?.[1] ?? '';
  const versija = /name="versija" value="(\d+)"/.exec(html)?.[1] ?? '';
  return { href, versija, html };
}

const decide = (href: string, by: StaffMember, fields: [string, string][]) => post(test, href, by, fields);

/** Clears everything that waits. */
async function clearAll(): Promise<void> {
  for (;;) {
    const { href, versija } = await nextText();
    if (href === '') return;
    expect(
      (
        await decide(href, head, [
          ['versija', versija],
          ['rinda', 'on'],
          ['darit', 'clear'],
        ])
      ).status,
    ).toBe(303);
  }
}

const events = async (): Promise<unknown[]> =>
  (
    await test.database.execute({
      sql: "SELECT kind, detail FROM events WHERE kind LIKE 'survey-text%' ORDER BY seq",
    })
  ).rows.map(({ kind, detail }) => [kind, JSON.parse(String(detail))]);

describe('before it is cleared', () => {
  it('a text is for those alone who clear', async () => {
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    for (const state of ['', '?stavoklis=jaunie', '?stavoklis=aizturetie'])
      expect(await page(`${HERE}${state}`, clerk)).not.toContain('Krēsli');
    expect(await page(HERE, clerk)).toContain('Izskatīšanu gaida 1 teksts');
    expect(await page(`${HERE}?stavoklis=jaunie`, head)).toContain('Krēsli ir cieti.');
    expect(
      await (await post(test, `${HERE}?stavoklis=jaunie`, clerk, { ko: 'kresli' })).text(),
    ).not.toContain('Krēsli');
    const { href } = await nextText();
    for (const path of [QUEUE, href]) expect((await get(test, path, clerk)).status).toBe(403);
    expect(
      (
        await decide(href, clerk, [
          ['versija', '0'],
          ['darit', 'clear'],
        ])
      ).status,
    ).toBe(403);
    expect((await get(test, `${href}birkas/`, clerk)).status).toBe(404);
    expect((await post(test, `${href}birkas/`, clerk, { jaunas: 'mēbeles' })).status).toBe(404);
    expect(await page(`${HERE}druka/`, head)).not.toContain('Krēsli');
  });

  it('is cleared, and then read by colleagues with what it answers and how satisfied the person was', async () => {
    await land(test, surveyOf(), [
      { answers: { kopuma: '2', uzlabot: 'Krēsli ir cieti.', kapec: 'Bija auksti.' } },
    ]);
    await clearAll();
    const html = await page(HERE, clerk);
    expect(html).toContain('Krēsli ir cieti.');
    expect(html).toContain('Apmierinātība: 2\u00a0no\u00a05');
    expect(html).toContain('2026. gada novembris');
    expect(html).not.toContain('stavoklis=jaunie');
    expect(await page(`${HERE}?jautajums=kapec`, clerk)).not.toContain('Krēsli');
    expect(await page(QUEUE, head)).toContain('Visi teksti ir izskatīti.');
    expect(await page(`${HERE}?jautajums=kapec&birka=nav`, clerk)).toContain(
      'Izvēlētajam neatbilst neviens teksts.',
    );
  });

  it('is none of the auditor’s and the administrator’s, and of staff surveys none of the clerk’s', async () => {
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    for (const role of ['auditor', 'administrator'] as const)
      expect((await get(test, HERE, await staffMember(test, { roles: [role] }))).status).toBe(403);
    await landTexts(test, surveyOf({ id: 'darbinieki', audience: 'staff' }), ['a', 'b', 'c', 'd', 'e']);
    expect((await get(test, '/registrs/aptaujas/darbinieki/teksti/', clerk)).status).toBe(404);
    expect(await page('/registrs/aptaujas/darbinieki/teksti/', head)).toContain('Izskatīšanu gaida 5 teksti');
    expect((await get(test, '/registrs/aptaujas/nav-tadas/teksti/', head)).status).toBe(404);
  });
});

describe('blacking out', () => {
  const NAMED = 'Annai Paraugai zvanīju uz 29123456, viņa un Zane Kalna neatbildēja.';

  it('suggests what tells somebody; what is ticked and typed is gone, for everybody', async () => {
    await landTexts(test, surveyOf(), [NAMED]);
    const { href, versija, html } = await nextText();
    expect(html).toMatch(/value="Annai Paraugai" checked/);
    expect(html).toMatch(/value="29123456" checked/);
    expect(html).toMatch(/value="Zane Kalna">/);
    expect(html).toContain('<mark>Zane Kalna</mark>');
    const sent = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['vieta', 'Annai Paraugai'],
      ['vieta', '29123456'],
      ['citas', 'Zane Kalna\r\n'],
      ['darit', 'clear'],
    ]);
    expect(sent.headers.get('location')).toBe(`${QUEUE}?darits=clear`);
    const list = await page(HERE, clerk);
    for (const gone of ['Annai', 'Paraugai', '29123456', 'Zane']) expect(list).not.toContain(gone);
    expect(list).toContain('zvanīju uz');
    expect(list.match(/█████/g)).toHaveLength(3);
    expect(await events()).toEqual([
      ['survey-text-viewed', { survey: 'apkalposana', text: expect.any(String) }],
      ['survey-text-cleared', { survey: 'apkalposana', text: expect.any(String), passages: 3 }],
    ]);
    expect((await verifyRegister(test.database, test.deps.keyring, null)).whole).toBe(true);
  });

  it('can be done without clearing, and again after clearing', async () => {
    await landTexts(test, surveyOf(), [NAMED]);
    const { href, versija } = await nextText();
    const redacted = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['vieta', '29123456'],
      ['darit', 'redact'],
    ]);
    const again = redacted.headers.get('location') ?? '';
    expect(again).toBe(`${href}?darits=redact&rinda=on`);
    expect(await page(again, head)).toContain('Aizklāts.');
    expect(await page(again, head)).toContain('Šis ir pēdējais.');
    expect(await page(HERE, clerk)).not.toContain('zvanīju');
    await clearAll();
    expect(await page(HERE, clerk)).toContain('Zane');
    expect(
      (
        await decide(href, head, [
          ['versija', '2'],
          ['citas', 'Zane'],
          ['darit', 'redact'],
        ])
      ).status,
    ).toBe(303);
    expect(await page(HERE, clerk)).not.toContain('Zane');
  });

  it('stores nothing of what stands nowhere in the text, and says so at the field', async () => {
    await landTexts(test, surveyOf(), [NAMED]);
    const { href, versija } = await nextText();
    const sent = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['vieta', '29123456'],
      ['citas', 'Zane Kalna\nZanei'],
      ['darit', 'clear'],
    ]);
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).toContain('Tekstā nav: “Zanei”');
    expect(html).toMatch(/value="29123456" checked/);
    expect(html).toMatch(/value="Annai Paraugai">/);
    expect(html).toContain('Zane Kalna\nZanei</textarea>');
    expect(await page(`${HERE}?stavoklis=jaunie`, head)).toContain('29123456');
    const nothing = await decide(href, head, [
      ['versija', versija],
      ['darit', 'redact'],
    ]);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Atzīmējiet vai ierakstiet, ko aizklāt.');
  });
});

describe('two who clear at once', () => {
  it('are given different texts, each for ten minutes, and what nobody decided comes back', async () => {
    const other = await staffMember(test, { roles: ['director'], name: 'Ilze Kalniņa' });
    await landTexts(test, surveyOf(), ['Pirmais teksts.', 'Otrais teksts.']);
    const mine = await nextText();
    expect((await nextText()).href).toBe(mine.href);
    const theirs = await nextText(other);
    expect(theirs.href).not.toBe(mine.href);
    const third = await staffMember(test, { roles: ['deputy'], name: 'Māra Liepa' });
    const nothing = await page(QUEUE, third);
    expect(nothing).toContain('2 teksti pašlaik ir pie kolēģiem');
    expect(nothing).not.toContain('Visi teksti ir izskatīti.');
    // Its address still opens it, with a warning.
    expect(await page(theirs.href, head)).toContain('pašlaik izskata kolēģis');
    expect(mine.html).not.toContain('pašlaik izskata kolēģis');
    // Once decided it is reserved for nobody, and the next one still belongs to the other person.
    const clear = (versija: string): [string, string][] => [
      ['versija', versija],
      ['rinda', 'on'],
      ['darit', 'clear'],
    ];
    expect((await decide(mine.href, head, clear(mine.versija))).status).toBe(303);
    expect((await nextText()).href).toBe('');
    expect(await page(QUEUE, head)).toContain('1 teksts pašlaik ir pie kolēģa');
    test.at(new Date(test.deps.now().getTime() + 10 * 60_000).toISOString());
    expect((await nextText()).href).toBe(theirs.href);
    // A late decision is refused with a message if another was made meanwhile.
    expect((await decide(theirs.href, head, clear(theirs.versija))).status).toBe(303);
    const late = await decide(theirs.href, other, clear(theirs.versija));
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('kolēģis šo tekstu jau mainīja');
    expect(await page(QUEUE, third)).toContain('Visi teksti ir izskatīti.');
    const { rows } = await test.database.execute({ sql: 'SELECT * FROM survey_text_claims' });
    expect(rows).toEqual([]);
  });

  it('asking in the same moment get one each; who skips frees theirs', async () => {
    const other = await staffMember(test, { roles: ['director'], name: 'Ilze Kalniņa' });
    await landTexts(test, surveyOf(), ['Pirmais.', 'Otrais.', 'Trešais.']);
    const [a, b] = await Promise.all([nextText(), nextText(other)]);
    expect(new Set([a.href, b.href]).size).toBe(2);
    const skip = /href="([^"]+\?pec=[^"]+)"/.exec(a.html)?.[1] ?? '';
    expect(await page(skip, head)).not.toContain(a.href);
    const { rows } = await test.database.execute({ sql: 'SELECT person FROM survey_text_claims' });
    expect(rows.map(({ person }) => person).toSorted()).toEqual([head.person.id, other.person.id].toSorted());
  });

  it('don’t undo each other: the second is told, and keeps what was typed', async () => {
    const other = await staffMember(test, { roles: ['director'], name: 'Ilze Kalniņa' });
    await landTexts(test, surveyOf(), ['Zane Kalna neatbildēja.']);
    const { href, versija } = await nextText();
    expect(
      (
        await decide(href, other, [
          ['versija', versija],
          ['vieta', 'Zane Kalna'],
          ['darit', 'clear'],
        ])
      ).status,
    ).toBe(303);
    const late = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['citas', 'neatbildēja'],
      ['darit', 'redact'],
    ]);
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(await htmlProblems(html)).toEqual([]);
    expect(html).toContain('kolēģis šo tekstu jau mainīja');
    expect(html).toContain('neatbildēja</textarea>');
    expect(html).not.toContain('Zane');
    expect(await page(HERE, clerk)).toContain('neatbildēja');
    // Sent again, it uses the current version.
    const again = /name="versija" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect(
      (
        await decide(href, head, [
          ['versija', again],
          ['citas', 'neatbildēja'],
          ['darit', 'redact'],
        ])
      ).status,
    ).toBe(303);
  });

  it('clear one text once, also in the same moment', async () => {
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    const { href, versija } = await nextText();
    const sent = await Promise.all(
      ['clear', 'withhold', 'clear', 'withhold'].map(darit =>
        decide(href, head, [
          ['versija', versija],
          ['kapec', 'empty'],
          ['darit', darit],
        ]),
      ),
    );
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409]);
    expect((await events()).filter(event => !JSON.stringify(event).includes('viewed'))).toHaveLength(1);
  });
});

describe('withholding', () => {
  it('needs a reason, hides the text from colleagues, and can be taken back', async () => {
    await landTexts(test, surveyOf(), ['Man ir reta slimība.']);
    const { href, versija } = await nextText();
    const bare = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['darit', 'withhold'],
    ]);
    expect(bare.status).toBe(422);
    expect(await bare.text()).toContain('Izvēlieties, kāpēc tekstu aiztur.');
    const sent = await decide(href, head, [
      ['versija', versija],
      ['rinda', 'on'],
      ['kapec', 'special-category'],
      ['darit', 'withhold'],
    ]);
    expect(sent.status).toBe(303);
    expect(await page(HERE, clerk)).not.toContain('slimība');
    expect(await page(HERE, clerk)).toContain('Neviens teksts vēl nav nodots lasīšanai.');
    const withheld = await page(`${HERE}?stavoklis=aizturetie`, head);
    expect(withheld).toContain('Man ir reta slimība.');
    expect(withheld).toContain('ziņas par veselību');
    expect(
      (
        await decide(href, head, [
          ['versija', '1'],
          ['darit', 'return'],
        ])
      ).status,
    ).toBe(303);
    expect(await page(HERE, clerk)).toContain('Izskatīšanu gaida 1 teksts');
    expect((await events()).slice(1)).toEqual([
      [
        'survey-text-withheld',
        { survey: 'apkalposana', text: expect.any(String), reason: 'special-category' },
      ],
      ['survey-texts-viewed', { survey: 'apkalposana', state: 'withheld', texts: 1 }],
      ['survey-text-returned', { survey: 'apkalposana', text: expect.any(String) }],
    ]);
  });

  it('a cleared text can be taken back: it is read no more', async () => {
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    const { href } = await nextText();
    await clearAll();
    expect(
      (
        await decide(href, head, [
          ['versija', '1'],
          ['darit', 'return'],
        ])
      ).status,
    ).toBe(303);
    expect(await page(HERE, clerk)).not.toContain('Krēsli');
  });
});

describe('a text that may be about who clears', () => {
  it('is left to a colleague (rule point 5.4)', async () => {
    const janis = await staffMember(test, { roles: ['director'], directoryId: 'janis-paraugs' });
    await landTexts(test, surveyOf(), ['Jānis Paraugs kavē.']);
    const { href } = await nextText(head);
    const queue = await page(QUEUE, janis);
    expect(queue).toContain('Atlicis 1 teksts, kas var būt par Jums');
    expect(queue).not.toContain('kavē');
    for (const path of [`${HERE}?stavoklis=jaunie`, href])
      expect(await page(path, janis)).not.toContain('kavē');
    const sent = await decide(href, janis, [
      ['versija', '0'],
      ['darit', 'clear'],
    ]);
    expect(sent.status).toBe(403);
    expect(await sent.text()).not.toContain('kavē');
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    expect(await page(QUEUE, janis)).toContain('Krēsli ir cieti.');
  });
});

describe('a survey of staff', () => {
  const staff = surveyOf({ audience: 'staff' });

  it('shows nothing to anybody below the threshold', async () => {
    await landTexts(test, staff, ['Krēsli ir cieti.', 'b', 'c', 'd']);
    for (const path of [HERE, `${HERE}?stavoklis=jaunie`, `${HERE}druka/`])
      expect(await page(path, head)).not.toContain('Krēsli');
    expect(await page(HERE, head)).toContain('vismaz 5 cilvēki');
    expect(await page(QUEUE, head)).not.toContain('Krēsli');
    expect(await (await post(test, `${HERE}?stavoklis=jaunie`, head, { ko: 'kresli' })).text()).not.toContain(
      'Krēsli ir',
    );
    const { rows } = await test.database.execute({ sql: 'SELECT lower(hex(id)) AS id FROM survey_texts' });
    for (const { id } of rows) {
      expect((await get(test, `${HERE}${id}/`, head)).status).toBe(404);
      expect(
        (
          await decide(`${HERE}${id}/`, head, [
            ['versija', '0'],
            ['darit', 'clear'],
          ])
        ).status,
      ).toBe(404);
    }
    await landTexts(test, staff, ['e']);
    expect(await page(`${HERE}?stavoklis=jaunie`, head)).toContain('Krēsli');
  });

  it('shows nothing of a question that too few were asked', async () => {
    await land(test, staff, [
      ...['a', 'b', 'c', 'd', 'e'].map(uzlabot => ({ answers: { kopuma: '4', uzlabot } })),
      { answers: { kopuma: '1', kapec: 'Vadītājs kliedz.' } },
    ]);
    const html = await page(`${HERE}?stavoklis=jaunie`, head);
    expect(html).not.toContain('kliedz');
    expect(html).toContain('Dažu jautājumu tekstus nerāda');
    expect(await page(HERE, head)).toContain('Izskatīšanu gaida 5 teksti');
  });

  it('holds neither month nor satisfaction', async () => {
    await landTexts(test, staff, ['a1', 'b1', 'c1', 'd1', 'e1']);
    await clearAll();
    const html = await page(HERE, head);
    expect(html).toContain('a1');
    expect(html).not.toContain('Apmierinātība');
    expect(html).not.toContain('2026. gada');
  });
});

describe('searching', () => {
  const search = async (ko: string, by: StaffMember, query = ''): Promise<string> => {
    const response = await post(test, `${HERE}${query}`, by, { ko });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(await htmlProblems(html)).toEqual([]);
    return html;
  };

  it('finds by how words begin, whatever case and marks, within what is chosen', async () => {
    await land(test, surveyOf(), [
      { answers: { uzlabot: 'Rindas ir pārāk garas.' } },
      { answers: { uzlabot: 'Gari jāgaida ķēdē.' } },
      { answers: { kopuma: '1', kapec: 'Rinda.' } },
    ]);
    expect(await search('RINDA', clerk)).toContain('Nekas nav atrasts.');
    await clearAll();
    const found = await search('RINDA', clerk);
    expect(found).toContain('Atrasti 2 teksti; pārmeklēti 3.');
    expect(found).toContain('Rindas ir pārāk garas.');
    expect(await search('kede gar', clerk)).toContain('Atrasts 1 teksts');
    expect(await search('rinda', clerk, '?jautajums=kapec')).toContain('Atrasts 1 teksts; pārmeklēti 1.');
    expect(await search('inda', clerk)).toContain('Nekas nav atrasts.');
    expect(await search(' … ', clerk)).toContain('Pēc šā meklēt nevar');
    expect((await events()).filter(event => JSON.stringify(event).includes('searched')).at(1)).toEqual([
      'survey-texts-searched',
      { survey: 'apkalposana', found: 2 },
    ]);
  });

  it('finds nothing by what was blacked out after it was searched', async () => {
    await landTexts(test, surveyOf(), ['Zane Kalna neatbildēja.']);
    const { href } = await nextText();
    await clearAll();
    expect(await search('zane', clerk)).toContain('Atrasts 1 teksts');
    await decide(href, head, [
      ['versija', '1'],
      ['citas', 'Zane Kalna'],
      ['darit', 'redact'],
    ]);
    expect(await search('zane', clerk)).toContain('Nekas nav atrasts.');
    expect(await search('neatb', clerk)).toContain('Atrasts 1 teksts');
  });

  it('says in no address and no log what was looked for', async () => {
    await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
    await search('noslepums', head);
    expect(JSON.stringify(test.log)).not.toContain('noslepums');
    expect(JSON.stringify(await events())).not.toContain('noslepums');
  });
});

describe('tags', () => {
  it('are put and taken, counted, and chosen by', async () => {
    await landTexts(test, surveyOf(), ['Rindas ir garas.', 'Krēsli ir cieti.']);
    await clearAll();
    const list = await page(HERE, clerk);
    const [first = '', second = ''] = [...list.matchAll(/href="([^"]+birkas\/\?no=)"/g)].map(
      ([, href]) => href,
    );
    const tag = (href: string, fields: [string, string][]) => post(test, href, clerk, fields);
    expect((await tag(first, [['jaunas', 'Rindas, troksnis']])).status).toBe(303);
    expect(await page(first, clerk)).toMatch(/value="Rindas" checked/);
    // Recognised in another spelling; and removed.
    expect((await tag(second, [['jaunas', ' RINDAS ']])).status).toBe(303);
    expect(
      (
        await tag(first, [
          ['bija', 'Rindas,troksnis'],
          ['birka', 'Rindas'],
        ])
      ).status,
    ).toBe(303);
    const tagged = await page(`${HERE}?birka=Rindas`, clerk);
    expect(tagged).toContain('Rindas (2)');
    expect(tagged).not.toContain('troksnis');
    expect(tagged.match(/class="text-answer"/g)).toHaveLength(2);
    expect(await page(`${HERE}druka/?birka=Rindas`, clerk)).toContain('2 teksti');
  });

  it('of two people at once are both kept', async () => {
    await landTexts(test, surveyOf(), ['Rindas ir garas.']);
    await clearAll();
    const [, href = ''] = /href="([^"]+birkas\/\?no=)"/.exec(await page(HERE, clerk)) ?? [];
    await post(test, href, clerk, { jaunas: 'rindas' });
    await post(test, href, head, { jaunas: 'kabinets' });
    await post(test, href, clerk, [
      ['bija', 'rindas'],
      ['birka', 'rindas'],
      ['jaunas', 'telpas'],
    ]);
    const html = await page(HERE, clerk);
    for (const tag of ['rindas', 'kabinets', 'telpas']) expect(html).toContain(`>${tag}</a>`);
  });

  it('name nobody', async () => {
    await landTexts(test, surveyOf(), ['Rindas ir garas.']);
    await clearAll();
    const [, href = ''] = /href="([^"]+birkas\/\?no=)"/.exec(await page(HERE, clerk)) ?? [];
    const sent = await post(test, href, clerk, { jaunas: 'par Annu Paraugu, rindas' });
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(html).toContain('Birkā nedrīkst būt cilvēka vārds');
    expect(html).toContain('value="par Annu Paraugu, rindas"');
    expect(await htmlProblems(html)).toEqual([]);
    const many = Array.from({ length: 11 }, (_, i) => `temats ${i}`).join(',');
    expect(await (await post(test, href, clerk, { jaunas: many })).text()).toContain(
      'Tekstam jau ir 10 birkas.',
    );
  });
});

describe('a long list', () => {
  it('goes page by page, newest month first, each text once', async () => {
    const months = ['2026-09', '2026-10', '2026-11'];
    for (const month of months)
      await landTexts(
        test,
        surveyOf(),
        Array.from({ length: 21 }, (_, i) => `Teksts ${month} nr ${i}.`),
        month,
      );
    await test.database.execute({ sql: "UPDATE survey_texts SET state = 'cleared'" });
    const seen: string[] = [];
    for (let path: string | undefined = HERE; path; ) {
      const html = await page(path, clerk);
      seen.push(...[...html.matchAll(/Teksts (\d{4}-\d\d nr \d+)\./g)].map(([, one = '']) => one));
      path = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(63);
    expect(seen).toHaveLength(63);
    expect(seen.map(one => one.slice(0, 7))).toEqual(
      seen
        .map(one => one.slice(0, 7))
        .toSorted()
        .toReversed(),
    );
  });
});

it('empty and strange addresses are answered', async () => {
  const site = '/registrs/aptaujas/klientu-aptauja/teksti/';
  expect(await page(site, clerk)).toContain('Neviens vēl nav atbildējis saviem vārdiem.');
  expect(await page(`${site}izskatit/`, head)).toContain('Visi teksti ir izskatīti.');
  expect(await page(`${site}?pec=x&versija=abc&jautajums=nav&stavoklis=viss`, clerk)).toContain(
    'Teksta atbildes',
  );
  expect((await get(test, `${site}${'0'.repeat(32)}/`, head)).status).toBe(404);
  expect((await get(test, `${site}xyz/`, head)).status).toBe(404);
  expect((await post(test, site, head, { ko: 'x' }, { origin: 'https://x.example' })).status).toBe(403);
});

it('a text that no key opens says so, and can only be withheld', async () => {
  await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
  await test.database.execute({ sql: "UPDATE survey_texts SET sealed = x'00'" });
  const { href, html } = await nextText();
  expect(html).toContain('Šo tekstu nevar atvērt');
  expect(
    (
      await decide(href, head, [
        ['versija', '0'],
        ['darit', 'clear'],
      ])
    ).status,
  ).toBe(409);
  expect(
    (
      await decide(href, head, [
        ['versija', '0'],
        ['darit', 'withhold'],
        ['kapec', 'empty'],
      ])
    ).status,
  ).toBe(303);
});

it('a submission that is erased leaves the key of a text that came in the same minute', async () => {
  const [one, other] = [await file(test), await file(test)];
  await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
  // As where one thread takes in both: the text and one of the submissions share a window.
  await test.database.execute({
    sql: `UPDATE submissions SET window_id = CASE reference WHEN ? THEN (SELECT window_id FROM survey_texts) ELSE 'x' END`,
    args: [one.reference],
  });
  for (const { reference } of [one, other])
    expect(
      await test.deps.erase({ reference, at: '2026-11-24T10:00:00Z', actor: 'system', detail: {} }),
    ).toMatchObject({ outcome: 'erased' });
  test = await test.restart();
  expect(await page(`${HERE}?stavoklis=jaunie`, head)).toContain('Krēsli ir cieti.');
});

it('what people wrote is text wherever it stands, and whatever is blacked out or tagged in it', async () => {
  const wild =
    '<script>alert(1)</script> "x" &amp; \' Zane <b>Kalna</b> </textarea><img src=x onerror=y> $& $1';
  await landTexts(test, surveyOf({ title: 'Aptauja <i>"&' }), [wild]);
  const { href, versija, html } = await nextText();
  const never = [/<script>alert/, /<b>Kalna/, /<img/, /<i>/];
  for (const tag of never) expect(html).not.toMatch(tag);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const fields: [string, string][] = [
    ['versija', versija],
    ['vieta', 'Zane'],
    ['citas', '<b>Kalna</b> </textarea>\n</textarea><script>'],
  ];
  const faulty = await (await decide(href, head, [...fields, ['darit', 'redact']])).text();
  for (const tag of never) expect(faulty).not.toMatch(tag);
  expect(await htmlProblems(faulty)).toEqual([]);
  expect(
    (
      await decide(href, head, [
        ['versija', versija],
        ['citas', '</textarea><img src=x onerror=y>'],
        ['darit', 'clear'],
      ])
    ).status,
  ).toBe(303);
  const [, tagHref = ''] = /href="([^"]+birkas\/\?no=)"/.exec(await page(HERE, clerk)) ?? [];
  expect((await post(test, tagHref, clerk, { jaunas: '<i>"rindas"&' })).status).toBe(303);
  const searched = await (await post(test, HERE, clerk, { ko: '"><script>alert' })).text();
  expect(await htmlProblems(searched)).toEqual([]);
  for (const seen of [
    searched,
    await page(HERE, clerk),
    await page(`${HERE}druka/`, clerk),
    await page(tagHref, clerk),
  ])
    for (const tag of never) expect(seen).not.toMatch(tag);
  expect(await page(`${HERE}?birka=${encodeURIComponent('<i>"rindas"&')}`, clerk)).toContain('█████');
});

it('without the office’s key nothing opens, nothing is decided, and the page says why', async () => {
  await landTexts(test, surveyOf(), ['Krēsli ir cieti.']);
  const { href } = await nextText();
  test = await test.restart({ ...test.secrets, office: null });
  for (const path of [HERE, QUEUE, href, `${HERE}druka/`])
    expect(await page(path, head, 503)).toContain('biroja atslēgas');
  const sent = await decide(href, head, [
    ['versija', '0'],
    ['kapec', 'empty'],
    ['darit', 'withhold'],
  ]);
  expect(sent.status).toBe(503);
  const { rows } = await test.database.execute({ sql: 'SELECT state, revision FROM survey_texts' });
  expect(rows).toEqual([{ state: 'raw', revision: 0 }]);
});

it('whoever reads a list of texts that were not cleared is in the chain', async () => {
  await landTexts(test, surveyOf(), ['Krēsli ir cieti.', 'Rinda.']);
  await page(`${HERE}?stavoklis=jaunie`, head);
  await page(HERE, head);
  await page(`${HERE}?stavoklis=aizturetie`, head);
  expect(await events()).toEqual([
    ['survey-texts-viewed', { survey: 'apkalposana', state: 'raw', texts: 2 }],
  ]);
});
