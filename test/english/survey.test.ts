// A translated survey answered in English: form, refusals and receipt in English, the same questions stored; others stay Latvian.
import { expect, it } from 'vitest';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';
import { translated } from '../../src/forms/survey/english.ts';
import { cookieOf, postForm, startApp, type TestApp } from '../api/harness.ts';
import { staffSurvey, testSite } from '../api/test-site.ts';
import { ANSWERS, invite, RESPONSES } from '../surveys/staff.ts';

const KEY = 'key-7hQ2vX9mRk-abcdef';
const [open] = testSite.surveys.filter(
  ({ audience, opens }) => audience === 'public' && opens < '2026-11',
) as [SurveyDefinition];
const { id } = open;
const address = `/api/surveys/${id}/responses`;

const inEnglish = (survey: SurveyDefinition): SurveyDefinition => {
  const questions = survey.sections.flatMap(section => section.questions);
  return translated(survey, {
    title: 'Client survey',
    summary: 'A survey.',
    thanks: 'Thank you very much!',
    sections: {},
    questions: Object.fromEntries(
      questions.map((question, i) => [question.id, { label: `English question ${i}` }]),
    ),
  });
};

const start = (survey: SurveyDefinition = open): Promise<TestApp> =>
  startApp({ site: { ...testSite, surveysEn: [inEnglish(survey)] } });

it('comes back in English when something is wrong, and posts to the English address again', async () => {
  const { app } = await start();
  const response = await postForm(app, `${address}?lang=en`, { unknown: '1' });
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('English question 0');
  expect(html).toContain(`action="${address}?lang=en"`);
  expect(html).toContain('Send the answers');
});

it('leads to an English receipt', async () => {
  const { app } = await start();
  const sent = await postForm(app, `${address}?lang=en`, { laipniba: '5', idempotencyKey: KEY });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/sanemts/?lang=en']);
  const cookie = cookieOf(sent);
  const page = async (path: string) =>
    (await app.request(path, { headers: { accept: 'text/html', cookie } })).text();
  const receipt = await page('/sanemts/?lang=en');
  for (const part of [
    '<html lang="en">',
    'Thank you for your answers',
    'Thank you very much!',
    'Number of receipt',
    'href="/en/"',
  ])
    expect(receipt).toContain(part);
  expect(await page('/sanemts/')).toContain(open.thanks);
});

it('is stored as the survey it is, in whatever language it was answered', async () => {
  const { app, database } = await start();
  await postForm(app, `${address}?lang=en`, { laipniba: '5', idempotencyKey: KEY });
  await postForm(app, address, { laipniba: '4', idempotencyKey: `${KEY}-2` });
  const stored = await database.execute({ sql: 'SELECT survey, version, definition FROM survey_versions' });
  expect(stored.rows).toHaveLength(1);
  expect(String(stored.rows[0]?.['definition'])).not.toContain('English question');
});

it('is by invitation in English, too', async () => {
  const test = await start(staffSurvey);
  const { app } = test;
  const [token = ''] = await invite(test, 5);
  const rejected = await (await postForm(app, `${RESPONSES}?lang=en`, { laipniba: '4', token: 'x' })).text();
  for (const part of ['<html lang="en">', 'English question 0', `action="${RESPONSES}?lang=en"`])
    expect(rejected).toContain(part);
  const { uzlabot, laipniba } = ANSWERS;
  const sent = await postForm(app, `${RESPONSES}?lang=en`, { laipniba, uzlabot, token });
  const thanks = sent.headers.get('location') ?? '';
  expect([sent.status, thanks]).toEqual([303, `/aptaujas/${staffSurvey.id}/sanemts/?lang=en`]);
  const page = await (await app.request(thanks, { headers: { accept: 'text/html' } })).text();
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Thank you very much!');
});

it('stays Latvian where nobody has translated it', async () => {
  const { app } = await startApp();
  const sent = await postForm(app, `${address}?lang=en`, { laipniba: '5', idempotencyKey: KEY });
  expect(sent.headers.get('location')).toBe('/sanemts/');
  const rejected = await (await postForm(app, `${address}?lang=en`, { unknown: '1' })).text();
  expect(rejected).toContain('Nosūtīt atbildes');
  expect(rejected).toContain(`action="${address}"`);
});
