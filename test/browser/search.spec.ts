// Searching in a real browser: as one types, by keyboard, aloud, without JavaScript, and when nothing is found.
import type { Page } from '@playwright/test';
import { distFile } from '../site/dist.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const field = (page: Page) => page.getByRole('searchbox', { name: 'Ko meklējat?' });
const hits = (page: Page) => page.locator('.hit a');

test.describe('with JavaScript', () => {
  test('results come as one types, also without diacritics', async ({ page }) => {
    await page.goto('/meklet/');
    await field(page).pressSequentially('sunim', { delay: 20 });
    await expect(hits(page).first()).toHaveText('Suņa reģistrācija un ziņu maiņa');
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Meklējot “sunim”');
    await expect(page).toHaveURL(/\/meklet\/\?q=sunim$/);
    await expectAccessible(page);
  });

  test('the count is said aloud once typing rests', async ({ page }) => {
    await page.goto('/meklet/');
    const status = page.getByRole('status');
    await expect(status).toBeEmpty();
    await field(page).fill('pabalsti');
    await expect(hits(page).first()).toBeVisible();
    await expect(status).toBeEmpty();
    await expect(status).toHaveText(/^Kopā atrasti \d+ rezultāti\.$/);
    await field(page).fill('qqqqqqq');
    await expect(status).toHaveText('Nekas nav atrasts.');
  });

  test('arrows lead through the results and back, Enter opens all of them', async ({ page }) => {
    await page.goto('/meklet/');
    await field(page).fill('nodoklis');
    await expect(hits(page).first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).nth(0)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^nodoklis – Meklēšana/);
    await expect(field(page)).toHaveValue('nodoklis');
  });

  test('going back from a result shows what was there', async ({ page }) => {
    await page.goto('/meklet/');
    await field(page).fill('kapi');
    await hits(page).first().click();
    await expect(page).toHaveURL(/kapavietas/);
    await page.goBack();
    await expect(field(page)).toHaveValue('kapi');
    await expect(hits(page).first()).toHaveText('Kapavietas ierādīšana un kopšana');
  });

  test('an emptied field shows the beginning again', async ({ page }) => {
    await page.goto('/meklet/?q=suns');
    await field(page).fill('');
    await expect(page.getByRole('heading', { name: 'Biežāk vajadzīgie pakalpojumi' })).toBeVisible();
    await expect(page).toHaveURL(/\/meklet\/$/);
  });

  test('a question about one query goes when another is typed', async ({ page }) => {
    await page.goto('/meklet/?q=zzzz');
    await expect(page.getByLabel('Ko meklējāt?')).toBeVisible();
    await field(page).fill('suns');
    await expect(hits(page).first()).toBeVisible();
    await expect(page.getByLabel('Ko meklējāt?')).toBeHidden();
  });

  test('a static host’s page answers by itself', async ({ page }) => {
    await page.route('**/meklet/?q=*', route => route.fulfill({ path: distFile('meklet/index.html') }));
    await page.goto('/meklet/?q=kad%20str%C4%81d%C4%81');
    await expect(hits(page).first()).toHaveText('Darba laiks');
    await expect(field(page)).toHaveValue('kad strādā');
  });

  test('the index is loaded by the first use only, and markup stays text', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', request => {
      if (request.url().endsWith('.json')) loaded.push(new URL(request.url()).pathname);
    });
    await page.goto('/meklet/');
    expect(loaded).toEqual([]);
    await field(page).fill('<img src=x onerror=alert(1)>');
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('<img src=x');
    expect(loaded).toEqual(['/dati/meklesana.json']);
    await expect(page.locator('main img')).toHaveCount(0);
  });
});

test.describe('where the index cannot be read', () => {
  test('the form works as without a script', async ({ page }) => {
    let asked = 0;
    await page.route('**/meklesana.json', async route => {
      await route.fulfill({ body: '{"columns":' });
      asked++;
    });
    await page.goto('/meklet/');
    await field(page).fill('suns');
    // Once as the field is entered, once more as something is typed.
    await expect.poll(() => asked).toBe(2);
    await expect(page.getByRole('heading', { name: 'Biežāk vajadzīgie pakalpojumi' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(hits(page).first()).toHaveText('Suņa reģistrācija un ziņu maiņa');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('the box in the header leads to results', async ({ page }) => {
    await page.goto('/darba-laiks/');
    await page.getByRole('searchbox', { name: 'Meklēt vietnē' }).fill('sudzibam');
    await page.getByRole('button', { name: 'Meklēt' }).click();
    await expect(page).toHaveURL(/\/meklet\/\?q=sudzibam$/);
    await expect(hits(page).first()).toHaveText('Iesniegt sūdzību');
    await hits(page).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Iesniegt sūdzību');
  });

  test('nothing found leads on: near words, the phone, and a note that arrives', async ({ page }) => {
    await page.goto('/meklet/?q=rekonstrukcija');
    await expect(page.getByRole('link', { name: 'reģistrācija', exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: /^\+371/ })).toBeVisible();
    await page.getByLabel('Ko meklējāt?').fill('Kā pārbūvēt šķūni');
    await page.getByRole('button', { name: 'Nosūtīt' }).click();
    await expect(page).toHaveURL(/\/sanemts\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Paldies');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours at 320 px`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });
    test('results, nothing and a long query are accessible and whole', async ({ page }) => {
      for (const query of ['pabalsti', 'zzzz', `nodoklis ${'garš'.repeat(60)}`, 'nodklis automašīna']) {
        await page.goto(`/meklet/?q=${encodeURIComponent(query)}`);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, query).toBe(0);
      }
    });
  });
}
