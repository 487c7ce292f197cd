// Files both ways without a script: staff send one with an answer, the submitter saves it with the code
// alone; a letter received by post is added to the case.
import type { Browser, Page } from '@playwright/test';
import * as sample from '../files/samples.ts';
import { type Desk, deskOf, openWorklist } from './desk.ts';
import { type Centre, expect, expectAccessible } from './fixtures.ts';
import { local, registerTest as test } from './passkey.ts';

/** A saved file does not open as a page. */
test.use({ expectedNoise: /status\/files net::ERR_ABORTED/ });

/** Has no space to break it at. */
const LONG = `Rindas_grafiks_${'2026_'.repeat(18)}.pdf`;
const PDF = { name: LONG, mimeType: 'application/pdf', buffer: Buffer.from(sample.pdf) };
const PHOTO = { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(sample.jpeg()) };

async function bare(browser: Browser, centre: Centre, { page }: Desk): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    baseURL: local(centre.origin),
  });
  return context.newPage();
}

async function filed({ origin }: Centre): Promise<{ reference: string; trackingCode: string }> {
  const sent = await fetch(`${origin}/api/complaints`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Rinda bija gara.', name: 'Zane Ozola', replyBy: 'status-page' }),
  });
  return (await sent.json()) as { reference: string; trackingCode: string };
}

/** At phone width nothing overflows the page. */
async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 780 });
  const wide = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('an answer goes with a file, which the submitter saves', async ({ page, centre, browser }) => {
  const { reference, trackingCode } = await filed(centre);
  const head = await deskOf(browser, centre, { name: 'Dace Liepa', roles: ['director'] });
  await openWorklist(head.page, reference);
  const desk = await bare(browser, centre, head);
  await desk.goto(`/registrs/lietas/${reference}/atbilde/`);
  await desk.getByRole('radio', { name: 'pamatota', exact: true }).check();
  await desk.getByLabel('Atbilde', { exact: true }).fill('Rindu sadalījām divās.');
  await desk.getByLabel('Pielikumi').setInputFiles([PDF, PHOTO]);
  // Reasons are missing: the form comes back with its files.
  await desk.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
  await expect(desk.getByRole('checkbox', { name: PDF.name })).toBeChecked();
  await desk.getByRole('checkbox', { name: PHOTO.name }).uncheck();
  await desk.getByLabel('Pamatojums').fill('Darbinieku bija maz.');
  await desk.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Apskatiet pirms sūtīšanas');
  await expect(desk.getByText(PDF.name)).toBeVisible();
  await expect(desk.getByText(PHOTO.name)).toHaveCount(0);
  await expectNarrow(desk);
  await desk.getByRole('button', { name: 'Sniegt atbildi' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('link', { name: PDF.name })).toBeVisible();
  await head.page.goto(desk.url());
  await expectAccessible(head.page);

  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(trackingCode);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
  await expectAccessible(page);
  await expectNarrow(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: PDF.name }).focus();
  await page.keyboard.press('Enter');
  expect((await saving).suggestedFilename()).toBe(PDF.name);
  // Saving leaves the page as it is, ready for the next file.
  await expect(page.getByRole('button', { name: PDF.name })).toBeEnabled();
});

test('a letter that came by post is put to its case', async ({ page, centre, browser }) => {
  const { reference, trackingCode } = await filed(centre);
  const clerk = await deskOf(browser, centre, { name: 'Ilze Kalniņa' });
  await openWorklist(clerk.page, reference);
  const desk = await bare(browser, centre, clerk);
  await desk.goto(`/registrs/lietas/${reference}/`);
  await desk.getByRole('link', { name: 'Pievienot saņemtu dokumentu' }).click();
  await clerk.page.goto(desk.url());
  await expectAccessible(clerk.page);
  await expectNarrow(clerk.page);
  await desk.getByLabel('Kas tas ir').fill('Izziņas kopija.');
  await desk.getByRole('button', { name: 'Pievienot lietai' }).click();
  await expect(desk.getByRole('link', { name: 'Pievienojiet failu.' })).toBeVisible();
  await expect(desk.getByLabel('Kas tas ir')).toHaveValue('Izziņas kopija.');
  await desk.getByLabel('Dokuments', { exact: true }).setInputFiles(PDF);
  await desk.getByRole('button', { name: 'Pievienot lietai' }).click();
  await expect(desk.getByRole('link', { name: PDF.name })).toBeVisible();
  await expect(desk.getByText('vēstulē', { exact: false }).first()).toBeVisible();

  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(trackingCode);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
  await expect(page.getByRole('button', { name: PDF.name })).toBeVisible();
  await expect(page.getByText('saņemts dokuments', { exact: true })).toBeVisible();
});
