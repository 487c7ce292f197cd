// Forwarding, taking note, leaving unexamined, oral withdrawal; messages and requested information
// afterwards.
import { describe, expect, it } from 'vitest';
import { eventsOf, firstFault } from '../../support/chain.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { ANSWER, desk, textOf } from './desk.ts';

const QUESTION = { kind: 'question', text: 'Kur nodot nodokļu deklarāciju?', email: 'anna@paraugs.example' };
const lastDetail = async (at: Awaited<ReturnType<typeof desk>>) =>
  JSON.parse((await eventsOf(at.test)).at(-1)?.detail ?? '{}');
const lastText = async (at: Awaited<ReturnType<typeof desk>>) => (await at.status()).messages.at(-1)?.text;

describe('passing on what is not ours', () => {
  const TO = {
    institution: 'Valsts ieņēmumu dienests',
    name: 'Ieva Ozola',
    post: 'Konsultante',
    place: 'Talejas iela 1, Rīga',
    phone: '67120000',
    email: 'vid@paraugs.example',
    hours: 'Pirmdiena 9.00–17.00\nOtrdiena 9.00–17.00',
  };
  const WHY = { way: 'sent', text: 'Deklarācijas pieņem VID.' };

  it('fills in the six fields of point 5.2.3 for whoever was chosen, and keeps what was typed', async () => {
    const at = await desk(QUESTION);
    const filled = await at.act('clerk', 'forward', {
      to: 'staff:anna-parauga',
      text: 'Tāpēc',
      insert: 'on',
    });
    expect(filled.status).toBe(200);
    const html = await filled.text();
    expect(await htmlProblems(html)).toEqual([]);
    for (const value of [
      'Anna Parauga',
      'Speciālists',
      '1. kabinets, Parauga iela 1, Paraugi',
      '+371 60000001',
    ])
      expect(html).toContain(`value="${value}"`);
    expect(html).toContain('>\nOtrdiena 9.00–12.00</textarea>');
    expect(html).toContain('>\nTāpēc</textarea>');
    expect((await at.status()).state).toBe('received');
  });

  it('shows it first, then tells the submitter exactly these fields and closes the case', async () => {
    const at = await desk(QUESTION);
    const preview = textOf(await (await at.act('clerk', 'forward', { ...TO, ...WHY })).text());
    const given = await at.act('clerk', 'forward', { ...TO, ...WHY, send: 'on' });
    expect(given.headers.get('location')).toContain('/vestule/?darits=parsutit');
    const text = (await lastText(at)) ?? '';
    expect(text).toContain(
      [
        'Iestāde: Valsts ieņēmumu dienests',
        'Vārds, uzvārds: Ieva Ozola',
        'Amats: Konsultante',
        'Atrašanās vieta: Talejas iela 1, Rīga',
        'Tālrunis: 67120000',
        'E-pasts: vid@paraugs.example',
        'Pieņemšanas laiks: Pirmdiena 9.00–17.00; Otrdiena 9.00–17.00',
      ].join('\n'),
    );
    expect(text).toContain(WHY.text);
    expect(preview).toContain(textOf(text));
    expect(textOf(await (await at.look()).text())).toContain('Talejas iela 1');
    expect(await at.status()).toMatchObject({ state: 'forwarded' });
    expect(await lastDetail(at)).toMatchObject({ way: 'sent' });
    expect(JSON.stringify(await lastDetail(at))).not.toContain('staff');
    expect(await at.letters()).toEqual(['message-from-office']);
    const letter = textOf(await at.page('clerk', 'vestule/?darits=parsutit'));
    expect(letter).toContain('Nododiet arī pašu iesniegumu');
  });

  it('to a colleague speaks of another specialist, not of another institution', async () => {
    const at = await desk({ text: 'Rinda', name: 'Zane' });
    const sent = { ...TO, ...WHY, to: 'staff:anna-parauga', name: 'Anna Parauga', send: 'on' };
    expect((await at.act('clerk', 'forward', sent)).status).toBe(303);
    expect(await lastText(at)).toMatch(/^Ar šo jautājumu nodarbojas cits speciālists/);
  });

  it.each([
    [{ institution: '', name: '' }, 'Norādiet iestādi vai darbinieku'],
    [{ place: '', phone: '', email: '' }, 'Norādiet vismaz vienu'],
    [{ email: 'nav' }, 'e-past'],
    [{ text: '' }, 'Paskaidrojiet, kāpēc'],
    [{ way: '' }, 'Norādiet, vai iesniegumu pārsūtām.'],
  ])('is refused with %j', async (without, message) => {
    const at = await desk(QUESTION);
    const refused = await at.act('clerk', 'forward', { ...TO, ...WHY, send: 'on', ...without });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(textOf(html)).toContain(message);
    expect(html).toContain('Pirmdiena 9.00–17.00');
  });

  it('names its term, and says when it has passed', async () => {
    const at = await desk(QUESTION);
    expect(textOf(await at.page('clerk', 'parsutit/'))).toContain('Jāpārsūta līdz 2026. gada 30. novembris');
    at.test.at('2026-12-01T08:00:00Z');
    expect(textOf(await at.page('clerk', 'parsutit/'))).toContain('Pārsūtīšanas termiņš ir nokavēts');
  });

  it('does not send on whose identity the form promised to keep; the person may be told where to turn', async () => {
    const at = await desk({ text: 'Rinda', name: 'Zane', keepFactsPrivate: true });
    const page = textOf(await at.page('clerk', 'parsutit/'));
    expect(page).toContain('nav piekritis, ka viņa identitāte');
    expect(page).toContain('lūdz neizpaust iesniegumā minētos faktus');
    const refused = await at.act('clerk', 'forward', { ...TO, ...WHY, send: 'on' });
    expect(refused.status).toBe(422);
    expect((await at.act('clerk', 'forward', { ...TO, ...WHY, way: 'told', send: 'on' })).status).toBe(303);
    expect(await lastText(at)).toContain('Lūdzam vērsties pašam');
  });

  it('sends on what the person agreed to', async () => {
    const at = await desk({ text: 'Rinda', name: 'Zane', consentToForward: true });
    expect(textOf(await at.page('clerk', 'parsutit/'))).not.toContain('nav piekritis');
    expect((await at.act('clerk', 'forward', { ...TO, ...WHY, send: 'on' })).status).toBe(303);
  });

  it('never goes to whom it is about, neither by choice nor by name', async () => {
    const at = await desk({ text: 'Slikti', aboutStaff: 'Anna Parauga', consentToForward: true });
    expect(await at.page('clerk', 'parsutit/')).not.toContain('staff:anna-parauga');
    for (const to of [{ to: 'staff:anna-parauga' }, { name: 'anna parauga' }]) {
      const refused = await at.act('clerk', 'forward', { ...TO, ...WHY, ...to, send: 'on' });
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('lieta ir vai var būt par viņu');
    }
    expect((await at.status()).state).toBe('received');
  });
});

