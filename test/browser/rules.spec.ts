// The rules in a real browser: citing a point, complaining about one, printing.
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { expect, expectAccessible, test } from './fixtures.ts';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const point = (page: Page, number: string) => page.locator(`[id="p-${number}"] > .point`);

test.describe('a point', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is highlighted, its link and its citation are copied and announced', async ({ page, centre }) => {
    await page.goto('/noteikumi/');
    const plain = await point(page, '5.2.3').evaluate(element => getComputedStyle(element).backgroundColor);
    await expect(page.getByText('KAC noteikumi, 5.2.3. punkts', { exact: true })).toBeHidden();
    await page.getByRole('link', { name: 'Saite uz 5.2.3. punktu' }).press('Enter');
    await expect(page.getByRole('status')).toHaveText('Saite nokopēta.');
    expect(await clipboard(page)).toBe(`${centre.origin}/noteikumi/#p-5.2.3`);
    await expect(page).toHaveURL(/#p-5\.2\.3$/);
    await expect(point(page, '5.2.3')).not.toHaveCSS('background-color', plain);
    await expect(page.getByText('KAC noteikumi, 5.2.3. punkts', { exact: true })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Kopēt atsauci' }).click();
    await expect(page.getByRole('status')).toHaveText('Atsauce nokopēta.');
    expect(await clipboard(page)).toBe(
      `KAC noteikumi, 5.2.3. punkts, ${centre.origin}/noteikumi/2017-11-06/#p-5.2.3`,
    );
    await expect(page.getByRole('status')).toBeEmpty();

    await page.getByRole('link', { name: 'Saite uz 6. punktu' }).click();
    await expect(point(page, '6').getByRole('button', { name: 'Kopēt atsauci' })).toBeVisible();
    await expect(point(page, '5.2.3')).toHaveCSS('background-color', plain);
  });

  test('says where its link is when it cannot be copied', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('/noteikumi/');
    await page.getByRole('link', { name: 'Saite uz 13. punktu' }).click();
    await expect(page.getByRole('status')).toContainText('adreses joslā');
    await expect(page).toHaveURL(/#p-13$/);
  });

  test('leads to what relates to it', async ({ page }) => {
    await page.goto('/noteikumi/2017-11-06/');
    await point(page, '9').getByText('Saistīts').click();
    await expect(
      point(page, '9').getByRole('link', { name: 'Iesnieguma iesniegšana pašvaldībai' }),
    ).toBeVisible();
    await expectAccessible(page);
    await point(page, '5.1.1').getByText('Saistīts').click();
    await point(page, '5.1.1').getByRole('link', { name: 'Darbinieks bija pieklājīgs un korekts.' }).click();
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('can be complained about: the form has it chosen, and the complaint carries it', async ({ page }) => {
    await page.goto('/noteikumi/');
    await point(page, '5.2.3').getByText('Saistīts').click();
    await page.getByRole('link', { name: 'Sūdzēties, ka 5.2.3. punkts nav ievērots' }).click();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(page.getByRole('checkbox', { name: /^5\.2\.3\./ })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/sudziba/?punkts=%3Cb%3E');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a point is a plain link with its citation, and a complaint starts at the plain form', async ({
    page,
  }) => {
    await page.goto('/noteikumi/');
    await expect(page.getByRole('button', { name: 'Drukāt' })).toBeHidden();
    await page.getByRole('link', { name: 'Saite uz 5.2.3. punktu' }).click();
    await expect(page).toHaveURL(/\/noteikumi\/#p-5\.2\.3$/);
    await expect(page.getByText('KAC noteikumi, 5.2.3. punkts', { exact: true })).toBeVisible();
    await point(page, '5.2.3').getByText('Saistīts').click();
    await page.getByRole('link', { name: 'Sūdzēties, ka 5.2.3. punkts nav ievērots' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Iesniegt sūdzību');
  });
});

test('on paper it is a plain A4 document that says what it is and where it stands', async ({ page }) => {
  await page.goto('/noteikumi/');
  await page.emulateMedia({ media: 'print' });
  for (const text of [
    'Jaunpiebalgas novada domes Valsts un pašvaldības vienotā klientu apkalpošanas centra klientu apkalpošanas noteikumi',
    'Jaunpiebalgas novada dome',
    '2017. gada 6. novembris',
    'Novada domes priekšsēdētājs Laimis Šāvējs',
  ])
    await expect(page.getByText(text, { exact: true })).toBeVisible();
  await expect(page.getByText(/\/noteikumi\/2017-11-06\/$/)).toBeVisible();
  for (const hidden of [
    '.site-header',
    '.site-footer',
    '.contents',
    '.permalink',
    '.plain',
    '.point__more',
    '.actions',
  ])
    await expect(page.locator(hidden).first()).toBeHidden();
  const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
  expect(pdf.getPageCount()).toBeGreaterThanOrEqual(3);
  expect(pdf.getPageCount()).toBeLessThanOrEqual(5);
  for (const sheet of pdf.getPages()) {
    expect(Math.round(sheet.getWidth())).toBe(595);
    expect(Math.round(sheet.getHeight())).toBe(842);
  }
});
