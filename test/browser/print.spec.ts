// The printables as PDFs of the browser: paper size, number of pages, nothing cut off, the same words as on
// the site.
import type { Page } from '@playwright/test';
import { rigaDate } from '../../src/calendar/dates.ts';
import { formatDate } from '../../src/calendar/format.ts';
import { sheetList } from '../../src/print/sheets.ts';
import { readPdf, squeezed } from '../support/pdf.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const PAPER = { A4: { width: 595, height: 842 }, A3: { width: 842, height: 1191 } };
/** Width between the margins in CSS pixels: 180 mm of A4, 255 mm of A3. */
const PRINTABLE = { A4: 680, A3: 964 };

const pdfOf = async (page: Page) =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
const inPrint = async (page: Page, paper: keyof typeof PAPER) => {
  await page.setViewportSize({ width: PRINTABLE[paper], height: 1000 });
  await page.emulateMedia({ media: 'print' });
};

/** What overflows the printable width, or a box of fixed size. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 0.5;
    const name = (node: Element) => `${node.tagName} ${node.className} ${node.textContent?.slice(0, 40)}`;
    const shown = [...document.querySelectorAll('main, main *')].filter(
      node => node.getClientRects().length > 0,
    );
    const wide = shown.filter(node => {
      const { left, right } = node.getBoundingClientRect();
      return left < -0.5 || right > edge || (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1);
    });
    const high = shown.filter(
      node => node.matches('.plate, .tent__face') && node.scrollHeight > node.clientHeight + 1,
    );
    const apart = shown.filter(node => {
      const box = node.closest('.plate, .tent__face');
      return box && node.getBoundingClientRect().bottom > box.getBoundingClientRect().bottom + 0.5;
    });
    return [...wide, ...high, ...apart].map(name);
  });

/** One questionnaire represents all: which ones exist depends on the day. */
const QUESTIONNAIRE = { route: '/drukai/aptauja-klientu-aptauja/', paper: 'A4' } as const;

for (const { route, paper } of [...sheetList, QUESTIONNAIRE]) {
  test(`${route} fits ${paper}, dated and with an address to look for a newer one`, async ({
    page,
    centre,
  }) => {
    await page.goto(route);
    const pages = await pdfOf(page);
    for (const { width, height } of pages) expect({ width, height }).toEqual(PAPER[paper]);
    const text = pages.map(sheet => sheet.text).join('');
    // Wall and door signs print the address of the public page with the same content, the others their own
    // address.
    expect(text).toMatch(/(\/drukai\/[a-z-]+|\/pakalpojumi|\/darba-laiks|\/darbinieki\/[a-z-]+)/);
    const days = [rigaDate(new Date()), rigaDate(new Date(Date.now() - 86_400_000))];
    expect(days.some(day => text.includes(squeezed(`sagatavota ${formatDate(day, 'locative')}`)))).toBe(true);
    expect(centre.origin).toContain('http');

    await inPrint(page, paper);
    expect(await cutOff(page)).toEqual([]);
    const words = await page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('main :is(h1, h2, th, td, dt, dd, p, li, span)')]
          .filter(node => node.children.length === 0 && node.getClientRects().length > 0)
          .map(node => node.textContent ?? ''),
      ),
    ]);
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter(word => !text.includes(squeezed(word)))).toEqual([]);
  });
}

test('the wall list names every service of the catalogue', async ({ page }) => {
  await page.goto('/pakalpojumi/');
  const titles = await page.locator('.service-list > li > a').allTextContents();
  expect(new Set(titles).size).toBeGreaterThan(15);
  for (const route of ['/drukai/pakalpojumi-a4/', '/drukai/pakalpojumi-a3/']) {
    await page.goto(route);
    const text = (await pdfOf(page)).map(sheet => sheet.text).join('');
    expect(titles.filter(title => !text.includes(squeezed(title)))).toEqual([]);
  }
});

test('a long list repeats its head and its date on every sheet', async ({ page }) => {
  await page.goto('/drukai/pakalpojumi-a4/');
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.wall tbody')];
    for (let i = 0; i < 7; i += 1) for (const row of rows) row.after(row.cloneNode(true));
  });
  const pages = await pdfOf(page);
  expect(pages.length).toBeGreaterThan(4);
  for (const { text } of pages) {
    expect(text).toContain('PakalpojumsTermiņšCenaKaspalīdz');
    expect(text).toContain('Izdrukasagatavota');
  }
});

test.describe('plates and cards', () => {
  const KINDS = [
    ['/drukai/amata-plaksnites/', '.plate', 3],
    ['/drukai/galda-kartites/', '.tent', 2],
  ] as const;

  for (const [route, item, perPage] of KINDS) {
    test(`${route}: ${perPage} on a sheet, whole, marked as a sample`, async ({ page }) => {
      await page.goto(route);
      const count = await page.locator(item).count();
      expect(count).toBeGreaterThanOrEqual(6);
      const pages = await pdfOf(page);
      expect(pages).toHaveLength(Math.ceil(count / perPage));
      const names = await page
        .locator(`${item} h2`)
        .evaluateAll(all => all.map(h2 => h2.firstChild?.textContent ?? ''));
      // No plate is split between two sheets: each name is on the sheet of its plate.
      names.forEach((name, i) => {
        expect(pages[Math.floor(i / perPage)]?.text).toContain(squeezed(name));
      });
      for (const plate of await page.locator(item).all())
        await expect(plate.locator('.stamp').last()).toHaveText('PARAUGS');
    });

    test(`${route}: a long name, a long post and five different days fit`, async ({ page }) => {
      await page.goto(route);
      await page.evaluate(() => {
        for (const name of document.querySelectorAll('.plate h2, .tent__name'))
          name.textContent = 'Marija Magdalēna Vītoliņa-Zvirgzdiņa';
        for (const post of document.querySelectorAll('.plate__post'))
          post.textContent = 'Nekustamā īpašuma nodokļa administratora palīdze';
        for (const hours of document.querySelectorAll('.plate__hours')) {
          const line = hours.lastElementChild;
          while (line && hours.children.length < 6) hours.append(line.cloneNode(true));
        }
      });
      await inPrint(page, 'A4');
      expect(await cutOff(page)).toEqual([]);
    });
  }
});

test('the list of printables leads to each and says how to print', async ({ page }) => {
  await page.goto('/drukai/');
  for (const { title, route } of sheetList)
    await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toHaveAttribute(
      'href',
      route,
    );
  await expect(page.getByRole('heading', { name: 'Kā drukāt' })).toBeVisible();
  await page.goto('/drukai/durvju-zime/');
  await page.getByRole('link', { name: 'Visas izdrukas' }).click();
  expect(page.url()).toMatch(/\/drukai\/$/);
});

test('the preview in dark colours is still a white sheet, and accessible', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const route of ['/drukai/ka-sudzeties/', '/drukai/sudzibas-veidlapa/', QUESTIONNAIRE.route]) {
    await page.goto(route);
    await expect(page.locator('.sheet')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(page.locator('.sheet')).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expectAccessible(page);
  }
});
