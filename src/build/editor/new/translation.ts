// The English edition of a survey to fill in: every Latvian text at the place of its translation. Pure.
import { type Survey, surveySchema } from '../../../surveys/schema.ts';
import { inPlaces } from '../../check/survey/english.ts';
import { UNFILLED } from '../../check/unfilled.ts';
import { indented } from './lines.ts';

/** The fields of the translation; undefined when the Latvian survey itself has errors. */
export function translationFields(data: unknown): readonly string[] | undefined {
  const survey = surveySchema.safeParse(data);
  return survey.success ? fieldsOf(survey.data) : undefined;
}

function fieldsOf(survey: Survey): readonly string[] {
  const { title, summary, thanks, version } = survey;
  return [
    '# Katrā rindā aiz “#” ir latviešu teksts, kas jātulko.',
    ...wordLines({ title, summary, thanks }),
    `version: ${version}`,
    ...wordLines(inPlaces(survey)),
  ];
}

/** A group without texts is left out. */
function wordLines(words: object): readonly string[] {
  return Object.entries(words).flatMap(([key, value]): readonly string[] => {
    if (typeof value === 'string') return [`${key}: ${toFill(value)}`];
    // An answer without a hint is written as plain text.
    if (isLabel(value)) return [`${key}: ${toFill(value.label)}`];
    if (Array.isArray(value)) return [`${key}:`, ...value.map(text => `  - ${toFill(String(text))}`)];
    const inner = typeof value === 'object' && value !== null ? wordLines(value) : [];
    return inner.length === 0 ? [] : [`${key}:`, ...indented(inner)];
  });
}

const isLabel = (value: unknown): value is { readonly label: string } =>
  typeof value === 'object' && value !== null && Object.keys(value).join() === 'label';

const toFill = (latvian: string): string => `${UNFILLED} # ${latvian.replace(/\s+/g, ' ').trim()}`;
