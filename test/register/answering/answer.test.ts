// The answer: previewed before it is sent, read by the submitter, and refused without reasons; nothing typed
// is lost.
import { describe, expect, it } from 'vitest';
import { eventsOf, firstFault } from '../../support/chain.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { ANSWER, desk, textOf } from './desk.ts';

const SENT = { ...ANSWER, send: 'on' };
const EMAIL = { text: 'Rinda bija gara.', email: 'anna@paraugs.example', replyBy: 'email' };

describe('an answer to a complaint', () => {
  it('is shown first as the submitter will read it, and stored by nobody yet', async () => {
    const at = await desk(EMAIL);
    const preview = await at.act('director', 'answer', { ...ANSWER, change: 'Divi lodziņi.' });
    expect(preview.status).toBe(200);
    const html = await preview.text();
    expect(await htmlProblems(html)).toEqual([]);
    const text = textOf(html);
    for (const part of [
      'Sūdzība ir atzīta par pamatotu.',
      ANSWER.text,
      ANSWER.reasons,
      'Tiesībsarga',
      'tiesā',
      'Divi lodziņi.',
    ])
      expect(text).toContain(part);
    // Monday the 23rd: the second working day is Wednesday the 25th.
    expect(text).toContain('Uzskatāma par paziņotu no 2026. gada 25. novembra');
    expect((await at.status()).state).toBe('received');
  });

  it('comes back for more writing with everything typed', async () => {
    const at = await desk();
    const typed = { ...ANSWER, text: 'Pirmā rinda\n\n  "otrā" & <b>trešā</b>', change: 'Kas', edit: 'on' };
    const html = await (await at.act('director', 'answer', typed)).text();
    expect(html).toContain('>\nPirmā rinda\n\n  &quot;otrā&quot; &amp; &lt;b&gt;trešā&lt;/b&gt;</textarea>');
    expect(html).toContain(`>\n${ANSWER.reasons}</textarea>`);
    expect(html).toContain('>\nKas</textarea>');
    expect(html).toMatch(/value="justified" checked/);
  });

  it('closes the case; the submitter reads it all and the inner part of it nowhere', async () => {
    const at = await desk(EMAIL);
    const given = await at.act('director', 'answer', {
      ...SENT,
      mistake: 'on',
      apology: 'Atvainojamies par gaidīšanu.',
      remedy: 'Dokumentu izlabojām.',
      change: 'Divi lodziņi.',
    });
    expect(given.status).toBe(303);
    expect(given.headers.get('location')).toBe(`/registrs/lietas/${at.reference}/?darits=atbilde`);
    const status = await at.status();
    expect(status.state).toBe('answered');
    expect(status.answer).toBe(
      [
        'Sūdzība ir atzīta par pamatotu.',
        ANSWER.text,
        `Pamatojums\n${ANSWER.reasons}`,
        'Atvainojamies par gaidīšanu.',
        'Kas darīts, lai novērstu kļūdas sekas\nDokumentu izlabojām.',
        status.answer?.slice(status.answer.indexOf('Ja atbilde Jūs neapmierina')),
      ].join('\n\n'),
    );
    const page = await (await at.look()).text();
    expect(textOf(page)).toContain('Dokumentu izlabojām.');
    expect(page).not.toContain('Divi lodziņi');
    expect(await at.letters()).toEqual(['answered']);
    const found = await at.test.deps.submissions.findByReference(at.reference);
    expect(found?.standing).toMatchObject({
      outcome: 'justified',
      closedAt: '2026-11-23T08:30:00Z',
      assignee: at.staff.director.id,
      unreadSince: null,
    });
    const events = await eventsOf(at.test);
    expect(JSON.parse(events.at(-1)?.detail ?? '')).toMatchObject({ outcome: 'justified' });
    expect(events.map(({ detail }) => detail).join()).not.toContain('Rindu');
    expect(await firstFault(at.test)).toBeNull();
    const own = await at.page('director');
    expect(textOf(own)).toContain('pamatota');
    expect(textOf(own)).toMatch(/Kas lietas dēļ mainīts .*Divi lodziņi\./);
  });

  it.each([
    ['reasons', 'Ierakstiet pamatojumu'],
    ['outcome', 'Norādiet, vai sūdzība ir pamatota.'],
    ['text', 'Ierakstiet atbildi.'],
  ])('is refused without %s, with the rest as it was typed', async (field, message) => {
    const at = await desk();
    const refused = await at.act('director', 'answer', {
      ...SENT,
      [field]: ' ',
      ...(field === 'outcome' ? { outcome: '' } : {}),
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(await htmlProblems(html)).toEqual([]);
    expect(textOf(html)).toContain(message);
    expect(html).toContain(field === 'text' ? ANSWER.reasons : ANSWER.text);
    expect((await at.status()).state).toBe('received');
  });

  it('asks what was done about a mistake, and whether there was one', async () => {
    const at = await desk();
    const without = await at.act('director', 'answer', { ...SENT, mistake: 'on' });
    expect(textOf(await without.text())).toContain('Ierakstiet, kas darīts, lai novērstu kļūdas sekas.');
    const unsaid = await at.act('director', 'answer', { ...SENT, remedy: 'Izlabojām.' });
    expect(unsaid.status).toBe(422);
    expect(textOf(await unsaid.text())).toContain('nav atzīmēts, ka kļūda ir pieļauta');
  });

  it('is for the head and the deputy; a clerk gets back what was typed', async () => {
    const at = await desk();
    expect(await at.page('clerk', 'atbilde/')).toContain('Jūsu lomai šī darbība nav atļauta');
    for (const stage of [{}, { send: 'on' }]) {
      const refused = await at.act('clerk', 'answer', { ...ANSWER, ...stage });
      expect(refused.status).toBe(409);
      const html = await refused.text();
      expect(html).toContain('Jūsu lomai šī darbība nav atļauta');
      expect(html).toContain(ANSWER.reasons);
    }
    expect((await at.status()).state).toBe('received');
    expect((await at.act('deputy', 'answer', SENT)).status).toBe(303);
  });

  it('of a case that a colleague has is theirs alone', async () => {
    const at = await desk();
    await at.act('deputy', 'take');
    const refused = await at.act('director', 'answer', SENT);
    expect(refused.status).toBe(409);
    expect(textOf(await refused.text())).toContain('Ar lietu strādā kolēģis');
  });

  it('is given once, however often it is sent', async () => {
    const at = await desk();
    const version = await at.version();
    for (let n = 0; n < 2; n++)
      expect((await at.act('director', 'answer', { ...SENT, version }, 'Vq3xT9mZ2pLk7WbR4sYn')).status).toBe(
        303,
      );
    expect((await at.status()).messages).toHaveLength(1);
  });
});

describe('a case that has moved on', () => {
  const LONG = Array.from({ length: 400 }, (_, n) => `${n}. rinda ar garumzīmēm: āēīū`)
    .join('\n')
    .slice(0, 10_000);

  it('refuses an answer by an older version and gives all of it back', async () => {
    const at = await desk();
    const version = await at.version();
    await at.json('/messages', { text: 'Vēl kas jauns' });
    const refused = await at.act('director', 'answer', { ...SENT, text: LONG, version });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain(`>\n${LONG}</textarea>`);
    expect(textOf(html)).toContain('lietā kaut kas mainījās');
    expect(html).toContain('Vēl kas jauns');
    // Sending again means having seen it.
    const shown = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
    expect((await at.act('director', 'answer', { ...SENT, text: LONG, version: shown })).status).toBe(303);
  });

  it('tells so also when the news came while a text was put in or looked at', async () => {
    const at = await desk();
    const version = await at.version();
    await at.json('/messages', { text: 'Vēl kas jauns' });
    for (const stage of [{}, { edit: 'on' }, { insert: 'on', reply: 'kluda' }, { reasons: '' }]) {
      const html = await (await at.act('director', 'answer', { ...ANSWER, version, ...stage })).text();
      expect(html).toContain(`name="version" value="${version}"`);
    }
  });

  it('refuses an action once a colleague has closed it', async () => {
    const at = await desk();
    await at.act('director', 'answer', SENT);
    const refused = await at.act('director', 'answer', { ...SENT, text: 'Cita atbilde' });
    expect(refused.status).toBe(409);
    const html = await refused.text();
    expect(html).toContain('šī darbība tajā vairs nav iespējama');
    expect(html).toContain('Cita atbilde');
    expect((await at.status()).answer).not.toContain('Cita atbilde');
  });
});

describe('canned texts', () => {
  it('come first where they are about the case', async () => {
    const at = await desk({ text: 'Suns', service: 'suna-registracija' });
    const html = await at.page('director', 'atbilde/');
    expect(html.indexOf('value="suns"')).toBeLessThan(html.indexOf('value="kluda"'));
  });

  it('are put below what was typed, without the form being whole', async () => {
    const at = await desk();
    const put = await at.act('director', 'answer', { text: 'Labdien!', reply: 'kluda', insert: 'on' });
    expect(put.status).toBe(200);
    const html = await put.text();
    expect(html).toContain('>\nLabdien!\n\nDokumentā ir kļūda: [kāda].</textarea>');
    expect(html).not.toContain('error-summary');
  });

  it('are not sent with places that nobody has filled in', async () => {
    const at = await desk();
    const sent = await at.act('director', 'answer', { ...SENT, text: 'Dokumentā ir kļūda: [kāda].' });
    expect(sent.status).toBe(422);
    expect(textOf(await sent.text())).toContain('neaizpildītas vietas: [kāda]');
    expect((await at.act('director', 'answer', { ...SENT, text: 'Fails [1] ir pievienots.' })).status).toBe(
      303,
    );
  });
});

describe('a draft', () => {
  it('is made by a clerk, told to nobody outside, and begins the answer', async () => {
    const at = await desk();
    expect((await at.act('clerk', 'draft', { text: 'Melnraksts.', reasons: 'Tāpēc.' })).status).toBe(303);
    const html = await at.page('director', 'atbilde/');
    expect(html).toContain('>\nMelnraksts.</textarea>');
    expect(html).toContain('>\nTāpēc.</textarea>');
    expect(textOf(await at.page('director'))).toContain('Melnraksts. Pamatojums Tāpēc.');
    expect(textOf(html)).toContain(`Ielikts melnraksts, ko sagatavoja ${at.staff.clerk.name}`);
    const status = await at.status();
    expect(status.messages).toEqual([]);
    expect(status.history.map(({ kind }) => kind)).toEqual(['received']);
  });
});

describe('other submissions', () => {
  it('are answered by a clerk, with reasons only where there are some', async () => {
    const at = await desk({ kind: 'question', text: 'Kad strādājat?', email: 'anna@paraugs.example' });
    expect((await at.act('clerk', 'answer', { text: 'No deviņiem.', send: 'on' })).status).toBe(303);
    const { answer } = await at.status();
    expect(answer).toMatch(/^No deviņiem\.\n\nJa atbilde Jūs neapmierina\n/);
    expect(answer).not.toContain('Pamatojums');
    expect(await at.letters()).toEqual(['answered']);
  });
});

describe('a note', () => {
  it('holds 10 000 characters and says so of one more', async () => {
    const at = await desk();
    expect((await at.act('clerk', 'note', { text: 'ā'.repeat(10_000) })).status).toBe(303);
    const refused = await at.act('clerk', 'note', { text: 'ā'.repeat(10_001) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('ā'.repeat(10_001));
  });
});

describe('the letter on paper', () => {
  const POST = { text: 'Rinda', name: 'Anna Parauga', address: 'Parauga iela 2, Paraugi', replyBy: 'post' };

  it('follows an answer by post: whom it goes to, by whom, and what to do by hand', async () => {
    const at = await desk({ ...POST, name: 'Zane Ozola' });
    const preview = textOf(await (await at.act('director', 'answer', ANSWER)).text());
    // The eighth day after the 23rd.
    expect(preview).toContain('Uzskatāma par paziņotu no 2026. gada 1. decembra');
    const given = await at.act('director', 'answer', SENT);
    expect(given.headers.get('location')).toBe(`/registrs/lietas/${at.reference}/vestule/?darits=atbilde`);
    const html = await at.page('director', 'vestule/?darits=atbilde');
    expect(await htmlProblems(html)).toEqual([]);
    const text = textOf(html);
    for (const part of [
      'nosūtiet pa pastu',
      'Zane Ozola',
      POST.address,
      'Paraugu pašvaldība',
      at.reference,
      '2026. gada 23. novembrī',
      ANSWER.reasons,
      'Izpilddirektors',
      at.staff.director.name,
    ])
      expect(text).toContain(part);
    expect(await at.letters()).toEqual([]);
  });

  it('is not there before anything was written', async () => {
    const at = await desk();
    expect(await at.page('director', 'vestule/')).toContain('Tādas lietas nav');
  });
});
