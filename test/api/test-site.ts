// A small site bundle with a three-line shell: only what the API needs of a site.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { calendarSchema, policiesSchema } from '../../src/calendar/schema.ts';
import type { SiteBundle } from '../../src/contract/site-bundle.ts';
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';

const content = (path: string): unknown =>
  parse(readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'));

const survey: SurveyDefinition = {
  id: 'klientu-aptauja',
  title: 'Klientu aptauja',
  version: 1,
  opens: '2026-01-01',
  closes: '2027-12-31',
  thanks: 'Jūsu atbildes palīdz strādāt labāk.',
  audience: 'public',
  languages: ['lv'],
  summary: 'Aptauja ikvienam, kas vērsies centrā.',
  anonymity: { threshold: 5 },
  results: { public: false, openData: false },
  paper: { twoPersonCheck: false },
  sections: [
    {
      id: 'jautajumi',
      questions: [
        {
          id: 'laipniba',
          kind: 'scale',
          label: 'Darbinieks bija laipns.',
          required: true,
          low: 'nē',
          points: 5,
          high: 'jā',
          cantSay: true,
        },
        {
          id: 'ieteikt',
          kind: 'nps',
          label: 'Vai ieteiktu citiem?',
          required: false,
          low: 'nemaz',
          high: 'noteikti',
          cantSay: false,
        },
        {
          id: 'kanals',
          kind: 'choices',
          label: 'Kā sazinājāties?',
          required: false,
          options: [
            { id: 'klatiene', label: 'Klātienē' },
            { id: 'talrunis', label: 'Pa tālruni' },
          ],
        },
        { id: 'uzlabot', kind: 'text', label: 'Ko uzlabot?', required: false, maxLength: 500 },
      ],
    },
  ],
};

/** Only for people with an invitation (rule point 10.2). */
export const staffSurvey: SurveyDefinition = {
  ...survey,
  id: 'darbinieku-aptauja',
  title: 'Darbinieku aptauja',
  summary: 'Aptauja darbiniekiem, kam ir ielūgums.',
  audience: 'staff',
  opens: '2026-11-01',
  closes: '2026-12-15',
};

const shell = `<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>kac:title – KAC</title></head>
<body><main id="saturs"><!--kac:main--></main></body></html>`;

const registerShell = `<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>kac:title – reģistrs</title></head>
<body><header><!--kac:person--><!--kac:menu--></header><main id="saturs"><!--kac:main--></main></body></html>`;

const scripted = registerShell.replace('</body>', '<script></script></body>');

const searchShell = shell.replace('</body>', '<script src="/meklet.js"></script></body>');

const person = (id: string, name: string, postId: string, post: string, onlyOne: boolean) => ({
  id,
  name,
  postId,
  post,
  onlyOne,
  room: '1. kabinets',
  phone: '+371 60000001',
  email: `${id}@paraugs.example`,
  topics: ['Dažādi jautājumi'],
  reception: ['Otrdiena 9.00–12.00'],
});

const kept = { law: 'Arhīvu likuma 4. pants', source: 'Lietu nomenklatūra', checked: '2026-11-24' };

export const testSite: SiteBundle = {
  shell,
  shellEn: shell.replace('lang="lv"', 'lang="en"'),
  searchShell,
  searchShellEn: searchShell.replace('lang="lv"', 'lang="en"'),
  figuresCss: '/_astro/figures.css',
  resultsCss: '/_astro/results.css',
  centre: {
    name: 'Paraugu klientu apkalpošanas centrs',
    shortName: 'Paraugu KAC',
    institution: 'Paraugu pašvaldība',
    phone: '+371 60000000',
    email: 'kac@paraugs.example',
    address: 'Parauga iela 1, Paraugi',
  },
  services: [{ id: 'suna-registracija', label: 'Suņa reģistrācija' }],
  staff: [],
  rulePoints: ['5', '5.1', '5.1.1', '5.1.2', '6', '13'].map(id => ({ id, label: `${id}. Punkts` })),
  surveys: [
    survey,
    { ...survey, id: 'slegta', opens: '2025-01-01', closes: '2025-12-31' },
    staffSurvey,
    { ...survey, id: 'gaidama', opens: '2027-01-01', closes: '2027-12-31' },
  ],
  surveysEn: [],
  calendar: calendarSchema.parse(content('calendar/kalendars.yaml')),
  policies: policiesSchema.parse(content('policy/iesniegumi.yaml')).policies,
  search: {
    documents: [
      {
        url: '/pakalpojumi/suna-registracija/',
        kind: 'service',
        title: 'Suņa reģistrācija',
        summary: 'Suns jāreģistrē līdz četru mēnešu vecumam.',
        headings: [],
        keywords: ['čipēšana'],
        text: 'suns veterinararst',
      },
      {
        url: '/en/',
        kind: 'page',
        lang: 'en',
        title: 'In English',
        summary: 'What the centre does.',
        headings: [],
        keywords: [],
        text: '',
      },
    ],
    synonyms: [['suns', 'kucēns']],
    popular: ['/pakalpojumi/suna-registracija/'],
    phone: '+371 60000000',
  },
  desk: {
    shells: { plain: registerShell, withKeys: scripted, withEntry: scripted },
    directory: [
      person('anna-parauga', 'Anna Parauga', 'specialists', 'Speciālists', false),
      person('janis-paraugs', 'Jānis Paraugs', 'specialists', 'Speciālists', false),
      person('peteris-paraugs', 'Pēteris Paraugs', 'izpilddirektors', 'Izpilddirektors', true),
    ],
    rulePoints: ['5', '5.1', '5.1.1', '5.1.2', '6', '13'].map(id => ({ id, text: `${id}. punkta teksts.` })),
    replies: [
      {
        id: 'kluda',
        title: 'Darbinieka kļūda dokumentā',
        rulePoints: ['5.1.2'],
        services: [],
        text: 'Dokumentā ir kļūda: [kāda].',
      },
      {
        id: 'suns',
        title: 'Suņa reģistrācijas kārtība',
        rulePoints: [],
        services: ['suna-registracija'],
        text: 'Suni reģistrē centrā.',
      },
    ],
    institutions: [
      { id: 'vid', name: 'Valsts ieņēmumu dienests', url: 'https://www.vid.gov.lv/' },
      { id: 'vsaa', name: 'Valsts sociālās apdrošināšanas aģentūra', url: 'https://www.vsaa.gov.lv/' },
    ],
    retention: [
      {
        inForce: '2017-01-01',
        title: 'Glabāšanas termiņi',
        countFrom: 'year-end',
        classes: [
          { id: 'surogatpasts', title: 'Surogātpasts', only: { spam: true }, term: { months: 12 }, ...kept },
          {
            id: 'trauksme',
            title: 'Trauksmes ziņojumi',
            only: { whistleblower: true },
            term: { years: 5 },
            ...kept,
          },
          {
            id: 'pamatotas',
            title: 'Pamatotas sūdzības',
            only: { kinds: ['complaint'], outcomes: ['justified', 'partly'] },
            term: { years: 10 },
            ...kept,
          },
          { id: 'parejas', title: 'Pārējie iesniegumi', only: {}, term: { years: 5 }, ...kept },
        ],
        surveys: { term: { years: 5 }, figures: 'keep', ...kept },
      },
    ],
  },
};
