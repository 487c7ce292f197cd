// Feedback and survey, sent by a browser; the rejected state of every form, as accessible as the empty form.
import { expect, expectAccessible, fileComplaint, test } from './fixtures.ts';

test('feedback is sent and thanked for', async ({ page }) => {
  await page.goto('/atsauksme/');
  await page.getByLabel('Pateicība').check();
  await page.getByLabel('Jūsu teksts').fill('Paldies!');
  await page.getByRole('button', { name: 'Nosūtīt' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies, pateicība ir saņemta');
});

const rejected: [string, string, string, string][] = [
  ['/sudziba/', 'Nosūtīt sūdzību', 'E-pasta adrese', 'nav adrese'],
  ['/atsauksme/', 'Nosūtīt', 'E-pasta adrese', 'nav adrese'],
  ['/gaita/', 'Parādīt gaitu', 'Izsekošanas kods', ''],
  ['/parbaude/', 'Pārbaudīt', 'Apstiprinājuma teksts', ''],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    for (const [address, button, label, value] of rejected) {
      test(`the rejected form of ${address} is accessible`, async ({ page }) => {
        await page.goto(address);
        await page.getByLabel(label).fill(value);
        await page.getByRole('button', { name: button, exact: true }).click();
        await expect(page).toHaveTitle(/^Kļūda: /);
        await expect(page.locator('.error-summary')).toBeFocused();
        const links = page.locator('.error-summary a');
        expect(await links.count()).toBeGreaterThan(0);
        for (const link of await links.all()) {
          const target = page.locator((await link.getAttribute('href')) ?? 'none');
          await expect(target).toHaveCount(1);
          const ids = await target.evaluate(control =>
            [control, control.closest('fieldset')].flatMap(
              node => node?.getAttribute('aria-describedby')?.split(' ') ?? [],
            ),
          );
          const message = page.locator(`#${ids.find(id => id.endsWith('-error'))}`);
          await expect(message).toContainText((await link.textContent()) ?? 'none');
        }
        await expectAccessible(page);
      });
    }

    test('the survey with an answer out of range is accessible', async ({ page }) => {
      await page.goto('/aptaujas/klientu-aptauja/');
      await page.locator('textarea').last().fill('a'.repeat(6000));
      await page.getByRole('button', { name: 'Nosūtīt atbildes' }).click();
      await expect(page).toHaveTitle(/^Kļūda: /);
      await expectAccessible(page);
    });

    test('receipt, status, unknown code and gone receipt are accessible', async ({ page, context }) => {
      const code = await fileComplaint(page);
      await expectAccessible(page);
      for (const typed of [code, '0000-0000-0000-0000']) {
        await page.goto('/gaita/');
        await page.getByLabel('Izsekošanas kods').fill(typed);
        await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
        await expectAccessible(page);
      }
      await context.clearCookies();
      await page.goto('/sanemts/');
      await expectAccessible(page);
    });
  });
}
