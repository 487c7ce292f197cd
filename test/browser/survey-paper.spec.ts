// A questionnaire on paper: printed with question numbers and with the survey and its version in every
// footer, entered by keyboard, by mouse and without scripts, and checked by a second person.
import type { Browser, Page } from '@playwright/test';
import { addDays, rigaDate } from '../../src/calendar/dates.ts';
import { readPdf, squeezed } from '../support/pdf.ts';
import { twoPersons, withSurvey } from '../surveys/paper-site.ts';
import { deskOf } from './desk.ts';
import { type Centre, type ChangeBundle, expect, expectAccessible, test } from './fixtures.ts';
import { registerTest } from './passkey.ts';
import { inRegister } from './register.ts';

const SHEET = '/drukai/aptauja-klientu-aptauja/';

test.describe('the printed questionnaire', () => {
  test('is found among the printables, numbered through, with its version in the foot of each sheet', async ({
    page,
  }) => {
    await page.goto('/drukai/');
    await page.getByRole('link', { name: 'Aptauja “Kā mēs Jūs apkalpojām?”' }).click();
    expect(new URL(page.url()).pathname).toBe(SHEET);
    const numbers = await page.locator('.paper__label .paper__number').allTextContents();
    expect(numbers).toEqual(numbers.map((_, at) => `${at + 1}.`));
    expect(numbers.length).toBeGreaterThan(10);
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, { text }] of pages.entries()) {
      expect(text, `page ${at + 1}`).toContain(squeezed('Aptauja klientu-aptauja, 1. redakcija'));
      // The browser's page counter is in the margin.
      expect(text).toContain(`${at + 1}/${pages.length}`);
    }
  });

  test('tears no question apart between sheets', async ({ page }) => {
    await page.goto(SHEET);
    const questions = await page.locator('.paper__question').evaluateAll(all =>
      all.map(question => {
        const words = [
          ...question.querySelectorAll('.paper__label, .paper__choice, .paper__end, .paper__if'),
        ];
        return words.map(node => node.textContent ?? '');
      }),
    );
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    for (const words of questions) {
      const whole = pages.some(({ text }) => words.every(word => text.includes(squeezed(word))));
      expect(whole, words[0]).toBe(true);
    }
  });
});

const ENTRY = '/registrs/aptaujas/viss/ievade/';
/** Open whenever the test runs: it began last month. */
const today = rigaDate(new Date());
const period = { opens: addDays(today, -40), closes: addDays(today, 40) };
const once: ChangeBundle = bundle => withSurvey(bundle, period);
const twice: ChangeBundle = bundle => withSurvey(bundle, { ...period, ...twoPersons });

/** The landed answers, in no particular order. */
async function landedAt({ folder }: Centre): Promise<Record<string, unknown>[]> {
  let answers: Record<string, unknown>[] = [];
  await inRegister(folder, async ({ database }) => {
    const { rows } = await database.execute({ sql: 'SELECT answers FROM survey_answers' });
    answers = rows.map(row => JSON.parse(String(row['answers'])));
  });
  return answers;
}

/** Presses keys one after another. */
async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

