// Retention and destruction, personal data and the chain, as a head and an auditor use them; every page is
// accessible.
import type { Page } from '@playwright/test';
import { answerAt, holdAt } from '../support/long-ago.ts';
import { deskOf } from './desk.ts';
import { type Centre, expect, expectAccessible } from './fixtures.ts';
import { local, registerTest as test } from './passkey.ts';
import { inRegister } from './register.ts';

/** Cases closed long ago, one of them on hold. */
async function oldCases(centre: Centre, n: number): Promise<string[]> {
  const references: string[] = [];
  for (let i = 0; i < n; i++) {
    const response = await fetch(`${local(centre.origin)}/api/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: `Rinda bija gara, ${i}.`, name: 'Anna Parauga', email: 'anna@x.example' }),
    });
    references.push(((await response.json()) as { reference: string }).reference);
  }
  await inRegister(centre.folder, async tools => {
    for (const reference of references) await answerAt(tools, reference, '2019-05-06T09:00:00Z');
    await holdAt(tools, references[0] ?? '', '2026-01-01T00:00:00Z');
    await tools.database.execute({
      sql: `UPDATE submissions SET screened_at = '2019-05-06T09:00:00Z'
        WHERE reference IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(references)],
    });
  });
  return references;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a head destroys what has served its term by an act', async ({ browser, centre }) => {
  const [held = '', ...due] = await oldCases(centre, 4);
  const { page } = await deskOf(browser, centre, { roles: ['director'], name: 'Pēteris Paraugs' });
  await page.goto('/registrs/glabasana/');
  await expect(page.getByText('iznīcināšana apturēta')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Akta numurs un datums').fill('bez numura');
  await page.getByRole('button', { name: 'Sastādīt aktu' }).click();
  await expect(page.getByRole('alert')).toContainText('Ierakstiet akta numuru un datumu');
  await expectAccessible(page);
  await page.getByLabel('Akta numurs un datums').fill('Nr. 5, 2026-11-24');
  await page.getByRole('button', { name: 'Sastādīt aktu' }).click();
  await expect(heading(page)).toHaveText('Akts Nr. 5, 2026-11-24');
  for (const reference of due) await expect(page.getByText(reference)).toBeVisible();
  await expect(page.getByRole('article').getByText(held)).toHaveCount(0);
  const leftOut = page.getByRole('table', { name: 'Aktā neiekļautās lietas' });
  await expect(leftOut.getByRole('row', { name: held })).toContainText('iznīcināšana apturēta');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Iznīciniet aktā minēto' }).click();
  await expectAccessible(page);
  await page.getByLabel('Akts ir parakstīts').check();
  await page.getByLabel('ierakstiet akta numuru').fill('Nr. 6');
  await page.getByRole('button', { name: 'Iznīcināt' }).click();
  await expect(page.getByRole('alert')).toContainText('Nekas nav iznīcināts.');
  await expectAccessible(page);
  await page.getByLabel('Akts ir parakstīts').check();
  await page.getByLabel('ierakstiet akta numuru').fill('Nr. 5, 2026-11-24');
  await page.getByRole('button', { name: 'Iznīcināt' }).click();
  await expect(page.getByText('pabeigts: iznīcinātas 3 no 3')).toBeVisible();
  await expectAccessible(page);
  const gone = await page.goto(`/registrs/lietas/${due[0]}/`);
  expect(gone?.status()).toBe(404);
});

test('an auditor checks the chain and takes its head along', async ({ browser, centre }) => {
  await oldCases(centre, 2);
  const { page } = await deskOf(browser, centre, { roles: ['auditor'], name: 'Rita Zvirbule' });
  await page.goto('/registrs/kede/');
  await expect(heading(page)).toHaveText('Notikumu ķēde');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Pārbaudīt ķēdi' }).click();
  await expect(page.getByRole('heading', { name: 'Ķēde ir vesela' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Notikuma kods').fill('erased');
  await page.getByRole('button', { name: 'Rādīt' }).click();
  await expect(page.getByText('Šādu notikumu nav.')).toBeVisible();
  await page.goto('/registrs/kede/gals/');
  const head = await page.locator('pre').innerText();
  await expectAccessible(page);
  await page.goto('/parbaude/');
  await page.getByRole('textbox').last().fill(head);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByText('REGISTRS')).toBeVisible();
});

test('a person is found, and a request on paper is recorded with its day', async ({ browser, centre }) => {
  const [reference = ''] = await oldCases(centre, 2);
  const { page } = await deskOf(browser, centre, { roles: ['deputy'], name: 'Juris Ozols' });
  await page.goto('/registrs/personas-dati/');
  await expectAccessible(page);
  const look = async () => {
    await page.getByLabel('Vārds, e-pasts vai tālrunis').fill('Anna Parauga');
    await page.getByRole('button', { name: 'Meklēt' }).click();
  };
  // The server indexes new submissions by itself, shortly after.
  await expect(async () => {
    await look();
    await expect(page.getByText(reference)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectAccessible(page);
  await page.getByText('Ierakstīt lūgumu dzēst datus').first().click();
  await page.getByLabel('Kad lūgums saņemts').first().fill('2026-11-02');
  await page.getByRole('button', { name: 'Ierakstīt lūgumu' }).first().click();
  await expect(page.getByText('Lūgums ierakstīts')).toBeVisible();
  await expect(page.getByText('Lūdz dzēst datus').first()).toBeVisible();
  await expectAccessible(page);
});
