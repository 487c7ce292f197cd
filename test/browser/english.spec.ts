// A complaint in English from the home page to the look-up, with and without JavaScript; every state is
// accessible.
import { expect, expectAccessible, test } from './fixtures.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a complaint is mended, filed and looked up in English', async ({ page, centre }) => {
      await page.goto('/en/');
      await page.getByRole('main').getByRole('link', { name: 'Make a complaint' }).first().click();
      await page.getByLabel('E-mail address').fill('nobody');
      await page.getByRole('button', { name: 'Send the complaint' }).click();
      await expect(page).toHaveTitle(/^Error: Make a complaint/);
      await expect(page.locator('.error-summary')).toBeFocused();
      await page.getByLabel('Your complaint').fill('The queue was long.');
      await page.getByLabel('E-mail address').fill('ann@example.com');
      await page.getByRole('button', { name: 'Send the complaint' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, we have your complaint');
      expect(page.url()).toBe(`${centre.origin}/sanemts/?lang=en`);
      const code = (await page.locator('.code').textContent()) ?? '';
      const reference = (await page.locator('.receipt__reference').textContent()) ?? '';
      await page.getByRole('link', { name: 'Track a submission' }).first().click();
      await page.getByLabel('Tracking code').fill(code);
      await page.getByRole('button', { name: 'Show progress' }).click();
      await expect(page.getByText(reference)).toBeVisible();
      await expect(page.getByText('Submission received and registered')).toBeVisible();
    });
  });
}

test('the switch keeps the receipt and changes its language', async ({ page }) => {
  await page.goto('/en/complaint/');
  await page.getByLabel('Your complaint').fill('The queue was long.');
  await page.getByRole('button', { name: 'Send the complaint' }).click();
  const code = await page.locator('.code').textContent();
  await page.locator('.site-header__aside').getByRole('link', { name: 'Latviski' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');
  await expect(page.locator('.code')).toHaveText(code ?? '');
  await page.locator('.site-header__aside').getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, we have your complaint');
});

test('the counter speaks English', async ({ page }) => {
  await page.goto('/en/complaint/');
  await page.getByLabel('Your complaint').fill('a'.repeat(10_001));
  await expect(page.getByText('1 character too many').first()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test('rejected form, receipt, status, unknown code and receipt check are accessible', async ({
      page,
    }) => {
      await page.goto('/en/complaint/');
      await page.getByRole('button', { name: 'Send the complaint' }).click();
      await expectAccessible(page);
      await page.getByLabel('Your complaint').fill('The queue was long.');
      await page.getByRole('button', { name: 'Send the complaint' }).click();
      await expectAccessible(page);
      const code = (await page.locator('.code').textContent()) ?? '';
      for (const typed of [code, '0000-0000-0000-0000']) {
        await page.goto('/en/status/');
        await page.getByLabel('Tracking code').fill(typed);
        await page.getByRole('button', { name: 'Show progress' }).click();
        await expectAccessible(page);
      }
      await page.goto('/en/receipt-check/');
      await page.getByLabel('Text of the receipt').fill('nothing');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(page.getByText('The receipt is not valid').first()).toBeVisible();
      await expectAccessible(page);
    });
  });
}
