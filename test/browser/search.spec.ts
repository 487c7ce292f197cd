// Searching in a real browser: while typing, by keyboard, with a screen reader, without JavaScript, and when
// nothing is found.
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
    // Once when the field gets the focus, once more when something is typed.
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

test.describe('in the English edition', () => {
  const english = (page: Page) => page.getByRole('searchbox', { name: 'What are you looking for?' });

  test('results come as one types, English first, Latvian ones in their own voice', async ({ page }) => {
    await page.goto('/en/hours/');
    await page.getByRole('searchbox', { name: 'Search this website' }).fill('complaint');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/search\/\?q=complaint$/);
    await expect(hits(page).first()).toHaveText('Make a complaint');
    await english(page).fill('dog');
    await expect(hits(page).first()).toHaveText('Suņa reģistrācija un ziņu maiņa');
    await expect(hits(page).first()).toHaveAttribute('lang', 'lv');
    await expect(page.locator('.hit').first()).toContainText('Service · in Latvian');
    await expect(page).toHaveURL(/\/en\/search\/\?q=dog$/);
    await expect(page.getByRole('status')).toHaveText(/^\d+ results?\.$/);
    await expectAccessible(page);
  });

  test('the language switch keeps what was typed since', async ({ page }) => {
    await page.goto('/en/search/?q=dog');
    await english(page).fill('suns');
    await expect(page).toHaveURL(/q=suns$/);
    await page.getByRole('banner').getByRole('link', { name: 'Latviski' }).first().click();
    await expect(page).toHaveURL(/\/meklet\/\?q=suns$/);
    await expect(field(page)).toHaveValue('suns');
  });

  test('a static host’s page answers by itself', async ({ page }) => {
    await page.route('**/en/search/?q=*', route => route.fulfill({ path: distFile('en/search/index.html') }));
    await page.goto('/en/search/?q=opening%20hours');
    await expect(hits(page).first()).toHaveText('Opening hours');
  });
});

test.describe('in the English edition without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing found leads on, and the note arrives with an English receipt', async ({ page }) => {
    await page.goto('/en/');
    await page.getByRole('searchbox', { name: 'Search this website' }).fill('zzzz');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing found for “zzzz”' })).toBeVisible();
    await page.getByLabel('What were you looking for?').fill('A swimming pool');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect(page).toHaveURL(/\/sanemts\/\?lang=en$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Thank you');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours at 320 px`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });
    test('results, nothing and a long query are accessible and whole', async ({ page }) => {
      const queries = ['pabalsti', 'zzzz', `nodoklis ${'garš'.repeat(60)}`, 'nodklis automašīna'];
      const latvian = queries.map(query => `/meklet/?q=${encodeURIComponent(query)}`);
      for (const address of [...latvian, '/en/search/?q=passport', '/en/search/?q=zzzz']) {
        await page.goto(address);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, address).toBe(0);
      }
    });
  });
}
