// The built hours pages and files: usable without scripts, small, and with the same facts in every form.
import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import ICAL from 'ical.js';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { attribute, elements } from '../api/html.ts';
import { distFile } from './dist.ts';

const file = (path: string): string => readFileSync(distFile(path), 'utf8');
const pages = { '/': file('index.html'), '/darba-laiks/': file('darba-laiks/index.html') };
const json = JSON.parse(file('dati/darba-laiks.json'));

describe.each(Object.entries(pages))('%s', (_, html) => {
  const all = [...elements(parse(html))];

  it('loads the one small script and nothing else', () => {
    const scripts = all
      .filter(({ tagName }) => tagName === 'script')
      .flatMap(node => attribute(node, 'src') ?? []);
    expect(scripts).toHaveLength(1);
    expect(brotliCompressSync(file(scripts[0]?.slice(1) ?? '')).length).toBeLessThan(1.7 * 1024);
  });

  it('brings live data that covers the coming year', () => {
    const boxes = all.flatMap(node => attribute(node, 'data-open-now') ?? []);
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) {
      const [live] = JSON.parse(box);
      expect(live).toMatchObject({ from: json.from, through: json.through });
      expect(live.w).toHaveLength(7);
    }
  });
});

describe('/darba-laiks/', () => {
  const html = pages['/darba-laiks/'];

  it('shows seven dated days and the special days without a script', () => {
    const rows = [...elements(parse(html))].filter(
      node => node.tagName === 'tr' && attribute(node, 'data-day') !== undefined,
    );
    const shown = rows.filter(row => attribute(row, 'hidden') === undefined);
    expect(shown).toHaveLength(7);
    expect(attribute(shown[0] as never, 'data-day')).toBe(json.from);
    for (const { date } of json.specialDays.filter(
      (day: { date: string }) => day.date < `${Number(json.from.slice(0, 4)) + 1}${json.from.slice(4)}`,
    ))
      expect(html).toContain(`datetime="${date}"`);
  });

  it('tells search engines the same as visitors', () => {
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const special = JSON.parse(text).specialOpeningHoursSpecification as { validFrom: string }[];
    for (const { validFrom } of special) expect(html).toContain(`datetime="${validFrom}"`);
  });
});

it('the calendar feed can be read and speaks of the same days', () => {
  const calendar = new ICAL.Component(ICAL.parse(file('dati/darba-laiks.ics')));
  const days = calendar
    .getAllSubcomponents('vevent')
    .map(event => new ICAL.Event(event).startDate.toString().slice(0, 10));
  for (const { date } of json.specialDays) expect(days).toContain(date);
});

it('every file of opening hours comes from one script', () => {
  expect(globSync('_astro/LiveScript*.js', { cwd: distFile('') })).toHaveLength(1);
});
