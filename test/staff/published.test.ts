// What the build publishes about people: open data valid by its schema, a card for each person, a small
// script.
import { globSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { StaffDataset } from '../../src/staff/open-data.ts';
import { builtPages, distFile } from '../site/dist.ts';

const json = (path: string) => JSON.parse(readFileSync(distFile(path), 'utf8'));
const data: StaffDataset = json('dati/darbinieki.json');
const ids = globSync('content/staff/*.mdx').map(path => path.replace(/^.*\/|\.mdx$/g, ''));

function validator() {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(json('dati/schemas/darbinieki.schema.json'));
}

describe('/dati/darbinieki.json', () => {
  it('obeys the schema published beside it', () => {
    const validate = validator();
    expect(validate(data) || validate.errors).toBe(true);
    expect(data.$schema).toBe(json('dati/schemas/darbinieki.schema.json').$id);
  });

  it('is refused by the schema when a field is missing, misspelt or wrong', () => {
    const validate = validator();
    const [first] = data.staff;
    for (const change of [
      { phone: '60000001' },
      { topics: [] },
      { extra: 1 },
      { reception: { monday: ['9-12'] } },
    ])
      expect(validate({ ...data, staff: [{ ...first, ...change }] }), JSON.stringify(change)).toBe(false);
  });

  it('holds everybody, with the six fields of rule point 5.2.3 and the sample mark', () => {
    expect(data.staff.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const person of data.staff) {
      const page = readFileSync(distFile(`darbinieki/${person.id}/index.html`), 'utf8');
      expect(page).toContain(person.name);
      expect(page).toContain(person.room);
      expect(page).toContain(`tel:${person.phone}`);
      expect(page).toContain(person.post.title);
      expect(Object.values(person.reception).flat().length).toBeGreaterThan(0);
      const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
      expect(main.includes('Parauga dati')).toBe(person.sample);
    }
    expect(data.sample).toBe(data.staff.some(({ sample }) => sample));
  });

  it('never tells why somebody is away', () => {
    const told = data.staff.flatMap(({ absences }) => absences.flatMap(absence => Object.keys(absence)));
    expect(told.filter(key => !['from', 'through', 'standIn'].includes(key))).toEqual([]);
  });
});

describe('/darbinieki/<id>.vcf', () => {
  it.each(ids)('%s is a card another program reads', id => {
    const card = new ICAL.Component(ICAL.parse(readFileSync(distFile(`darbinieki/${id}.vcf`), 'utf8')));
    const person = data.staff.find(entry => entry.id === id);
    expect(card.getFirstPropertyValue('fn')).toBe(person?.name);
    expect(card.getFirstPropertyValue('tel')).toBe(`tel:${person?.phone}`);
    expect(String(card.getFirstPropertyValue('note')).startsWith('Parauga dati')).toBe(person?.sample);
  });
});

it('loads one script of at most 1.5 KB beside people, and no picture when there is none', () => {
  const pages = builtPages().filter(({ html }) => html.includes('data-plan='));
  expect(pages.length).toBeGreaterThan(ids.length);
  for (const { html, address } of pages) {
    const [script = ''] = /\/_astro\/NextReception[^"]+\.js/.exec(html) ?? [];
    expect(brotliCompressSync(readFileSync(distFile(script.slice(1)))).length, address).toBeLessThanOrEqual(
      1536,
    );
    expect(html.includes('<img')).toBe(false);
  }
});
