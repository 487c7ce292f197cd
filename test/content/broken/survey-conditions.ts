// Surveys: conditions that can't be decided, that depend on an impossible answer, or that exclude each other.
import { type Broken, broken, survey } from './broken.ts';

const POINT = '        rulePoint: "2.1"\n';
const LAST_LABEL = '        label: Ko mums uzlabot?\n';
const ASKED = 'sections[1].questions[2].showIf';
const LAST = 'sections[2].questions[1].showIf';

/** A condition of the question about politeness, the second one, in line 22. */
const asked = (name: string, condition: string, ...says: readonly string[]): Broken =>
  broken(name, survey, POINT, `${POINT}        showIf: ${condition}\n`, ...says);

/** A condition of the last question, in line 29. */
const last = (name: string, condition: string, ...says: readonly string[]): Broken =>
  broken(name, survey, LAST_LABEL, `${LAST_LABEL}        showIf: ${condition}\n`, ...says);

/** Questions between politeness and the end of its section, from line 24 on, and a condition of the last question. */
const after = (
  name: string,
  lines: readonly string[],
  condition: string,
  ...says: readonly string[]
): Broken =>
  broken(
    name,
    survey,
    '  - id: beigas\n    questions:\n      - kind: text\n',
    `${lines.map(line => `      ${line}\n`).join('')}  - id: beigas\n    questions:\n      - kind: text\n        showIf: ${condition}\n`,
    ...says,
  );

export const SURVEY_CONDITIONS: readonly Broken[] = [
  asked(
    'a condition on a question that is not there',
    '{ question: kanāls, is: klatiene }',
    `22 ${ASKED}.question: nosacījumā minēts jautājums “kanāls”, kāda aptaujā nav | Vai domājāt “kanals”?`,
  ),
  broken(
    'a condition of the very first question',
    survey,
    '        id: kanals\n',
    '        id: kanals\n        showIf: { question: veids, is: a }\n',
    '14 sections[1].questions[1].showIf.question: “veids”, kāda aptaujā nav | Pirms tā neviena jautājuma nav: izdzēsiet “showIf”',
  ),
  asked(
    'a condition on a later question',
    '{ question: uzlabot, answered: true }',
    `22 ${ASKED}.question: vēlāku jautājumu “uzlabot” (28. rindā) | Agrākie jautājumi: kanals.`,
  ),
  asked(
    'a condition on itself',
    '{ question: pieklajiba, atLeast: 2 }',
    `22 ${ASKED}.question: jautājums “pieklajiba” ir atkarīgs pats no sevis | Agrākie jautājumi: kanals.`,
  ),
  broken(
    'a condition of a section on a question in it',
    survey,
    '  - id: beigas\n',
    '  - id: beigas\n    showIf: { question: uzlabot, answered: true }\n',
    '25 sections[2].showIf.question: uz jautājumu “uzlabot” šajā pašā sadaļā (28. rindā) | Agrākie jautājumi: kanals, pieklajiba.',
  ),
  asked(
    'a condition on an answer that cannot be given',
    '{ question: kanals, is: [klatiene, telefons] }',
    `22 ${ASKED}.is[2]: jautājumam “kanals” nav atbildes “telefons” | Atbilžu kodi: klatiene, talrunis.`,
  ),
  last(
    'a condition on a point that the scale does not have',
    '{ question: pieklajiba, is: "6" }',
    `29 ${LAST}.is: jautājumam “pieklajiba” nav atbildes “6” | 1, 2, 3, 4, 5, cant-say`,
  ),
  last(
    'a number without quotation marks as an answer',
    '{ question: pieklajiba, is: 4 }',
    `29 ${LAST}.is: šeit vajadzīgs teksts | Lieciet vērtību pēdiņās: "4".`,
  ),
  last(
    'a misspelt part of a condition',
    '{ question: pieklajiba, atLest: 4 }',
    `29 ${LAST}.atLest: nezināms lauks “atLest” | “atLeast”`,
  ),
  last('a condition without an answer', '{ question: pieklajiba }', `29 ${LAST}.is: trūkst lauka “is” | is:`),
  last(
    'answered: false',
    '{ question: pieklajiba, answered: false }',
    `29 ${LAST}.answered: nezināma vērtība “false” | true`,
  ),
  asked(
    'a least number where nobody answers with a number',
    '{ question: kanals, atLeast: 3 }',
    `22 ${ASKED}.atLeast: uz jautājumu “kanals” neatbild ar skaitli | Lietojiet “is” ar kādu no atbildēm: klatiene, talrunis.`,
  ),
  last(
    'a number beyond the scale',
    '[{ question: pieklajiba, atMost: 2 }, { question: pieklajiba, atLeast: 0 }]',
    `29 ${LAST}[2].atLeast: no 1 līdz 5, bet nosacījumā ir 0 | Rakstiet skaitli no 1 līdz 5.`,
  ),
  after(
    'a text compared with an answer',
    ['- { kind: short, id: vieta, label: Kur tas notika? }'],
    '{ question: vieta, is: zale }',
    `28 ${LAST}.is: jautājumam “vieta” nav noteiktu atbilžu, tāpēc ar “zale” salīdzināt nevar | “answered: true”`,
  ),
  after(
    'a whole grid as one answer',
    [
      '- { kind: grid, id: darbs, label: Cik piekrītat?, low: Nemaz, high: Pilnīgi, rows: [{ id: riki, label: Rīki }, { id: telpas, label: Telpas }] }',
    ],
    '{ question: darbs, atMost: 2 }',
    `28 ${LAST}.question: uz visu tabulu “darbs”, bet tajā ir vairākas atbildes | piemēram, “darbs.riki”`,
  ),
  last(
    'conditions that exclude each other',
    '[{ question: pieklajiba, atMost: 2 }, { question: pieklajiba, atLeast: 4 }]',
    `29 ${LAST}: šo jautājumu neredzēs neviens: nosacījumi par “pieklajiba” (29. rindā) nevar izpildīties reizē | Labojiet vienu no nosacījumiem.`,
  ),
  broken(
    'a question that its section excludes',
    survey,
    '  - id: beigas\n    questions:\n      - kind: text\n',
    '  - id: beigas\n    showIf: { question: kanals, is: klatiene }\n    questions:\n      - kind: text\n        showIf: { question: kanals, is: talrunis }\n',
    `28 ${LAST}: nosacījumi par “kanals” (25. un 28. rindā) | is: [viena, otra]`,
  ),
  after(
    'a question after one that is never asked of the same people',
    [
      '- { kind: scale, id: rinda, label: Cik ilgi gaidījāt?, low: Īsi, high: Ilgi, showIf: { question: kanals, is: klatiene } }',
    ],
    '[{ question: rinda, atLeast: 4 }, { question: kanals, is: talrunis }]',
    `28 ${LAST}: nosacījumi par “kanals” (24. un 28. rindā) | is: [viena, otra]`,
  ),
  after(
    'a question at the end of a chain that begins with other people',
    [
      '- { kind: scale, id: rinda, label: Cik ilgi gaidījāt?, low: Īsi, high: Ilgi, showIf: { question: kanals, is: klatiene } }',
      '- { kind: short, id: kapec, label: Kāpēc tik ilgi?, showIf: { question: rinda, atLeast: 4 } }',
    ],
    '[{ question: kapec, answered: true }, { question: kanals, is: talrunis }]',
    `29 ${LAST}: nosacījumi par “kanals” (24. un 29. rindā) | is: [viena, otra]`,
  ),
];
