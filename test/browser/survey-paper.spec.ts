// A questionnaire on paper: printed with the numbers of the survey and its version in every foot.
import { readPdf, squeezed } from '../support/pdf.ts';
import { expect, test } from './fixtures.ts';

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
      // The browser's own counter stands in the margin.
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
