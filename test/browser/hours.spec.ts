// “Open now” in a real browser: with a set clock, in a distant time zone, on a page left open, without
// scripts. The real pages and their real script; only the dates in them are fixed, so that the tests do not
// depend on the sample data.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addDays, rigaInstant } from '../../src/calendar/dates.ts';
import { liveHours } from '../../src/hours/live-data.ts';
import { LIVE } from '../../src/site/messages-hours.lv.ts';
import { centreChannels } from '../hours/fixtures.ts';
import { distFile } from '../site/dist.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const counter = centreChannels('2026-11-16')[0]?.schedule;
const LIVE_DATA = JSON.stringify([counter && liveHours(counter, '2026-11-16'), LIVE.counter]);
const notice = (date: string, day: string, text: string) =>
  `<p data-day="${date}" hidden><strong><span data-when>Piektdien</span>, <time datetime="${date}">${day}</time></strong>, ${text}</p>`;
const NOTICES = `<section class="notice notice--warn fixed" data-days="7" hidden aria-label="Citāds darba laiks">${notice(
  '2026-12-04',
  '4. decembrī',
  'strādāsim 10.00–12.00: darbinieku mācības',
)}${notice('2026-12-11', '11. decembrī', 'būs slēgts: inventarizācija')}</section>`;

/** Serves the built pages with known hours. */
async function fixHours(page: Page): Promise<void> {
  await page.route(/\/(darba-laiks\/)?$/, async route => {
    const answer = await route.fetch();
    const html = (await answer.text())
      .replaceAll(/data-open-now="[^"]*"/g, () => `data-open-now="${LIVE_DATA.replaceAll('"', '&quot;')}"`)
      .replace(/<section class="notice[^>]* data-days.*?<\/section>/s, '')
      .replace(/<main[^>]*>/, main => `${main}${NOTICES}`);
    const policy = answer.headers()['content-security-policy'] ?? '';
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: html,
    });
  });
}

/** The day of the build. */
const BUILT: string = JSON.parse(readFileSync(distFile('dati/darba-laiks.json'), 'utf8')).from;

const ZONES = ['UTC', 'America/New_York', 'Europe/Riga', 'Pacific/Auckland'];

/** Time in Riga, and what the counter's display shows for the shipped sample hours. */
const MOMENTS: readonly (readonly [at: string, head: string, detail: string])[] = [
  ['2026-11-23T08:29:00+02:00', 'Slēgts – atvērsim šodien 8.30', ''],
  ['2026-11-23T08:30:00+02:00', 'Atvērts līdz 12.30', 'Pārtraukums 12.30–13.00'],
  ['2026-11-23T12:45:00+02:00', 'Pārtraukums – atvērsim 13.00', ''],
  ['2026-11-27T23:30:00+02:00', 'Slēgts – atvērsim pirmdien 8.30', ''],
  ['2026-12-04T11:00:00+02:00', 'Atvērts līdz 12.00', 'Šodien 10.00–12.00: darbinieku mācības'],
  ['2026-12-11T09:00:00+02:00', 'Šodien slēgts: inventarizācija', 'Atvērsim pirmdien 8.30'],
  ['2026-12-24T09:00:00+02:00', 'Šodien slēgts: Ziemassvētku vakars', 'Atvērsim pirmdien 8.30'],
  // The days after the clock changes in spring and in autumn.
  ['2027-03-30T08:30:00+03:00', 'Atvērts līdz 12.30', 'Pārtraukums 12.30–13.00'],
  ['2027-03-28T03:59:00+03:00', 'Slēgts – atvērsim otrdien 8.30', ''],
  ['2027-11-01T08:29:00+02:00', 'Slēgts – atvērsim šodien 8.30', ''],
  ['2027-10-31T03:30:00+02:00', 'Slēgts – atvērsim rīt 8.30', ''],
];

for (const timezoneId of ZONES) {
  test.describe(`on a device in ${timezoneId}`, () => {
    test.use({ timezoneId });
    test('tells what holds in Riga, also on the days clocks change', async ({ page }) => {
      await fixHours(page);
      for (const [at, head, detail] of MOMENTS) {
        await page.clock.setFixedTime(new Date(at));
        for (const address of ['/', '/darba-laiks/']) {
          await page.goto(address);
          const lines = page.locator('[data-open-now]').first().locator('p');
          await expect(lines.first(), `${at} ${address}`).toHaveText(head);
          await expect(lines.last(), `${at} ${address}`).toHaveText(detail);
        }
      }
    });
  });
}

