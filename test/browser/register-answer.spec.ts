// A case from its intake to the answer the submitter reads: taken, asked about, extended, answered by the head.
import type { Browser, Page } from '@playwright/test';
import { type Centre, expect, expectAccessible } from './fixtures.ts';
import { enrol, local, registerTest as test, withDevice } from './passkey.ts';

/** A colleague with one role, on a separate device. */
async function colleague(
  browser: Browser,
  centre: Centre,
  admin: Page,
  { name, role }: { readonly name: string; readonly role: RegExp },
): Promise<Page> {
  await admin.goto('/registrs/cilveki/');
  await admin.getByLabel('Vārds un uzvārds').fill(name);
  await admin.getByRole('checkbox', { name: role }).check();
  await admin.getByRole('button', { name: 'Saglabāt' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Uzaicinājums izsniegts');
  const href = (await admin.locator('code').textContent()) ?? '';
  const page = await (await browser.newContext({ baseURL: local(centre.origin) })).newPage();
  await withDevice(page);
  await enrol(page, href);
  return page;
}

/** Three people file from one address within a minute. */
test.use({ settings: { KAC_LIMITS: 'off' } });

interface Filed {
  readonly reference: string;
  readonly trackingCode: string;
}

async function file(page: Page, content: object): Promise<Filed> {
  const sent = await page.request.post('/api/complaints', { data: content });
  expect(sent.status()).toBe(201);
  return (await sent.json()) as Filed;
}

/** The submitter's own page. */
async function lookUp(page: Page, { trackingCode }: Filed): Promise<void> {
  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(trackingCode);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
}

/** Opens an action from the case's page; other ways to close a case are collapsed there. */
async function action(page: Page, { reference }: Filed, name: string): Promise<void> {
  await page.goto(`/registrs/lietas/${reference}/`);
  const link = page.getByRole('link', { name, exact: true });
  for (const fold of ['Slēgt citādi', 'Citas darbības'])
    if (!(await link.isVisible())) await page.getByText(fold, { exact: true }).click();
  await link.click();
}

test('a complaint goes from its intake to the answer that the submitter reads', async ({
  page: admin,
  centre,
  browser,
}) => {
  await withDevice(admin);
  await enrol(admin, centre.invitation);
  const clerk = await colleague(browser, centre, admin, { name: 'Ilze Kalniņa', role: /^darbinieks/ });
  const head = await colleague(browser, centre, admin, { name: 'Dace Liepa', role: /^izpilddirektors/ });
  const outside = await (await browser.newContext({ baseURL: local(centre.origin) })).newPage();
  const filed = await file(outside, {
    text: 'Rinda bija gara, un dokumentā bija kļūda.',
    name: 'Zane Ozola',
    address: 'Parauga iela 2, Paraugi',
    replyBy: 'post',
    rulePoints: ['5.1.2'],
  });

  await clerk.goto(`/registrs/lietas/${filed.reference}/`);
  await clerk.getByRole('button', { name: 'Uzņemties lietu' }).click();
  await expect(clerk.getByRole('status')).toContainText('Lieta ir Jūsu.');
  await action(clerk, filed, 'Lūgt papildu informāciju');
  await expectAccessible(clerk);
  await clerk.getByLabel('Ko vajag zināt').fill('Kurā dienā tas notika?');
  await clerk.getByRole('button', { name: 'Nosūtīt lūgumu' }).click();
  await expect(clerk.getByRole('status')).toContainText('Lūgums pēc informācijas nosūtīts.');

  await lookUp(outside, filed);
  await expect(outside.getByText('Kurā dienā tas notika?')).toBeVisible();
  await outside.getByLabel('Papildu informācija').fill('Pirmdien.');
  await outside
    .getByRole('button', { name: /^Nosūtīt/ })
    .first()
    .click();

  await action(clerk, filed, 'Pagarināt termiņu');
  await expectAccessible(clerk);
  await clerk.getByRole('button', { name: 'Pagarināt termiņu' }).click();
  await expect(clerk.getByRole('link', { name: 'Izvēlieties iemeslu.' })).toBeVisible();
  await expectAccessible(clerk);
  await clerk.getByLabel('Likumā noteiktais iemesls').selectOption({ label: 'jāiegūst papildu informācija' });
  await clerk.getByLabel('Paskaidrojums iesniedzējam').fill('Jāpārbauda arhīvs.');
  await clerk.getByRole('button', { name: 'Pagarināt termiņu' }).click();
  await expect(clerk.getByRole('status')).toContainText('Termiņš pagarināts');

  await action(clerk, filed, 'Sagatavot atbildes melnrakstu');
  await expectAccessible(clerk);
  await clerk.getByLabel('Atbilde', { exact: false }).first().focus();
  await clerk.getByLabel('Atbildes sagatave').selectOption({ label: 'Darbinieka kļūda dokumentā vai datos' });
  await clerk.getByRole('button', { name: 'Ielikt tekstu' }).click();
  await expect(clerk.locator('textarea[name=text]')).toHaveValue(/patiešām ir kļūda/);
  await clerk.getByRole('button', { name: 'Saglabāt melnrakstu' }).click();
  // Complaints are answered by the head (rule point 13).
  await expect(clerk.getByRole('link', { name: 'Sniegt atbildi' })).toHaveCount(0);
  await action(clerk, filed, 'Nodot lietu');
  await clerk.getByLabel('Kam nodot').selectOption({ label: 'Dace Liepa' });
  await clerk.getByRole('button', { name: 'Nodot' }).click();

  await action(head, filed, 'Sniegt atbildi');
  await expectAccessible(head);
  await expect(head.getByText('Ielikts melnraksts, ko sagatavoja Ilze Kalniņa')).toBeVisible();
  await head.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
  await expect(head.getByRole('link', { name: 'Norādiet, vai sūdzība ir pamatota.' })).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('radio', { name: 'pamatota', exact: true }).check();
  await head.locator('textarea[name=text]').fill('Dokumentā patiešām ir kļūda: uzvārds. Tā ir izlabota.');
  await head.getByLabel('Pamatojums').fill('Uzvārds pārrakstīts no vecas izziņas.');
  await head.getByRole('checkbox', { name: /^Kļūda ir pieļauta/ }).check();
  await head.getByLabel('Kas darīts, lai novērstu kļūdas sekas').fill('Izsniedzām jaunu izziņu bez maksas.');
  await head.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Apskatiet pirms sūtīšanas');
  await expectAccessible(head);
  await head.getByRole('button', { name: 'Turpināt rakstīt' }).click();
  await expect(head.getByLabel('Pamatojums')).toHaveValue('Uzvārds pārrakstīts no vecas izziņas.');
  await head.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).focus();
  await head.keyboard.press('Enter');
  await head.getByRole('button', { name: 'Sniegt atbildi' }).focus();
  await head.keyboard.press('Enter');
  await expect(head.getByRole('status')).toContainText('Atbilde sniegta, lieta slēgta.');
  await expect(head.getByRole('status')).toContainText('nosūtiet pa pastu');
  await expect(head.getByRole('article', { name: 'Vēstule' })).toContainText('Zane Ozola');
  await expectAccessible(head);
  // Printing shows only the letter.
  await head.emulateMedia({ media: 'print' });
  await expect(head.getByRole('article')).toBeVisible();
  for (const gone of ['.page-head', '.register-head', '.notice'])
    await expect(head.locator(gone).first()).toBeHidden();
  await head.emulateMedia({ media: 'screen' });

  await lookUp(outside, filed);
  await expect(outside.getByText('Sūdzība ir atzīta par pamatotu.')).toBeVisible();
  await expect(outside.getByText('Izsniedzām jaunu izziņu bez maksas.')).toBeVisible();
  await expectAccessible(outside);
  for (const one of [clerk, head, outside]) await one.close();
});

test.describe('without JavaScript', () => {
  test('what is not ours is filled in from the directory, seen, and passed on', async ({
    page: admin,
    centre,
    browser,
  }) => {
    await withDevice(admin);
    await enrol(admin, centre.invitation);
    const clerk = await colleague(browser, centre, admin, { name: 'Ilze Kalniņa', role: /^darbinieks/ });
    const bare = await browser.newContext({
      baseURL: local(centre.origin),
      javaScriptEnabled: false,
      storageState: await clerk.context().storageState(),
    });
    const page = await bare.newPage();
    const filed = await file(page, { text: 'Kur deklarēt ienākumus?' });
    await action(page, filed, 'Pārsūtīt pēc piekritības');
    await page
      .getByLabel('Izvēlieties darbinieku vai iestādi')
      .selectOption({ label: 'Valsts ieņēmumu dienests' });
    await page.getByRole('button', { name: 'Aizpildīt laukus' }).click();
    await expect(page.getByLabel('Iestāde', { exact: false }).first()).toHaveValue(
      'Valsts ieņēmumu dienests',
    );
    await page.getByLabel('Tālrunis').fill('67120000');
    await page.getByRole('radio', { name: /^Nepārsūtām/ }).check();
    await page.getByLabel('Kāpēc jautājums nav mūsu kompetencē').fill('Ienākumus deklarē VID.');
    await page.getByRole('button', { name: 'Apskatīt pirms sūtīšanas' }).click();
    await expect(page.getByText('Ienākumus deklarē VID.')).toBeVisible();
    await page.getByRole('button', { name: 'Pārsūtīt un paziņot iesniedzējam' }).click();
    await expect(page.getByRole('status')).toContainText('Iesniegums pārsūtīts.');
    await lookUp(page, filed);
    await expect(page.getByText('Tālrunis: 67120000')).toBeVisible();
    await clerk.close();
    await bare.close();
  });
});
