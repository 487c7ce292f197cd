// A survey answered in English from the list to the receipt, with and without JavaScript; every state is
// accessible.
import { join } from 'node:path';
import { runScript } from '../support/process.ts';
import { type Centre, expect, expectAccessible, test } from './fixtures.ts';

const versions = ({ folder }: Centre): unknown =>
  JSON.parse(
    runScript(
      `import { DatabaseSync } from 'node:sqlite';
       const file = new DatabaseSync(process.argv[1], { readOnly: true });
       const answers = file.prepare('SELECT answers FROM survey_answers').all().map(row => JSON.parse(row.answers));
       const titles = file.prepare('SELECT definition FROM survey_versions').all().map(row => JSON.parse(row.definition).title);
       process.stdout.write(JSON.stringify({ answers, titles }));`,
      join(folder, 'kac.db'),
    ),
  );

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a survey is found, answered and acknowledged in English', async ({ page, centre }) => {
      // Axe itself is a script.
      const accessible = async () => javaScriptEnabled && expectAccessible(page);
      await page.goto('/en/');
      const menu = page.getByRole('navigation').getByRole('link', { name: 'Surveys' }).first();
      await page.goto((await menu.getAttribute('href')) ?? '');
      await accessible();
      await page.getByRole('link', { name: 'How did we serve you?', exact: true }).click();
      await accessible();
      await page.getByLabel('By phone').check();
      const next = page.getByRole('button', { name: 'Next' });
      if (!javaScriptEnabled) await next.click();
      await page.getByRole('group', { name: 'Was your matter settled?' }).getByLabel('In part').check();
      if (!javaScriptEnabled) await next.click();
      await page
        .getByRole('group', { name: 'Why was your matter not fully settled?' })
        .getByLabel('Another reason')
        .check();
      if (!javaScriptEnabled) for (const _ of [1, 2]) await next.click();
      await page.getByRole('button', { name: 'Send the answers' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for your answers');
      expect(page.url()).toBe(`${centre.origin}/sanemts/?lang=en`);
      await accessible();
      expect(versions(centre)).toMatchObject({
        answers: [{ kanals: 'talrunis', atrisinats: 'daleji', 'kas-trauca': ['cits'] }],
        titles: ['Kā mēs Jūs apkalpojām?'],
      });
      await page.locator('.site-header__aside').getByRole('link', { name: 'Latviski' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paldies par atbildēm');
    });
  });
}

test('the switch leads from a survey to the same survey', async ({ page }) => {
  await page.goto('/aptaujas/klientu-aptauja/');
  await page.locator('.site-header__aside').getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How did we serve you?');
  await page.locator('.site-header__aside').getByRole('link', { name: 'Latviski' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kā mēs Jūs apkalpojām?');
});
