// The staff directory in a browser: found by question, name and post; the next reception in Riga time, in
// every zone.
import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/build/check/front-matter.ts';
import { addDays, rigaDate, rigaInstant, rigaTime } from '../../src/calendar/dates.ts';
import { nextIn, type ReceptionPlan, receptionText } from '../../src/staff/next.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { shiftOf, watchShifts } from './shift.ts';

const ids = globSync('content/staff/*.mdx').map(path => path.replace(/^.*\/|\.mdx$/g, ''));
const nameOf = (id: string): string => {
  const split = splitFrontMatter(readFileSync(`content/staff/${id}.mdx`, 'utf8'));
  return 'fault' in split ? '' : parse(split.yaml).name;
};

const planOf = async (page: Page): Promise<ReceptionPlan> =>
  JSON.parse((await page.locator('[data-plan]').first().getAttribute('data-plan')) ?? '');

for (const timezoneId of ['Europe/Riga', 'America/New_York', 'Pacific/Auckland', 'UTC']) {
  test.describe(`a visitor in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('reads the next reception as Riga’s clocks have it', async ({ page }) => {
      await page.goto('/darbinieki/janis-paraugs/');
      const line = page.locator('.next');
      const plan = await planOf(page);
      const today = rigaDate(new Date());
      await page.clock.install();
      for (const [days, time] of [
        [1, '00:05'],
        [3, '09:30'],
        [7, '12:00'],
        [12, '23:55'],
        [40, '10:00'],
      ] as const) {
        const instant = rigaInstant(addDays(today, days), time);
        await page.clock.setFixedTime(instant);
        await page.reload();
        const next = nextIn(plan, rigaDate(instant), rigaTime(instant));
        await expect(line).toHaveText(next ? receptionText(next, rigaDate(instant)) : '');
      }
    });
  });
}

test('the line changes while the page stays open', async ({ page }) => {
  await page.goto('/darbinieki/anna-parauga/');
  const plan = await planOf(page);
  const next = nextIn(plan, addDays(rigaDate(new Date()), 1), '00:00');
  if (!next) throw new Error('nobody receives');
  const opens = rigaInstant(next.date, next.opens).getTime();
  await page.clock.install({ time: opens - 30_000 });
  await page.reload();
  await expect(page.locator('.next')).toContainText('Nākamā pieņemšana: šodien');
  await page.clock.runFor(60_000);
  await expect(page.locator('.next')).toContainText(`Pieņem tagad līdz ${Number(next.closes.slice(0, 2))}.`);
});

test('a question leads to the person, and the person to the contact card', async ({ page, request }) => {
  await page.goto('/darbinieki/');
  await page
    .getByRole('navigation', { name: 'Kā meklēt' })
    .getByRole('link', { name: 'Pēc jautājuma' })
    .click();
  await expect(page.locator('#jautajumi')).toBeInViewport();
  const row = page.locator('.facts--index > div', { hasText: 'Suņu un citu mājas dzīvnieku reģistrēšana' });
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anna Parauga');
  const href = await page.getByRole('link', { name: 'Saglabāt kontaktu' }).getAttribute('href');
  const card = await request.get(href ?? '');
  expect(card.headers()['content-type']).toBe('text/vcard; charset=utf-8');
  expect(await card.text()).toContain('FN:Anna Parauga\r\n');
});

test('a letter leads to its questions, and everybody is there by name and by post', async ({ page }) => {
  await page.goto('/darbinieki/');
  await page
    .getByRole('navigation', { name: 'Jautājumi pēc pirmā burta' })
    .getByRole('link', { name: 'S', exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 3, name: 'S', exact: true })).toBeInViewport();
  for (const id of ids) {
    await expect(
      page
        .locator('.card')
        .getByRole('link', { name: nameOf(id), exact: true })
        .first(),
    ).toBeVisible();
    await expect(page.locator('section:has(#amati)').getByRole('link', { name: nameOf(id) })).toBeVisible();
  }
});

test.describe('without JavaScript on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('the week and the jump links stand, and no empty line is kept for a script', async ({ page }) => {
    await page.goto('/darbinieki/anna-parauga/');
    await expect(page.getByRole('row', { name: /Sestdiena/ })).toContainText('nepieņem');
    await expect(page.locator('.next')).toBeHidden();
    await page.goto('/darbinieki/');
    await page.getByRole('link', { name: 'Pēc amata' }).click();
    await expect(page.locator('#amati')).toBeInViewport();
    await expect(page.locator('.next').first()).toBeHidden();
  });
});

const LATE: readonly [what: string, file: RegExp][] = [
  ['nothing', /never/],
  ['the heading’s font', /\.woff2$/],
  ['the script that fills the line', /\/NextReception[^/]*\.js$/],
];

for (const [what, file] of LATE) {
  test(`nothing moves when the line is filled, on a phone and on a desk: late is ${what}`, async ({
    page,
  }) => {
    await watchShifts(page);
    await page.route(file, async route => {
      // After the first frame, whatever the machine's speed.
      await page.evaluate(() => new Promise(seen => requestAnimationFrame(() => setTimeout(seen, 150))));
      await route.continue();
    });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const address of [
        '/darbinieki/',
        '/darbinieki/janis-paraugs/',
        '/pakalpojumi/suna-registracija/',
      ]) {
        await page.goto(address);
        expect(await shiftOf(page), address).toBe(0);
      }
    }
  });
}

test('the pages are accessible with the line filled', async ({ page }) => {
  for (const address of ['/darbinieki/', '/darbinieki/janis-paraugs/']) {
    await page.goto(address);
    await expect(page.locator('.next').first()).not.toBeEmpty();
    await expectAccessible(page);
  }
});

test('a printed page is a sheet for the door: six fields on one page of A4', async ({ page }) => {
  await page.goto('/darbinieki/anna-parauga/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const text of [
    'Klientu apkalpošanas speciālists',
    '1. stāvs',
    'Gaujas iela 4',
    '@jaunpiebalga',
    'Pirmdiena',
  ])
    await expect(page.getByRole('main').getByText(text).first()).toBeVisible();
  await expect(page.locator('.next')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Saglabāt kontaktu' })).toBeHidden();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