describe('closing otherwise', () => {
  it('takes note with its ground', async () => {
    const at = await desk(QUESTION);
    expect((await at.act('clerk', 'take-note', { ground: 'content' })).status).toBe(303);
    expect(await at.status()).toMatchObject({ state: 'noted' });
    expect(await lastText(at)).toContain('5. panta ceturtā daļa');
    expect(await lastDetail(at)).toMatchObject({ ground: 'content' });
    expect(textOf(await at.page('clerk'))).toContain('Pēc satura atbilde nav vajadzīga');
    expect((await at.act('clerk', 'take-note', { ground: 'content' })).status).toBe(409);
  });

  it.each(['unsigned', 'offensive', 'unreadable', 'answered-before'])(
    'leaves unexamined by “%s” only with the reason that is told',
    async ground => {
      const at = await desk(QUESTION);
      const refused = await at.act('clerk', 'leave-unexamined', { ground, text: ' ' });
      expect(refused.status).toBe(422);
      expect(textOf(await refused.text())).toContain('par šo pamatu iesniedzējam jāpaziņo');
      expect((await at.act('clerk', 'leave-unexamined', { ground, text: 'Iemesls ir šāds.' })).status).toBe(
        303,
      );
      expect(await at.status()).toMatchObject({ state: 'unexamined' });
      const text = await lastText(at);
      expect(text).toContain('Iemesls ir šāds.');
      expect(text).toContain('7. panta pirmās daļas');
      expect(text).toContain('Tiesībsarga');
      expect(await lastDetail(at)).toMatchObject({ ground });
      expect(await firstFault(at.test)).toBeNull();
    },
  );

  it('needs no reason where the sender is not stated', async () => {
    const at = await desk({ kind: 'suggestion', text: 'Soliņu!' });
    expect((await at.act('clerk', 'leave-unexamined', { ground: 'no-sender' })).status).toBe(303);
    expect(await lastText(at)).toContain('7. panta pirmās daļas 1. punkts');
  });

  it('knows no other ground', async () => {
    const at = await desk(QUESTION);
    const refused = await at.act('clerk', 'leave-unexamined', { ground: 'slinkums', text: 'x' });
    expect(refused.status).toBe(422);
  });

  it('of a complaint is for the head', async () => {
    const at = await desk();
    for (const action of ['take-note', 'leave-unexamined'] as const)
      expect(
        (await at.act('clerk', action, { ground: action === 'take-note' ? 'wish' : 'unsigned', text: 'x' }))
          .status,
      ).toBe(409);
    expect((await at.status()).state).toBe('received');
  });

  it('records how and when it was withdrawn, and tells the person, who may object', async () => {
    const at = await desk(QUESTION);
    at.test.at('2026-11-25T10:00:00Z');
    expect((await at.act('clerk', 'withdraw', { channel: 'phone', on: '2026-11-24' })).status).toBe(303);
    expect(await at.status()).toMatchObject({ state: 'withdrawn' });
    expect(await lastText(at)).toContain('2026. gada 24. novembrī Jūs pa tālruni atsaucāt iesniegumu');
    expect(await lastDetail(at)).toMatchObject({ channel: 'phone', on: '2026-11-24' });
    expect(textOf(await at.page('clerk'))).toContain('pa tālruni, 2026. gada 24. novembris');
  });

  it.each([
    ['2026-11-22', 'iesniegums vēl nebija saņemts'],
    ['2026-11-24', 'nevar būt'],
    ['2026-02-30', 'datum'],
    ['1999-01-01', 'iesniegums vēl nebija saņemts'],
    ['2031-01-01', ''],
  ])('refuses to have been withdrawn on %s', async (on, message) => {
    const at = await desk(QUESTION);
    const refused = await at.act('clerk', 'withdraw', { channel: 'phone', on });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('error-summary');
    expect(html).toContain(`value="${on}"`);
    if (message.includes('saņemts')) expect(html).toContain(message);
  });
});

