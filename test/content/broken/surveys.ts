// Surveys: ids, scales, ranges, and what staff surveys may not do; kiosk surveys have their own test.
import { type Broken, broken, staffSurvey, survey } from './broken.ts';

const ENDS = '        low: Nepiekrītu\n        high: Piekrītu\n';
const LAST = '        label: Ko mums uzlabot?\n---';

/** Replaces the ends of the scale, from line 22 on. */
const scale = (name: string, lines: readonly string[], ...says: readonly string[]): Broken =>
  broken(name, survey, ENDS, lines.map(line => `        ${line}\n`).join(''), ...says);

/** A one-line question, the last one: line 29. */
const last = (name: string, question: string, ...says: readonly string[]): Broken =>
  broken(name, survey, LAST, LAST.replace('---', `      - { ${question} }\n---`), ...says);

export const SURVEYS: readonly Broken[] = [
  broken(
    'the same question in another section',
    survey,
    'id: uzlabot',
    'id: kanals',
    '27 sections[2].questions[1].id: kods “kanals” jau ir 13. rindā | citu kodu',
  ),
  broken(
    'the same section twice',
    survey,
    'id: beigas',
    'id: apkalposana',
    '24 sections[2].id: kods “apkalposana” jau ir 10. rindā | citu kodu',
  ),
  last(
    'the same row twice',
    'kind: grid, id: darbs, label: Cik piekrītat?, low: Nemaz, high: Pilnīgi, rows: [{ id: riki, label: Rīki }, { id: riki, label: Telpas }]',
    '29 sections[2].questions[2].rows[2].id: kods “riki” jau ir 29. rindā | citu kodu',
  ),
  ...['lapa', 'atpakal', 'redakcija', 'website', 'token'].map(id =>
    broken(
      `a question with the name ${id}`,
      survey,
      'id: uzlabot',
      `id: ${id}`,
      `27 sections[2].questions[1].id: kods “${id}” jau aizņemts: ar to veidlapa sūta savu lauku | “${id}-1”`,
    ),
  ),
  ...['idempotencyKey', 'proofOfWork', 'darbs.riki'].map(id =>
    broken(
      `a question with the name ${id}`,
      survey,
      'id: uzlabot',
      `id: ${id}`,
      `27 sections[2].questions[1].id: kods nav uzrakstīts pareizi: “${id}” | mazie burti bez garumzīmēm`,
    ),
  ),
  broken(
    'an answer with the name of “can’t say”',
    survey,
    'id: talrunis',
    'id: cant-say',
    '17 sections[1].questions[1].options[2].id: kods “cant-say” jau aizņemts: tā apzīmē “Nevaru atbildēt” | “cantSay: true”',
  ),
  scale(
    'a scale without labels',
    [],
    '18 sections[1].questions[2]: skalai nav nosaukumu | low: "…" un high: "…" vai katra punkta nosaukumu sarakstā “labels”',
  ),
  scale(
    'a scale with one end',
    ['low: Nepiekrītu'],
    '18 sections[1].questions[2]: nosaukts tikai viens gals; trūkst “high” | high: "…"',
  ),
  scale(
    'a scale with too few labels',
    ['labels: [Slikti, Viduvēji, Labi]'],
    '22 sections[1].questions[2].labels: skalai ir 5 punkti, bet sarakstā “labels” – 3 nosaukumi | mainiet “points”',
  ),
  scale(
    'a scale with labels and ends',
    ['points: 2', 'labels: [Slikti, Labi]', 'low: Slikti'],
    '24 sections[1].questions[2].low: skalas punkti nosaukti divreiz | vai nu “labels”, vai abus galus',
  ),
  scale(
    'a scale of one point',
    ['points: 1', 'labels: [Labi]'],
    '22 sections[1].questions[2].points: skaitlis 1 neder | vismaz 2',
  ),
  last(
    'a grid without labels',
    'kind: grid, id: darbs, label: Cik piekrītat?, rows: [{ id: riki, label: Rīki }, { id: telpas, label: Telpas }]',
    '29 sections[2].questions[2]: skalai nav nosaukumu | “labels”',
  ),
  last(
    'a grid with a row about no rule point',
    'kind: grid, id: darbs, label: Cik piekrītat?, low: Nemaz, high: Pilnīgi, rows: [{ id: riki, label: Rīki }, { id: telpas, label: Telpas, rulePoint: "2.9" }]',
    '29 sections[2].questions[2].rows[2].rulePoint: nezināma vērtība “2.9” | noteikumu redakcijas, kas ir spēkā',
  ),
  last(
    'numbers in the wrong order',
    'kind: number, id: reizes, label: Cik reižu bijāt?, min: 10, max: 1',
    '29 sections[2].questions[2].max: lielākais skaitlis (1) nav lielāks par mazāko (10) | “min” vai “max”',
  ),
  last(
    'too many numbers',
    'kind: number, id: reizes, label: Cik reižu bijāt?, min: 0, max: 100000',
    '29 sections[2].questions[2].max: vairāk nekā 1000 skaitļu | Sašauriniet robežas',
  ),
  last(
    'days in the wrong order',
    'kind: date, id: diena, label: Kad tas bija?, from: 2026-02-01, to: 2026-01-01',
    '29 sections[2].questions[2].to: vēlākā diena (2026-01-01) ir pirms agrākās (2026-02-01) | “from” vai “to”',
  ),
  last(
    'a required question with nothing to choose from',
    'kind: choice, id: veids, label: Kā tas notika?, required: true, options: []',
    '29 sections[2].questions[2].options: sarakstā nav neviena ieraksta | vismaz 2 ieraksti',
  ),
  last(
    'a required grid without rows',
    'kind: grid, id: darbs, label: Cik piekrītat?, required: true, low: Nemaz, high: Pilnīgi, rows: []',
    '29 sections[2].questions[2].rows: sarakstā nav neviena ieraksta | vismaz 2 ieraksti',
  ),
  broken(
    'a section without questions',
    survey,
    '    questions:\n      - kind: text\n        id: uzlabot\n        label: Ko mums uzlabot?\n',
    '    questions: []\n',
    '25 sections[2].questions: sarakstā nav neviena ieraksta | vismaz 1 ieraksts',
  ),
  broken(
    'questions outside a section',
    survey,
    'sections:\n',
    'questions: []\nsections:\n',
    '9 questions: nezināms lauks “questions” | Vai domājāt “sections”?',
  ),
  broken(
    'a threshold below three',
    survey,
    'sections:\n',
    'anonymity: { threshold: 2 }\nsections:\n',
    '9 anonymity.threshold: skaitlis 2 neder | vismaz 3',
  ),
  last(
    'groups made of several answers at once',
    'kind: choices, id: veidi, label: Kā tas notika?, group: true, options: [{ id: a, label: A }, { id: b, label: B }]',
    '29 sections[2].questions[2].group: nezināms lauks “group” | tikai tad, ja “kind” ir choice.',
  ),
  broken(
    'two groups in a staff survey',
    staffSurvey,
    '      - kind: scale\n',
    '      - { kind: choice, id: amats, label: Kāds ir Jūsu amats?, group: true, options: [{ id: a, label: A }, { id: b, label: B }] }\n      - kind: scale\n',
    '19 sections[1].questions[2].group: darbinieku aptaujā grupu jautājums ir jau 15. rindā (“vieta”) | Atstājiet vienu',
  ),
  broken(
    'results of a staff survey for everybody',
    staffSurvey,
    'sections:\n',
    'results: { public: true }\nsections:\n',
    '9 results.public: darbinieku aptaujas rezultātus nepublicē | “public: false”',
  ),
  broken(
    'open data of a staff survey',
    staffSurvey,
    'sections:\n',
    'results: { openData: true }\nsections:\n',
    '9 results.openData: darbinieku aptaujas rezultātus nepublicē | “openData: false”',
  ),
];