test('follows the clock while the page stays open, and speaks only of changes', async ({ page }) => {
  await fixHours(page);
  await page.clock.install({ time: new Date('2026-11-23T12:28:30+02:00') });
  await page.goto('/darba-laiks/');
  const box = page.locator('[data-open-now]').first();
  await expect(box).toContainText('Atvērts līdz 12.30');
  await expect(box).toHaveAttribute('aria-live', 'polite');
  await page.evaluate(() => {
    const counter = { changes: 0 };
    Object.assign(window, { counter });
    const target = document.querySelector('[data-open-now]') as Element;
    new MutationObserver(() => {
      counter.changes += 1;
    }).observe(target, { childList: true, subtree: true, characterData: true });
  });
  const changes = () =>
    page.evaluate(() => (window as unknown as { counter: { changes: number } }).counter.changes);
  await page.clock.runFor('01:00');
  await expect(box).toContainText('Atvērts līdz 12.30');
  expect(await changes()).toBe(0);
  await page.clock.runFor('00:31');
  await expect(box).toContainText('Pārtraukums – atvērsim 13.00');
  expect(await changes()).toBe(1);
  await page.clock.runFor('30:00');
  await expect(box).toContainText('Atvērts līdz 18.00');
});

test('announces a changed day a week ahead, tomorrow and today, and then no more', async ({ page }) => {
  await fixHours(page);
  const notice = page.locator('.fixed p:visible');
  const onDay = async (at: string, address = '/') => {
    await page.clock.setFixedTime(new Date(at));
    await page.goto(address);
  };
  await onDay('2026-11-27T12:00:00+02:00');
  await expect(notice).toHaveCount(0);
  await onDay('2026-11-28T00:30:00+02:00');
  await expect(notice).toHaveText(
    /^\s*Piektdien, 4.\s?decembrī, strādāsim 10.00–12.00: darbinieku mācības\s*$/,
  );
  await onDay('2026-12-03T12:00:00+02:00', '/darba-laiks/');
  await expect(notice).toContainText(/Rīt, 4.\s?decembrī, strādāsim/);
  await onDay('2026-12-11T08:00:00+02:00');
  await expect(notice).toHaveText(/^\s*Šodien, 11.\s?decembrī, būs slēgts: inventarizācija\s*$/);
  await onDay('2026-12-12T08:00:00+02:00');
  await expect(notice).toHaveCount(0);
});

test('moves the dated week along and marks today', async ({ page }) => {
  const day = addDays(BUILT, 10);
  await page.clock.setFixedTime(rigaInstant(day, '23:30'));
  await page.goto('/darba-laiks/');
  const rows = page.locator('table[data-days] tbody tr:visible');
  await expect(rows).toHaveCount(7);
  await expect(rows.first()).toHaveAttribute('data-day', day);
  await expect(page.locator('table[data-days] [aria-current=date]')).toHaveAttribute('data-day', day);
  // A page left open for a year keeps its dated rows and states that it has no data for today.
  await page.clock.setFixedTime(rigaInstant(addDays(BUILT, 500), '12:00'));
  await page.goto('/darba-laiks/');
  await expect(rows).toHaveCount(7);
  await expect(page.locator('[data-open-now]').first()).toContainText('zvaniet centram');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test('open, break, closed and notice are accessible', async ({ page }) => {
      await fixHours(page);
      for (const at of [
        '2026-11-23T10:00+02:00',
        '2026-11-23T12:45+02:00',
        '2026-12-03T20:00+02:00',
        '2029-01-01',
      ]) {
        await page.clock.setFixedTime(new Date(at));
        await page.goto('/darba-laiks/');
        await expectAccessible(page);
      }
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the week and the coming special days are there, and no empty display', async ({ page }) => {
    await page.goto('/darba-laiks/');
    await expect(page.locator('table[data-days] tbody tr:visible')).toHaveCount(7);
    expect(await page.locator('.week').count()).toBe(3);
    await expect(page.getByRole('row', { name: /Proklamēšanas|Jāņu/ }).first()).toBeVisible();
    await expect(page.locator('[data-open-now]').first()).toBeHidden();
  });

  test('the hours can be taken along', async ({ page, request }) => {
    await page.goto('/darba-laiks/');
    const links = {
      'Kalendāra fails (iCalendar)': 'text/calendar',
      'Dati programmām (JSON)': 'application/json',
    };
    for (const [name, type] of Object.entries(links)) {
      const href = (await page.getByRole('link', { name }).getAttribute('href')) ?? '';
      const answer = await request.get(href);
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toContain(type);
    }
  });
});
