// The receipt's QR code: it opens the look-up page, and contains the secret code only on request.
import { readFile } from 'node:fs/promises';
import { qrCode } from '../../src/print/qr.ts';
import { expect, expectAccessible, fileComplaint, test } from './fixtures.ts';

test('the QR code holds no tracking code until it is asked for, and then fills it in', async ({
  page,
  centre,
}) => {
  const code = await fileComplaint(page);
  const drawn = page.locator('.qr path');
  await expect(drawn).toHaveAttribute('d', qrCode(`${centre.origin}/gaita/`).path);
  await page.getByRole('link', { name: 'kurā ir arī izsekošanas kods' }).click();
  const address = `${centre.origin}/gaita/#kods=${code}`;
  await expect(drawn).toHaveAttribute('d', qrCode(address).path);
  await expect(page.getByText('Glabājiet to kā pašu kodu')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'bez izsekošanas koda' }).click();
  await expect(drawn).toHaveAttribute('d', qrCode(`${centre.origin}/gaita/`).path);

  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByLabel('Izsekošanas kods')).toHaveValue(code);
  expect(page.url()).toBe(`${centre.origin}/gaita/`);
  expect(asked.filter(url => url.includes(code) && !url.includes('#'))).toEqual([]);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
  await expect(page.getByText('Iesniegums saņemts un reģistrēts')).toBeVisible();
});

for (const [name, options] of [
  ['on a phone', { viewport: { width: 360, height: 740 } }],
  ['in English', { viewport: { width: 1280, height: 900 } }],
] as const) {
  test(`the receipt fits ${name}`, async ({ page }) => {
    await page.setViewportSize(options.viewport);
    await fileComplaint(page);
    if (name === 'in English') await page.goto('/sanemts/?lang=en&qr=ar-kodu');
    await expect(page.locator('.qr')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test('a receipt is checked by the file it was saved in', async ({ page }) => {
      await fileComplaint(page);
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Lejupielādēt parakstītu apstiprinājumu' }).click();
      const path = await (await saved).path();
      await page.goto('/parbaude/');
      await page.getByLabel('Vai apstiprinājuma fails').setInputFiles({
        name: 'apstiprinajums.txt',
        mimeType: 'text/plain',
        buffer: await readFile(path),
      });
      await page.getByRole('button', { name: 'Pārbaudīt failu' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apstiprinājums ir īsts');
      await page.goto('/parbaude/');
      await page.getByRole('button', { name: 'Pārbaudīt failu' }).click();
      await expect(page.locator('.error-summary')).toContainText('Iekopējiet apstiprinājuma tekstu.');
    });
  });
}
