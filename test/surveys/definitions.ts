// A survey with every kind of question, for tests.
import type { SurveyDefinition } from '../../src/forms/survey/definition.ts';

const base = { required: false } as const;
const ends = { points: 5, low: 'Nepiekrītu', high: 'Piekrītu', cantSay: true } as const;

export const everyKind: SurveyDefinition = {
  id: 'visi-veidi',
  title: 'Visi jautājumu veidi',
  summary: 'Aptauja ar katru jautājumu veidu.',
  audience: 'public',
  languages: ['lv'],
  version: 2,
  opens: '2026-01-01',
  closes: '2027-12-31',
  thanks: 'Paldies par atbildēm!',
  anonymity: { threshold: 5 },
  results: { public: true, openData: true },
  paper: { twoPersonCheck: false },
  sections: [
    {
      id: 'pirma',
      title: 'Pirmā sadaļa',
      intro: 'Daži vārdi pirms jautājumiem.',
      questions: [
        {
          ...base,
          id: 'kanals',
          kind: 'choice',
          label: 'Kā saņēmāt pakalpojumu?',
          cantSay: true,
          group: true,
          options: [
            { id: 'klatiene', label: 'Klātienē' },
            { id: 'talrunis', label: 'Pa tālruni' },
          ],
        },
        { ...base, ...ends, id: 'kopuma', kind: 'scale', label: 'Cik apmierināts esat?', measure: 'csat' },
        {
          ...base,
          id: 'kapec',
          kind: 'text',
          label: 'Kāpēc?',
          maxLength: 500,
          showIf: { question: 'kopuma', atMost: 2 },
        },
      ],
    },
    {
      id: 'otra',
      title: 'Otrā sadaļa',
      showIf: { question: 'kanals', is: ['klatiene', 'cant-say'] },
      questions: [
        {
          ...base,
          ...ends,
          id: 'telpas',
          kind: 'grid',
          label: 'Cik ērtas bija telpas?',
          hint: 'Katrā rindā viena atbilde.',
          rows: [
            { id: 'zale', label: 'Uzgaidāmā zāle', rulePoint: '6' },
            { id: 'ieeja', label: 'Ieeja' },
          ],
        },
        {
          ...base,
          id: 'minutes',
          kind: 'number',
          label: 'Cik minūtes gaidījāt?',
          min: 0,
          max: 240,
          unit: 'minūtes',
        },
        {
          ...base,
          id: 'diena',
          kind: 'date',
          label: 'Kurā dienā bijāt?',
          from: '2026-01-01',
          to: '2026-12-31',
        },
      ],
    },
    {
      id: 'tresa',
      questions: [
        {
          ...base,
          id: 'ieteikt',
          kind: 'nps',
          label: 'Vai ieteiktu citiem?',
          low: 'Nemaz',
          high: 'Noteikti',
          cantSay: false,
        },
        {
          ...base,
          id: 'kas-patika',
          kind: 'choices',
          label: 'Kas Jums patika?',
          options: [
            { id: 'laipniba', label: 'Laipnība' },
            { id: 'atrums', label: 'Ātrums' },
          ],
          required: true,
          showIf: [
            { question: 'ieteikt', atLeast: 9 },
            { question: 'telpas.zale', answered: true },
          ],
        },
        { ...base, id: 'amats', kind: 'short', label: 'Kas Jūs apkalpoja?', maxLength: 100 },
      ],
    },
  ],
};
