// Editions of the rules and the changes between them, in a real browser: a site built with three editions,
// since there is only one real one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { readContentFiles } from '../../src/build/content-files.ts';
import { writeProject } from '../content/write-project.ts';
import { THREE_EDITIONS } from '../rules/three-editions.ts';
import { htmlProblems } from '../support/html-check.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

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
    test.setTimeout(600_000);
    root = mkdtempSync(join(tmpdir(), 'kac-redakcijas-'));
    const real = (await readContentFiles(process.cwd()))
      // Our surveys measure points that the invented editions do not have.
      .filter(({ path }) => !/^content\/surveys(-en)?\//.test(path))
      .map(({ path, text }) => [path, text] as const);
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
      // The test's project has no pictures of the site.
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