registerTest.describe('entering sheets', () => {
  // Playwright would take a function alone for a fixture.
  registerTest.use({ changeBundle: async ({ settings: _ }, use) => use(once) });

  registerTest(
    'a sheet is typed by keyboard alone, saved, and the next one begun',
    async ({ centre, browser }) => {
      const { page } = await deskOf(browser, centre);
      await page.goto(ENTRY);
      await expectAccessible(page);
      expect(await focused(page)).toBe('kanals');
      // 1: third answer, a text; 3: a mistake undone; rows of the grid; 5: overwritten, with a line break.
      await type(page, '3', 'p', 'a', 's', 't', 's', 'Enter');
      expect(await focused(page)).toBe('apmierinatiba');
      await type(page, '4');
      expect(await focused(page)).toBe('vide.tiriba');
      await page.locator('#lapa-apmierinatiba-4').focus();
      await type(page, '-', '2', '1', 'n');
      expect(await focused(page)).toBe('netirs');
      await page.keyboard.type('Grīda');
      await type(page, 'Enter');
      await page.keyboard.type('slapja');
      await type(page, 'Tab');
      // 6: 1 may become 10; 7: several, one deselected; 8: Enter moves on; the rest is left empty.
      await type(page, '1', '0');
      expect(await focused(page)).toBe('uzzinaja');
      await type(page, '1', '3', '1', 'Enter');
      expect(await focused(page)).toBe('reizes');
      await type(page, '1', '2', 'Enter');
      expect(await focused(page)).toBe('pedejoreiz');
      await type(page, 'Control+Enter');
      await expect(page.getByRole('status')).toHaveText('Iepriekšējā lapa saglabāta.');
      await expect(page.getByText('Šodien Jūs ievadījāt 1 lapu.')).toBeVisible();
      expect(await focused(page)).toBe('kanals');
      await expectAccessible(page);
      expect(await landedAt(centre)).toEqual([
        {
          kanals: 'cits',
          apmierinatiba: '2',
          'vide.tiriba': '1',
          'vide.gaisma': 'cant-say',
          ieteiktu: '10',
          uzzinaja: ['kaimini'],
          reizes: '12',
        },
      ]);
    },
  );

  registerTest('a digit that makes no number belongs to the next question', async ({ centre, browser }) => {
    const { page } = await deskOf(browser, centre);
    await page.goto(ENTRY);
    await page.locator('#lapa-ieteiktu-nav').focus();
    await type(page, '1', '2');
    await expect(page.locator('#lapa-ieteiktu-1')).toBeChecked();
    await expect(page.locator('#lapa-uzzinaja-radio')).toBeChecked();
    // Arrow keys keep the browser's behaviour.
    await page.locator('#lapa-kanals-nav').focus();
    await type(page, 'ArrowDown', 'ArrowDown');
    await expect(page.locator('#lapa-kanals-talrunis')).toBeChecked();
    // Enter alone never saves, not even on the last field.
    await page.locator('#lapa-reizes').focus();
    await type(page, 'Enter', 'Enter');
    expect(await landedAt(centre)).toEqual([]);
  });

  registerTest('what was not to be answered is told before it is left out', async ({ centre, browser }) => {
    const { page } = await deskOf(browser, centre);
    await page.goto(ENTRY);
    await page.locator('#lapa-kanals-talrunis').check();
    await page.getByLabel('Kā tieši?').fill('Pa pastu');
    await page.getByRole('button', { name: 'Saglabāt un ievadīt nākamo' }).click();
    const told = page.getByRole('alert');
    await expect(told).toContainText(
      '2. Kā tieši? (jautājums attiecas tikai uz tiem, kam 1. jautājumā atzīmēts “Citādi”)',
    );
    await expect(told).toBeFocused();
    await expectAccessible(page);
    expect(await landedAt(centre)).toEqual([]);
    await page.getByRole('button', { name: 'Saglabāt bez šīm atbildēm' }).click();
    await expect(page.getByText('Iepriekšējā lapa saglabāta.')).toBeVisible();
    expect(await landedAt(centre)).toEqual([{ kanals: 'talrunis' }]);
  });

  registerTest('without scripts, by mouse, on a phone', async ({ centre, browser }) => {
    const { page: signedIn } = await deskOf(browser, centre);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await signedIn.context().storageState(),
      baseURL: new URL(centre.origin.replace('127.0.0.1', 'localhost')).origin,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(ENTRY);
    await page.getByText('Pa tālruni').click();
    await page.locator('#lapa-apmierinatiba-5').check();
    await page.locator('#lapa-apmierinatiba-nav').check();
    await page.getByLabel('Saņemta').selectOption({ index: 1 });
    // Enter in a field does not save an incomplete sheet.
    await page.getByLabel('Cik reižu gadā te esat?').fill('3');
    await page.keyboard.press('Enter');
    expect(await landedAt(centre)).toEqual([]);
    await page.getByLabel('Cik reižu gadā te esat?').fill('');
    const chosen = await page.getByLabel('Saņemta').inputValue();
    await page.getByRole('button', { name: 'Saglabāt un ievadīt nākamo' }).click();
    await expect(page.getByText('Iepriekšējā lapa saglabāta.')).toBeVisible();
    await expect(page.getByLabel('Saņemta')).toHaveValue(chosen);
    expect(await landedAt(centre)).toEqual([{ kanals: 'talrunis' }]);
    await context.close();
  });

  registerTest('nothing sticks out at 360 px, in either colour scheme', async ({ centre, browser }) => {
    const { page } = await deskOf(browser, centre);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(ENTRY);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await expectAccessible(page);
    }
    // The button bar hides none of the fields.
    for (const name of ['netirs', 'reizes', 'piebilst']) {
      await page.locator(`#lapa-${name}`).focus();
      const [field, bar] = await Promise.all(
        [`#lapa-${name}`, '.entry__save'].map(selector => page.locator(selector).boundingBox()),
      );
      expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }
  });
});

