// A complaint from writing it to the look-up after a restart, with and without JavaScript.
import { expect, expectAccessible, fileComplaint, test } from './fixtures.ts';

const lookUp = async (page: Parameters<typeof fileComplaint>[0], code: string) => {
  await page.goto('/gaita/');
  await page.getByLabel('Izsekošanas kods').fill(code);
  await page.getByRole('button', { name: 'Parādīt gaitu' }).click();
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a complaint is filed, its receipt read, followed up, and still there after a restart', async ({
      page,
      centre,
    }) => {
      const code = await fileComplaint(page);
      expect(page.url()).toBe(`${centre.origin}/sanemts/`);
      const reference = (await page.locator('.receipt__reference').textContent()) ?? '';
      expect(reference).toMatch(/^KAC-\d\d-/);
      await expect(page.getByText('Atbildes termiņš').first()).toBeVisible();
      await page.reload();
      await expect(page.locator('.code')).toHaveText(code);
      await lookUp(page, code.toLowerCase().replaceAll('-', ' '));
      await expect(page.getByText(reference)).toBeVisible();
      await expect(page.getByText('Iesniegums saņemts un reģistrēts')).toBeVisible();
      await centre.restart();
      await lookUp(page, code);
      await expect(page.getByText(reference)).toBeVisible();
      expect(page.url()).not.toContain(code);
    });

    test('sent twice from one filling-in, it is one submission', async ({ page }) => {
      await page.goto('/sudziba/');
      await page.getByLabel('Sūdzības teksts').fill('Viens un tas pats');
      const key = await page.locator('[name=idempotencyKey]').getAttribute('value');
      expect(key).toMatch(/^[\w-]{16,}$/);
      await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
      const first = await page.locator('.receipt__reference').textContent();
      await page.goBack();
      await page.getByLabel('Sūdzības teksts').fill('Viens un tas pats');
      if ((await page.locator('[name=idempotencyKey]').getAttribute('value')) === key) {
        await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
        await expect(page.locator('.receipt__reference')).toHaveText(first ?? '');
      }
    });

    test('a mistake is explained, nothing typed is lost, and the mended form goes through', async ({
      page,
    }) => {
      await page.goto('/sudziba/');
      await page.getByLabel('E-pasta adrese').fill('nav adrese');
      await page.getByLabel('Vārds un uzvārds').fill('Anna "Parauga" <b>');
      await page.getByText('Izvēlēties noteikumu punktus').click();
      await page.getByLabel(/^5\.1\.1\./).check();
      await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
      await expect(page).toHaveTitle(/^Kļūda: Iesniegt sūdzību/);
      await expect(page.locator('.error-summary')).toBeFocused();
      await page.getByRole('link', { name: /^Uzrakstiet, par ko sūdzaties/ }).click();
      await expect(page.getByLabel('Sūdzības teksts')).toBeFocused();
      await expect(page.getByLabel('Vārds un uzvārds')).toHaveValue('Anna "Parauga" <b>');
      await expect(page.getByLabel(/^5\.1\.1\./)).toBeChecked();
      await page.getByLabel('Sūdzības teksts').fill('Tagad ir teksts.');
      await page.getByLabel('E-pasta adrese').fill('anna@paraugs.example');
      await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
      await expect(page.locator('.code')).toBeVisible();
    });
  });
}

test('a double click sends once', async ({ page, request }) => {
  const sent: string[] = [];
  page.on('request', asked => {
    if (asked.method() === 'POST') sent.push(asked.url());
  });
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill('Dubultklikšķis');
  await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).dblclick();
  await expect(page.locator('.code')).toBeVisible();
  expect(sent).toHaveLength(1);
  expect((await request.get('/api/health')).ok()).toBe(true);
});

test('the receipt is forgotten on request and gone after the button', async ({ page }) => {
  await fileComplaint(page);
  await page.getByRole('button', { name: 'Aizmirst šajā datorā' }).click();
  await page.waitForURL('/');
  await page.goto('/sanemts/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apstiprinājums vairs nav redzams');
});

test('the receipt is downloaded, checked, and found out when altered', async ({ page }) => {
  await fileComplaint(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Lejupielādēt parakstītu apstiprinājumu' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^KAC-.*\.txt$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const check = async (receipt: string) => {
    await page.goto('/parbaude/');
    await page.getByLabel('Apstiprinājuma teksts').fill(receipt);
    await page.getByRole('button', { name: 'Pārbaudīt', exact: true }).click();
  };
  await check(text);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apstiprinājums ir īsts');
  await expectAccessible(page);
  await check(text.replace('Veids: sūdzība', 'Veids: pateicība'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Apstiprinājums nav derīgs');
  await expectAccessible(page);
});

test('the character counter tells how much is left, and says when it is too much', async ({ page }) => {
  await page.goto('/sudziba/');
  await page.getByLabel('Sūdzības teksts').fill('a'.repeat(10_001));
  await expect(page.getByText('Par garu: 1 rakstzīme').first()).toBeVisible();
  await page.getByRole('button', { name: 'Nosūtīt sūdzību' }).click();
  await expect(page.getByText('Saīsiniet to vismaz par 1 rakstzīm').first()).toBeVisible();
});

test('the whole complaint can be made with the keyboard', async ({ page }) => {
  await page.goto('/sudziba/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Pāriet uz saturu' })).toBeFocused();
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    if (await page.getByLabel('Sūdzības teksts').evaluate(area => area === document.activeElement)) break;
  }
  await page.keyboard.type('Rakstīts ar tastatūru.');
  const button = page.getByRole('button', { name: 'Nosūtīt sūdzību' });
  for (let i = 0; i < 40 && !(await button.evaluate(node => node === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.code')).toBeVisible();
});
