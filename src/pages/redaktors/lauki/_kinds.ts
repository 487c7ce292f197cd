// Every kind of content file with the schema that checks it, in the order of the editors' pages.
import { retentionSchema } from '../../../calendar/retention-schema.ts';
import { calendarSchema, policiesSchema } from '../../../calendar/schema.ts';
import { hoursSchema } from '../../../hours/schema.ts';
import { ruleEditionSchema } from '../../../rules/schema.ts';
import { synonymsSchema } from '../../../search/schema.ts';
import { englishServiceSchema } from '../../../services/english-schema.ts';
import { serviceSchema } from '../../../services/schema.ts';
import { factsSchema } from '../../../site/facts-schema.ts';
import { pageSchema } from '../../../site/page-schema.ts';
import { repliesSchema } from '../../../site/replies-schema.ts';
import { staffSchema } from '../../../staff/schema.ts';
import { englishSurveySchema } from '../../../surveys/english-schema.ts';
import { surveySchema } from '../../../surveys/schema.ts';

export const kinds = [
  { id: 'pakalpojumi', title: 'Pakalpojums', where: 'content/services', schema: serviceSchema },
  {
    id: 'tulkojumi',
    title: 'Pakalpojums angliski',
    where: 'content/services-en',
    schema: englishServiceSchema,
  },
  { id: 'darbinieki', title: 'Darbinieks', where: 'content/staff', schema: staffSchema },
  { id: 'darba-laiks', title: 'Darba laiks', where: 'content/hours', schema: hoursSchema },
  { id: 'noteikumi', title: 'Noteikumu redakcija', where: 'content/rules', schema: ruleEditionSchema },
  { id: 'aptaujas', title: 'Aptauja', where: 'content/surveys', schema: surveySchema },
  {
    id: 'aptauju-tulkojumi',
    title: 'Aptauja angliski',
    where: 'content/surveys-en',
    schema: englishSurveySchema,
  },
  { id: 'lapas', title: 'Teksta lapa', where: 'content/pages', schema: pageSchema },
  { id: 'fakti', title: 'Fakti par centru', where: 'content/site.yaml', schema: factsSchema },
  { id: 'kalendars', title: 'Kalendārs', where: 'content/calendar', schema: calendarSchema },
  { id: 'termini', title: 'Termiņi', where: 'content/policy/iesniegumi.yaml', schema: policiesSchema },
  {
    id: 'glabasana',
    title: 'Glabāšanas termiņi',
    where: 'content/policy/glabasana.yaml',
    schema: retentionSchema,
  },
  { id: 'sinonimi', title: 'Meklēšanas sinonīmi', where: 'content/synonyms.yaml', schema: synonymsSchema },
  { id: 'atbildes', title: 'Atbilžu sagataves', where: 'content/replies.yaml', schema: repliesSchema },
];
