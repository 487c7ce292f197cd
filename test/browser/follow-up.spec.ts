// Following up a submission, with and without JavaScript: messages both ways, withdrawing, copy, review,
// rating.
import { readFile } from 'node:fs/promises';
import { bringTo, officeStep } from '../support/office-steps.ts';
import { type Centre, expect, expectAccessible, fileComplaint, test } from './fixtures.ts';
import { inRegister } from './register.ts';

type Page = Parameters<typeof fileComplaint>[0];

async function lookUp(page: Page, code: string): Promise<string> {
  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(code);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
  return (await page.locator('.facts dd').first().textContent()) ?? '';
}

/** Files a complaint and opens its page. */
async function filed(page: Page): Promise<{ code: string; reference: string }> {
  const code = await fileComplaint(page);
  return { code, reference: await lookUp(page, code) };
}

const open = (page: Page, step: string) => page.locator('summary').filter({ hasText: step }).click();
const answered = (centre: Centre, reference: string) =>
  inRegister(centre.folder, tools => bringTo(tools, reference, 'answered'));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('messages go both ways, and a refresh sends nothing twice', async ({ page, centre }) => {
      const { code, reference } = await filed(page);
      await open(page, 'Rakstīt centram');
      await page.getByLabel('Jūsu ziņa').fill('Tas bija otrajā stāvā,\n12. kabinetā.');
      await page.getByRole('button', { name: 'Nosūtīt ziņu' }).click();
      await expect(page.getByRole('status')).toContainText('Ziņa ir nosūtīta');
      await expect(page.getByRole('status')).toBeFocused();
      await expect(page).toHaveTitle(/^Ziņa ir nosūtīta: Iesnieguma gaita/);
      await page.reload();
      await expect(page.locator('.talk__one')).toHaveCount(1);
      await expect(page.locator('.talk__one')).toContainText('Jūs');
      await inRegister(centre.folder, tools =>
        officeStep(tools, reference, {
          event: 'message-sent',
          message: { kind: 'message', text: 'Paldies, pievienojām.' },
        }),
      );
      await lookUp(page, code);
      await expect(page.locator('.talk__one').nth(1)).toContainText('Paldies, pievienojām.');
      expect(page.url()).toBe(`${centre.origin}/api/status`);
    });

    test('what the office asked is answered in place', async ({ page, centre }) => {
      const { code, reference } = await filed(page);
      await inRegister(centre.folder, tools => bringTo(tools, reference, 'needs-information'));
      await lookUp(page, code);
      await expect(page.getByText('Kurā dienā tas notika?')).toBeVisible();
      await page.getByLabel('Papildu informācija').fill('Pirmdien.');
      await page.getByRole('button', { name: 'Nosūtīt informāciju' }).click();
      await expect(page.getByRole('status')).toContainText('Papildu informācija ir nosūtīta');
      await expect(page.locator('.lede')).toContainText('Izskatīšanā.');
    });

    test('an empty message is explained where it was written; mended, it goes through', async ({ page }) => {
      await filed(page);
      await open(page, 'Rakstīt centram');
      await page.getByRole('button', { name: 'Nosūtīt ziņu' }).click();
      await expect(page).toHaveTitle(/^Kļūda: /);
      await expect(page.locator('.error-summary')).toBeFocused();
      await page.getByRole('link', { name: /^Uzrakstiet, ko vēlaties teikt/ }).click();
      await expect(page.getByLabel('Jūsu ziņa')).toBeFocused();
      await page.getByLabel('Jūsu ziņa').fill('Tagad ir.');
      await page.getByRole('button', { name: 'Nosūtīt ziņu' }).click();
      await expect(page.locator('.talk__one')).toContainText('Tagad ir.');
    });

    test('withdrawing asks once more, can be left, and is final', async ({ page }) => {
      await filed(page);
      await open(page, 'Atsaukt iesniegumu');
      await page.getByRole('button', { name: 'Tālāk: atsaukt iesniegumu' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vai atsaukt iesniegumu?');
      await page.getByRole('button', { name: 'Nē, atgriezties' }).click();
      await expect(page.locator('.lede')).toContainText('Saņemts.');
      await open(page, 'Atsaukt iesniegumu');
      await page.getByRole('button', { name: 'Tālāk: atsaukt iesniegumu' }).click();
      await page.getByRole('button', { name: 'Jā, atsaukt iesniegumu' }).click();
      await expect(page.getByRole('status')).toContainText('Iesniegums ir atsaukts');
      await expect(page.locator('summary').filter({ hasText: 'Atsaukt iesniegumu' })).toHaveCount(0);
    });

    test('the answer is read, a review asked for, the handling rated and rated anew', async ({
      page,
      centre,
    }) => {
      const { code, reference } = await filed(page);
      await answered(centre, reference);
      await lookUp(page, code);
      await expect(page.locator('.receipt')).toContainText('Rinda bija par garu.');
      await open(page, 'Izskatīšana mani neapmierina');
      await page.getByLabel('Kam nepiekrītat').fill('Nav pateikts, kāpēc.');
      await page.getByRole('button', { name: 'Lūgt pārskatīt' }).click();
      await expect(page.getByRole('status')).toContainText('Lūgums pārskatīt ir saņemts');
      await open(page, 'Novērtēt izskatīšanu');
      await page
        .getByRole('group', { name: /apmierina/ })
        .getByLabel('2')
        .check();
      await page.getByRole('button', { name: 'Nosūtīt vērtējumu' }).click();
      await expect(page.getByText('2 no 5')).toBeVisible();
      await open(page, 'Mainīt vērtējumu');
      await expect(page.getByRole('group', { name: /apmierina/ }).getByLabel('2')).toBeChecked();
      await page
        .getByRole('group', { name: /apmierina/ })
        .getByLabel('4')
        .check();
      await page.getByRole('button', { name: 'Nosūtīt vērtējumu' }).click();
      await expect(page.getByText('4 no 5')).toBeVisible();
    });

    test('a copy is downloaded in both formats, and the page stays as it is', async ({ page }) => {
      const { code, reference } = await filed(page);
      await open(page, 'Saņemt savu datu kopiju');
      for (const [button, ending] of [
        ['Lejupielādēt lasāmu kopiju', 'html'],
        ['Lejupielādēt kopiju programmām', 'json'],
      ] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${reference}-kopija.${ending}`);
        const text = await readFile(await download.path(), 'utf8');
        expect(text).toContain('Rinda bija gara, un neviens nepaskaidroja, kāpēc.');
        expect(text).not.toContain(code);
      }
      await expect(page.locator('.facts dd').first()).toHaveText(reference);
    });

    test('the page is left for the home page, and the receipt with it', async ({ page }) => {
      await filed(page);
      await page.getByRole('button', { name: 'Aizvērt un doties uz sākumlapu' }).click();
      await page.waitForURL('/');
      await page.goto('/sanemts/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apstiprinājums vairs nav redzams');
    });
  });
}

test('everything can be done with the keyboard', async ({ page }) => {
  await filed(page);
  const reach = async (name: string, role: 'button' | 'textbox') => {
    const target = page.getByRole(role, { name });
    for (let i = 0; i < 40; i++) {
      if ((await target.count()) && (await target.evaluate(node => node === document.activeElement))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`never reached ${name}`);
  };
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Rakstīt centram') break;
  }
  await page.keyboard.press('Enter');
  await reach('Jūsu ziņa', 'textbox');
  await page.keyboard.type('Rakstīts ar tastatūru.');
  await reach('Nosūtīt ziņu', 'button');
  await page.keyboard.press('Enter');
  await expect(page.locator('.talk__one')).toContainText('Rakstīts ar tastatūru.');
});

test('a page in English stays English step by step', async ({ page }) => {
  const code = await fileComplaint(page);
  await page.goto('/en/status/');
  await page.getByLabel('Tracking code').fill(code);
  await page.getByRole('button', { name: 'Show progress' }).click();
  await open(page, 'Write to the centre');
  await page.getByLabel('Your message').fill('On the second floor.');
  await page.getByRole('button', { name: 'Send the message' }).click();
  await expect(page.getByRole('status')).toContainText('Your message has been sent');
  await open(page, 'Withdraw the submission');
  await page.getByRole('button', { name: 'Next: withdraw the submission' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Withdraw the submission?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Yes, withdraw the submission' }).click();
  await expect(page.getByRole('status')).toContainText('Your submission is withdrawn');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('every state is accessible, folded and unfolded, and fits a narrow screen', async ({
      page,
      centre,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      for (const state of ['received', 'needs-information', 'answered', 'unexamined', 'reopened'] as const) {
        const { code, reference } = await filed(page);
        await inRegister(centre.folder, tools => bringTo(tools, reference, state));
        await lookUp(page, code);
        await expectAccessible(page);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      }
    });

    test('rejected, refused, sent, asked and withdrawn are accessible', async ({ page }) => {
      await filed(page);
      await open(page, 'Rakstīt centram');
      await page.getByRole('button', { name: 'Nosūtīt ziņu' }).click();
      await expectAccessible(page);
      await page.getByLabel('Jūsu ziņa').fill(`Garš ${'x'.repeat(400)}`);
      await page.getByRole('button', { name: 'Nosūtīt ziņu' }).click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
      await open(page, 'Atsaukt iesniegumu');
      await page.getByRole('button', { name: 'Tālāk: atsaukt iesniegumu' }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Jā, atsaukt iesniegumu' }).click();
      await expectAccessible(page);
    });
  });
}
