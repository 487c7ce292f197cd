// Surveys: changes made although people may have answered the same version already.
import { type Broken, broken, survey } from './broken.ts';

const SECOND = 'sections[1].questions[2]';
const RAISE =
  'rakstiet “version: 2” – tad vecās un jaunās atbildes nesajauks. Ja nejauši, atjaunojiet, kā bija.';
const AGAIN = `${RAISE} Ja labota tikai pareizrakstība, ierakstiet no jauna: npm run content -- versions aptauja`;
const versions = 'content/survey-versions/aptauja.yaml';

export const SURVEY_VERSIONS: readonly Broken[] = [
  broken(
    'a question taken away',
    survey,
    '  - id: beigas\n    questions:\n      - kind: text\n        id: uzlabot\n        label: Ko mums uzlabot?\n',
    '',
    `5 version: jautājuma “uzlabot” (“Ko mums uzlabot?”) vairs nav, bet 1. redakcijā tas bija | ${RAISE}`,
  ),
  broken(
    'a question renamed, and another in its place',
    survey,
    'id: uzlabot',
    'id: ierosinajumi',
    `5 version: jautājuma “uzlabot” (“Ko mums uzlabot?”) vairs nav | ${RAISE}`,
  ),
  broken(
    'another wording',
    survey,
    'Darbinieks bija pieklājīgs.',
    'Darbinieks bija laipns.',
    `20 ${SECOND}.label: jautājums “pieklajiba” vairs nav tāds kā 1. redakcijā; mainīts: formulējums (bija “Darbinieks bija pieklājīgs.”) | ${AGAIN}`,
  ),
  broken(
    'another kind',
    survey,
    'kind: text\n        id: uzlabot',
    'kind: short\n        id: uzlabot',
    `26 sections[2].questions[1].kind: mainīts: atbildes veids (bija text) | ${RAISE}`,
  ),
  broken(
    'another answer to choose',
    survey,
    '          - { id: talrunis, label: Pa tālruni }\n',
    '          - { id: talrunis, label: Pa tālruni }\n          - { id: e-pasts, label: E-pastā }\n',
    `15 sections[1].questions[1].options: mainīts: atbilžu varianti (bija klatiene, talrunis) | ${RAISE}`,
  ),
  broken(
    'another name of an answer',
    survey,
    'label: Pa tālruni',
    'label: Tālrunī',
    `15 sections[1].questions[1].options: mainīts: atbilžu teksti (bija “Klātienē · Pa tālruni”) | ${AGAIN}`,
  ),
  broken(
    'a longer scale with other ends, without “can’t say”',
    survey,
    '        low: Nepiekrītu\n',
    '        points: 7\n        cantSay: false\n        low: Nemaz\n',
    `22 ${SECOND}.points: mainīts: skalas punktu skaits (bija 5), iespēja “Nevaru atbildēt” (bija) | ${RAISE}`,
  ),
  broken(
    'another name of an end',
    survey,
    'high: Piekrītu',
    'high: Pilnīgi piekrītu',
    `18 ${SECOND}.labels: mainīts: skalas nosaukumi (bija “Nepiekrītu · Piekrītu”) | ${AGAIN}`,
  ),
  broken(
    'a condition where there was none',
    survey,
    '        label: Ko mums uzlabot?\n',
    '        label: Ko mums uzlabot?\n        showIf: { question: pieklajiba, atMost: 3 }\n',
    `29 sections[2].questions[1].showIf: mainīts: nosacījums, kad to jautā (nebija) | ${RAISE}`,
  ),
  broken(
    'a condition of the section, too',
    survey,
    '  - id: beigas\n',
    '  - id: beigas\n    showIf: { question: kanals, is: klatiene }\n',
    `27 sections[2].questions[1].showIf: mainīts: nosacījums, kad to jautā (nebija) | ${RAISE}`,
  ),
  broken(
    'another threshold',
    survey,
    'sections:\n',
    'anonymity: { threshold: 3 }\nsections:\n',
    `9 anonymity.threshold: 1. redakcijā anonimitātes slieksnis bija 5 | ${RAISE}`,
  ),
  broken(
    'a new split of the results',
    survey,
    '        id: kanals\n',
    '        id: kanals\n        group: true\n',
    `14 sections[1].questions[1].group: 1. redakcijā rezultātus pa jautājuma “kanals” atbildēm nevarēja skatīt | ${RAISE}`,
  ),
  broken(
    'another audience',
    survey,
    'audience: public',
    'audience: staff',
    `4 audience: 1. redakcijā aptauja bija domāta citiem (public) | ${RAISE}`,
  ),
  broken(
    'a version older than one put down',
    versions,
    '  - version: 1\n',
    '  - version: 2\n',
    'content/surveys/aptauja.mdx:5 version: redakcija 1 ir vecāka par pēdējo ierakstīto (2) | Rakstiet “version: 2” vai, ja jautājumi mainīti, “version: 3”.',
  ),
  broken(
    'a record somebody broke by hand',
    versions,
    'kind: text, label',
    'kind: text, lable',
    '12 versions[1].questions[3].lable: nezināms lauks “lable” | Vai domājāt “label”?',
  ),
];
