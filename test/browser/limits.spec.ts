// At an unusual rate: the browser's proof of work on the real widget, the way without scripts, the pages of the limits.
import { expect, expectAccessible, fileComplaint, test } from './fixtures.ts';

const TEXT = 'Rinda “bija” <gara> & lēna.';

/** Writes a complaint and sends it; what comes is for the test to say. */
async function send(page: import('@playwright/test').Page, text = TEXT): Promise<void> {
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill(text);
  await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
}

const thanks = (page: import('@playwright/test').Page) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, sūdzība ir saņemta');

test.describe('over the limit for submissions', () => {
  test.use({ settings: { KAC_LIMIT_SUBMIT: '1/3' } });

  test('the browser does its proof of work when the form is sent again', async ({ page, centre }) => {
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    await fileComplaint(page);
    expect(requests.some(url => url.includes('proof-of-work'))).toBe(false);
    await send(page);
    await expect(page).toHaveTitle(/^Vēl viens solis: Iesniegt sūdzību/);
    await expect(page.locator('.notice')).toBeFocused();
    await expect(page.getByLabel('Sūdzības teksts')).toHaveValue(TEXT);
    await expect(page.getByLabel('Es neesmu programma')).toBeVisible();
    await expectAccessible(page);
    const sent = page.waitForRequest(request => request.method() === 'POST');
    await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
    expect(new URLSearchParams((await sent).postData() ?? '').get('proofOfWork')).toMatch(/^[\w+/=]{200,}$/);
    await thanks(page);
    expect(requests.filter(url => !url.startsWith(centre.origin))).toEqual([]);
  });
});
