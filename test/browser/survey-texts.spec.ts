// Texts of surveys as a head clears them and a clerk reads them: on screen, by keyboard, screen reader, on
// paper, on a small screen, without scripts.
import type { Page } from '@playwright/test';
import { land, surveyOf } from '../surveys/landed.ts';
import { deskOf } from './desk.ts';
import { type Centre, expect, expectAccessible, expectSoundAtAllSizes } from './fixtures.ts';
import { registerTest as test } from './passkey.ts';
import { inRegister } from './register.ts';

const HERE = '/registrs/aptaujas/apkalposana/teksti/';

async function answered(centre: Centre): Promise<void> {
  await inRegister(centre.folder, async tools => {
    await land(tools, surveyOf(), [
      {
        answers: {
          kopuma: '2',
          uzlabot:
            'Otrdien Annai Bērziņai zvanīju uz 29123456 trīs reizes, neviens neatbildēja. Rindā bija jāstāv kājās, un vecākiem cilvēkiem tas ir grūti.\n\nPar to runāju arī ar Zani Kalnu.',
          kapec: 'Ilgi jāgaida.',
        },
      },
    ]);
    await land(tools, surveyOf(), [
      {
        answers: { kopuma: '5', uzlabot: 'Man ir reta slimība, un darbiniece par to stāstīja citiem.' },
        month: '2026-10',
      },
      { answers: { kopuma: '4', uzlabot: 'Gribētu, lai centrs otrdienās strādā ilgāk.' }, month: '2026-09' },
    ]);
  });
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a head blacks out, clears and withholds; a clerk reads what was cleared, searches and tags', async ({
  browser,
  centre,
}) => {
  await answered(centre);
  const { page: clerk } = await deskOf(browser, centre, { roles: ['clerk'] });
  await clerk.goto(HERE);
  await expect(clerk.getByText('Izskatīšanu gaida 4 teksti')).toBeVisible();
  await expect(clerk.getByText('Tekstus izskata izpilddirektors vai vietnieks.')).toBeVisible();
  await expect(clerk.getByText('Rindā')).toHaveCount(0);
  await expectSoundAtAllSizes(clerk);
  expect((await clerk.goto(`${HERE}izskatit/`))?.status()).toBe(403);

  const { page: head } = await deskOf(browser, centre, { roles: ['deputy'], name: 'Juris Ozols' });
  await head.goto(HERE);
  await head.getByRole('link', { name: 'Izskatīt pēc kārtas' }).click();
  for (let left = 4; left > 0; left--) {
    const text = await head.getByRole('region', { name: 'Teksts' }).innerText();
    if (text.includes('Zani Kalnu')) await blackOut(head);
    else if (text.includes('slimība')) await withhold(head);
    else await head.getByRole('button', { name: 'Nodot lasīšanai' }).click();
    await expect(head.getByRole('status')).toBeVisible();
  }
  await expect(head.getByText('Visi teksti ir izskatīti.')).toBeVisible();
  await expectAccessible(head);
  await head.goto(`${HERE}?stavoklis=aizturetie`);
  await expect(head.getByText('Man ir reta slimība')).toBeVisible();
  await expectSoundAtAllSizes(head);

  await clerk.goto('/registrs/aptaujas/');
  await clerk.getByRole('link', { name: 'Apkalpošanas aptauja' }).click();
  await clerk.getByRole('main').getByRole('link', { name: 'Teksta atbildes' }).click();
  await expect(clerk.getByText('Rindā bija jāstāv kājās')).toBeVisible();
  for (const gone of ['Annai', '29123456', 'Zani', 'slimība'])
    await expect(clerk.getByText(gone)).toHaveCount(0);
  await expectSoundAtAllSizes(clerk);
  await clerk.getByLabel('Meklēt tekstos').fill('RINDA vecak');
  await clerk.getByRole('button', { name: 'Meklēt' }).click();
  await expect(clerk.getByRole('status')).toContainText('Atrasts 1 teksts');
  expect(new URL(clerk.url()).search).toBe('');
  await expectSoundAtAllSizes(clerk);
  await clerk.getByRole('link', { name: 'Pielikt birku' }).click();
  await expect(heading(clerk)).toHaveText('Teksta birkas');
  await clerk.getByLabel('Jaunas birkas').fill('rindas, Anna Bērziņa');
  await clerk.getByRole('button', { name: 'Saglabāt birkas' }).click();
  await clerk.getByLabel('Jaunas birkas').fill('rindas, telpas');
  await clerk.getByRole('button', { name: 'Saglabāt birkas' }).click();
  await expect(clerk).toHaveURL(/teksti\/#t-/);
  await clerk.getByLabel('Birka').selectOption('telpas');
  await clerk.getByRole('button', { name: 'Rādīt', exact: true }).click();
  await expect(clerk.getByRole('listitem').filter({ hasText: 'Rindā bija' })).toHaveCount(1);
  await expectSoundAtAllSizes(clerk);
  await clerk.getByRole('link', { name: 'Drukāt' }).click();
  await expect(clerk.getByRole('heading', { name: 'Ko mums uzlabot?' })).toBeVisible();
  await expectSoundAtAllSizes(clerk);
});

/** By keyboard; a passage that is not in the text is refused first. */
async function blackOut(page: Page): Promise<void> {
  await expectSoundAtAllSizes(page);
  await expect(page.getByRole('checkbox', { name: '29123456' })).toBeChecked();
  const name = page.getByRole('checkbox', { name: 'Zani Kalnu' });
  await expect(name).not.toBeChecked();
  await name.focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Citas vietas, ko aizklāt').fill('Otrdiena');
  await page.getByRole('button', { name: 'Nodot lasīšanai' }).click();
  await expect(page.getByRole('alert')).toContainText('Tekstā nav: “Otrdiena”');
  await expect(name).toBeChecked();
  await expectSoundAtAllSizes(page);
  await page.getByLabel('Citas vietas, ko aizklāt').fill('Annai Bērziņai');
  await page.getByRole('button', { name: 'Nodot lasīšanai' }).press('Enter');
}

async function withhold(page: Page): Promise<void> {
  await page.getByText('Aizturēt visu tekstu').click();
  await page.getByRole('button', { name: 'Aizturēt' }).click();
  await expect(page.getByRole('alert')).toContainText('Izvēlieties, kāpēc tekstu aiztur.');
  await expectSoundAtAllSizes(page);
  await page.getByLabel('ziņas par veselību').check();
  await page.getByRole('button', { name: 'Aizturēt' }).click();
}

test('all of it goes without scripts', async ({ browser, centre }) => {
  await answered(centre);
  const { member } = await deskOf(browser, centre, { roles: ['director'], name: 'Ilze Kalniņa' });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: centre.origin.replace('127.0.0.1', 'localhost'),
  });
  await context.addCookies([
    { name: 'kac-registrs', value: member.token, url: centre.origin.replace('127.0.0.1', 'localhost') },
  ]);
  const page = await context.newPage();
  await page.goto(`${HERE}izskatit/`);
  await page.getByText('Aizturēt visu tekstu').click();
  await page.getByLabel('aizskarošs teksts').check();
  await page.getByRole('button', { name: 'Aizturēt' }).click();
  await expect(page.getByText('Teksts aizturēts.')).toBeVisible();
  await page.getByRole('button', { name: 'Nodot lasīšanai' }).click();
  await expect(page.getByText('Kopā ar šo vēl 2 teksti.')).toBeVisible();
  await context.close();
});
