// At an unusual rate: the browser's proof of work in the real widget, the way without scripts, the pages of
// the limits.
import type { Page } from '@playwright/test';
import { type Centre, expect, expectAccessible, fileComplaint, test } from './fixtures.ts';

const TEXT = 'Rinda “bija” <gara> & lēna.';

/** Writes a complaint and sends it; the test checks the result. */
async function send(page: Page, text = TEXT): Promise<void> {
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill(text);
  await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
}

const sendAgain = (page: Page) => page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
const thanks = (page: Page) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
const isAsked = (page: Page) => expect(page).toHaveTitle(/^Vēl viens solis: Iesniegt sūdzību/);
const widget = (page: Page) => page.getByLabel('Es neesmu programma');

/** The spam suspicions about the last submission, apart from the test's fast typing. */
const suspicions = ({ log }: Centre): string[] =>
  String(log.at(-1)?.detail?.['suspicions'] ?? '')
    .split(' ')
    .filter(word => word !== '' && word !== 'too-fast');

test.describe('over the limit for submissions', () => {
  test.use({ settings: { KAC_LIMIT_SUBMIT: '1/3' } });

  test('the browser does its proof of work when the form is sent again', async ({ page, centre }) => {
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    await fileComplaint(page);
    expect(requests.filter(url => /proof-of-work|altcha|challenge/.test(url))).toEqual([]);
    await send(page);
    await isAsked(page);
    await expect(page.locator('.notice')).toBeFocused();
    await expect(page.getByLabel('Sūdzības teksts')).toHaveValue(TEXT);
    await expect(widget(page)).toBeVisible();
    const sent = page.waitForRequest(request => request.method() === 'POST');
    await sendAgain(page);
    const proof = new URLSearchParams((await sent).postData() ?? '').get('proofOfWork') ?? '';
    expect(proof).toMatch(/^[\w+/=]{200,}$/);
    // Only the puzzle and its solution, nothing about how the person moved, scrolled or typed.
    expect(Object.keys(JSON.parse(atob(proof))).toSorted()).toEqual(['challenge', 'solution']);
    await thanks(page);
    expect(suspicions(centre)).toEqual([]);
    expect(requests.filter(url => !url.startsWith(centre.origin))).toEqual([]);
  });

  test('the check can be done with the keyboard before sending', async ({ page, centre }) => {
    await fileComplaint(page);
    await send(page);
    await expect(widget(page)).toBeVisible();
    await page.getByLabel(/^Piekrītu, ka mana identitāte/).focus();
    await page.keyboard.press('Tab');
    await expect(widget(page)).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByLabel('Pārbaudīts')).toBeChecked();
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Nosūtīt sūdzību' })).toBeFocused();
    await page.keyboard.press('Enter');
    await thanks(page);
    expect(suspicions(centre)).toEqual([]);
  });

  test('a proof that grew old on an open page is done anew', async ({ page, centre }) => {
    await fileComplaint(page);
    await send(page);
    await widget(page).click();
    await expect(page.getByLabel('Pārbaudīts')).toBeChecked();
    await page.evaluate("document.querySelector('altcha-widget').reset('expired')");
    await expect(page.getByText('Pārbaude ir novecojusi')).toBeVisible();
    await sendAgain(page);
    await thanks(page);
    expect(suspicions(centre)).toEqual([]);
  });

  test('a double click while the check runs sends once', async ({ page, centre }) => {
    await fileComplaint(page);
    await send(page);
    await expect(widget(page)).toBeVisible();
    // A slow phone: the second click comes while the challenge is being fetched.
    await page.route('**/api/challenge', async route => {
      await new Promise(resolve => setTimeout(resolve, 500));
      await route.continue();
    });
    // Counted at the server: the page's service worker may intercept requests.
    const arrived = () => centre.log.filter(({ event }) => event === 'submission').length;
    const before = arrived();
    await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).dblclick();
    await thanks(page);
    expect(arrived() - before).toBe(1);
    expect(suspicions(centre)).toEqual([]);
  });

  test('a check that fails says so, and the next send goes without', async ({ page, centre }) => {
    await fileComplaint(page);
    await send(page);
    await expect(widget(page)).toBeVisible();
    await page.route('**/api/challenge', route => route.fulfill({ status: 404, body: '{}' }));
    await sendAgain(page);
    await expect(page.getByRole('alert').filter({ hasText: 'Pārbaude neizdevās' })).toBeVisible();
    await expectAccessible(page);
    await sendAgain(page);
    await thanks(page);
    expect(suspicions(centre)).toEqual(['no-proof']);
  });

  test('the page is English where the form was', async ({ page }) => {
    await fileComplaint(page);
    await page.goto('/en/complaint/');
    await page.getByLabel('Your complaint').fill('A queue.');
    await page.getByRole('button', { name: 'Send the complaint' }).click();
    await expect(page).toHaveTitle(/^One more step: Make a complaint/);
    await expect(page.getByLabel('I am not a program')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send the complaint' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, we have your complaint');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('it is asked once, sent all the same, and refused at the hard limit with everything typed', async ({
      page,
      centre,
    }) => {
      await fileComplaint(page);
      for (let i = 0; i < 2; i += 1) {
        await send(page);
        await isAsked(page);
        await expect(page.getByText('Bez JavaScript')).toBeVisible();
        await expect(widget(page)).toHaveCount(0);
        await sendAgain(page);
        await thanks(page);
        expect(suspicions(centre)).toEqual(['no-proof']);
      }
      await send(page);
      await expect(page).toHaveTitle(/^Vēl nav nosūtīts: Iesniegt sūdzību/);
      await expect(page.getByLabel('Sūdzības teksts')).toHaveValue(TEXT);
      await expect(page.getByRole('link', { name: /^\+371/ }).first()).toBeVisible();
    });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${colorScheme} colours`, () => {
      test.use({ colorScheme });

      test('the asked and the refused page are accessible', async ({ page }) => {
        await fileComplaint(page);
        await send(page);
        await expect(widget(page)).toBeVisible();
        await expectAccessible(page);
        await sendAgain(page);
        await thanks(page);
        await send(page);
        await sendAgain(page);
        await thanks(page);
        await send(page);
        await expect(page.getByRole('heading', { name: 'Veidlapa vēl nav nosūtīta' })).toBeVisible();
        await expect(page.locator('.notice')).toBeFocused();
        await expectAccessible(page);
      });
    });
  }
});

test.describe('over the limit for look-ups', () => {
  test.use({ settings: { KAC_LIMIT_LOOKUP: '1' } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`in ${colorScheme} colours`, () => {
      test.use({ colorScheme });

      test('the page says when to come again and keeps the code', async ({ page }) => {
        const code = await fileComplaint(page);
        const lookUp = async () => {
          await page.goto('/gaita/');
          await page.getByLabel('Izsekošanas kods').fill(code);
          await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
        };
        await lookUp();
        await expect(page.getByText('Saņemts.', { exact: false }).first()).toBeVisible();
        await lookUp();
        await expect(page.getByRole('heading', { name: 'Gaitu pašlaik nevar parādīt' })).toBeVisible();
        await expect(page.locator('.notice')).toBeFocused();
        await expect(page.getByLabel('Izsekošanas kods')).toHaveValue(code);
        await expectAccessible(page);
      });
    });
  }
});

test('the field nobody sees is met by no one', async ({ page }) => {
  await page.goto('/sudziba/');
  const trap = page.locator('input[name=website]');
  await expect(trap).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: /Tīmekļvietne/ })).toHaveCount(0);
  expect(await trap.evaluate(input => input.parentElement?.getBoundingClientRect().width)).toBe(1);
  const names = new Set<string>();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    names.add(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? ''));
  }
  expect(names.has('text')).toBe(true);
  expect(names.has('website')).toBe(false);
});
