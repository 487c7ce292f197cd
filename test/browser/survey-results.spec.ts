// Results of a survey, for staff as they come and for everybody where the editor shows them: by eye, keyboard, screen reader,
// on a phone, on paper, without scripts.
import { readFileSync } from 'node:fs';
import type { SiteBundle } from '../../api/domain/site-bundle.ts';
import { land } from '../surveys/landed.ts';
import { manyAnswers } from '../surveys/many-answers.ts';
import { deskOf } from './desk.ts';
import { type Centre, expect, expectAccessible, test } from './fixtures.ts';
import { inRegister } from './register.ts';

const PUBLIC = '/aptaujas/klientu-aptauja/rezultati/';
const DESK = '/registrs/aptaujas/klientu-aptauja/';
/** Months before this one: they are over, whenever the test runs. */
const MONTHS = Array.from({ length: 4 }, (_, i) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 4 + i, 1)).toISOString().slice(0, 7);
});

async function answered(centre: Centre, count: number): Promise<void> {
  const site: Pick<SiteBundle, 'surveys'> = JSON.parse(readFileSync('build/site-bundle.json', 'utf8'));
  const survey = site.surveys.find(({ id }) => id === 'klientu-aptauja');
  if (!survey) throw new Error('the built site has the survey');
  await inRegister(centre.folder, async ({ database, deps }) => {
    await land({ database, deps }, survey, manyAnswers(survey, { count, months: MONTHS }));
  });
}

test('everybody sees bars with tables beside, in both languages and on a phone, without scripts', async ({
  browser,
  centre,
}) => {
  await answered(centre, 400);
  const context = await browser.newContext({ baseURL: centre.origin, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(PUBLIC);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kā mēs Jūs apkalpojām?');
    expect(await page.getByRole('table').count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expectAccessible(page);
  }
  await page.goto('/en/surveys/klientu-aptauja/results/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
  await context.close();
});

test('a survey leads to its results, and these to the data', async ({ page, centre, request }) => {
  await answered(centre, 60);
  await page.goto('/aptaujas/');
  await page
    .getByRole('link', { name: /^Rezultāti/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${PUBLIC}$`));
  for (const name of ['CSV', 'JSON']) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    const answer = await request.get(`${centre.origin}${href}`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).not.toContain('Viss labi');
  }
});

test('where nobody has answered, the page says so', async ({ page }) => {
  await page.goto(PUBLIC);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test('staff see them live: few, many, split, and printed', async ({ browser, centre }) => {
  const { page } = await deskOf(browser, centre, { roles: ['clerk'] });
  await page.goto(DESK);
  await expectAccessible(page);
  await answered(centre, 1);
  await page.reload();
  await expect(page.getByText('n = 1').first()).toBeVisible();
  await answered(centre, 300);
  await page.goto(`${DESK}?grupa=kanals`);
  await expect(page.getByText('Klātienē').first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.goto('/registrs/aptaujas/');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
