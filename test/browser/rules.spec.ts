// The rules in a real browser: citing a point, complaining about one, printing, and editions with what changed between
// them – the latter in a site built with three editions, since there is only one real one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { readContentFiles } from '../../src/build/content-files.ts';
import { writeProject } from '../content/write-project.ts';
import { THREE_EDITIONS } from '../rules/three-editions.ts';
import { htmlProblems } from '../support/html-check.ts';
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
    await expect(page.getByRole('status')).toBeEmpty({ timeout: 6000 });

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

test('on paper it is a plain A4 document that says what it is and where it stands', async ({
  page,
  centre,
}) => {
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
  expect(centre.origin).toContain('http');
});

test.describe('three editions', () => {
  const ORIGIN = 'http://tris-redakcijas.test';
  const TYPES: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
  };
  let root = '';

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    root = mkdtempSync(join(tmpdir(), 'kac-redakcijas-'));
    const real = (await readContentFiles(process.cwd())).map(({ path, text }) => [path, text] as const);
    writeProject(root, { ...Object.fromEntries(real), ...THREE_EDITIONS });
    execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
      cwd: root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', KAC_ORIGIN: ORIGIN },
    });
  });
  test.afterAll(() => rmSync(root, { recursive: true, force: true }));

  const fileOf = (pathname: string) =>
    join(root, 'dist', pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  test.beforeEach(async ({ page }) => {
    await page.route(`${ORIGIN}/**`, route => {
      const file = fileOf(new URL(route.request().url()).pathname);
      // Pictures of the site do not stand in the test's project.
      if (!existsSync(file)) return route.fulfill({ status: 204 });
      return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'font/woff2' });
    });
  });

  test('stand at permanent addresses under a banner that says which counts', async ({ page }) => {
    const banner = page.getByRole('region').filter({ hasText: 'Statuss noteikts' });
    await page.goto(`${ORIGIN}/noteikumi/2017-11-06/`);
    await expect(banner).toContainText('Redakcija ir zaudējusi spēku');
    await expect(page.getByText('Saistīts')).toHaveCount(0);
    await expectAccessible(page);
    await page.goto(`${ORIGIN}/noteikumi/2099-01-01/`);
    await expect(banner).toContainText('stāsies spēkā 2099. gada 1. janvārī');
    await expectAccessible(page);
    await banner.getByRole('link').click();
    await expect(page).toHaveURL(`${ORIGIN}/noteikumi/`);
    await expect(banner).toContainText('Redakcija ir spēkā');
    await expect(page.getByText('viņš nekavējoties atvainojas')).toBeVisible();
    await expect(page.getByText('Ir tikai viena redakcija')).toHaveCount(0);
    await page
      .getByRole('link', { name: 'Kas mainījies, salīdzinot ar: 2017. gada 6. novembra redakcija' })
      .last()
      .click();
    await expect(page).toHaveURL(`${ORIGIN}/noteikumi/2026-01-01/pret/2017-11-06/`);
  });

  for (const [newer, older] of [
    ['2026-01-01', '2017-11-06'],
    ['2099-01-01', '2017-11-06'],
    ['2099-01-01', '2026-01-01'],
  ] as const)
    test(`${newer} against ${older} is a sound, accessible page`, async ({ page }) => {
      const path = `/noteikumi/${newer}/pret/${older}/`;
      expect(await htmlProblems(readFileSync(fileOf(path), 'utf8'))).toEqual([]);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(ORIGIN + path);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      }
    });

  test('what changed is marked word by word, in sight and aloud', async ({ page }) => {
    await page.goto(`${ORIGIN}/noteikumi/2026-01-01/pret/2017-11-06/`);
    const change = page.locator('[id="p-5.1.2"]');
    await expect(change.locator('ins')).toHaveText('[pievienots: nekavējoties ] ');
    await expect(change.locator('del')).toHaveText('[svītrots: par to ] ');
    await expect(change.locator('del')).toHaveCSS('text-decoration-line', 'line-through');
    await page.getByRole('link', { name: '5.5.3.' }).click();
    await expect(page.locator('[id="s-5.5.3"]')).toBeInViewport();
    await expect(page.locator('[id="s-5.5.3"]')).toContainText('Svītrots');
    await page.goto(`${ORIGIN}/noteikumi/2099-01-01/pret/2026-01-01/`);
    await expect(page.locator('[id="p-11.1"]')).toContainText('iepriekš 10.1. punkts');
    await expect(page.locator('#p-6')).toContainText('Pievienots');
  });
});