describe('messages', () => {
  it('reach the submitter at any time and leave nothing unread', async () => {
    const at = await desk(QUESTION);
    await at.json('/messages', { text: 'Vai saņēmāt?' });
    expect(await at.page('clerk')).toContain('izlasits/');
    // Staff pages do not address the submitter as “you”.
    expect(textOf(await at.page('clerk'))).toMatch(/Iesniedzējs .*Vai saņēmāt\?/);
    expect(textOf(await at.page('clerk'))).not.toMatch(/Jūsu ziņa|no Jums/);
    expect((await at.act('clerk', 'message', { text: 'Jā, saņēmām.' })).status).toBe(303);
    expect(await lastText(at)).toBe('Jā, saņēmām.');
    expect(textOf(await (await at.look()).text())).toContain('Jā, saņēmām.');
    expect(await at.page('clerk')).not.toContain('izlasits/');
    expect(await at.letters()).toEqual(['message-from-office']);
  });

  it('are marked as read by one button, once, without the submitter being told', async () => {
    const at = await desk(QUESTION);
    await at.json('/messages', { text: 'Paldies!' });
    const [before, version] = [await at.status(), await at.version()];
    expect((await at.act('clerk', 'read')).status).toBe(303);
    expect((await at.status()).history).toEqual(before.history);
    const again = await at.act('other', 'read', { version });
    expect(again.status).toBe(409);
    expect((await at.act('other', 'read')).status).toBe(409);
  });
});

describe('what was asked for afterwards', () => {
  async function answered() {
    const at = await desk({ text: 'Rinda', email: 'anna@paraugs.example', replyBy: 'email' });
    await at.act('director', 'answer', { ...ANSWER, send: 'on' });
    return at;
  }

  it('a review may be declined with a reason, by the head', async () => {
    const at = await answered();
    expect((await at.act('director', 'decline-review', { text: 'x' })).status).toBe(409);
    await at.json('/review', { text: 'Nepiekrītu.' });
    expect((await at.act('director', 'decline-review', { text: '' })).status).toBe(422);
    expect((await at.act('clerk', 'decline-review', { text: 'Nav kā jauna.' })).status).toBe(409);
    expect((await at.act('director', 'decline-review', { text: 'Nav kā jauna.' })).status).toBe(303);
    const status = await at.status();
    expect(status).toMatchObject({ state: 'answered', requests: { review: null } });
    expect(status.history.at(-1)?.kind).toBe('review-declined');
    expect(status.messages.at(-1)?.text).toContain('Nav kā jauna.');
    expect(status.messages.at(-1)?.text).toContain('Tiesībsarga');
    expect(await at.letters()).toEqual(['answered', 'message-from-office']);
  });

  it('a request to erase is answered with its ground, and where to complain of a refusal', async () => {
    const at = await answered();
    await at.json('/erasure', { text: 'Dzēsiet.' });
    expect((await at.act('director', 'answer-erasure', { ground: 'legal-duty' })).status).toBe(422);
    expect((await at.act('clerk', 'answer-erasure', { ground: 'legal-duty', text: 'x' })).status).toBe(409);
    const form = await at.page('director', 'datu-dzesana/');
    expect(await htmlProblems(form)).toEqual([]);
    expect(
      (await at.act('director', 'answer-erasure', { ground: 'legal-duty', text: 'Glabājam piecus gadus.' }))
        .status,
    ).toBe(303);
    const status = await at.status();
    expect(status.requests.erasure).toBeNull();
    expect(status.messages.at(-1)?.text).toContain('Arhīvu likuma 4. pants');
    expect(status.messages.at(-1)?.text).toContain('Datu valsts inspekcijā');
    expect(await lastDetail(at)).toMatchObject({ ground: 'legal-duty' });
    expect((await at.act('director', 'answer-erasure', { ground: 'granted', text: 'x' })).status).toBe(409);
  });
});

describe('every page of an action', () => {
  it.each([
    'lugt-informaciju',
    'pagarinat',
    'melnraksts',
    'parsutit',
    'atbilde',
    'pienemt-zinasanai',
    'atstat-bez-izskatisanas',
    'atsaukt',
    'zina',
  ])('%s is sound markup', async slug => {
    const at = await desk({ text: 'Rinda', rulePoints: ['5.1.2'] });
    const html = await at.page('director', `${slug}/`);
    expect(html).toContain('<form class="form"');
    expect(await htmlProblems(html)).toEqual([]);
  });
});