registerTest.describe('two people', () => {
  registerTest.use({ changeBundle: async ({ settings: _ }, use) => use(twice) });

  const desks = async (browser: Browser, centre: Centre) => ({
    ilze: (await deskOf(browser, centre, { name: 'Ilze Kalniņa' })).page,
    janis: (await deskOf(browser, centre, { name: 'Jānis Bērzs' })).page,
  });

  async function fill(page: Page, points: string, text: string): Promise<void> {
    await page.locator('#lapa-kanals-klatiene').check();
    await page.locator(`#lapa-apmierinatiba-${points}`).check();
    await page.locator('[id="lapa-vide.tiriba-2"]').check();
    await page.locator('#lapa-netirs').fill(text);
    await page.locator('[data-save]').click();
  }

  registerTest(
    'read a sheet one after the other and settle where they differ',
    async ({ centre, browser }) => {
      const { ilze, janis } = await desks(browser, centre);
      await ilze.goto(ENTRY);
      await fill(ilze, '3', 'Grīda bija netīra.');
      await expect(ilze.locator('.entry__serial strong')).toHaveText('1');
      await expectAccessible(ilze);
      expect(await landedAt(centre)).toEqual([]);
      // The same person cannot make the second entry in any way.
      await ilze.getByRole('link', { name: 'Otro ievadi gaida 1 lapa' }).click();
      await expect(ilze.getByText('Otrreiz ievada cits')).toBeVisible();
      await ilze.getByLabel('Numurs, kas rakstīts uz lapas').fill('1');
      await ilze.keyboard.press('Enter');
      await expect(ilze.getByRole('heading', { level: 1 })).toHaveText('Šo lapu pirmo reizi ievadījāt Jūs');
      await expectAccessible(ilze);

      await janis.goto(`${ENTRY}otra/`);
      await expectAccessible(janis);
      await janis.getByLabel('Numurs, kas rakstīts uz lapas').fill('1');
      await janis.keyboard.press('Enter');
      await expect(janis.getByRole('heading', { level: 1 })).toHaveText('Lapa nr. 1, otrā ievade');
      await expectAccessible(janis);
      expect(await janis.content()).not.toContain('netīra');
      await fill(janis, '2', 'Grīda bija slapja.');
      await expect(janis.getByRole('heading', { level: 1 })).toHaveText('Lapa nr. 1: ievades atšķiras');
      await expectAccessible(janis);
      await janis.setViewportSize({ width: 360, height: 740 });
      expect(await janis.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await janis.getByRole('button', { name: 'Saglabāt lapu' }).click();
      await expect(janis.getByText('Izvēlieties, kura atbilde ir lapā.')).toHaveCount(2);
      await expectAccessible(janis);
      await janis.getByRole('radio', { name: /^Pirmā ievade 3/ }).check();
      await janis.getByRole('radio', { name: /^Jūsu ievade Grīda/ }).check();
      await janis.getByRole('button', { name: 'Saglabāt lapu' }).click();
      await expect(janis.getByRole('status')).toHaveText('Lapa nr. 1 saglabāta, atbildes ir rezultātos.');
      await expectAccessible(janis);
      expect(await landedAt(centre)).toEqual([
        { kanals: 'klatiene', apmierinatiba: '3', 'vide.tiriba': '2' },
      ]);
    },
  );

  registerTest('a wrong first reading is taken back', async ({ centre, browser }) => {
    const { ilze } = await desks(browser, centre);
    await ilze.goto(ENTRY);
    await fill(ilze, '3', 'Grīda bija netīra.');
    await ilze.goto(`${ENTRY}otra/`);
    await ilze.getByRole('link', { name: 'Atsaukt' }).click();
    await expectAccessible(ilze);
    await ilze.getByRole('button', { name: 'Atsaukt' }).click();
    await expect(ilze.getByRole('status')).toHaveText('Lapa nr. 1 atsaukta.');
    await expect(ilze.getByText('Neviena lapa negaida otro ievadi.')).toBeVisible();
  });
});
