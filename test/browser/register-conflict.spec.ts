// A complaint about the director: hidden from the director, assigned to the deputy, with the reason in the
// history.
import { deskOf, fileAt, openWorklist } from './desk.ts';
import { expect, expectAccessible } from './fixtures.ts';
import { registerTest as test } from './passkey.ts';

test.use({ settings: { KAC_LIMITS: 'off' } });

test('a complaint about the director goes to the deputy and is nowhere for the director', async ({
  browser,
  centre,
}) => {
  const director = await deskOf(browser, centre, {
    roles: ['director'],
    name: 'Pēteris Paraugs',
    directoryId: 'peteris-paraugs',
  });
  const deputy = await deskOf(browser, centre, { roles: ['deputy'], name: 'Ilze Liepa' });
  const reference = await fileAt(centre, { text: 'Izpilddirektors Pēteris Paraugs mani neuzklausīja.' });

  await openWorklist(deputy.page, reference);
  await deputy.page.getByRole('link', { name: 'Manas' }).click();
  await expect(deputy.page.getByRole('link', { name: reference })).toBeVisible();
  await expectAccessible(deputy.page);
  await deputy.page.getByRole('link', { name: reference }).click();
  await expect(deputy.page.getByText('izpilddirektoram ir interešu konflikts')).toBeVisible();
  await expect(deputy.page.getByRole('heading', { name: 'Kam lieta nav pieejama' })).toBeVisible();
  await expectAccessible(deputy.page);
  await deputy.page.getByText('Citas darbības').click();
  await deputy.page.getByRole('link', { name: 'Nodot lietu' }).click();
  await expect(deputy.page.getByRole('option', { name: 'Pēteris Paraugs' })).toHaveCount(0);

  await director.page.goto('/registrs/');
  await expect(director.page.getByText('Nevienas atvērtas lietas nav.')).toBeVisible();
  await expectAccessible(director.page);
  await director.page.goto(`/registrs/lietas/${reference}/`);
  await expect(director.page.getByRole('heading', { level: 1 })).toHaveText('Tādas lietas nav');
  await expectAccessible(director.page);
  await director.page.getByRole('link', { name: 'Meklēt', exact: true }).click();
  await director.page.getByLabel('Numurs, vārds, e-pasts vai tālrunis').fill(reference);
  await director.page.getByRole('button', { name: 'Meklēt' }).click();
  await expect(director.page.getByRole('status')).toContainText('Nekas nav atrasts.');
  await expectAccessible(director.page);
  for (const desk of [director, deputy]) await desk.page.context().close();
});

test('whoever finds themselves partial gives the case up', async ({ browser, centre }) => {
  const clerk = await deskOf(browser, centre, { roles: ['clerk'], name: 'Dace Liepa' });
  const reference = await fileAt(centre, { text: 'Rinda bija gara.' });
  await openWorklist(clerk.page, reference);
  await clerk.page.getByRole('link', { name: reference }).click();
  await clerk.page.getByRole('button', { name: 'Uzņemties lietu' }).click();
  await expect(clerk.page.getByRole('status')).toContainText('Lieta ir Jūsu.');
  await clerk.page.getByText('Citas darbības').click();
  await clerk.page.getByRole('link', { name: 'Atstatīties no lietas' }).click();
  await clerk.page.getByRole('button', { name: 'Atstatīties' }).click();
  await expect(clerk.page.getByRole('link', { name: 'Izvēlieties iemeslu.' })).toBeVisible();
  await expectAccessible(clerk.page);
  await clerk.page.getByLabel('iesniedzējs ir radinieks').check();
  await clerk.page.getByRole('button', { name: 'Atstatīties' }).click();
  await expect(clerk.page.getByRole('status')).toContainText('Jūs esat atstatījies no lietas.');
  await expect(clerk.page.getByRole('link', { name: reference })).toHaveCount(0);
  await clerk.page.context().close();
});
