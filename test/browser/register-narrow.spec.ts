// The register on the narrowest screen, and the site's header with letters twice as large: nothing hidden,
// nothing overlapping.
import type { Page } from '@playwright/test';
import { deskOf, fileAt, openWorklist } from './desk.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { registerTest } from './passkey.ts';
import { inRegister } from './register.ts';

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

registerTest('no page of the register scrolls sideways at 320 px', async ({ browser, centre }) => {
  const reference = await fileAt(centre, {
    text: 'Rinda bija gara.',
    name: 'Konstantīns Aleksandrs Vecmuižnieks-Krūmiņliepa',
    subject: 'Pārāk ilga gaidīšana rindā pie klientu apkalpošanas speciālista',
  });
  await inRegister(centre.folder, async ({ database }) => {
    await database.execute({
      sql: "UPDATE submissions SET due_on = '2026-01-05' WHERE reference = ?",
      args: [reference],
    });
  });
  const { page } = await deskOf(browser, centre, {
    roles: ['director'],
    name: 'Ilze Vecmuižniece-Krūmiņliepiņa',
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await openWorklist(page, reference);
  await expect(page.getByText(/^nokavēts par \d+ dien/)).toBeVisible();
  for (const address of [
    '',
    `lietas/${reference}/`,
    `lietas/${reference}/atbilde/`,
    'jauns/',
    'meklet/',
    'parskats/',
    'aptaujas/',
    'aptaujas/klientu-aptauja/',
    'aptaujas/klientu-aptauja/ievade/',
    'eksports/',
    'personas-dati/',
    'kede/',
    'glabasana/',
    'konts/',
  ]) {
    await page.goto(`/registrs/${address}`);
    expect(await sideways(page), address).toBe(0);
  }
  const name = await page.getByRole('link', { name: 'Ilze Vecmuižniece-Krūmiņliepiņa' }).boundingBox();
  const brand = await page.locator('.brand').boundingBox();
  expect(name && brand && (name.y >= brand.y + brand.height || name.x >= brand.x + brand.width)).toBe(true);
  await expectAccessible(page);
});

test('letters twice as large push nothing out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const address of ['/', '/sudziba/', '/pakalpojumi/suna-registracija/', '/en/', '/en/contact/']) {
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await sideways(page), address).toBe(0);
  }
});

test('on a phone the hours of every channel are in sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/darba-laiks/', '/en/hours/', '/ka-izskatam/']) {
    await page.goto(address);
    const hidden = await page
      .locator('.table-wrap')
      .evaluateAll(wraps => wraps.filter(wrap => wrap.scrollWidth > wrap.clientWidth).length);
    expect(hidden, address).toBe(0);
  }
});
