// A survey with a conditional question: page by page without scripts, shown in place with them.

import { join } from 'node:path';
import { runScript } from '../support/process.ts';
import { type Centre, expect, expectAccessible, test } from './fixtures.ts';

const SURVEY = '/aptaujas/klientu-aptauja/';
const WHY = 'Kāpēc jautājums netika atrisināts līdz galam?';
const SOLVED = 'Vai Jūsu jautājums tika atrisināts?';

/** The stored answers, read in another process: two SQLite libraries in one do not see each other's locks. */
const stored = ({ folder }: Centre): { answers: Record<string, unknown>; flags: string }[] =>
  JSON.parse(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const file = new DatabaseSync(process.argv[1], { readOnly: true });
       const rows = file.prepare('SELECT answers, flags FROM survey_answers').all();
       process.stdout.write(JSON.stringify(rows.map(row => ({ ...row, answers: JSON.parse(row.answers) }))));`,
      join(folder, 'kac.db'),
    ),
  );

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the survey comes page by page, and nobody is asked what is not theirs', async ({ page, centre }) => {
    const next = () => page.getByRole('button', { name: 'Tālāk' }).click();
    const send = page.getByRole('button', { name: 'Nosūtīt atbildes' });
    await page.goto(SURVEY);
    await expect(page.getByText('1. lapa no 5')).toBeVisible();
    await expect(send).toHaveCount(0);
    await page.getByLabel('Klātienē').check();
    await next();
    await expect(page.getByText('2. lapa no 5')).toBeVisible();
    await page.getByRole('group', { name: SOLVED }).getByLabel('Daļēji').check();
    await next();
    await page.getByRole('group', { name: WHY }).getByLabel('Trūka dokumentu vai ziņu').check();
    // The answer is changed to “solved”: the page that asks why is skipped, and its answers are not sent.
    await page.getByRole('button', { name: 'Atpakaļ' }).click();
    await expect(page.getByRole('group', { name: SOLVED }).getByLabel('Daļēji')).toBeChecked();
    await page.getByRole('group', { name: SOLVED }).getByLabel('Jā', { exact: true }).check();
    await next();
    await expect(page.getByText('4. lapa no 5')).toBeVisible();
    await next();
    await page.locator('textarea').last().fill('Vairāk krēslu.');
    await send.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
    expect(stored(centre)).toMatchObject([{ answers: { kanals: 'klatiene', atrisinats: 'ja' } }]);
    expect(stored(centre)[0]?.answers).not.toHaveProperty('kas-trauca');
  });

  test('a fault is told on its own page, and everything typed is still there', async ({ page }) => {
    await page.goto(SURVEY);
    await page.getByLabel('Pa tālruni').check();
    for (let turned = 0; turned < 3; turned += 1) await page.getByRole('button', { name: 'Tālāk' }).click();
    await page.locator('textarea').last().fill('a'.repeat(3000));
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page).toHaveTitle(/^Kļūda: /);
    await expect(page.getByText('5. lapa no 5')).toBeVisible();
    await expect(page.locator('textarea').last()).toHaveValue('a'.repeat(3000));
    await page.locator('textarea').last().fill('Īsāk.');
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
  });
});

test('where scripts do not load, each page is accessible', async ({ page }) => {
  await page.route('**/_astro/*.js', route => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(SURVEY);
  for (let number = 1; number < 5; number += 1) {
    await expect(page.getByText(`${number}. lapa no 5`)).toBeVisible();
    await expectAccessible(page);
    if (number === 2) await page.getByRole('group', { name: SOLVED }).getByLabel('Daļēji').check();
    await page.getByRole('button', { name: 'Tālāk' }).click();
  }
  await page.locator('textarea').last().fill('a'.repeat(3000));
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page).toHaveTitle(/^Kļūda: /);
  await expectAccessible(page);
});

test.describe('with JavaScript', () => {
  test('the survey stands on one page, and a question comes and goes in its place', async ({
    page,
    centre,
  }) => {
    await page.goto(SURVEY);
    const why = page.getByRole('group', { name: WHY });
    const solved = page.getByRole('group', { name: SOLVED });
    await expect(page.getByText('Atbildēts: 0 no 15')).toBeVisible();
    await expect(why).toBeHidden();
    await solved.getByLabel('Nē', { exact: true }).check();
    await expect(why).toBeVisible();
    await expect(page.getByText('Atbildēts: 1 no 16')).toBeVisible();
    await why.getByLabel('Cits iemesls').check();
    await expectAccessible(page);
    await solved.getByLabel('Jā', { exact: true }).check();
    await expect(why).toBeHidden();
    await solved.getByLabel('Nē', { exact: true }).check();
    await expect(why.getByLabel('Cits iemesls')).toBeChecked();
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
    expect(stored(centre)).toMatchObject([{ answers: { atrisinats: 'ne', 'kas-trauca': ['cits'] } }]);
  });

  test('a draft brings back the question that hangs on an answer', async ({ page }) => {
    await page.goto(SURVEY);
    await page.getByRole('group', { name: SOLVED }).getByLabel('Daļēji').check();
    await page.getByRole('group', { name: WHY }).getByLabel('Nesapratu, kas man jādara').check();
    await expect(page.getByText('saglabāt').first()).toBeVisible();
    await page.reload();
    await expect(
      page.getByRole('group', { name: WHY }).getByLabel('Nesapratu, kas man jādara'),
    ).toBeChecked();
  });

  test('with a fault it comes back as one page again', async ({ page }) => {
    await page.goto(SURVEY);
    await page.locator('textarea').last().fill('a'.repeat(3000));
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page).toHaveTitle(/^Kļūda: /);
    await expect(page.locator('textarea').last()).toBeVisible();
    await expect(page.getByRole('group', { name: SOLVED })).toBeVisible();
    await expectAccessible(page);
  });

  test('fits the narrowest screen', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(SURVEY);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
