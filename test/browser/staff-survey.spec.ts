// A staff survey from the envelope to the thanks: slips made in the register, a code typed from one of them,
// answers sent.
import type { Browser } from '@playwright/test';
import { type Desk, deskOf } from './desk.ts';
import { type Centre, expect, expectAccessible } from './fixtures.ts';
import { registerTest as test } from './passkey.ts';

const SURVEY = '/aptaujas/darbinieku-aptauja/';
const INVITATIONS = '/registrs/aptaujas/darbinieku-aptauja/ielugumi/';
const WISH = 'Gribētu gaišāku telpu.';

const director = (browser: Browser, centre: Centre): Promise<Desk> =>
  deskOf(browser, centre, { name: 'Ilze Kalniņa', roles: ['director'] });

/** Makes invitations as a director does; returns the codes printed on the slips. */
async function invite(browser: Browser, centre: Centre): Promise<string[]> {
  const { page } = await director(browser, centre);
  await page.goto(INVITATIONS);
  await page.getByLabel('Cik ielūgumu sagatavot').fill('6');
  await page.getByRole('button', { name: 'Sagatavot' }).click();
  const codes = await page.locator('.slip__code').allTextContents();
  await page.context().close();
  return codes;
}

test('slips are made, shown once and printed six a sheet', async ({ browser, centre }) => {
  const { page } = await director(browser, centre);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(INVITATIONS);
  await expectAccessible(page);
  await page.getByLabel('Cik ielūgumu sagatavot').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('nekad nevarēs rādīt');
  await expect(page.getByLabel('Cik ielūgumu sagatavot')).toHaveValue('2');
  await expectAccessible(page);
  await page.getByLabel('Cik ielūgumu sagatavot').fill('7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sagatavoti 7 ielūgumi');
  await expect(page.locator('.slip')).toHaveCount(7);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const [code = ''] = await page.locator('.slip__code').allTextContents();
  expect(page.url()).not.toContain(code);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.slip__code').first()).toBeVisible();
  for (const gone of ['.notice', '.register-menu', '.page-head'])
    await expect(page.locator(gone).first()).toBeHidden();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('link', { name: 'Gatavs, atpakaļ pie ielūgumiem' }).click();
  await expect(page.locator('.slip')).toHaveCount(0);
  await expect(page.getByText('7', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain(code);
  await expectAccessible(page);
  // A clerk has no access.
  const clerk = await deskOf(browser, centre);
  await clerk.page.goto(INVITATIONS);
  await expect(clerk.page.getByRole('heading', { level: 1 })).not.toHaveText('Ielūgumi uz aptauju');
});

test('a code comes along from the slip, is used once, and the browser keeps nothing', async ({
  page,
  browser,
  centre,
}) => {
  const [code = ''] = await invite(browser, centre);
  const sent: string[] = [];
  page.on('request', request => sent.push(request.url(), request.headers()['referer'] ?? ''));
  await page.clock.install();
  await page.goto(`${SURVEY}#kods=${code}`);
  await expect(page.getByLabel('Kods no ielūguma')).toHaveValue(code);
  expect(page.url()).not.toContain(code);
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Man ir skaidrs' }).getByLabel('4', { exact: true }).check();
  await page.getByLabel('Ko Jūs centrā mainītu?').fill(WISH);
  // Long enough for a draft to be saved, if there were one.
  await page.clock.runFor(2000);
  expect(
    await page.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }).join()),
  ).not.toContain('gaišāku');
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
  expect(new URL(page.url()).pathname).toBe(`${SURVEY}sanemts/`);
  await expectAccessible(page);
  expect(await page.context().cookies()).toEqual([]);
  expect(
    await page.evaluate(() => Object.values({ ...localStorage, ...sessionStorage }).join()),
  ).not.toContain(code);
  expect(sent.filter(text => text.includes(code))).toEqual([]);
  // A second time with the same slip.
  await page.goto(`${SURVEY}#kods=${code}`);
  await page.getByLabel('Ko Jūs centrā mainītu?').fill('Vēl kaut ko.');
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByRole('alert')).toContainText('Ar šo kodu atbildes jau ir saņemtas');
  await expect(page.getByLabel('Ko Jūs centrā mainītu?')).toHaveValue('Vēl kaut ko.');
  await expectAccessible(page);
  expect(JSON.stringify(centre.log)).not.toMatch(/survey-response|gaišāku/);
  const { page: desk } = await director(browser, centre);
  await desk.goto(INVITATIONS);
  await expect(desk.getByText('1 (17 %)')).toBeVisible();
});

test('a wrong code is told of at the field, and nothing typed is lost', async ({ page, browser, centre }) => {
  const [code = ''] = await invite(browser, centre);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(SURVEY);
  await page.getByLabel('Kods no ielūguma').fill(code.replace(/.$/, last => (last === 'A' ? 'B' : 'A')));
  await page.getByLabel('Ko Jūs centrā mainītu?').fill(WISH);
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByRole('link', { name: 'Kodā ir kļūda.' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Kodā ir kļūda.' }).click();
  await expect(page.getByLabel('Kods no ielūguma')).toBeFocused();
  await expect(page.getByLabel('Ko Jūs centrā mainītu?')).toHaveValue(WISH);
  // Enter after the code with nothing answered does not spend the code.
  await page.getByLabel('Ko Jūs centrā mainītu?').fill('');
  await page.getByLabel('Kods no ielūguma').fill(code);
  await page.getByLabel('Kods no ielūguma').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Nav atbildēts ne uz vienu jautājumu');
  await page.getByLabel('Ko Jūs centrā mainītu?').fill(WISH);
  // As people type it.
  await page.getByLabel('Kods no ielūguma').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
});

test('the list of surveys does not lead to it', async ({ page }) => {
  await page.goto('/aptaujas/');
  await expect(page.getByText('Kā mums strādājas?')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it comes page by page, the code first', async ({ page, browser, centre }) => {
    const [code = ''] = await invite(browser, centre);
    await page.goto(SURVEY);
    await page.getByLabel('Kods no ielūguma').fill('aaaa-bbbb');
    await page.getByRole('group', { name: 'Man ir skaidrs' }).getByLabel('4', { exact: true }).check();
    await page.getByRole('button', { name: 'Tālāk' }).click();
    await expect(page.getByRole('link', { name: 'Kodā ir kļūda.' })).toBeVisible();
    await expect(
      page.getByRole('group', { name: 'Man ir skaidrs' }).getByLabel('4', { exact: true }),
    ).toBeChecked();
    await page.getByLabel('Kods no ielūguma').fill(code);
    await page.getByRole('button', { name: 'Tālāk' }).click();
    await expect(page.getByText('2. lapa no 3')).toBeVisible();
    await page.getByRole('button', { name: 'Tālāk' }).click();
    await page.getByLabel('Ko Jūs centrā mainītu?').fill(WISH);
    await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
    expect(page.url()).not.toContain(code);
  });
});
