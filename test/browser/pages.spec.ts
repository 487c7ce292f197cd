// Every page of the site in a real browser: accessible in both colour schemes, complete on a small screen,
// without requests to other hosts.
import { builtPages } from '../site/dist.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { shiftOf, watchShifts } from './shift.ts';

/** The kiosk's services, events and people are alike; `kiosk.spec.ts` checks one of each. */
const addresses = builtPages()
  .map(({ address }) => address)
  .filter(address => !/^\/kiosks\/[a-z]+\/.+/.test(address));
/** One page of each kind, for tests where the template matters and not the text. */
const KINDS = addresses.filter(
  address =>
    !/^\/(pakalpojumi|darbinieki)\/.+/.test(address) || /suna-registracija|anna-parauga/.test(address),
);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test.setTimeout(600_000);

    test('every page is accessible', async ({ page }) => {
      for (const address of colorScheme === 'light' ? addresses : KINDS) {
        await test.step(address, async () => {
          await page.goto(address);
          await expectAccessible(page);
        });
      }
    });
  });
}

test.describe('on a screen 320 px wide', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('no page scrolls sideways', async ({ page }) => {
    for (const address of addresses) {
      await page.goto(address);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, address).toBe(0);
    }
  });
});

test('pages ask nothing of others and set no cookie', async ({ page, context, centre }) => {
  const foreign: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(centre.origin)) foreign.push(request.url());
  });
  for (const address of KINDS) await page.goto(address);
  expect(foreign).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(
    await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length),
  ).toBe(0);
});

test('nothing moves while a page loads', async ({ page }) => {
  await watchShifts(page);
  for (const address of ['/', '/sudziba/', '/pakalpojumi/', '/noteikumi/']) {
    await page.goto(address);
    expect(await shiftOf(page), address).toBe(0);
  }
});

test('an unknown address leads on', async ({ page }) => {
  const response = await page.goto('/nav-tadas/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  expect(page.url()).not.toContain('nav-tadas');
});

test.describe('without JavaScript on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  test('the menu opens and leads on', async ({ page }) => {
    await page.goto('/');
    await page.getByText('Izvēlne', { exact: true }).click();
    await page.getByRole('link', { name: 'Noteikumi', exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toContain('/noteikumi/');
  });
});

test('a point of the rules has an address of its own', async ({ page }) => {
  await page.goto('/noteikumi/#p-5.2.3');
  await expect(page.locator('[id="p-5.2.3"]')).toBeInViewport();
});
