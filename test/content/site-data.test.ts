// The site data that the API gets.

import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitFrontMatter } from '../../src/build/check/front-matter.ts';
import { type SiteSources, siteData } from '../../src/build/site-data.ts';
import { calendarSchema, policiesSchema } from '../../src/calendar/schema.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import { ruleEditionSchema } from '../../src/rules/schema.ts';
import { serviceSchema } from '../../src/services/schema.ts';
import { factsSchema } from '../../src/site/facts-schema.ts';
import { staffSchema } from '../../src/staff/schema.ts';
import { surveySchema } from '../../src/surveys/schema.ts';
import { SOUND } from './fixtures.ts';

const yaml = (path: string): unknown => parse(SOUND[path] ?? '');

function text(path: string): { data: unknown; body: string } {
  const split = splitFrontMatter(SOUND[path] ?? '');
  if ('fault' in split) throw new Error(path);
  return { data: parse(split.yaml), body: split.body };
}

const service = serviceSchema.parse(text('content/services/dzivesvieta.mdx').data);
const person = staffSchema.parse(text('content/staff/anna.mdx').data);
const rules = text('content/rules/2017-11-06.mdx');
const edition = ruleEditionSchema.parse(rules.data);
const long = `${'garš teksts, '.repeat(10)}beigas`;

const survey = surveySchema.parse(text('content/surveys/aptauja.mdx').data);
const english = {
  title: 'Client survey',
  summary: 'A survey for every client.',
  thanks: 'Thank you!',
  version: 1,
  sections: {},
  questions: { kanals: { label: 'How did you receive the service?' } },
};

const sources: SiteSources = {
  today: '2027-01-01',
  facts: factsSchema.parse(yaml('content/site.yaml')),
  calendar: calendarSchema.parse(yaml('content/calendar/kalendars.yaml')),
  policies: policiesSchema.parse(yaml('content/policy/iesniegumi.yaml')).policies,
  services: ['Zemes nodoklis', 'Čeku izsniegšana', 'Civilprasība', 'Ādas'].map(title => ({
    id: title,
    data: { ...service, title },
  })),
  servicesEn: [
    {
      id: 'Zemes nodoklis',
      data: { title: 'Land tax', summary: 'x', translated: '2026-11-22', keywords: [], toConfirm: [] },
    },
  ],
  staff: [{ id: 'anna', data: person }],
  rules: [
    { id: '2017-11-06', data: edition, body: '## I. Vecā\n\n1. Vecs.' },
    {
      id: '2027-01-01',
      data: { ...edition, inForce: '2027-01-01' },
      body: `## I. Jaunā\n\n1. Īss.\n\n2. ${long}`,
    },
  ],
  surveys: [
    { id: 'aptauja', data: { ...survey, languages: ['lv', 'en'] } },
    { id: 'latviska', data: survey },
  ],
  surveysEn: ['aptauja', 'latviska'].map(id => ({ id, data: english })),
};
// The types of both sides must agree, although neither imports the other.
type Elsewhere =
  | 'shell'
  | 'shellEn'
  | 'searchShell'
  | 'searchShellEn'
  | 'search'
  | 'desk'
  | 'figuresCss'
  | 'resultsCss';
const data: Omit<SiteBundle, Elsewhere> = siteData(sources);

it('sorts services by the Latvian alphabet', () => {
  expect(data.services.map(entry => entry.label)).toEqual([
    'Ādas',
    'Civilprasība',
    'Čeku izsniegšana',
    'Zemes nodoklis',
  ]);
});

it('gives a service its English name where it has one', () => {
  expect(data.services.map(entry => entry.labelEn)).toEqual([undefined, undefined, undefined, 'Land tax']);
});

it('names people with their posts', () => {
  expect(data.staff).toEqual([{ id: 'anna', label: 'Anna Parauga – Speciālists' }]);
});

it('takes the points of the edition in force on the day of the build', () => {
  expect(siteData({ ...sources, today: '2026-12-31' }).rulePoints).toEqual([{ id: '1', label: '1. Vecs.' }]);
});

it('takes their number and text and cuts long ones between words', () => {
  expect(data.rulePoints[0]).toEqual({ id: '1', label: '1. Īss.' });
  const label = data.rulePoints[1]?.label ?? '';
  expect(label).toMatch(/^2\. garš teksts, .*teksts…$/);
  expect(label.length).toBeLessThanOrEqual(84);
});

it('gives the surveys that are said to be in English once more, with other words', () => {
  expect(data.surveysEn).toMatchObject([
    { id: 'aptauja', title: 'Client survey', version: 1, sections: [{ id: survey.sections[0]?.id }, {}] },
  ]);
  expect(data.surveysEn[0]?.sections[0]?.questions[0]).toMatchObject({
    id: 'kanals',
    label: 'How did you receive the service?',
  });
  expect(data.surveys[0]?.title).toBe('Klientu aptauja');
});

it('gives surveys their id, and the centre one line of address', () => {
  expect(data.surveys[0]).toMatchObject({ id: 'aptauja', version: 1 });
  expect(data.centre).toEqual({
    name: 'Parauga klientu apkalpošanas centrs',
    shortName: 'Parauga KAC',
    institution: 'Parauga pašvaldība',
    phone: '+371 60000001',
    email: 'kac@paraugs.example',
    address: 'Gaujas iela 4, Paraugi, Paraugu pagasts, Paraugu novads, LV-4125',
  });
  expect(data.calendar).toBe(sources.calendar);
  expect(data.policies).toBe(sources.policies);
});
