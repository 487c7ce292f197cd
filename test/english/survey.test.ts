// A translated survey answered in English: form, refusals and receipt in English, the same questions stored; others stay Latvian.
import { expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { translated } from '../../src/forms/survey/english.ts';
import { cookieOf, postForm, startApp } from '../api/harness.ts';
import { testSite } from '../api/test-site.ts';

const KEY = 'key-0123456789-abcdef';
const open = testSite.surveys.find(({ id }) => id !== 'slegta' && id !== 'gaidama');
if (open === undefined) throw new Error('no survey');
const { id, sections } = open;
const address = `/api/surveys/${id}/responses`;
const questions = sections.flatMap(section => section.questions);

const english = translated(open, {
  title: 'Client survey',
  summary: 'A survey.',
  thanks: 'Thank you very much!',
  sections: {},
  questions: Object.fromEntries(
    questions.map((question, i) => [question.id, { label: `English question ${i}` }]),
  ),
});

async function start() {
  const test = await startApp();
  const site = { ...testSite, surveysEn: [english] };
  return { ...test, app: createApp(() => ({ ...test.deps, site })) };
}

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

it('stays Latvian where nobody has translated it', async () => {
  const { app } = await startApp();
  const sent = await postForm(app, `${address}?lang=en`, { laipniba: '5', idempotencyKey: KEY });
  expect(sent.headers.get('location')).toBe('/sanemts/');
  const rejected = await (await postForm(app, `${address}?lang=en`, { unknown: '1' })).text();
  expect(rejected).toContain('Nosūtīt atbildes');
  expect(rejected).toContain(`action="${address}"`);
});
