// Letters about submissions filed on the English pages are in English; staff are informed of this.
import { describe, expect, it } from 'vitest';
import type { CaseAction } from '../../../api/domain/register/rights.ts';
import { migrate } from '../../../api/store/migrate.ts';
import { migrations } from '../../../api/store/migrations.ts';
import { postForm, postJson, startApp } from '../../api/harness.ts';
import { testSite } from '../../api/test-site.ts';
import { newKey } from '../../follow-up/filed.ts';
import { htmlProblems } from '../../support/html-check.ts';
import { localMailer, post } from '../../support/outbox.ts';
import { headerOf, textOf as mailText, startSmtp } from '../../support/smtp.ts';
import { type Filed, file, standingOf } from '../desk.ts';
import { ANSWER, type Desk, desk, textOf } from './desk.ts';

const EMAIL = { text: 'The queue was long.', email: 'anna@paraugs.example', replyBy: 'email' };
const QUESTION = { kind: 'question', text: 'Where do I pay?', email: 'anna@paraugs.example' };
const EN = '?lang=en';

/** All queued mail, as the mail server gets it. */
async function sent({ test }: Desk) {
  const smtp = await startSmtp();
  await post(test.database, localMailer(smtp.port)).send();
  return smtp.received.map(({ raw }) => ({
    subject: headerOf(raw, 'Subject') ?? '',
    raw,
    text: mailText({ raw }),
  }));
}

const FORWARD = {
  institution: 'Valsts ieņēmumu dienests',
  name: 'Ieva Ozola',
  post: 'Konsultante',
  place: 'Talejas iela 1, Rīga',
  phone: '67120000',
  email: 'vid@paraugs.example',
  hours: 'Pirmdiena 9.00–17.00',
  way: 'sent',
  text: 'Deklarācijas pieņem VID.',
  send: 'on',
};
const joined = (text: string): string => text.replaceAll(' \n', ' ');
const NEEDS = { text: 'Which counter was it?' };

describe('a letter about a submission filed in English', () => {
  it.each<[string, CaseAction, Record<string, string>, string]>([
    ['message', 'ask', NEEDS, 'A message about your submission'],
    ['later date', 'extend', { reason: '2', text: 'Gaidām atbildi.' }, 'The date of our reply has changed'],
    ['answer', 'answer', { ...ANSWER, send: 'on' }, 'The reply to your submission'],
  ])('tells in English and leads to the English page: %s', async (_, action, fields, subject) => {
    const at = await desk(EMAIL, undefined, EN);
    expect((await at.act('director', action, fields)).status).toBe(303);
    const letters = await sent(at);
    // The acknowledgement, and the letter about the step.
    expect(letters).toHaveLength(2);
    for (const { raw, text } of letters) {
      expect(headerOf(raw, 'Content-Language')).toBe('en');
      expect(text).toContain('/en/status/');
      expect(text).not.toMatch(/Labdien|\/gaita\//);
    }
    expect(letters.some(letter => letter.subject.startsWith(subject))).toBe(true);
  });

  it('says of words by staff that they may be in Latvian', async () => {
    const at = await desk(EMAIL, undefined, EN);
    await at.act('director', 'answer', { ...ANSWER, send: 'on' });
    const answered = (await sent(at)).find(({ subject }) => subject.includes('reply'));
    expect(joined(answered?.text ?? '')).toContain('may be in Latvian');
  });

  it.each<[string, CaseAction, Record<string, string>]>([
    ['forwarded', 'forward', FORWARD],
    ['taken note of', 'take-note', { ground: 'content', text: 'Paldies!' }],
    ['a message', 'message', { text: 'Gaidām atbildi.' }],
  ])('tells in English of a question: %s', async (_, action, fields) => {
    const at = await desk(QUESTION, undefined, EN);
    expect((await at.act('director', action, fields)).status).toBe(303);
    const [, letter] = await sent(at);
    expect(letter?.subject).toContain('A message about your submission');
    expect(headerOf(letter?.raw ?? '', 'Content-Language')).toBe('en');
  });

  it('stays English where the English pages are switched off later; what comes in then is Latvian', async () => {
    const site = { ...testSite, shellEn: null };
    const first = await startApp();
    const at = await desk(EMAIL, first, EN);
    const later = await first.restart(first.secrets, { site });
    expect((await standingOf(later, at)).language).toBe('en');
    expect((await standingOf(later, await file(later, { text: 'Latviski.' }, EN))).language).toBe('lv');
  });
});

describe('which language a submission has', () => {
  it('is Latvian unless it came from the English pages, by form, with files or not', async () => {
    const test = await startApp();
    const language = async (filed: Filed) => (await standingOf(test, filed)).language;
    expect(await language(await file(test))).toBe('lv');
    expect(await language(await file(test, { text: 'No address.' }, EN))).toBe('en');
    expect(await language(await file(test, QUESTION, EN))).toBe('en');
    const form = await postForm(test.app, '/api/complaints?lang=en', {
      text: 'By form.',
      idempotencyKey: newKey(),
    });
    expect(form.status).toBe(303);
    const { rows } = await test.database.execute({
      sql: 'SELECT language FROM submissions ORDER BY id',
    });
    expect(rows.map(row => row['language'])).toEqual([null, 'en', 'en', 'en']);
  });

  it('stays what it was when the same send is repeated from the page in the other language', async () => {
    const test = await startApp();
    const headers = { 'idempotency-key': newKey() };
    const send = (query: string) => postJson(test.app, `/api/complaints${query}`, EMAIL, headers);
    const first = (await (await send(EN)).json()) as Filed;
    const again = await send('');
    expect(again.status).toBe(201);
    expect(((await again.json()) as Filed).reference).toBe(first.reference);
    expect((await standingOf(test, first)).language).toBe('en');
  });

  it('is Latvian for what an older version has stored', async () => {
    const test = await startApp();
    const filed = await file(test);
    expect(migrations.map(({ id }) => id)).toContain('0023-language');
    expect(await migrate(test.database)).toEqual([]);
    expect((await standingOf(test, filed)).language).toBe('lv');
  });
});

describe('staff', () => {
  it('see on the case that it was filed in English, and what the law says', async () => {
    const at = await desk(EMAIL, undefined, EN);
    const html = await at.page('clerk');
    expect(await htmlProblems(html)).toEqual([]);
    expect(textOf(html)).toContain('Iesniegts angļu valodas lapā');
    expect(textOf(html)).toContain('Valsts valodas likuma 10. pants');
    expect(textOf(await at.page('clerk', 'druka/'))).toContain('iesniegts angļu valodas lapā');
  });

  it('see nothing of it on others', async () => {
    const at = await desk(EMAIL);
    expect(await at.page('clerk')).not.toContain('angļu');
  });
});
