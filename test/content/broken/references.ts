// Codes that name nothing, and things named twice.
import { type Broken, broken, page, service, site, staff, survey } from './broken.ts';

export const REFERENCES: readonly Broken[] = [
  broken(
    'an unknown holder',
    service,
    'holder: pasvaldiba',
    'holder: pašvaldība-2',
    '4 holder: nezināma vērtība “pašvaldība-2” | Vai domājāt “pasvaldiba”?',
  ),
  broken(
    'an unknown life event',
    service,
    '[dzivesvieta]',
    '[dzivesvieta, dzivesvietas]',
    '5 lifeEvents[2]: nezināma vērtība “dzivesvietas” | “dzivesvieta”',
  ),
  broken(
    'an unknown post',
    service,
    'responsible: specialists',
    'responsible: specialistss',
    '18 responsible: nezināma vērtība “specialistss” | “specialists”',
  ),
  broken(
    'a post nobody holds',
    service,
    'responsible: specialists',
    'responsible: izpilddirektors',
    '18 responsible: neieņem neviens darbinieks | post: izpilddirektors',
  ),
  broken(
    'an unknown related service',
    service,
    'checked:',
    'related: [dzivesvietu]\nchecked:',
    '19 related[1]: nezināma vērtība “dzivesvietu” | “dzivesvieta”',
  ),
  broken(
    'an unknown post of a person',
    staff,
    'name: Anna Parauga\npost: specialists',
    'name: Anna Parauga\npost: direktors',
    '3 post: nezināma vērtība “direktors” | izpilddirektors',
  ),
  broken(
    'an unknown rule point',
    survey,
    '"2.1"',
    '"2.3"',
    '19 questions[2].rulePoint: nezināma vērtība “2.3” | jaunākās noteikumu redakcijas',
  ),
  broken(
    'a rule point of a service page link',
    page,
    '#p-2.1',
    '#p-2.9',
    '7 saite: noteikumos nav vietas “#p-2.9” | /noteikumi/#p-2.',
  ),
  broken(
    'the same id twice in a list',
    site,
    '- { id: izpilddirektors, title: Izpilddirektors }',
    '- { id: specialists, title: Izpilddirektors }',
    '14 posts[2].id: “specialists” jau ir 13. rindā | citu kodu',
  ),
  broken(
    'the same question twice',
    survey,
    'id: pieklajiba',
    'id: kanals',
    '17 questions[2].id: “kanals” jau ir 11. rindā | citu kodu',
  ),
  broken(
    'the same answer twice',
    survey,
    'id: talrunis',
    'id: klatiene',
    '15 questions[1].options[2].id: “klatiene” jau ir 14. rindā | citu kodu',
  ),
];
