// An auditor's and a deputy's work, each on a separate device: what they see, what they don't, and a chain
// that was tampered with.
import type { Browser, Page } from '@playwright/test';
import { fileAt, openUntil } from './desk.ts';
import { type Centre, expect, expectAccessible } from './fixtures.ts';
import { enrol, local, registerTest as test, withDevice } from './passkey.ts';
import { inRegister } from './register.ts';

test.use({ settings: { KAC_LIMITS: 'off' } });

/** A separate browser with a device, admitted by the administrator. */
async function letIn(
  browser: Browser,
  centre: Centre,
  administrator: Page,
  { name, role, entry }: { name: string; role: RegExp; entry?: string },
): Promise<Page> {
  await administrator.goto('/registrs/cilveki/');
  await administrator.getByLabel('Vārds un uzvārds').fill(name);
  await administrator.getByRole('checkbox', { name: role }).check();
  if (entry) await administrator.getByLabel('Ieraksts darbinieku sarakstā').selectOption({ label: entry });
  await administrator.getByRole('button', { name: 'Saglabāt' }).click();
  const href = (await administrator.locator('code').textContent()) ?? '';
  const page = await (await browser.newContext({ baseURL: local(centre.origin) })).newPage();
  await withDevice(page);
  await enrol(page, href);
  return page;
}

test('the auditor sees figures and chain, no case; a bent chain is named', async ({
  page,
  browser,
  centre,
}) => {
  await withDevice(page);
  await enrol(page, centre.invitation);
  const auditor = await letIn(browser, centre, page, { name: 'Rita Liepa', role: /^auditors/ });
  const reference = await fileAt(centre, { text: 'Rinda bija gara.', name: 'Ilze Ozola' });

  await auditor.goto('/registrs/');
  await expect(auditor.getByRole('heading', { level: 1 })).not.toHaveText('Darbi');
  for (const hidden of ['Darbi', 'Meklēt', 'Cilvēki', 'Eksports'])
    await expect(auditor.getByRole('navigation', { name: 'Reģistra izvēlne' })).not.toContainText(hidden);
  await auditor.getByRole('link', { name: 'Pārskats' }).click();
  await expectAccessible(auditor);
  await auditor.goto(`/registrs/lietas/${reference}/`);
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Šī lapa Jūsu lomai nav pieejama');

  await auditor.getByRole('link', { name: 'Ķēde' }).click();
  await expect(auditor.getByRole('heading', { level: 1 })).toHaveText('Notikumu ķēde');
  await openUntil(auditor, '/registrs/kede/', auditor.getByText(reference));
  await expect(auditor.locator('main')).not.toContainText('Ozola');
  await auditor.getByRole('button', { name: 'Pārbaudīt ķēdi' }).click();
  await expect(auditor.getByRole('status')).toContainText('Ķēde ir vesela');
  await expectAccessible(auditor);

  await inRegister(centre.folder, async ({ database }) => {
    await database.execute({
      sql: "UPDATE events SET at = '2026-01-02T03:04:05Z' WHERE reference = ? AND kind = 'received'",
      args: [reference],
    });
  });
  await auditor.getByRole('button', { name: 'Pārbaudīt ķēdi' }).click();
  await expect(auditor.getByRole('status')).toContainText('Ķēde ir bojāta');
  await expect(auditor.getByRole('status')).toContainText(reference);
  await expectAccessible(auditor);
  await auditor.context().close();
});

test('the deputy examines a complaint about the director, in the director’s stead', async ({
  page,
  browser,
  centre,
}) => {
  await withDevice(page);
  await enrol(page, centre.invitation);
  const director = await letIn(browser, centre, page, {
    name: 'Pēteris Paraugs',
    role: /^izpilddirektors –/,
    entry: 'Pēteris Paraugs, Izpilddirektors',
  });
  const deputy = await letIn(browser, centre, page, {
    name: 'Juris Ozols',
    role: /^izpilddirektora vietnieks/,
  });
  const reference = await fileAt(centre, { text: 'Viņš mani neuzklausīja.', aboutStaff: 'izpilddirektors' });

  const mine = deputy.getByRole('link', { name: reference });
  await expect(async () => {
    await deputy.goto('/registrs/?skats=mine');
    await expect(mine).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 120_000 });
  await mine.click();
  await deputy.getByRole('link', { name: 'Sniegt atbildi' }).click();
  await deputy.getByLabel('nepamatota').check();
  await deputy.getByLabel('Atbilde', { exact: true }).fill('Uzklausījām abas puses.');
  await deputy.getByLabel('Pamatojums').fill('Sarunas pieraksts to neapstiprina.');
  await deputy.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
  await expectAccessible(deputy);
  await deputy.getByRole('button', { name: 'Sniegt atbildi' }).click();
  await expect(deputy.getByRole('status').first()).toContainText('Atbilde sniegta');

  await director.goto('/registrs/?skats=closed');
  await expect(director.getByText('Slēgtu lietu vēl nav.')).toBeVisible();
  await director.goto('/registrs/kede/');
  await expect(director.locator('main')).not.toContainText(reference);
  await expectAccessible(director);
  for (const one of [director, deputy]) await one.context().close();
});
